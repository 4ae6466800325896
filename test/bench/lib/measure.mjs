// Numbers from samples, and times of whole processes.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const usageReporter = fileURLToPath(new URL('./reportUsage.cjs', import.meta.url));

/** Nearest rank. @param {readonly number[]} samples @param {number} percent */
export function percentile(samples, percent) {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? NaN;
}

/** @param {readonly number[]} samples */
export const median = (samples) => percentile(samples, 50);

/** @param {() => unknown} work @returns {Promise<number>} milliseconds */
export async function timeOf(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** @param {number} milliseconds */
export const sleep = (milliseconds) => new Promise((resolve) => void setTimeout(resolve, milliseconds));

/**
 * Runs a whole process several times after a first run that warms the disk cache. What it prints is thrown away.
 *
 * @param {string} command @param {readonly string[]} args @param {{ runs: number, cwd?: string }} options
 * @returns {Promise<{ seconds: number, cpuSeconds?: number, peakMiB?: number }>} medians; CPU and memory for Node only
 */
export async function timeProcess(command, args, { runs, cwd }) {
  const isNode = command === process.execPath;
  const seconds = [];
  const usages = [];
  for (let run = 0; run <= runs; run++) {
    const start = performance.now();
    const child = spawn(command, isNode ? ['-r', usageReporter, ...args] : [...args], {
      cwd,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    });
    let errors = '';
    let usage = '';
    child.stderr?.on('data', (data) => (errors += data));
    child.stdio[3]?.on('data', (data) => (usage += data));
    const code = await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
    // Linters end with 1 if there are findings.
    if (code !== 0 && code !== 1) throw new Error(`${command} ${args.join(' ')} ended with ${code}: ${errors}`);
    if (run === 0) continue;
    seconds.push((performance.now() - start) / 1000);
    if (isNode) usages.push(JSON.parse(usage));
  }
  if (!isNode) return { seconds: median(seconds) };
  return {
    seconds: median(seconds),
    cpuSeconds: median(usages.map(({ cpuSeconds }) => cpuSeconds)),
    peakMiB: median(usages.map(({ peakKiB }) => peakKiB / 1024)),
  };
}
