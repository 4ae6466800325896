// Finds, installs and launches a Chromium for playwright-core, which brings no browser of its own.
import { accessSync, constants, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { CHROMIUM, cacheDir, isInstalled, platform } from './builds.mjs';
import { execute, unpack } from './npm.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
// The fonts are for the pictures: text, and the signs that documents mark their state with.
const DISTRIBUTION_PACKAGES = ['chromium', 'fonts-dejavu-core', 'fonts-noto-color-emoji'];
const packagedDir = path.join(cacheDir, `chromium-${CHROMIUM.version}`);

/** @param {string[]} names @returns {string | undefined} */
export function findOnPath(...names) {
  for (const name of names) {
    for (const dir of (process.env.PATH ?? '').split(path.delimiter)) {
      const file = path.join(dir, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not in this folder.
      }
    }
  }
  return undefined;
}

/**
 * PHASE_DOCS_EDITOR_BROWSER, else one from the system, else the one from npm.
 *
 * @returns {{ file: string, env: Record<string, string>, args: string[] } | undefined}
 */
export function findBrowser() {
  const system = process.env.PHASE_DOCS_EDITOR_BROWSER || findOnPath(...NAMES);
  if (system) return { file: system, env: {}, args: [] };
  if (!isInstalled(packagedDir)) return undefined;
  const libraries = [path.join(packagedDir, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return {
    file: path.join(packagedDir, 'chromium'),
    env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: path.join(packagedDir, 'fonts.conf') },
    args: ['--no-zygote'],
  };
}

/**
 * Makes sure there is a browser: from the distribution where that needs no password, else from npm.
 *
 * @param {typeof import('./install.mjs').makeAside} makeAside
 * @param {(line: string) => void} report
 */
export async function installBrowser(makeAside, report) {
  if (findBrowser()) return;
  if (process.getuid?.() === 0 && findOnPath('apt-get') && (await installFromDistribution(report))) return;
  if (platform !== CHROMIUM.platform) {
    throw new Error(`no Chromium for ${platform} in npm; install one, or name it in PHASE_DOCS_EDITOR_BROWSER`);
  }
  await makeAside(`Chromium ${CHROMIUM.version} (npm)`, packagedDir, makePackaged, report);
}

/** @param {(line: string) => void} report */
async function installFromDistribution(report) {
  report('Chromium (apt-get): installing ...');
  const began = Date.now();
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Another process may be installing packages right now.
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...DISTRIBUTION_PACKAGES]]) {
    const { code, output } = await execute('apt-get', [...wait, ...args], { env });
    if (code !== 0) {
      report(
        `apt-get ${args[0]} failed, so the browser comes from npm:\n${output.trim().split('\n').slice(-4).join('\n')}`,
      );
      return false;
    }
  }
  report(`Chromium (apt-get): installed in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  return Boolean(findBrowser());
}

/** @param {string} dir */
async function makePackaged(dir) {
  const scratch = path.join(dir, 'tarball');
  await unpack(CHROMIUM.tarball, scratch);
  const inflate = (/** @type {string} */ name) => brotliDecompressSync(readFileSync(path.join(scratch, 'bin', name)));
  writeFileSync(path.join(dir, 'chromium'), inflate('chromium.br'), { mode: 0o755 });
  for (const name of ['al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br']) {
    const tar = spawnSync('tar', ['-xf', '-'], { cwd: dir, input: inflate(name) });
    if (tar.status !== 0) throw new Error(`unpacking ${name} failed: ${tar.stderr}`);
  }
  rmSync(scratch, { recursive: true });
  // The system's fonts, if any, and the one that came along.
  const systemFonts = '/etc/fonts/fonts.conf';
  writeFileSync(
    path.join(dir, 'fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  ${existsSync(systemFonts) ? `<include ignore_missing="yes">${systemFonts}</include>` : ''}
  <dir>${path.join(packagedDir, 'fonts')}</dir>
  <cachedir>${path.join(packagedDir, 'fonts-cache')}</cachedir>
</fontconfig>
`,
  );
  return { from: CHROMIUM.tarball.spec };
}

/** @param {{ headed?: boolean | undefined }} [options] */
export async function launchBrowser({ headed = false } = {}) {
  const found = findBrowser();
  if (!found) throw new Error('no browser found; run: node test/editor/install.mjs browser');
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath: found.file,
    env: { ...process.env, ...found.env },
    headless: !headed,
    // Signals are handled where the whole session is closed.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      ...found.args,
      // Only our own pages are loaded, and neither root nor most containers can have the sandbox.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
