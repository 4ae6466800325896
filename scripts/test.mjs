#!/usr/bin/env node
// Checks and tests everything; the last line is "N passed, N failed".
//
//   npm test -- [--only STEP,STEP] [--skip STEP,STEP] [--grep TEXT] [--jobs N]
//
// The first run installs what is missing: npm dependencies, two editors, a browser.
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from '../test/editor/browser.mjs';
import { BUILDS, isUsable, projectDir } from '../test/editor/builds.mjs';
import { onSignal } from '../test/editor/cleanup.mjs';
import { execute } from '../test/editor/npm.mjs';
import { stopDescendants } from '../test/editor/processes.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { ensureBuild } from './lib/fresh-build.mjs';
import { runSteps } from './lib/steps.mjs';

/** @typedef {import('./lib/steps.mjs').Step} Step */

const STEPS = ['types', 'lint', 'format', 'generate', 'unit', 'package', 'host-suite', 'web-suite', 'ui'];
const NEED_EDITOR = new Set(['host-suite', 'web-suite', 'ui']);
const LIMIT_MINUTES = 25;

const bin = (/** @type {string} */ file) => path.join(projectDir, 'node_modules', file);

/**
 * Files that have not changed are not looked at again. In CI they are: what ESLint says of a file depends on the types of
 * others too.
 *
 * @param {string} tool
 */
function cached(tool) {
  if (process.env.CI) return [];
  return ['--cache', '--cache-strategy=content', `--cache-location=node_modules/.cache/${tool}/phase-docs`];
}

/** @param {string} dir @param {string} ending */
function filesBelow(dir, ending) {
  const root = path.join(projectDir, dir);
  if (!existsSync(root)) return [];
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith(ending))
    .map((name) => path.join(dir, name))
    .sort();
}

/** @param {string} dir @param {string} ending @param {string} grep @param {string} reporter */
const nodeTest = (dir, ending, grep, reporter) => [
  '--enable-source-maps',
  '--test',
  `--test-reporter=${reporter}`,
  // By default one core is left idle.
  `--test-concurrency=${os.availableParallelism()}`,
  ...(grep ? [`--test-name-pattern=${grep}`] : []),
  ...filesBelow(dir, ending),
];

/** @param {string} name @param {string} grep @returns {Step[]} */
function stepsNamed(name, grep) {
  const suite = (/** @type {string} */ label, /** @type {string[]} */ args, /** @type {string[]} */ after = []) => ({
    name: `${name} (${label})`,
    after: ['editor', ...after],
    commands: [['test/host-suite/run.mjs', ...args]],
    tests: /** @type {const} */ ('mocha'),
    env: {
      PHASE_DOCS_EDITOR_ARTIFACTS: path.join(projectDir, 'out/editor-logs', `${name}-${label}`.replace(/\W+/g, '-')),
    },
  });
  switch (name) {
    case 'types':
      return [
        {
          name,
          commands: [
            [bin('typescript/bin/tsc'), '-b'],
            [bin('typescript/bin/tsc'), '-p', 'test/tsconfig.tools.json'],
          ],
        },
      ];
    case 'lint':
      return [{ name, commands: [[bin('eslint/bin/eslint.js'), ...cached('eslint'), '.']] }];
    case 'format':
      return [
        {
          name,
          commands: [[bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', ...cached('prettier'), '.']],
        },
      ];
    case 'generate':
      return existsSync(path.join(projectDir, 'scripts/generate.mjs'))
        ? [{ name, commands: [['scripts/generate.mjs', '--check']] }]
        : [];
    case 'unit':
      return [
        {
          name,
          commands: [nodeTest('out/test', '.test.mjs', grep, './scripts/lib/brief-reporter.mjs')],
          tests: 'node',
        },
      ];
    case 'package':
      return [{ name, commands: [['scripts/package.mjs']] }];
    case 'host-suite':
      return [
        suite('floor', ['--host', 'floor']),
        suite('latest, packaged', ['--host', 'latest', '--vsix', 'dist/phase-docs.vsix'], ['package']),
      ];
    case 'web-suite':
      return [suite('latest', ['--host', 'latest', '--web'])];
    case 'ui':
      return [{ name, after: ['editor'], commands: [nodeTest('test/ui', '.ui.mjs', grep, 'spec')], tests: 'node' }];
    default:
      throw new Error(`unknown step "${name}"; known: ${STEPS.join(', ')}`);
  }
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: STEPS.join(',') },
      skip: { type: 'string', default: '' },
      grep: { type: 'string', default: '' },
      jobs: { type: 'string', default: String(Math.min(os.availableParallelism(), 4)) },
    },
  });
  const listed = (/** @type {string} */ text) => text.split(',').filter(Boolean);
  const unknown = [...listed(values.only), ...listed(values.skip)].find((name) => !STEPS.includes(name));
  if (unknown) throw new Error(`unknown step "${unknown}"; known: ${STEPS.join(', ')}`);
  const chosen = STEPS.filter((name) => listed(values.only).includes(name) && !listed(values.skip).includes(name));
  // One of its two runs is against the package.
  if (chosen.includes('host-suite') && !chosen.includes('package')) chosen.unshift('package');
  return { chosen, grep: values.grep, jobs: Math.max(1, Number(values.jobs) || 1) };
}

