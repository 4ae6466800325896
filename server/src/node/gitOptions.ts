/** How git is started: it only reads, and starts nothing that a repository's own configuration may name. */
import type { SpawnOptions } from 'node:child_process';

/** A repository that is not ours must not make git start or fetch anything. */
export const safeGitOptions: readonly string[] = [
  '--no-optional-locks',
  '--no-pager',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'log.showSignature=false',
  '-c',
  'core.quotePath=false',
  // A partial clone would fetch what it lacks.
  '-c',
  'protocol.allow=never',
];

/** Longer than any honest answer takes; a git that hangs must not hold up the server. */
export const GIT_TIMEOUT_MS = 20_000;

export function gitSpawnOptions(root: string): SpawnOptions {
  return {
    cwd: root,
    timeout: GIT_TIMEOUT_MS,
    env: { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_LITERAL_PATHSPECS: '1', GIT_NO_LAZY_FETCH: '1' },
    windowsHide: true,
  };
}
