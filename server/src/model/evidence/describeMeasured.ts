/** Measured values in words, for hover and messages. */
import type { Quantity } from './artifacts/artifact';
import type { Measured } from './measuredScope';

/** `38 of 40 passed, 2 failed, 1 skipped`. */
export function describeTests(measured: Measured): string {
  const value = (name: 'total' | 'passed' | 'failed' | 'errors' | 'skipped') => measured.get(name)?.value;
  const [total, passed] = [value('total'), value('passed')];
  const rest = (['failed', 'errors', 'skipped'] as const).flatMap((name) => {
    const count = value(name) ?? 0;
    return count > 0 ? [`${count} ${name === 'errors' && count === 1 ? 'error' : name}`] : [];
  });
  if (total === undefined || passed === undefined) return rest.length > 0 ? rest.join(', ') : 'nothing failed';
  return [`${passed} of ${total} passed`, ...rest].join(', ');
}

const NOUNS: Partial<Record<Quantity['name'], string>> = {
  lineCoverage: 'of lines',
  branchCoverage: 'of branches',
  functionCoverage: 'of functions',
  statementCoverage: 'of statements',
  passRate: 'passed',
  skipped: 'skipped',
  findings: 'findings',
};

/** `85.2 % of lines`, `3 min 32 s`, `2 findings (error)`. */
export function describeQuantity(quantity: Quantity): string {
  const noun = NOUNS[quantity.name];
  const level = quantity.scopeKind === 'level' && quantity.scope !== undefined ? ` (${quantity.scope})` : '';
  const written = describeValue(quantity);
  if (noun === undefined) return `${written}${level}`;
  return `${written} ${quantity.value === 1 && noun === 'findings' ? 'finding' : noun}${level}`;
}

function describeValue({ value, unit }: Pick<Quantity, 'value' | 'unit'>): string {
  if (unit === 'milliseconds') return describeDuration(value);
  // Cut, not rounded: 99.996 % is not 100 %.
  const shown = Math.trunc(value * 100 + Math.sign(value) * 1e-7) / 100;
  // `0.998 passed` would read as a count.
  if (unit === 'ratio') return describeValue({ value: value * 100, unit: 'percent' });
  return unit === 'percent'
    ? `${shown} %`
    : String(unit === 'none' && Math.abs(value) < 1 ? Number(value.toPrecision(4)) : shown);
}

/** `350 ms`, `12.3 s`, `3 min 32 s`, `1 h 5 min`. */
export function describeDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds * 100) / 100} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${Math.round(seconds * 10) / 10} s`;
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const parts = hours > 0 ? [`${hours} h`, `${minutes} min`] : [`${minutes} min`, `${rest} s`];
  return parts.filter((part) => !part.startsWith('0 ')).join(' ');
}
