import type { Command } from '../services';

/** Asks the server for the tree again. */
export const refresh: Command =
  ({ project }) =>
  () =>
    project.refresh();
