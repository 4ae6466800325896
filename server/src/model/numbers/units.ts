/** Units of measure: what they measure, and how to compare values of two of them. */

/** What a number measures. Only numbers of one dimension can be compared. */
export type Dimension = 'count' | 'percent' | 'time' | 'size' | 'factor' | 'money';

export interface Unit {
  readonly dimension: Dimension;
  /** How many of the dimension's smallest unit it is. */
  readonly factor: number;
}

const units = new Map<string, Unit>();

function add(dimension: Dimension, factor: number, names: string): void {
  for (const name of names.split(' ')) units.set(name, { dimension, factor });
}

add('percent', 1, '% percent pct ％');
add('factor', 1, 'x ×');
add('time', 1, 'ns nanosecond nanoseconds');
add('time', 1e3, 'µs μs us microsecond microseconds');
add('time', 1e6, 'ms millisecond milliseconds');
add('time', 1e9, 's sec secs second seconds');
add('time', 60e9, 'min mins minute minutes');
add('time', 3600e9, 'h hr hrs hour hours');
add('time', 86400e9, 'day days');
add('size', 1, 'b byte bytes');
add('size', 1e3, 'kb');
add('size', 1e6, 'mb');
add('size', 1e9, 'gb');
add('size', 1e12, 'tb');
// `MB` and `MiB` are mixed up by most who write them.
add('size', 1e3, 'kib');
add('size', 1e6, 'mib');
add('size', 1e9, 'gib');
add('size', 1e12, 'tib');
add('count', 1e3, 'k thousand');
add('count', 1e6, 'million');

export const noUnit: Unit = { dimension: 'count', factor: 1 };

/** The unit of a word or sign in lower case. `m` may be minutes, metres or millions: it is none. */
export function unitOf(word: string): Unit | undefined {
  return units.get(word);
}
