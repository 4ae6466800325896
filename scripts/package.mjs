#!/usr/bin/env node
// Packages the extension: npm run package -> dist/phase-docs.vsix
//
// What goes in is said in .vscodeignore. The bundles are minified on the way, in a folder of their
// own, so that dist/ stays as it is for whoever uses it meanwhile.
import { copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectDir } from '../test/editor/builds.mjs';
import { endOnSignal, makeScratch } from '../test/editor/cleanup.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { ensureBuild } from './lib/fresh-build.mjs';

const VSIX = path.join(projectDir, 'dist/phase-docs.vsix');
const GOAL_BYTES = 1.5e6;

endOnSignal();
await ensureDependencies();
await ensureBuild();
const { createVSIX, listFiles, PackageManager } = await import('@vscode/vsce');
const { transform } = await import('esbuild');

/** @param {string} file @param {string} target */
async function stage(file, target) {
  mkdirSync(path.dirname(target), { recursive: true });
  if (!/^dist\/.*\.js$/.test(file)) return copyFileSync(path.join(projectDir, file), target);
  const source = readFileSync(path.join(projectDir, file), 'utf8');
  const { code } = await transform(source, { minify: true, target: 'es2022', legalComments: 'none' });
  return writeFileSync(target, code);
}

const { dir: scratch, discard } = makeScratch('package');
try {
  const files = await listFiles({ cwd: projectDir, packageManager: PackageManager.None });
  await Promise.all([...files, '.vscodeignore'].map((file) => stage(file, path.join(scratch, file))));
  await createVSIX({
    cwd: scratch,
    packagePath: VSIX,
    dependencies: false,
    allowMissingRepository: true,
    // Without a repository address there is nothing to rewrite them to.
    rewriteRelativeLinks: false,
    skipLicense: true,
  });
  const bytes = statSync(VSIX).size;
  console.log(`dist/phase-docs.vsix: ${(bytes / 1e6).toFixed(2)} MB, ${files.length} files`);
  if (bytes > GOAL_BYTES) {
    console.error(`The package is larger than ${GOAL_BYTES / 1e6} MB.`);
    process.exitCode = 1;
  }
} catch (error) {
  console.error(`npm run package: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  discard();
}
