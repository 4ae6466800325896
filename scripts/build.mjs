// Bundles client, server and command line. `--watch` rebuilds on change, `--minify` is for the package.
//   dist/client.js      extension, Node extension host     dist/web/client.js   extension, web worker host
//   dist/server.js      language server, stdio or IPC      dist/web/server.js   language server, browser worker
//   dist/cli.js         command line
import { rmSync } from 'node:fs';
import { build, context } from 'esbuild';

const watch = process.argv.includes('--watch');
const common = {
  bundle: true,
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
  target: 'es2022',
  minify: process.argv.includes('--minify'),
  loader: { '.yaml': 'text', '.md': 'text' },
  legalComments: 'none',
};
const node = { ...common, platform: 'node', format: 'cjs', external: ['vscode'], mainFields: ['module', 'main'] };
const web = { ...common, platform: 'browser', external: ['vscode'] };

const bundles = [
  { ...node, entryPoints: { client: 'client/src/extension.ts' }, outdir: 'dist' },
  { ...node, entryPoints: { server: 'server/src/node/main.ts' }, outdir: 'dist' },
  { ...node, entryPoints: { cli: 'server/src/cli/main.ts' }, outdir: 'dist', banner: { js: '#!/usr/bin/env node' } },
  { ...web, format: 'cjs', entryPoints: { client: 'client/src/browser/extension.ts' }, outdir: 'dist/web' },
  { ...web, format: 'iife', entryPoints: { server: 'server/src/browser/main.ts' }, outdir: 'dist/web' },
];

if (watch) {
  for (const options of bundles) await (await context(options)).watch();
} else {
  rmSync('dist', { recursive: true, force: true });
  await Promise.all(bundles.map((options) => build(options)));
}
