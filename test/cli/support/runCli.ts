/** Runs the command line inside the test, and compares what it prints with files. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { TestContext } from 'node:test';
import { run } from '../../../server/src/cli/run';

export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliSetting {
  /** Default: the folder of the project. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTerminal?: boolean;
}

/** @param commandLine as typed; words are parted by blanks */
export async function runCli(commandLine: string, setting: CliSetting = {}): Promise<CliResult> {
  let stdout = '';
  let stderr = '';
  const isTerminal = setting.isTerminal ?? false;
  const code = await run(commandLine.split(' ').filter(Boolean), {
    cwd: resolve(setting.cwd ?? '.'),
    env: setting.env ?? {},
    stdout: { write: (text) => void (stdout += text), isTerminal },
    stderr: { write: (text) => void (stderr += text), isTerminal },
    version: '0.0.0-test',
  });
  return { code, stdout, stderr };
}

/** A folder with these files, gone after the test. */
export function writeFiles(context: TestContext, files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), 'phase-docs-cli-'));
  context.after(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/**
 * Compares byte by byte with `test/cli/golden/NAME`. After a wanted change: `UPDATE_GOLDEN=1 npm test -- --only unit`,
 * and read the difference before committing it.
 */
export function matchGolden(name: string, actual: string): void {
  const file = join('test/cli/golden', name);
  if (process.env.UPDATE_GOLDEN) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, actual);
  }
  assert.ok(existsSync(file), `${file} is missing; UPDATE_GOLDEN=1 writes it`);
  assert.equal(actual, readFileSync(file, 'utf8'), `differs from ${file}`);
}
