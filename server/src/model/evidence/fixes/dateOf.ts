/** @param seconds since 1970 @returns the day in universal time, `2026-03-05` */
export function dateOf(seconds: number): string {
  const date = new Date(seconds * 1000);
  // A repository can claim any time, also one that no calendar has.
  return Number.isNaN(date.getTime()) ? 'no date' : date.toISOString().slice(0, 10);
}