/** The editors and the browser, when something needs them and they are missing. @param {string[]} chosen @returns {Step[]} */
function editorSteps(chosen) {
  const isComplete = Object.values(BUILDS).every(isUsable) && findBrowser();
  if (isComplete || !chosen.some((name) => NEED_EDITOR.has(name))) return [];
  return [{ name: 'editor', commands: [['test/editor/install.mjs', ...Object.keys(BUILDS), 'browser']] }];
}

/** @param {string[]} chosen @param {string} grep */
async function buildTests(chosen, grep) {
  if (!chosen.some((name) => ['unit', 'host-suite', 'web-suite'].includes(name))) return;
  const { code, output } = await execute(process.execPath, ['scripts/build-tests.mjs', '--grep', grep], {
    cwd: projectDir,
  });
  if (code !== 0) throw new Error(`the tests cannot be bundled:\n${output.trim()}`);
}

/** @param {ReturnType<typeof readOptions>} options */
async function test({ chosen, grep, jobs }) {
  await ensureDependencies();
  await ensureBuild();
  await buildTests(chosen, grep);
  for (const dir of ['out/screenshots', 'out/editor-logs']) {
    rmSync(path.join(projectDir, dir), { recursive: true, force: true });
    mkdirSync(path.join(projectDir, dir), { recursive: true });
  }
  return runSteps([...editorSteps(chosen), ...chosen.flatMap((name) => stepsNamed(name, grep))], jobs);
}

/** The closing line. @param {number} passed @param {number} failed */
function close(passed, failed) {
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(failed ? 1 : 0);
}

let isStopping = false;

async function stopEarly(/** @type {string} */ why) {
  if (isStopping) return;
  isStopping = true;
  console.error(`\nnpm test: ${why}`);
  await stopDescendants();
  close(0, 1);
}

onSignal((name) => stopEarly(`stopped by ${name}`));
setTimeout(() => stopEarly(`not done after ${LIMIT_MINUTES} minutes`), LIMIT_MINUTES * 60_000).unref();

const began = Date.now();
try {
  const { passed, failed, failedSteps, skippedSteps } = await test(readOptions());
  // The steps failed because they were stopped; stopEarly() has the last word.
  if (isStopping) await new Promise(() => {});
  console.log(`\nTook ${((Date.now() - began) / 1000).toFixed(1)} s.`);
  for (const name of failedSteps) {
    const step = name.split(' ')[0];
    console.error(STEPS.includes(step ?? '') ? `${name} failed; alone: npm test -- --only ${step}` : `${name} failed`);
  }
  if (skippedSteps.length > 0) console.error(`Not run because of that: ${skippedSteps.join(', ')}`);
  close(passed, failed);
} catch (error) {
  if (isStopping) await new Promise(() => {});
  console.error(`npm test: ${error instanceof Error ? error.message : error}`);
  close(0, 1);
}
