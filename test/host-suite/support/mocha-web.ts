// Runs the suite in the web extension host. Mocha's browser build defines the global `mocha`.
import 'mocha/mocha.js';

/** Replaced by the bundler. */
declare const TEST_GREP: string;

/** Loads and runs the tests; rejects when any fails. */
export async function runMocha(load: () => void): Promise<void> {
  const options = { ui: 'tdd', timeout: 20_000, slow: 1000, color: false, reporter: 'spec' } as const;
  mocha.setup({ ...options, ...(TEST_GREP && { grep: TEST_GREP }) });
  load();
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures) throw new Error(`${failures} test${failures === 1 ? '' : 's'} failed`);
}
