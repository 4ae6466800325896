// Starts the editor server (its extension host is a real Node process) on a free port.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { editorDir } from './builds.mjs';
import { stopFamily } from './processes.mjs';

/** Quiet, repeatable defaults. A setting already present in the user's settings.json wins. */
export const DEFAULT_SETTINGS = {
  'chat.disableAIFeatures': true,
  'editor.accessibilitySupport': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'npm.autoDetect': 'off',
  'remote.autoForwardPorts': false,
  'telemetry.telemetryLevel': 'off',
  'window.restoreWindows': 'none',
  'workbench.enableExperiments': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** @param {string} userDataDir @param {Record<string, unknown>} settings */
function writeSettings(userDataDir, settings) {
  const file = path.join(userDataDir, 'User/settings.json');
  let present = {};
  if (existsSync(file)) {
    try {
      present = JSON.parse(readFileSync(file, 'utf8'));
    } catch {
      // A file with comments is the user's own business: leave it untouched.
      return;
    }
  }
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ ...DEFAULT_SETTINGS, ...present, ...settings }, null, 2));
}

/** The environment of server processes: no gallery, so nothing is looked up on the network. */
export function serverEnvironment() {
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, EXTENSIONS_GALLERY: '{}' };
  // Coverage is wanted from the extension host only; the session passes it on there.
  delete env.NODE_V8_COVERAGE;
  return env;
}

/** @param {import('./builds.mjs').Host} host */
export const serverScript = (host) => path.join(host.vscodeDir, 'out/server-main.js');

/**
 * @param {object} options
 * @param {import('./builds.mjs').Host} options.host
 * @param {string} options.dataDir        server state and logs; use a fresh one per run
 * @param {string} options.userDataDir    holds User/settings.json, as on the desktop
 * @param {string} options.extensionsDir  installed (.vsix) extensions
 * @param {Record<string, unknown>} [options.settings]  user settings to add
 * @param {boolean} [options.testDriver]  lets the page ask for extension development and tests
 * @param {boolean} [options.asksForTrust] whether windows ask if a workspace is trusted; else all are
 * @param {number} [options.port]         default 0: the system picks a free one
 * @param {string[]} [options.args]       further server arguments
 */
export async function startServer(options) {
  const {
    host,
    dataDir,
    userDataDir,
    extensionsDir,
    settings = {},
    testDriver = false,
    asksForTrust = false,
    args = [],
  } = options;
  writeSettings(userDataDir, settings);
  mkdirSync(extensionsDir, { recursive: true });
  mkdirSync(dataDir, { recursive: true });

  // Whoever reaches the server can run programs through it, so it is never open to other pages.
  const token = randomBytes(16).toString('hex');
  const valued = {
    host: '127.0.0.1',
    port: String(options.port ?? 0),
    'connection-token': token,
    'server-data-dir': dataDir,
    'user-data-dir': userDataDir,
    'extensions-dir': extensionsDir,
    'telemetry-level': 'off',
    'app-name': 'Phase Docs test editor',
  };
  const flags = [
    'accept-server-license-terms',
    'disable-experiments',
    ...(asksForTrust ? [] : ['disable-workspace-trust']),
    'disable-update-check',
    'disable-getting-started-override',
    'force-disable-user-env',
    ...(testDriver ? ['enable-smoke-test-driver'] : []),
  ];
  const child = spawn(
    host.node,
    [
      path.join(editorDir, 'server-process.mjs'),
      serverScript(host),
      ...Object.entries(valued).flatMap(([name, value]) => [`--${name}`, value]),
      ...flags.map((name) => `--${name}`),
      ...args,
    ],
    {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: serverEnvironment(),
      // Ctrl+C in a terminal reaches a whole process group; the server is to end when we say so.
      detached: process.platform !== 'win32',
    },
  );
  // Writing to a server that has ended is no news.
  child.stdin.on('error', () => {});

  const logFile = path.join(dataDir, 'server.log');
  const log = createWriteStream(logFile);
  /** @type {number} */
  const port = await new Promise((resolve, reject) => {
    let head = '';
    let listening = false;
    const onData = (/** @type {Buffer} */ chunk) => {
      log.write(chunk);
      if (listening) return;
      head += chunk;
      // The server says so and stays, without a port.
      if (head.includes('EADDRINUSE')) {
        child.stdin.end();
        reject(new Error(`port ${options.port} is taken`));
      }
      const match = /Extension host agent listening on (\d+)/.exec(head);
      if (!match) return;
      listening = true;
      resolve(Number(match[1]));
    };
    child.stdout.on('data', onData);
    child.stderr.on('data', onData);
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(new Error(`the editor server ended with code ${code} before it was ready\n${head}`));
    });
  });

  const authority = `127.0.0.1:${port}`;
  return {
    authority,
    url: `http://${authority}/?tkn=${token}`,
    logFile,
    /** @type {Promise<void>} */
    exited: new Promise((resolve) => child.once('exit', () => resolve())),
    /** @param {{ linger?: number }} [stopping] @returns {Promise<number>} processes that had to be killed */
    async stop(stopping) {
      child.stdin.end();
      const killed = await stopFamily(child, stopping);
      await new Promise((resolve) => log.end(() => resolve(undefined)));
      return killed;
    },
  };
}
