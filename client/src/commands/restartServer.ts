import type { Command } from '../services';

/** Starts a new server in place of the running, hanging or crashed one. */
export const restartServer: Command =
  ({ server }) =>
  () =>
    server.restart();
