// Builds the extension unless `dist/` was made from the very sources that are here now.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectDir } from '../../test/editor/builds.mjs';
import { execute } from '../../test/editor/npm.mjs';

const STAMP = path.join(projectDir, 'dist/.stamp');
const PRODUCTS = ['dist/client.js', 'dist/server.js', 'dist/cli.js', 'dist/web/client.js', 'dist/web/server.js'];
/** Top-level folders no bundle is made from. */
const UNRELATED = new Set(['node_modules', 'dist', 'out', 'test', 'examples', 'docs']);

/** @param {string} dir @returns {string[]} */
function sources(dir) {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(dir, entry.name);
    if (dir === projectDir && (entry.name.startsWith('.') || UNRELATED.has(entry.name))) return [];
    if (entry.isDirectory()) return sources(file);
    return entry.isFile() ? [file] : [];
  });
}

function fingerprint() {
  const hash = createHash('sha256').update(process.version);
  for (const file of sources(projectDir).sort()) {
    hash.update(`\0${path.relative(projectDir, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** @param {(line: string) => void} [report] */
export async function ensureBuild(report = console.log) {
  const current = fingerprint();
  const isFresh = existsSync(STAMP) && readFileSync(STAMP, 'utf8') === current;
  if (isFresh && PRODUCTS.every((file) => existsSync(path.join(projectDir, file)))) return;
  const began = Date.now();
  const { code, output } = await execute(process.execPath, ['scripts/build.mjs'], { cwd: projectDir });
  if (code !== 0) throw new Error(`the build failed:\n${output.trim()}`);
  const missing = PRODUCTS.filter((file) => !existsSync(path.join(projectDir, file)));
  if (missing.length) throw new Error(`the build left out ${missing.join(', ')}`);
  // Not the fingerprint from now: a file changed while building must be built again.
  writeFileSync(STAMP, current);
  report(`Built the extension in ${((Date.now() - began) / 1000).toFixed(1)} s`);
}
