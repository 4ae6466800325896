// Runs the suite in the Node extension host.
import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import path from 'node:path';
import Mocha from 'mocha';

/** Replaced by the bundler. */
declare const TEST_GREP: string;

/** Puts source positions into a stack; the extension host formats stacks itself and ignores source maps. */
function sourcePositions(stack: string): string {
  const map = new SourceMap(JSON.parse(readFileSync(`${__filename}.map`, 'utf8')) as SourceMapPayload);
  return stack.split(__filename).reduce((before, after) => {
    const [position = '', line, column] = /^:(\d+):(\d+)/.exec(after) ?? [];
    const entry = map.findEntry(Number(line) - 1, Number(column) - 1);
    if (!position || !('originalSource' in entry)) return before + __filename + after;
    const source = path.resolve(path.dirname(__filename), entry.originalSource);
    return `${before}${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}${after.slice(position.length)}`;
  });
}

/** Loads and runs the tests; rejects when any fails. */
export async function runMocha(load: () => void): Promise<void> {
  const mocha = new Mocha({
    ui: 'tdd',
    timeout: 20_000,
    slow: 1000,
    color: false,
    ...(TEST_GREP && { grep: TEST_GREP }),
  });
  // Defines suite() and test(), as loading a file by Mocha itself would.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  load();
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.on('fail', (_test, error: Error) => {
      if (error.stack) error.stack = sourcePositions(error.stack);
    });
  });
  if (failures) throw new Error(`${failures} test${failures === 1 ? '' : 's'} failed`);
}
