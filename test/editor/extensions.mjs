// Extensions of an editor: installing, listing and removing them without a window.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeScratch } from './cleanup.mjs';
import { serverEnvironment, serverScript } from './server.mjs';

/**
 * Runs the server's own command line, e.g. with --install-extension FILE.
 *
 * @param {import('./builds.mjs').Host} host
 * @param {string} extensionsDir
 * @param {string[]} args
 * @returns {Promise<number>} its exit code
 */
export async function runServerCommand(host, extensionsDir, args) {
  const { dir: dataDir, discard } = makeScratch('command');
  const common = ['--accept-server-license-terms', '--server-data-dir', dataDir, '--extensions-dir', extensionsDir];
  try {
    const child = spawn(host.node, [serverScript(host), ...common, ...args], {
      stdio: 'inherit',
      env: serverEnvironment(),
    });
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => resolve(code ?? 1));
    });
  } finally {
    discard();
  }
}

/**
 * Makes a folder with some of the extensions that come with the editor. Each that is left out need not be started.
 *
 * @param {import('./builds.mjs').Host} host
 * @param {string} dir
 * @param {readonly string[]} names
 */
export function linkBuiltins(host, dir, names) {
  mkdirSync(dir, { recursive: true });
  for (const name of names)
    symlinkSync(path.join(host.vscodeDir, 'extensions', name), path.join(dir, name), 'junction');
}

/**
 * Makes an extension folder count as installed without copying it: what is installed is listed in
 * extensions.json, and an entry may point anywhere.
 *
 * @param {string} extensionsDir
 * @param {string} folder
 */
export function linkExtension(extensionsDir, folder) {
  const { publisher, name, version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const id = `${publisher}.${name}`.toLowerCase();
  const file = path.join(extensionsDir, 'extensions.json');
  /** @type {{ identifier: { id: string } }[]} */
  const listed = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  const location = { $mid: 1, scheme: 'file', path: path.resolve(folder) };
  const entry = { identifier: { id }, version, location, metadata: {} };
  mkdirSync(extensionsDir, { recursive: true });
  writeFileSync(file, JSON.stringify([...listed.filter(({ identifier }) => identifier.id !== id), entry]));
}
