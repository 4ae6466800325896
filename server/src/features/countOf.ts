/** How things are counted in texts for people. */

/** `2 of 7 claims`, `1 of 1 claim`. */
export function shareOf(part: number, whole: number, noun: string): string {
  return `${part} of ${countOf(whole, noun)}`;
}

/** `has`, `have`: the verb that goes with a number of things. */
export function verbFor(count: number, one: string, several: string): string {
  return count === 1 ? one : several;
}

/** `1 error`, `2 errors`. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : noun.endsWith('x') ? 'es' : 's'}`;
}
