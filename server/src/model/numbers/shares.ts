/** Whether a percentage fits the numbers it is computed from. */

/**
 * Percentages are rounded up, down or to the nearest at the digits written, and each of these is accepted: 43 of 45 is
 * `95%`, `96%` or `95.6%`. Only `100%` means all and `0%` none.
 *
 * @param decimals digits of the percentage after the point
 * @param about whether it is written as an estimate
 */
export function fitsShare(percentage: number, decimals: number, part: number, whole: number, about: boolean): boolean {
  const exact = (part / whole) * 100;
  if (about) return Math.abs(percentage - exact) <= Math.max(2, 2 * 10 ** -decimals);
  if (percentage === 100 || percentage === 0) return Math.abs(percentage - exact) < 1e-9;
  return Math.abs(percentage - exact) < 10 ** -decimals - 1e-9 || Math.abs(percentage - exact) < 1e-9;
}

/** The percentage with as many digits as written, one more where it is needed to tell it from all or none. */
export function showShare(part: number, whole: number, decimals: number): string {
  const exact = (part / whole) * 100;
  for (let digits = Math.max(1, decimals); digits < 6; digits++) {
    const shown = exact.toFixed(digits).replace(/\.?0+$/, '');
    if (fitsShare(Number(shown), digits, part, whole, false)) return `${shown}%`;
  }
  return `${exact}%`;
}
