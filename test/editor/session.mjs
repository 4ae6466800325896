// One editor window: a server (or the static site), a browser, and a page showing the workbench.
import path from 'node:path';
import { format } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { makeScratch, onSignal } from './cleanup.mjs';
import { linkBuiltins, linkExtension } from './extensions.mjs';
import { startServer } from './server.mjs';
import { startWebServer } from './web-server.mjs';

/**
 * @typedef {object} SessionOptions
 * @property {import('./builds.mjs').Host} host
 * @property {boolean | undefined} [web]          run extensions in a web worker, on a virtual workspace
 * @property {string | undefined} [workspace]     folder or .code-workspace file
 * @property {string | undefined} [extension]     extension under development (folder with package.json)
 * @property {string | undefined} [tests]         module with an exported run(), executed in the extension host
 * @property {string | undefined} [openFile]      file to open at start
 * @property {Record<string, unknown>} [settings] user settings
 * @property {Record<string, string> | undefined} [extensionEnv]  environment of the extension host and its children only
 * @property {string | undefined} [userDataDir]   default: fresh, deleted at close; likewise extensionsDir
 * @property {string | undefined} [extensionsDir]
 * @property {readonly string[] | undefined} [builtins]  those of the editor's own extensions that are there; default: all
 * @property {boolean | undefined} [trust]        whether the window asks if the workspace is trusted; default: all are
 * @property {string | undefined} [keepLogsIn]    folder that survives close(): server.log and the editor's logs
 * @property {boolean | undefined} [headed]       show the browser window
 * @property {{ width: number, height: number } | null} [viewport]
 * @property {(level: string, text: string) => void} [onConsole]  console of the extension host
 *
 * @typedef {object} Session
 * @property {import('playwright-core').Browser} browser
 * @property {import('playwright-core').Page} page
 * @property {string} address
 * @property {Promise<void> | undefined} serverExited
 * @property {Promise<number>} exitCode                   what the test run reported
 * @property {(workspace: string) => Promise<void>} open  shows another folder or .code-workspace file in the window
 * @property {() => boolean} closing
 * @property {(options?: { linger?: number }) => Promise<number>} close  resolves to the number of processes it had to kill
 *
 * @typedef {{ codeAutomationLog: (level: string, args: unknown[]) => void, editorConsole: (level: string, args: unknown[]) => void }} Automation
 */

/** Opens a page and hooks into the workbench's own automation functions, which it calls if present. */
async function openPage(
  /** @type {import('playwright-core').Browser} */ browser,
  /** @type {string} */ address,
  /** @type {SessionOptions} */ { viewport = { width: 1280, height: 800 }, onConsole = () => {} },
) {
  const page = await browser.newPage({ viewport });
  /** @type {(code: number) => void} */
  let reportExit = () => {};
  /** @type {Promise<number>} */
  const exitCode = new Promise((resolve) => {
    reportExit = resolve;
  });
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => reportExit(code));
  await page.exposeFunction('editorConsole', (/** @type {string} */ level, /** @type {unknown[]} */ args) =>
    onConsole(level, format(...args)),
  );
  await page.addInitScript(() => {
    Error.stackTraceLimit = 60;
    const automation = /** @type {Automation} */ (/** @type {unknown} */ (globalThis));
    // The hook sees every log line of the window. Those that come straight from an extension host's
    // console are told apart by this method on their call stack.
    automation.codeAutomationLog = (level, args) => {
      if (new Error().stack?.includes('$logExtensionHostMessage')) automation.editorConsole(level, args);
    };
  });
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  return { page, exitCode };
}

/**
 * The address at which a server's page opens `workspace` (a folder or .code-workspace file; none: an
 * empty window).
 *
 * @param {{ url: string }} server
 * @param {string | undefined} workspace
 * @param {[string, string][]} payload
 */
export function workbenchAddress(server, workspace, payload = []) {
  const address = new URL(server.url);
  if (workspace) {
    address.searchParams.set(workspace.endsWith('.code-workspace') ? 'workspace' : 'folder', path.resolve(workspace));
  } else {
    address.searchParams.set('ew', 'true');
  }
  if (payload.length) address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}

