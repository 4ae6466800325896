// Makes sure the npm dependencies are those of package-lock.json. Uses nothing but Node's own modules.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectDir } from '../../test/editor/builds.mjs';
import { npm } from '../../test/editor/npm.mjs';

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean }> }} Lockfile */

/** @param {string} file @returns {Lockfile | undefined} */
function readLock(file) {
  try {
    return JSON.parse(readFileSync(path.join(projectDir, file), 'utf8'));
  } catch {
    return undefined;
  }
}

/** npm keeps a record of what it installed; it must name every package that is not optional. */
function areInstalled() {
  const wanted = readLock('package-lock.json');
  const present = readLock('node_modules/.package-lock.json');
  if (!wanted || !present) return false;
  return Object.entries(wanted.packages).every(
    ([name, { version, optional }]) => !name || optional || present.packages[name]?.version === version,
  );
}

/** @param {(line: string) => void} [report] */
export async function ensureDependencies(report = console.log) {
  if (areInstalled()) return;
  report('Installing npm dependencies ...');
  const began = Date.now();
  await npm(['ci'], projectDir);
  report(`Installed npm dependencies in ${((Date.now() - began) / 1000).toFixed(1)} s`);
}
