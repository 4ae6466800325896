import type { Command } from '../services';

/** Opens the log of client and server. */
export const showOutput: Command =
  ({ output }) =>
  () =>
    output.show();
