#!/usr/bin/env node
// Behaves like the desktop `code` executable, backed by the embedded editor: @vscode/test-electron
// takes its path as vscodeExecutablePath.
//
// Understood: --extensionDevelopmentPath --extensionTestsPath --extensionDevelopmentKind
//   --user-data-dir --extensions-dir --folder-uri --file-uri, a folder or file to open,
//   --install-extension --uninstall-extension --list-extensions --version.
// --extensionDevelopmentKind=web runs in the web extension host. Other options are ignored.
//
// Environment: PHASE_DOCS_EDITOR_HOST (latest|floor), PHASE_DOCS_EDITOR_TIMEOUT (seconds),
//   PHASE_DOCS_EDITOR_ARTIFACTS (folder), PHASE_DOCS_EDITOR_HEADED (1: show the browser).
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import v8 from 'node:v8';
import { locateHost } from './builds.mjs';
import { endOnSignal, makeScratch } from './cleanup.mjs';
import { runServerCommand } from './extensions.mjs';
import { openSession } from './session.mjs';
import { runSuite } from './suite.mjs';

const TAKES_VALUE = new Set([
  'extensionDevelopmentPath',
  'extensionTestsPath',
  'extensionDevelopmentKind',
  'user-data-dir',
  'extensions-dir',
  'folder-uri',
  'file-uri',
  'install-extension',
  'uninstall-extension',
  'disable-extension',
  'enable-proposed-api',
  'locale',
  'log',
  'profile',
]);

/** @param {string[]} argv */
function parse(argv) {
  /** @type {Map<string, string[]>} */
  const named = new Map();
  /** @type {string[]} */
  const open = [];
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i] ?? '';
    const [, name, inline] = /^--([^=]+)(?:=(.*))?$/s.exec(argument) ?? [];
    if (name) {
      const value = inline ?? (TAKES_VALUE.has(name) ? (argv[++i] ?? '') : '');
      named.set(name, [...(named.get(name) ?? []), value]);
    } else if (!argument.startsWith('-')) {
      open.push(argument);
    }
  }
  return {
    open,
    has: (/** @type {string} */ name) => named.has(name),
    all: (/** @type {string} */ name) => named.get(name) ?? [],
  };
}

const asPath = (/** @type {string} */ value) =>
  value.startsWith('file:') ? fileURLToPath(value) : path.resolve(value);

const isWorkspace = (/** @type {string} */ file) =>
  file.endsWith('.code-workspace') || statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;

/** Test entry points are commonly given without extension or as a folder. @param {string} file */
function resolveModule(file) {
  const candidates = [file, `${file}.js`, `${file}.cjs`, path.join(file, 'index.js')];
  return candidates.find((candidate) => statSync(candidate, { throwIfNoEntry: false })?.isFile()) ?? file;
}

/** @param {ReturnType<typeof parse>} args @param {string} [extensionsDir] */
async function manageExtensions(args, extensionsDir = makeScratch('extensions').dir) {
  endOnSignal();
  const passed = ['install-extension', 'uninstall-extension'].flatMap((name) =>
    args.all(name).flatMap((value) => [`--${name}`, existsSync(value) ? path.resolve(value) : value]),
  );
  for (const flag of ['list-extensions', 'show-versions', 'force']) if (args.has(flag)) passed.push(`--${flag}`);
  return runServerCommand(locateHost(), extensionsDir, passed);
}

async function main() {
  // Coverage is meant for the extension, not for this program.
  if (process.env.NODE_V8_COVERAGE) v8.stopCoverage();
  const args = parse(process.argv.slice(2));
  const host = locateHost();
  const last = (/** @type {string} */ name) => args.all(name).at(-1);
  const lastPath = (/** @type {string} */ name) => args.all(name).map(asPath).at(-1);
  if (args.has('version')) {
    console.log(`${host.version}\n\n${process.arch}`);
    return 0;
  }
  const extensionsDir = lastPath('extensions-dir');
  if (['install-extension', 'uninstall-extension', 'list-extensions'].some(args.has)) {
    return manageExtensions(args, extensionsDir);
  }
  if (args.all('extensionDevelopmentPath').length > 1) {
    throw new Error('only one --extensionDevelopmentPath is supported; install others from a .vsix');
  }
  const targets = [...args.all('folder-uri'), ...args.all('file-uri'), ...args.open].map(asPath);
  const options = {
    host,
    web: last('extensionDevelopmentKind') === 'web',
    workspace: targets.find(isWorkspace),
    openFile: targets.find((file) => !isWorkspace(file)),
    extension: lastPath('extensionDevelopmentPath'),
    userDataDir: lastPath('user-data-dir'),
    extensionsDir,
    headed: process.env.PHASE_DOCS_EDITOR_HEADED === '1',
  };
  const tests = lastPath('extensionTestsPath');
  if (!tests) {
    const session = await openSession({ ...options, headed: true, viewport: null });
    await new Promise((resolve) => session.browser.once('disconnected', resolve));
    await session.close();
    return 0;
  }
  const { extension } = options;
  if (!extension) throw new Error('--extensionTestsPath needs --extensionDevelopmentPath');
  const limit = Number(process.env.PHASE_DOCS_EDITOR_TIMEOUT || 300);
  return runSuite({
    ...options,
    extension,
    tests: resolveModule(tests),
    coverage: process.env.NODE_V8_COVERAGE,
    artifacts: process.env.PHASE_DOCS_EDITOR_ARTIFACTS,
    timeout: limit * 1000,
  });
}

// process.exit would cut off output that is still being written to a pipe.
main().then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    console.error(`test editor: ${error.message}`);
    process.exitCode = 1;
  },
);
