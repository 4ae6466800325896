// Runs steps, two at a time, and shows their output one after the other.
import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { projectDir } from '../../test/editor/builds.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} [after]          steps whose result it needs, when they run too
 * @property {string[][]} commands       Node scripts with their arguments, run one after the other
 * @property {'node' | 'mocha'} [tests]  the test runner whose closing summary is in the output
 * @property {Record<string, string>} [env]
 *
 * @typedef {{ passed: number, failed: number }} Counts
 */

/** What a test runner says of itself at its end. @type {Record<'node' | 'mocha', (text: string) => Counts>} */
const SUMMARIES = {
  node: (text) => {
    const last = (/** @type {string} */ word) =>
      Number([...text.matchAll(new RegExp(`^(?:ℹ|#) ${word} (\\d+)$`, 'gm'))].at(-1)?.[1] ?? 0);
    return { passed: last('pass'), failed: last('fail') + last('cancelled') };
  },
  mocha: (text) => {
    const sum = (/** @type {string} */ word) =>
      [...text.matchAll(new RegExp(`^\\s+(\\d+) ${word}`, 'gm'))].reduce((total, match) => total + Number(match[1]), 0);
    return { passed: sum('passing'), failed: sum('failing') };
  },
};

const seconds = (/** @type {number} */ began) => `${((Date.now() - began) / 1000).toFixed(1)} s`;

/** Writes what several running steps print, without mixing it: only the oldest writes at once. */
class Turns {
  /** @type {{ held: string[], done: boolean }[]} */
  #queue = [];

  /** @returns {{ write: (text: string) => void, end: () => void }} */
  take() {
    const turn = { held: /** @type {string[]} */ ([]), done: false };
    this.#queue.push(turn);
    return {
      write: (text) => void (this.#queue[0] === turn ? process.stdout.write(text) : turn.held.push(text)),
      end: () => {
        turn.done = true;
        while (this.#queue[0]?.done) {
          this.#queue.shift();
          for (const text of this.#queue[0]?.held.splice(0) ?? []) process.stdout.write(text);
        }
      },
    };
  }
}

/**
 * @param {string[]} command
 * @param {Record<string, string> | undefined} env
 * @param {(text: string) => void} write
 * @returns {Promise<boolean>} whether it succeeded
 */
function runCommand(command, env, write) {
  const colors = process.stdout.isTTY && !process.env.NO_COLOR ? { FORCE_COLOR: '1' } : {};
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, {
      cwd: projectDir,
      env: { ...process.env, ...colors, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', write);
    child.once('error', reject);
    child.once('close', (code) => resolve(code === 0));
  });
}

/**
 * @param {Step} step
 * @param {ReturnType<Turns['take']>} turn
 * @returns {Promise<Counts & { ok: boolean }>}
 */
async function runStep(step, turn) {
  const began = Date.now();
  let output = '';
  let ok = true;
  turn.write(`\n▶ ${step.name}\n`);
  const write = (/** @type {string} */ text) => {
    output += text;
    turn.write(text);
  };
  for (const command of step.commands) ok &&= await runCommand(command, step.env, write);
  const counts = step.tests ? SUMMARIES[step.tests](stripVTControlCharacters(output)) : { passed: 0, failed: 0 };
  if (step.tests && counts.passed + counts.failed === 0 && ok) {
    turn.write('no test ran\n');
    ok = false;
  }
  // A step can fail without a failed test: a type error, a crash, a timeout.
  if (!ok && counts.failed === 0) counts.failed = 1;
  if (counts.failed > 0) ok = false;
  const tests = step.tests && ok ? `, ${counts.passed} tests` : '';
  turn.write(ok ? `✔ ${step.name} (${seconds(began)}${tests})\n` : `✘ ${step.name} failed (${seconds(began)})\n`);
  turn.end();
  return { ...counts, ok };
}

/**
 * Runs the steps in their order, `jobs` at a time; after a failure what runs is finished and nothing
 * more is begun.
 *
 * @param {Step[]} steps
 * @param {number} jobs
 * @returns {Promise<Counts & { failedSteps: string[], skippedSteps: string[] }>}
 */
export async function runSteps(steps, jobs) {
  const turns = new Turns();
  const waiting = [...steps];
  /** @type {Set<string>} */
  const unfinished = new Set(steps.map(({ name }) => name));
  /** @type {Map<string, Promise<void>>} */
  const running = new Map();
  const total = { passed: 0, failed: 0, failedSteps: /** @type {string[]} */ ([]) };

  const begin = (/** @type {Step} */ step) => {
    const finished = runStep(step, turns.take()).then(({ passed, failed, ok }) => {
      total.passed += passed;
      total.failed += failed;
      if (!ok) total.failedSteps.push(step.name);
      unfinished.delete(step.name);
      running.delete(step.name);
    });
    running.set(step.name, finished);
  };
  const isReady = (/** @type {Step} */ step) => !step.after?.some((name) => unfinished.has(name));

  for (;;) {
    while (running.size < jobs && total.failedSteps.length === 0) {
      const next = waiting.findIndex(isReady);
      if (next < 0) break;
      for (const step of waiting.splice(next, 1)) begin(step);
    }
    if (running.size === 0) return { ...total, skippedSteps: waiting.map(({ name }) => name) };
    await Promise.race(running.values());
  }
}
