#!/usr/bin/env node
// Installs editors and a browser; does nothing for what is there already.
//
//   node test/editor/install.mjs [latest] [floor] [browser]      default: all three
//
// No compiler, no install scripts; root is used only for a browser from the distribution. Safe to run
// twice at once: everything is made in a scratch folder and renamed into place.
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
} from 'node:fs';
import { rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installBrowser } from './browser.mjs';
import { NODE_BINARIES, buildDir, buildNamed, cacheDir, isInstalled, isUsable, platform } from './builds.mjs';
import { runningNodeSuffices } from './builds.mjs';
import { npm, unpack } from './npm.mjs';
import { SPDLOG, WATCHDOG } from './shims.mjs';

/** @typedef {(line: string) => void} Report */

// Built-in extensions that only add noise (sign-in, AI, debuggers) and 90 MB.
const DROPPED_EXTENSIONS = [
  'copilot',
  'github',
  'github-authentication',
  'mermaid-markdown-features',
  'microsoft-authentication',
  'ms-vscode.js-debug',
  'ms-vscode.js-debug-companion',
  'ms-vscode.vscode-js-profile-table',
  'tunnel-forwarding',
];
// Packages only the AI agent features load.
const DROPPED_PACKAGES = ['@devcontainers/cli', '@github', '@microsoft/mxc-sdk', '@vscode/sqlite3'];

const HOUR = 3_600_000;

/**
 * Makes a folder's content aside and moves it into place when it is complete.
 *
 * @param {string} label
 * @param {string} finalDir
 * @param {(dir: string) => Promise<object>} make  resolves to facts worth keeping
 * @param {Report} report
 */
export async function makeAside(label, finalDir, make, report) {
  report(`${label}: installing ...`);
  const began = Date.now();
  mkdirSync(cacheDir, { recursive: true });
  dropAbandoned();
  const dir = mkdtempSync(path.join(cacheDir, 'making-'));
  const discard = () => rmSync(dir, { recursive: true, force: true });
  process.once('exit', discard);
  try {
    const facts = await make(dir);
    writeFileSync(path.join(dir, 'installed.json'), JSON.stringify(facts, null, 2));
    chmodSync(dir, 0o755);
    rmSync(finalDir, { recursive: true, force: true });
    try {
      renameSync(dir, finalDir);
    } catch (error) {
      // Another process finished first; its result is as good.
      if (!isInstalled(finalDir)) throw error;
    }
  } finally {
    discard();
    process.off('exit', discard);
  }
  report(`${label}: installed in ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

/** Removes what an install left behind that was killed. */
function dropAbandoned() {
  for (const name of readdirSync(cacheDir).filter((entry) => entry.startsWith('making-'))) {
    const dir = path.join(cacheDir, name);
    const stats = statSync(dir, { throwIfNoEntry: false });
    if (stats && Date.now() - stats.mtimeMs > HOUR) rmSync(dir, { recursive: true, force: true });
  }
}

/** @param {string} name @param {Report} [report] */
export async function installEditor(name, report = console.log) {
  const build = buildNamed(name);
  if (isUsable(build)) return;
  await makeAside(`VS Code ${build.vscode} (${name})`, buildDir(build), (dir) => makeEditor(dir, build), report);
}

/** @param {string} dir @param {import('./builds.mjs').Build} build */
async function makeEditor(dir, build) {
  const vscode = path.join(dir, 'vscode');
  const modules = path.join(vscode, 'node_modules');
  const binary = runningNodeSuffices(build) ? undefined : NODE_BINARIES[platform];
  if (!binary && !runningNodeSuffices(build)) {
    throw new Error(
      `VS Code ${build.vscode} needs Node ${build.minNode.join('.')} or newer; this is ${process.version}, and npm has no Node for ${platform}`,
    );
  }
  await Promise.all([
    unpack(build.tarball, path.join(dir, 'tarball')),
    binary && unpack(binary, path.join(dir, 'node'), ['package/bin']),
    build.extras.nodePty && unpack(build.extras.nodePty, path.join(dir, 'node-pty')),
    build.extras.ripgrep && unpack(build.extras.ripgrep, path.join(dir, 'ripgrep')),
  ]);
  renameSync(path.join(dir, 'tarball/lib/vscode'), vscode);
  rmSync(path.join(dir, 'tarball'), { recursive: true });

  // The published shrinkwrap leaves out a peer dependency, hence --legacy-peer-deps.
  await npm(['ci', '--omit=dev', '--legacy-peer-deps'], vscode);

  writeFileSync(path.join(modules, '@vscode/spdlog/index.js'), SPDLOG);
  for (const name of ['native-watchdog', '@vscode/native-watchdog']) {
    if (existsSync(path.join(modules, name))) writeFileSync(path.join(modules, name, 'index.js'), WATCHDOG);
  }
  for (const name of DROPPED_EXTENSIONS)
    rmSync(path.join(vscode, 'extensions', name), { recursive: true, force: true });
  for (const name of DROPPED_PACKAGES) rmSync(path.join(modules, name), { recursive: true, force: true });

  if (build.extras.nodePty) {
    rmSync(path.join(modules, 'node-pty'), { recursive: true });
    renameSync(path.join(dir, 'node-pty'), path.join(modules, 'node-pty'));
  }
  if (build.extras.ripgrep) {
    const executable = path.join(modules, '@vscode/ripgrep/bin/rg');
    mkdirSync(path.dirname(executable), { recursive: true });
    copyFileSync(path.join(dir, 'ripgrep/bin', platform, 'rg'), executable);
    chmodSync(executable, 0o755);
    rmSync(path.join(dir, 'ripgrep'), { recursive: true });
  }
  keepOnly(platform, path.join(modules, '@vscode/ripgrep-universal/bin'));
  keepOnly(platform, path.join(modules, 'node-pty/prebuilds'));
  return { vscode: build.vscode, from: build.tarball.spec, node: binary ? 'node/bin/node' : 'system' };
}

/** Deletes other platforms' binaries. @param {string} name @param {string} dir */
function keepOnly(name, dir) {
  if (!existsSync(path.join(dir, name))) return;
  for (const other of readdirSync(dir)) if (other !== name) rmSync(path.join(dir, other), { recursive: true });
}

/** @param {string[]} names  `latest`, `floor`, `browser` @param {Report} [report] */
export async function install(names, report = console.log) {
  await Promise.all(
    names.map((name) => (name === 'browser' ? installBrowser(makeAside, report) : installEditor(name, report))),
  );
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const names = process.argv.slice(2);
  install(names.length ? names : ['latest', 'floor', 'browser']).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
