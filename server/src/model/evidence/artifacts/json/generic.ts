/** Reports of one's own scripts: counts under names that can mean one thing only, at the top or under `summary`, `stats`. */
import { unknownFormat, vacuous } from '../artifact';
import type { Content, Quantity } from '../artifact';
import { isCount } from '../numbers';
import { testContent } from '../testCounts';
import { isArray, isObject, member } from './jsonValue';
import type { JsonValue } from './jsonValue';
import { withPointers } from './counts';

const CONTAINERS = ['', 'summary', 'stats', 'totals'] as const;

const KEYS = {
  total: ['total', 'tests', 'total_tests', 'totalTests', 'tests_total'],
  passed: ['passed', 'passes', 'passed_tests', 'passedTests', 'tests_passed'],
  failed: ['failed', 'failures', 'failed_tests', 'failedTests', 'tests_failed'],
  skipped: ['skipped', 'pending', 'skipped_tests', 'skippedTests', 'tests_skipped'],
  errors: ['errors', 'error', 'error_tests'],
} as const;

const RATES = ['success_rate', 'successRate', 'pass_rate', 'passRate'] as const;

/**
 * Counts only when they add up: passed, failed and the rest give the total. Anything less may count anything, and is
 * left to a JSON Pointer.
 */
export function readGeneric(value: JsonValue): Content {
  const isEmpty = value === null || ((isObject(value) || isArray(value)) && Object.keys(value).length === 0);
  if (isEmpty) return vacuous('it holds nothing');
  for (const container of CONTAINERS) {
    const holder = container === '' ? value : member(value, container);
    if (!isObject(holder)) continue;
    const prefix = container === '' ? '' : `/${container}`;
    const total = only(holder, KEYS.total);
    const passed = only(holder, KEYS.passed);
    const failed = only(holder, KEYS.failed);
    if (!total || !passed || !failed) continue;
    const skipped = only(holder, KEYS.skipped);
    const errors = only(holder, KEYS.errors);
    const counts = {
      total: total.count,
      passed: passed.count,
      failed: failed.count,
      errors: errors?.count ?? 0,
      skipped: skipped?.count ?? 0,
    };
    if (counts.passed + counts.failed + counts.errors + counts.skipped !== counts.total) return unknownFormat;
    const rate = RATES.find((key) => member(holder, key) !== undefined);
    if (
      rate !== undefined &&
      !agrees(member(holder, rate), counts.passed, counts.total - counts.skipped, counts.total)
    ) {
      return unknownFormat;
    }
    const content = testContent(counts);
    const pointers: Partial<Record<Quantity['name'], string>> = {
      total: `${prefix}/${total.key}`,
      passed: `${prefix}/${passed.key}`,
      failed: `${prefix}/${failed.key}`,
      ...(skipped ? { skipped: `${prefix}/${skipped.key}` } : {}),
      ...(errors ? { errors: `${prefix}/${errors.key}` } : {}),
    };
    return { ...content, quantities: withPointers(content.quantities, pointers) };
  }
  return unknownFormat;
}

/** The one of several keys that is there; nothing when two are, or when it is no count. */
function only(holder: JsonValue, keys: readonly string[]): { key: string; count: number } | undefined {
  const present = keys.filter((key) => member(holder, key) !== undefined);
  const [key] = present;
  const count = key === undefined ? undefined : member(holder, key);
  return key !== undefined && present.length === 1 && isCount(count) ? { key, count } : undefined;
}

/** A rate beside the counts is one of them or the file means something else by it. */
function agrees(rate: JsonValue | undefined, passed: number, ran: number, total: number): boolean {
  if (typeof rate !== 'number') return true;
  return [ran, total].some(
    (of) => of > 0 && [1, 100].some((scale) => Math.abs((scale * passed) / of - rate) < 0.01 * scale),
  );
}