/**
 * Starts what the page connects to.
 *
 * With `tests` the extension is loaded as one under development: the page reads `payload` from its
 * address, a list of pairs whose extension keys are honoured only because the server then runs with
 * its test driver; paths mean files on the server, hence vscode-remote. The test driver also hides
 * notifications, so without `tests` (for a person, or for driving the user interface) it is left out
 * and the folder is listed as an installed extension.
 */
async function startBackend(/** @type {SessionOptions} */ options, /** @type {string} */ scratch) {
  const { host, workspace, extension, tests, settings } = options;
  const given = {
    ...(extension ? { extension } : {}),
    ...(tests ? { tests } : {}),
    ...(workspace ? { workspace } : {}),
    ...(settings ? { settings } : {}),
  };
  if (options.web) {
    const server = await startWebServer({ host, ...given });
    return { server, address: server.url };
  }
  const dataDir = options.keepLogsIn ? path.resolve(options.keepLogsIn) : path.join(scratch, 'server');
  const extensionsDir = path.resolve(options.extensionsDir ?? path.join(scratch, 'extensions'));
  if (extension && !tests) linkExtension(extensionsDir, extension);
  const builtinsDir = path.join(scratch, 'builtins');
  if (options.builtins) linkBuiltins(host, builtinsDir, options.builtins);
  const server = await startServer({
    host,
    dataDir,
    extensionsDir,
    ...(settings ? { settings } : {}),
    testDriver: Boolean(tests),
    userDataDir: path.resolve(options.userDataDir ?? path.join(scratch, 'user-data')),
    asksForTrust: options.trust === true,
    args: [
      ...['--logsPath', path.join(dataDir, 'logs')],
      ...(options.builtins ? ['--builtin-extensions-dir', builtinsDir] : []),
    ],
  });
  const remote = (/** @type {string} */ file) =>
    `vscode-remote://${server.authority}${path.resolve(file).split(path.sep).map(encodeURIComponent).join('/')}`;
  /** @type {[string, string][]} */
  const payload = [];
  if (tests && extension) {
    payload.push(['extensionDevelopmentPath', remote(extension)], ['extensionTestsPath', remote(tests)]);
  }
  if (options.openFile) payload.push(['openFile', remote(options.openFile)]);
  if (options.extensionEnv) payload.push(['extensionEnvironment', JSON.stringify(options.extensionEnv)]);
  return { server, address: workbenchAddress(server, workspace, payload) };
}

/**
 * Opens the workbench: on a real server, where the extension runs in a Node extension host, or with
 * `web` as a static site.
 *
 * @param {SessionOptions} options
 * @returns {Promise<Session>}
 */
export async function openSession(options) {
  const { dir: scratch, discard } = makeScratch('editor');
  const starting = /** @type {const} */ ([startBackend(options, scratch), launchBrowser(options)]);
  let isClosing = false;
  const close = async (/** @type {{ linger?: number }} */ stopping = {}) => {
    isClosing = true;
    // What is still starting is waited for, so that nothing comes up after the end.
    const [backend, browser] = await Promise.allSettled(starting);
    if (browser.status === 'fulfilled') await browser.value.close().catch(() => {});
    const killed = backend.status === 'fulfilled' ? await backend.value.server.stop(stopping) : 0;
    discard();
    forget();
    return killed;
  };
  const forget = onSignal(() => void close().finally(() => process.exit(130)));
  try {
    const [{ server, address }, browser] = await Promise.all(starting);
    const { page, exitCode } = await openPage(browser, address, options);
    const open = async (/** @type {string} */ other) => {
      if (options.web) throw new Error('in the web there is only one workspace');
      await page.goto(workbenchAddress(server, other), { waitUntil: 'domcontentloaded' });
    };
    return { browser, page, address, open, serverExited: server.exited, exitCode, close, closing: () => isClosing };
  } catch (error) {
    // Stopped by a signal while starting: the process ends as soon as everything is closed.
    if (isClosing) return new Promise(() => {});
    await close();
    throw error;
  }
}
