// Running npm and fetching single packages. Uses nothing but Node's own modules, because it also
// installs the project's dependencies in a fresh clone.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

/** What an outer `npm run` exports describes that run, except for how to reach the registry. */
const KEPT_SETTINGS =
  /^npm_config_(cache|registry|proxy|https_proxy|noproxy|cafile|ca|strict_ssl|userconfig|globalconfig)$/i;

const UNREACHABLE =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|E50[234])\b/;

/**
 * Runs a program and collects its output; rejects only when it cannot be started.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export function execute(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    const collect = (/** @type {Buffer} */ chunk) => (output += chunk);
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

/**
 * @param {string[]} args
 * @param {string} cwd
 */
export async function npm(args, cwd) {
  const env = Object.entries(process.env).filter(([key]) => !/^npm_/i.test(key) || KEPT_SETTINGS.test(key));
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--engine-strict=false'];
  // By default npm takes two minutes to say that there is no network.
  const patience = ['--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=10000'];
  const windows = process.platform === 'win32';
  const { code, output } = await execute('npm', [...args, '--ignore-scripts', ...quiet, ...patience], {
    cwd,
    env: Object.fromEntries(env),
    shell: windows,
  });
  if (code === 0) return;
  const hint = UNREACHABLE.test(output)
    ? '\nThe npm registry could not be reached: check the network, the proxy, and `npm config get registry`.'
    : '';
  throw new Error(`npm ${args.join(' ')} failed in ${cwd}:\n${output.trim()}${hint}`);
}

/**
 * Downloads a package, checks its hash and unpacks it.
 *
 * @param {import('./builds.mjs').Tarball} tarball
 * @param {string} target
 * @param {string[]} only  paths inside the tarball; default everything
 */
export async function unpack({ spec, integrity }, target, only = []) {
  mkdirSync(target, { recursive: true });
  await npm(['pack', spec, '--pack-destination', '.'], target);
  const file = readdirSync(target).find((name) => name.endsWith('.tgz'));
  if (!file) throw new Error(`npm pack ${spec} left no tarball`);
  const bytes = readFileSync(path.join(target, file));
  const actual = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  if (actual !== integrity) throw new Error(`${spec} is not the expected package: wanted ${integrity}, got ${actual}`);
  const tar = await execute('tar', ['-xzf', file, '--strip-components=1', ...only], { cwd: target });
  if (tar.code !== 0) throw new Error(`unpacking ${spec} failed: ${tar.output}`);
  rmSync(path.join(target, file));
}
