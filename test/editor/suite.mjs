// Runs an extension's test suite inside the extension host and reports its exit code.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeScratch } from './cleanup.mjs';
import { openSession } from './session.mjs';

const EXIT_TIMEOUT = 124;
const EXIT_CRASH = 125;

/** A test entry that runs the given one and leaves a proof behind once its run() has resolved. */
const testEntry = (/** @type {string} */ tests, /** @type {string} */ proof) => `'use strict';
exports.run = async () => {
  await require(${JSON.stringify(path.resolve(tests))}).run();
  require('node:fs').writeFileSync(${JSON.stringify(proof)}, '');
};
`;

/**
 * Tests need some extension under development. When the one to test is installed from a .vsix, an
 * empty one takes that place.
 *
 * @param {string} dir
 */
export function writeStandIn(dir) {
  const manifest = { name: 'stand-in', publisher: 'phase-docs', version: '0.0.0', engines: { vscode: '*' } };
  writeFileSync(path.join(dir, 'package.json'), JSON.stringify(manifest));
}

/**
 * @typedef {object} SuiteOptions
 * @property {string} extension
 * @property {string} tests
 * @property {number} [timeout]               limit for the whole run, ms
 * @property {string | undefined} [coverage]  folder for V8 coverage of the extension host and its children
 * @property {string | undefined} [artifacts] folder for the editor's logs and, when the run does not pass, a screenshot
 */

/**
 * @param {import('./session.mjs').SessionOptions & SuiteOptions} options
 * @returns {Promise<number>} 0 when run() resolved, 1 when it rejected, 124 on timeout, 125 on a crash
 */
export async function runSuite({ timeout = 300_000, coverage, artifacts, tests, ...options }) {
  const { dir: scratch, discard } = makeScratch('suite');
  const proof = path.join(scratch, 'passed');
  const entry = path.join(scratch, 'entry.cjs');
  writeFileSync(entry, testEntry(tests, proof));
  if (coverage) mkdirSync(coverage, { recursive: true });
  if (artifacts) mkdirSync(artifacts, { recursive: true });

  const session = await openSession({
    ...options,
    // A web worker cannot write a proof, but cannot be ended by a test either.
    tests: options.web ? tests : entry,
    keepLogsIn: artifacts && path.join(artifacts, 'editor-logs'),
    extensionEnv: coverage ? { NODE_V8_COVERAGE: path.resolve(coverage) } : undefined,
    onConsole: (level, text) =>
      void (level === 'error' || level === 'warn' ? process.stderr : process.stdout).write(`${text}\n`),
  });

  /** @typedef {{ code: number, why?: string }} Outcome */
  /** @type {(done: (outcome: Outcome) => void) => void} */
  const watch = (done) => {
    const crash = (/** @type {string} */ why) => () => done({ code: EXIT_CRASH, why });
    session.serverExited?.then(crash('the editor server ended'));
    session.browser.once('disconnected', crash('the browser ended'));
    session.page.once('crash', crash('the browser page crashed'));
    setTimeout(() => done({ code: EXIT_TIMEOUT, why: `no result within ${timeout / 1000} s` }), timeout).unref();
    // The page also reports 0 when the extension host was killed under it or a test called
    // process.exit(0). So a pass counts only with the proof that run() resolved.
    session.exitCode.then((code) => {
      const proven = code !== 0 || options.web || existsSync(proof);
      done(proven ? { code } : { code: EXIT_CRASH, why: 'the extension host ended before the tests did' });
    });
  };
  const { code, why } = await new Promise(watch);
  if (why && !session.closing()) console.error(`test editor: ${why}`);
  if (code !== 0 && artifacts) {
    await session.page.screenshot({ path: path.join(artifacts, 'failure.png') }).catch(() => {});
  }
  // Only a process that exits by itself writes its coverage.
  const killed = await session.close({ linger: coverage ? 5000 : 300 });
  if (killed) console.error(`test editor: ${killed} process(es) had to be killed`);
  discard();
  return code;
}
