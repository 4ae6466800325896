/**
 * Coverage of Istanbul, c8 and Vitest: `coverage-summary.json` and `coverage-final.json`, as written by
 * https://github.com/istanbuljs/istanbuljs/tree/main/packages/istanbul-reports (json-summary, json).
 */
import { unreadable } from '../artifact';
import type { Quantity } from '../artifact';
import { addCovered, coverageContent, coverageQuantities } from '../coverageCounts';
import type { CoverageCounts, CoverageName, Covered } from '../coverageCounts';
import { MOST_SCOPES } from '../limits';
import { isCount } from '../numbers';
import type { JsonAdapter } from './jsonAdapter';
import { escapeToken, isArray, isObject, member } from './jsonValue';
import type { JsonObject, JsonValue } from './jsonValue';

const METRICS: readonly (readonly [string, CoverageName])[] = [
  ['lines', 'lineCoverage'],
  ['statements', 'statementCoverage'],
  ['functions', 'functionCoverage'],
  ['branches', 'branchCoverage'],
];

/** Percentages are cut, not rounded, to two digits; more than this is another number. */
const ROUNDING = 0.02;

export const istanbulSummaryAdapter: JsonAdapter = {
  format: 'istanbul-summary',
  matches: (value) => {
    const total = member(value, 'total');
    return ['lines', 'statements'].some((metric) => member(member(total, metric), 'pct') !== undefined);
  },
  read: (value) => {
    const total = summaryCounts(member(value, 'total'));
    if (typeof total === 'string') return unreadable(`/total${total}`);
    const files = isObject(value) ? Object.keys(value).filter((key) => key !== 'total') : [];
    const scopes = files.slice(0, MOST_SCOPES).flatMap((file) => {
      const counts = summaryCounts(member(value, file));
      if (typeof counts === 'string') return [];
      const quantities = coverageQuantities(counts, { scope: file, scopeKind: 'file' });
      return located(quantities, `/${escapeToken(file)}`);
    });
    const content = coverageContent(total);
    return { ...content, quantities: [...located(content.quantities, '/total'), ...scopes] };
  },
};

function located(quantities: readonly Quantity[], pointer: string): readonly Quantity[] {
  return quantities.map((quantity) => {
    const metric = METRICS.find(([, name]) => name === quantity.name)?.[0] ?? '';
    return { ...quantity, fragment: `${pointer}/${metric}/pct` };
  });
}

/** @returns what is wrong, beginning with the rest of the JSON Pointer */
function summaryCounts(summary: JsonValue | undefined): CoverageCounts | string {
  const counts: CoverageCounts = {};
  for (const [metric, name] of METRICS) {
    const entry = member(summary, metric);
    if (entry === undefined) continue;
    const total = member(entry, 'total');
    const covered = member(entry, 'covered');
    const pct = member(entry, 'pct');
    if (!isCount(total) || !isCount(covered) || covered > total) return `/${metric} has no sound counts`;
    // Without anything to cover, `pct` is 100 or "Unknown".
    const value = total === 0 ? 100 : (100 * covered) / total;
    if (typeof pct === 'number' && total > 0 && Math.abs(pct - value) > ROUNDING) {
      return `/${metric}/pct is ${pct}, but ${covered} of ${total} are ${value.toFixed(2)} %`;
    }
    counts[name] = { covered, total };
  }
  return counts;
}

export const istanbulAdapter: JsonAdapter = {
  format: 'istanbul',
  matches: (value) => {
    if (!isObject(value)) return false;
    const files = Object.values(value);
    return (
      files.length > 0 && files.every((file) => isObject(member(file, 'statementMap')) && isObject(member(file, 's')))
    );
  },
  read: (value) => {
    const all: CoverageCounts = {};
    const scopes: Quantity[] = [];
    for (const [file, data] of Object.entries(isObject(value) ? value : {})) {
      const counts = finalCounts(data);
      if (!counts) return unreadable(`/${escapeToken(file)} has no sound counts`);
      for (const [, name] of METRICS) {
        const count = counts[name];
        if (count) all[name] = addCovered(all[name], count);
      }
      if (scopes.length < MOST_SCOPES) scopes.push(...coverageQuantities(counts, { scope: file, scopeKind: 'file' }));
    }
    return coverageContent(all, scopes);
  },
};

function finalCounts(data: JsonValue | undefined): CoverageCounts | undefined {
  const statements = member(data, 's');
  const functions = member(data, 'f');
  const branches = member(data, 'b');
  if (!isObject(statements)) return undefined;
  // One list of hits per branch.
  const arms: (JsonValue | undefined)[] = [];
  for (const branch of isObject(branches) ? Object.values(branches) : []) {
    for (const arm of isArray(branch) ? branch : [branch]) arms.push(arm);
  }
  const counts = [
    hits(Object.values(statements)),
    hits(isObject(functions) ? Object.values(functions) : []),
    hits(arms),
  ];
  const [statement, fn, branch] = counts;
  if (!statement || !fn || !branch) return undefined;
  return {
    lineCoverage: lineHits(statements, member(data, 'statementMap')),
    statementCoverage: statement,
    functionCoverage: fn,
    branchCoverage: branch,
  };
}

function hits(values: readonly (JsonValue | undefined)[]): Covered | undefined {
  if (!values.every((value) => typeof value === 'number' && value >= 0)) return undefined;
  return { covered: values.filter((value) => value !== 0).length, total: values.length };
}

/** A line is covered when a statement that starts on it ran, as Istanbul counts. */
function lineHits(statements: JsonObject, map: JsonValue | undefined): Covered {
  const lines = new Map<number, boolean>();
  for (const [id, count] of Object.entries(statements)) {
    const line = member(member(member(map, id), 'start'), 'line');
    if (typeof line !== 'number') continue;
    lines.set(line, (lines.get(line) ?? false) || (typeof count === 'number' && count > 0));
  }
  return { covered: [...lines.values()].filter(Boolean).length, total: lines.size };
}
