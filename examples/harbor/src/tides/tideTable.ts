/** A published high or low water. */
export interface Extreme {
  readonly time: number;
  /** Centimetres above chart datum. */
  readonly level: number;
}

export interface TideTable {
  levelAt(time: number): number;
  lowestLevel(from: number, to: number): number;
}

const MINUTE = 60_000;
const LONGEST_GAP = 8 * 60 * MINUTE;

/** Reads lines of `2026-02-12T06:24Z,212`. A gap of more than eight hours is an error. */
export function readTideTable(csv: string): TideTable {
  const extremes = csv
    .trim()
    .split('\n')
    .map((line, index): Extreme => {
      const [time = '', level = ''] = line.split(',');
      if (Number.isNaN(Date.parse(time)) || level === '') throw new Error(`line ${index + 1}: not a time and a level`);
      return { time: Date.parse(time), level: Number(level) };
    });
  extremes.forEach((extreme, index) => {
    const next = extremes[index + 1];
    if (next !== undefined && next.time - extreme.time > LONGEST_GAP) {
      throw new Error(`gap between line ${index + 1} and line ${index + 2}`);
    }
  });
  return { levelAt: (time) => levelAt(extremes, time), lowestLevel: (from, to) => lowestLevel(extremes, from, to) };
}

function levelAt(extremes: readonly Extreme[], time: number): number {
  const index = extremes.findIndex((extreme) => extreme.time > time);
  const before = extremes[index - 1];
  const after = extremes[index];
  if (before === undefined || after === undefined) throw new Error('outside of the table');
  const part = (time - before.time) / (after.time - before.time);
  return before.level + ((after.level - before.level) * (1 - Math.cos(Math.PI * part))) / 2;
}

function lowestLevel(extremes: readonly Extreme[], from: number, to: number): number {
  const inside = extremes.filter((extreme) => extreme.time >= from && extreme.time <= to);
  return Math.min(levelAt(extremes, from), levelAt(extremes, to), ...inside.map((extreme) => extreme.level));
}
