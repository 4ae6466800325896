/** What a key says about the number under it: `numPassedTests`, `success_rate`, `lines.pct`, `duration_ms`. */
import type { Quantity, QuantityName, QuantityUnit } from '../artifact';
import type { BoundNumber } from './jsonPointer';

const COVERAGE: readonly (readonly [RegExp, QuantityName])[] = [
  [/^lines?$/, 'lineCoverage'],
  [/^branch(?:es)?$/, 'branchCoverage'],
  [/^(?:functions?|methods?)$/, 'functionCoverage'],
  [/^statements?$/, 'statementCoverage'],
];

const COUNTS: readonly (readonly [RegExp, QuantityName])[] = [
  [/^(?:passed|passes|passing)$/, 'passed'],
  [/^(?:failed|failures|failing)$/, 'failed'],
  [/^errors$/, 'errors'],
  [/^(?:skipped|pending)$/, 'skipped'],
  [/^total$/, 'total'],
];

/** In milliseconds. A bare `time` or `duration` is in whatever its writer likes. */
const TIME_UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:ms|msecs?|millis|milliseconds?)$/, 1],
  [/^(?:s|secs?|seconds?)$/, 1000],
  [/^(?:mins?|minutes?)$/, 60_000],
  [/^(?:hours?|hrs?)$/, 3_600_000],
];

/** @param tokens of the pointer, outermost first */
export function quantityOf(tokens: readonly string[], number: BoundNumber): Quantity {
  const words = tokens.map(wordsOf);
  const last = words.at(-1) ?? [];
  const path = words.flat();
  const digits = number.digits === undefined ? {} : { digits: number.digits };
  const make = (name: QuantityName, unit: QuantityUnit, value = number.value): Quantity => ({
    name,
    value,
    unit,
    ...digits,
  });

  const time = TIME_UNITS.find(([pattern]) => pattern.test(last.at(-1) ?? ''));
  // `s` alone is as likely a name.
  if (time && last.length > 1) {
    const [, factor] = time;
    return { name: 'duration', value: number.value * factor, unit: 'milliseconds' };
  }
  const isPercent = number.percent || last.some((word) => /^(?:pct|percent(?:age)?)$/.test(word));
  const isRate = isPercent || last.some((word) => /^(?:rate|ratio|coverage)$/.test(word));
  if (isRate) {
    const unit = isPercent || number.value > 1 ? 'percent' : 'ratio';
    const kind = COVERAGE.find(([pattern]) => path.some((word) => pattern.test(word)));
    const covers = path.includes('coverage') || last.includes('pct');
    if (kind && covers) return make(kind[1], unit);
    const passes = path.some((word) => /^(?:pass|passed|success)$/.test(word));
    return make(passes && !path.includes('coverage') ? 'passRate' : 'value', unit);
  }
  const count = COUNTS.find(([pattern]) => last.some((word) => pattern.test(word)));
  if (count && Number.isSafeInteger(number.value) && number.value >= 0 && onlyTests(last))
    return make(count[1], 'count');
  return make('value', 'none');
}

/** `passed`, `tests_passed`, `numFailedTests`; `failed_jobs` counts something else. */
function onlyTests(words: readonly string[]): boolean {
  return words.every((word) =>
    /^(?:num|number|of|count|tests?|total|pass\w*|fail\w*|errors|skipped|pending)$/.test(word),
  );
}

/** `numPassedTests`, `num_passed-tests` → num, passed, tests. */
function wordsOf(token: string): readonly string[] {
  return token
    .slice(0, 200)
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
}
