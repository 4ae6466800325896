// Leaving nothing behind: temporary folders and processes go when this process ends.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stopDescendants } from './processes.mjs';

/**
 * A temporary folder that is deleted by discard(), at the latest when this process exits.
 *
 * @param {string} purpose  a word for its name
 */
export function makeScratch(purpose) {
  const dir = mkdtempSync(path.join(os.tmpdir(), `phase-docs-${purpose}-`));
  const discard = () => {
    process.off('exit', discard);
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', discard);
  return { dir, discard };
}

/**
 * Calls `stop` when this process is told to end. Returns a function that takes that back.
 *
 * @param {(signal: string) => unknown} stop
 */
export function onSignal(stop) {
  const names = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  let isTold = false;
  // Ctrl+C can arrive several times: from the terminal and from the programs in between. Without a
  // listener the second one would end this process at once, in the middle of tidying up.
  const listener = (/** @type {string} */ signal) => {
    if (!isTold) stop(signal);
    isTold = true;
  };
  for (const name of names) process.on(name, listener);
  return () => {
    for (const name of names) process.off(name, listener);
  };
}

/** Ends this process in good order when it is told to: first what it started, then itself. */
export function endOnSignal() {
  onSignal(() => void stopDescendants().finally(() => process.exit(130)));
}
