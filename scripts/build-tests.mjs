#!/usr/bin/env node
// Bundles the tests:
//   test/**/*.test.ts (unit)       -> out/test/**/*.test.mjs
//   test/host-suite/*.test.ts      -> out/host-suite/index.js  (Node extension host, CommonJS)
//                                     out/host-suite/web.js    (web worker)
// A file named *.node.test.ts is left out of the web bundle, *.web.test.ts of the Node one.
//
//   node scripts/build-tests.mjs [--grep TEXT]    TEXT selects host-suite tests by name
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { projectDir } from '../test/editor/builds.mjs';

/** Folders of test/ whose tests need an editor. */
const NOT_UNIT = ['test/host-suite/', 'test/ui/', 'test/editor/'];

/** @param {string} dir */
function testsBelow(dir) {
  return readdirSync(path.join(projectDir, dir), { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(dir, name.split(path.sep).join('/')))
    .filter((name) => name.endsWith('.test.ts'))
    .sort();
}

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: projectDir,
  bundle: true,
  sourcemap: true,
  logLevel: 'warning',
  target: 'es2022',
  loader: { '.yaml': 'text', '.md': 'text' },
};

async function buildUnitTests() {
  rmSync(path.join(projectDir, 'out/test'), { recursive: true, force: true });
  const entryPoints = testsBelow('test').filter((file) => !NOT_UNIT.some((dir) => file.startsWith(dir)));
  if (entryPoints.length === 0) return;
  await build({
    ...common,
    platform: 'node',
    format: 'esm',
    splitting: true,
    packages: 'external',
    entryPoints,
    outbase: 'test',
    outdir: 'out/test',
    chunkNames: 'chunks/[name]-[hash]',
    outExtension: { '.js': '.mjs' },
  });
}

/** One module that exports run(): the tests register themselves only once Mocha is ready. */
function suiteEntry(/** @type {'node' | 'web'} */ kind) {
  const other = kind === 'node' ? '.web.test.ts' : '.node.test.ts';
  const files = testsBelow('test/host-suite').filter((file) => !file.endsWith(other));
  return {
    resolveDir: projectDir,
    sourcefile: `host-suite-${kind}.js`,
    contents: `import { runMocha } from './test/host-suite/support/mocha-${kind}.ts';
export const run = () => runMocha(() => {
${files.map((file) => `  require('./${file}');`).join('\n')}
});`,
  };
}

/** @param {string} grep */
async function buildHostSuite(grep) {
  rmSync(path.join(projectDir, 'out/host-suite'), { recursive: true, force: true });
  /** @type {import('esbuild').BuildOptions} */
  const suite = { ...common, format: 'cjs', define: { TEST_GREP: JSON.stringify(grep) } };
  await Promise.all([
    build({
      ...suite,
      platform: 'node',
      external: ['vscode', 'mocha'],
      stdin: suiteEntry('node'),
      outfile: 'out/host-suite/index.js',
    }),
    build({
      ...suite,
      platform: 'browser',
      external: ['vscode'],
      alias: { 'node:assert/strict': './test/host-suite/support/assert-web.ts' },
      stdin: suiteEntry('web'),
      outfile: 'out/host-suite/web.js',
    }),
  ]);
}

const { values } = parseArgs({ options: { grep: { type: 'string', default: '' } } });
try {
  await Promise.all([buildUnitTests(), buildHostSuite(values.grep)]);
} catch {
  // esbuild has said what is wrong.
  process.exitCode = 1;
}
