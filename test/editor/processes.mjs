// Stopping a process together with everything it started, by process id only.
import { readFileSync, readdirSync } from 'node:fs';

/** @typedef {Map<number, string>} Family pid -> start time, so that a reused pid is never mistaken */

/** Every live process (Linux /proc; empty elsewhere). */
function snapshot() {
  /** @type {Map<number, { ppid: number, started: string }>} */
  const table = new Map();
  /** @type {string[]} */
  let names = [];
  try {
    names = readdirSync('/proc');
  } catch {
    return table;
  }
  for (const name of names) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const [state, ppid, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (state !== 'Z') table.set(Number(name), { ppid: Number(ppid), started: fields[17] ?? '' });
    } catch {
      // It ended meanwhile.
    }
  }
  return table;
}

/** A process and all its descendants. @param {number} rootPid @returns {Family} */
function familyOf(rootPid) {
  const table = snapshot();
  /** @type {Family} */
  const found = new Map();
  const visit = (/** @type {number} */ pid) => {
    const entry = table.get(pid);
    if (!entry || found.has(pid)) return;
    found.set(pid, entry.started);
    for (const [child, { ppid }] of table) if (ppid === pid) visit(child);
  };
  visit(rootPid);
  return found;
}

/** @param {Family} members */
function survivors(members) {
  const table = snapshot();
  return [...members].filter(([pid, started]) => table.get(pid)?.started === started).map(([pid]) => pid);
}

/** @param {number} pid @param {NodeJS.Signals} name */
function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // Already gone.
  }
}

/** Descendants announce their end to nobody here, so the process table is read until they are gone. */
async function goneWithin(/** @type {Family} */ members, /** @type {number} */ ms) {
  const deadline = Date.now() + ms;
  while (survivors(members).length > 0) {
    if (Date.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return true;
}

/**
 * @param {Family} members
 * @param {number} linger  ms they get to go by themselves, before SIGTERM and then SIGKILL
 * @returns {Promise<number>} how many needed SIGKILL
 */
async function end(members, linger) {
  if (await goneWithin(members, linger)) return 0;
  for (const pid of survivors(members)) signal(pid, 'SIGTERM');
  if (await goneWithin(members, 2000)) return 0;
  const left = survivors(members);
  for (const pid of left) signal(pid, 'SIGKILL');
  return left.length;
}

/**
 * Waits for `child`, which was told to end, and its descendants.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {{ linger?: number }} [options]
 */
export async function stopFamily(child, { linger = 300 } = {}) {
  if (!child.pid) return 0;
  const members = familyOf(child.pid);
  // Without a process table there is still the child itself.
  if (members.size === 0) child.kill('SIGTERM');
  return end(members, linger);
}

/**
 * Ends everything this process started. Its own children are told first: they know best how to end
 * what they started themselves.
 */
export async function stopDescendants() {
  const members = familyOf(process.pid);
  members.delete(process.pid);
  const table = snapshot();
  for (const pid of members.keys()) if (table.get(pid)?.ppid === process.pid) signal(pid, 'SIGTERM');
  return end(members, 15_000);
}
