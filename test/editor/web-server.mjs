// Serves the editor as static files: no server process, no Node extension host. Extensions run in a
// web worker of the page, as they do on an editor web site.
import { createReadStream, readFileSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { editorDir } from './builds.mjs';
import { DEFAULT_SETTINGS } from './server.mjs';

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.cjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

const PAGE = 'out/vs/code/browser/workbench/workbench.html';
const SCRIPT = 'out/vs/code/browser/workbench/workbench.js';

/**
 * This build is made to sit in front of its own server: it always connects to the page's address and
 * keeps user data there. As a static site it must do neither, hence these two edits on the way out.
 *
 * @type {[RegExp, string][]}
 */
const EDITS = [
  [/remoteAuthority:location\.host/g, 'remoteAuthority:void 0'],
  [
    /\.file\(this\.userDataPath\)\.with\(\{scheme:(\w+)\.vscodeRemote\}\)/g,
    '.file(this.userDataPath).with({scheme:$1.vscodeUserData})',
  ],
];

/** @param {string} file */
function staticWorkbench(file) {
  let source = readFileSync(file, 'utf8');
  for (const [pattern, replacement] of EDITS) {
    if (source.match(pattern)?.length !== 1) throw new Error(`this editor build differs: ${pattern} does not fit`);
    source = source.replace(pattern, replacement);
  }
  return source;
}

/**
 * Everything below a folder, for the file system in web-fs/.
 *
 * @param {string} root
 * @param {string} [dir]
 * @returns {{ path: string, directory: boolean, size: number, mtime: number }[]}
 */
function listing(root, dir = root) {
  const entryOf = (/** @type {string} */ file) => {
    const stats = statSync(file);
    const relative = path.relative(root, file).split(path.sep).join('/');
    const directory = stats.isDirectory();
    return {
      path: relative && `/${relative}`,
      directory,
      size: directory ? 0 : stats.size,
      mtime: Math.round(stats.mtimeMs),
    };
  };
  const inside = readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(dir, entry.name);
    if (entry.isDirectory()) return listing(root, file);
    return entry.isFile() ? [entryOf(file)] : [];
  });
  return [entryOf(dir), ...inside];
}

/**
 * @param {object} options
 * @param {import('./builds.mjs').Host} options.host
 * @param {string} [options.extension]  web extension under development (its package.json has `browser`)
 * @param {string} [options.tests]      bundled test module inside that folder, exporting run()
 * @param {string} [options.workspace]  folder shown as a virtual workspace (test-fs:/workspace)
 * @param {Record<string, unknown>} [options.settings]
 * @param {number} [options.port]       default 0: the system picks a free one
 */
export async function startWebServer({ host, extension, tests, workspace, settings = {}, port = 0 }) {
  const script = path.join(host.vscodeDir, SCRIPT);
  /** @type {Record<string, string>} */
  const roots = {
    vscode: host.vscodeDir,
    'web-fs': path.join(editorDir, 'web-fs'),
    ...(extension ? { extension: path.resolve(extension) } : {}),
    ...(workspace ? { workspace: path.resolve(workspace) } : {}),
  };
  let authority = '';
  /** @type {string | undefined} */
  let workbench;

  const html = () => {
    const uri = (/** @type {string} */ pathname) => ({ scheme: 'http', authority, path: pathname });
    const inExtension = (/** @type {string} */ file) =>
      `/extension/${path
        .relative(roots.extension ?? '', path.resolve(file))
        .split(path.sep)
        .join('/')}`;
    const configuration = {
      productConfiguration: {
        nameShort: 'Phase Docs test editor',
        nameLong: 'Phase Docs test editor',
        enableTelemetry: false,
        extensionsGallery: {},
        extensionEnabledApiProposals: { 'phase-docs.web-fs': ['fileSearchProvider', 'textSearchProvider'] },
      },
      webviewEndpoint: '/vscode/out/vs/workbench/contrib/webview/browser/pre',
      additionalBuiltinExtensions: [uri('/web-fs')],
      configurationDefaults: { ...DEFAULT_SETTINGS, ...settings },
      enableWorkspaceTrust: false,
      userDataPath: '/user-data',
      isEnabledFileDownloads: true,
      isEnabledFileUploads: true,
      isEnabledCoderGettingStarted: false,
      ...(workspace ? { folderUri: { scheme: 'test-fs', authority: '', path: '/workspace' } } : {}),
      developmentOptions: {
        ...(extension ? { extensions: [uri('/extension')] } : {}),
        ...(tests ? { extensionTestsPath: uri(inExtension(tests)) } : {}),
      },
    };
    /** @type {Record<string, string>} */
    const values = {
      WORKBENCH_WEB_CONFIGURATION: JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;'),
      WORKBENCH_WEB_BASE_URL: '/vscode',
      WORKBENCH_NLS_FALLBACK_URL: '/vscode/out/nls.messages.js',
      WORKBENCH_NLS_URL: '/vscode/out/nls.messages.js',
      BASE: '/vscode',
      VS_BASE: '/vscode',
    };
    const page = readFileSync(path.join(host.vscodeDir, PAGE), 'utf8');
    return page.replace(/\{\{(\w+)\}\}/g, (_, name) => values[name] ?? '');
  };

  const server = createServer((request, response) => {
    const send = (/** @type {number} */ status, /** @type {string} */ type, /** @type {string} */ body) =>
      response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body);
    try {
      // A page of another site that had its name point here would send its own name.
      if (request.headers.host !== authority) return send(403, 'text/plain', 'forbidden');
      const pathname = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
      if (pathname === '/') return send(200, 'text/html', html());
      if (pathname === '/workspace-index') {
        return send(200, 'application/json', JSON.stringify(roots.workspace ? listing(roots.workspace) : []));
      }
      const [, first = '', ...rest] = pathname.split('/');
      const root = roots[first];
      const file = root && path.join(root, ...rest);
      const inside = file && (file === root || file.startsWith(root + path.sep));
      if (!inside || !statSync(file, { throwIfNoEntry: false })?.isFile()) return send(404, 'text/plain', 'not found');
      if (file === script) return send(200, 'text/javascript', (workbench ??= staticWorkbench(file)));
      const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
      response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' });
      return createReadStream(file).pipe(response);
    } catch (error) {
      return send(500, 'text/plain', String(error));
    }
  });
  await new Promise((resolve, reject) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      reject(error.code === 'EADDRINUSE' ? new Error(`port ${port} is taken`) : error),
    );
    server.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the web server has no port');
  authority = `127.0.0.1:${address.port}`;
  return {
    authority,
    url: `http://${authority}/`,
    exited: undefined,
    /** @returns {Promise<number>} */
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      return 0;
    },
  };
}
