#!/usr/bin/env node
// Opens Phase Docs on the example project, in a desktop VS Code where there is one, else in a browser.
//
//   npm start -- [--workspace DIR] [--web] [--host latest|floor] [--port N] [--no-browser]
//
// Each option but --workspace asks for the embedded editor. Ctrl+C ends it. After a rebuild, reload
// the window: the new build is loaded.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { cacheDir, locateHost, projectDir } from '../test/editor/builds.mjs';
import { makeScratch, onSignal } from '../test/editor/cleanup.mjs';
import { linkExtension } from '../test/editor/extensions.mjs';
import { installEditor } from '../test/editor/install.mjs';
import { stopDescendants } from '../test/editor/processes.mjs';
import { startServer } from '../test/editor/server.mjs';
import { workbenchAddress } from '../test/editor/session.mjs';
import { startWebServer } from '../test/editor/web-server.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { findDesktop } from './lib/desktop.mjs';
import { ensureBuild } from './lib/fresh-build.mjs';

const USAGE = 'npm start -- [--workspace DIR] [--web] [--host latest|floor] [--port N] [--no-browser]';

/** Resolves when this process is told to stop; from the start, so that installing can be stopped too. */
const told = new Promise((resolve) => onSignal(resolve));

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        workspace: { type: 'string', default: path.join(projectDir, 'examples/harbor') },
        web: { type: 'boolean', default: false },
        host: { type: 'string' },
        port: { type: 'string' },
        'no-browser': { type: 'boolean', default: false },
      },
    });
    const workspace = path.resolve(values.workspace);
    if (!existsSync(workspace)) throw new Error(`there is no ${workspace}`);
    if (values.port && !/^\d{1,5}$/.test(values.port)) throw new Error(`--port ${values.port} is not a port number`);
    const isEmbedded = values.web || values.host || values.port || values['no-browser'];
    return { ...values, workspace, desktop: isEmbedded ? undefined : findDesktop() };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n  ${USAGE}`);
    process.exit(2);
  }
}

/** @typedef {ReturnType<typeof readOptions>} Options */
/** @typedef {{ ended: Promise<unknown> | undefined, stop: () => Promise<unknown> }} Running */

const shortPath = (/** @type {string} */ file) => path.relative(process.cwd(), file) || '.';

const aboutWorkspace = (/** @type {string} */ workspace) =>
  `It shows ${shortPath(workspace)}: the files themselves, not a copy (\`git restore\` undoes your changes).`;

const aboutVirtualWorkspace = (/** @type {string} */ workspace) =>
  `It shows ${shortPath(workspace)} in the web extension host; your changes stay in the page.`;

/**
 * A window of its own, with its own settings, so that the person's windows are left alone.
 *
 * @param {string} desktop
 * @param {Options} options
 * @returns {Running}
 */
function openDesktop(desktop, { workspace }) {
  const profile = path.join(cacheDir, 'desktop');
  const args = [
    `--extensionDevelopmentPath=${projectDir}`,
    `--user-data-dir=${path.join(profile, 'user-data')}`,
    `--extensions-dir=${path.join(profile, 'extensions')}`,
    '--disable-workspace-trust',
    '--new-window',
    '--wait',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    workspace,
  ];
  const shell = process.platform === 'win32';
  const child = spawn(shell ? `"${desktop}"` : desktop, args, { stdio: ['ignore', 'ignore', 'inherit'], shell });
  const ended = new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new Error(`${desktop} cannot be started: ${error.message}`)));
    child.once('exit', resolve);
  });
  console.log(
    `Phase Docs opens in ${desktop}.\n${aboutWorkspace(workspace)}\nClose its window or press Ctrl+C to end.`,
  );
  return { ended, stop: stopDescendants };
}

/** @param {Options} options @returns {Promise<Running>} */
async function openEmbedded(options) {
  const { workspace } = options;
  const name = options.host ?? 'latest';
  const port = Number(options.port ?? 0);
  await installEditor(name);
  const host = locateHost(name);
  const { dir: dataDir } = makeScratch('start');
  const start = async () => {
    if (options.web) {
      const server = await startWebServer({ host, extension: projectDir, workspace, port });
      return { server, address: server.url };
    }
    const extensionsDir = path.join(dataDir, 'extensions');
    linkExtension(extensionsDir, projectDir);
    const settings = { 'git.enabled': true, 'workbench.reduceMotion': 'auto' };
    const userDataDir = path.join(dataDir, 'user-data');
    const server = await startServer({ host, dataDir, userDataDir, extensionsDir, port, settings });
    return { server, address: workbenchAddress(server, workspace) };
  };
  const { server, address } = await start();
  const note = options.web ? aboutVirtualWorkspace(workspace) : aboutWorkspace(workspace);
  console.log(`Phase Docs is ready in VS Code ${host.version}:\n\n  ${address}\n\n${note}\nCtrl+C ends it.`);
  if (!options['no-browser']) showPage(address);
  const ended = server.exited?.then(() => {
    throw new Error('the editor server ended by itself');
  });
  return { ended, stop: server.stop };
}

/** Opens the page in the person's browser; where there is none, the printed address has to do. */
function showPage(/** @type {string} */ address) {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  /** @type {Record<string, [string, ...string[]]>} */
  const openers = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] };
  const [command, ...args] = openers[process.platform] ?? ['xdg-open'];
  const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => {}).unref();
}

/** @param {Options} options */
async function open(options) {
  await ensureDependencies();
  await ensureBuild();
  return options.desktop ? openDesktop(options.desktop, options) : openEmbedded(options);
}

const options = readOptions();
try {
  const opening = open(options);
  const running = await Promise.race([opening, told.then(() => undefined)]);
  if (running) {
    await Promise.race([told, running.ended].filter(Boolean));
    await running.stop();
  } else {
    // Stopped while installing or starting: what was begun fails when its processes end.
    opening.catch(() => {});
    await stopDescendants();
  }
  process.exit(0);
} catch (error) {
  console.error(`npm start: ${error instanceof Error ? error.message : error}`);
  await stopDescendants();
  process.exit(1);
}
