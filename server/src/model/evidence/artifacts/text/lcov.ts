/** LCOV tracefiles: the FILES section of https://manpages.debian.org/unstable/lcov/geninfo.1.en.html. */
import { absent, measured, unreadable } from '../artifact';
import type { ArtifactOptions, Content, ContentReader, Quantity } from '../artifact';
import { addCovered, coverageContent, coverageQuantities } from '../coverageCounts';
import type { CoverageCounts, Covered } from '../coverageCounts';
import { decodeFragment, sameName } from '../fragment';
import { MOST_SCOPES } from '../limits';
import { quoted, readCount, readDecimal } from '../numbers';
import { LineSplitter } from './lines';

/** Its first line: the name of a test, or a file. `SF:src/a.ts`, `TN:`. */
export const LCOV_START = /^(?:TN:|SF:)/;

/** Files that are remembered, to find those that come twice. */
const MOST_FILES = 500_000;

/** Lines that are remembered to merge records of one file; beyond, a file that comes twice cannot be counted. */
const MOST_LINES = 1_000_000;

/** No source is as long as that. */
const MOST_LINES_OF_A_FILE = 1_000_000;

interface FileRecord {
  readonly file: string;
  readonly line: number;
  readonly lines: Map<number, boolean>;
  found: Partial<Record<'LF' | 'LH' | 'BRF' | 'BRH' | 'FNF' | 'FNH', number>>;
  /** Counted from `BRDA` and `FNDA`, for writers that leave out the sums. */
  branches: Covered;
  functions: Covered;
}

export function createLcovReader({ fragment }: ArtifactOptions): ContentReader {
  const name = fragment === undefined ? undefined : decodeFragment(fragment);
  const seen = new Map<string, Map<number, boolean> | undefined>();
  const scopes: Quantity[] = [];
  let totals: CoverageCounts = {};
  /** What the sums say; undefined where a record has none. */
  let stated: Covered | undefined = { covered: 0, total: 0 };
  let kept = 0;
  let repeated = false;
  let record: FileRecord | undefined;
  let verdict: Content | undefined;

  const splitter = new LineSplitter((text, line) => {
    if (verdict) return;
    const problem = readLine(text, line);
    if (problem !== undefined) verdict = unreadable(`line ${line + 1}: ${problem}`);
  });

  function readLine(text: string, line: number): string | undefined {
    if (text.startsWith('SF:')) {
      if (record) return `the record of ${quoted(record.file)} has no end_of_record`;
      const none = { covered: 0, total: 0 };
      record = { file: text.slice(3).trim(), line, lines: new Map(), found: {}, branches: none, functions: none };
    } else if (text.trim() === 'end_of_record') {
      if (!record) return 'end_of_record without SF';
      closeRecord(record);
      record = undefined;
    } else if (record) return readEntry(record, text);
    return undefined;
  }

  function closeRecord(closed: FileRecord): void {
    const { file, found } = closed;
    const counted = closed.lines.size > 0;
    const lines = counted ? covered(closed.lines) : { covered: found.LH ?? 0, total: found.LF ?? 0 };
    const counts: CoverageCounts = {
      lineCoverage: lines,
      branchCoverage: found.BRF === undefined ? closed.branches : { covered: found.BRH ?? 0, total: found.BRF },
      functionCoverage: found.FNF === undefined ? closed.functions : { covered: found.FNH ?? 0, total: found.FNF },
    };
    if (name === undefined ? scopes.length < MOST_SCOPES * 3 : sameName(file, name)) {
      scopes.push(...coverageQuantities(counts, { scope: file, scopeKind: 'file', line: closed.line }));
    }
    stated =
      stated && found.LF !== undefined && found.LH !== undefined
        ? addCovered(stated, { covered: found.LH, total: found.LF })
        : undefined;
    const before = seen.get(file);
    if (seen.has(file)) {
      repeated = true;
      if (!before || !counted) {
        verdict = unreadable(`${quoted(file)} is listed twice, and its lines cannot be merged`);
        return;
      }
      mergeLines(before, closed.lines);
      return;
    }
    if (seen.size >= MOST_FILES) {
      verdict = unreadable(`more than ${MOST_FILES} files`);
      return;
    }
    kept += closed.lines.size;
    seen.set(file, counted && kept <= MOST_LINES ? closed.lines : undefined);
    totals = {
      lineCoverage: addCovered(totals.lineCoverage, lines),
      branchCoverage: addCovered(totals.branchCoverage, counts.branchCoverage ?? { covered: 0, total: 0 }),
      functionCoverage: addCovered(totals.functionCoverage, counts.functionCoverage ?? { covered: 0, total: 0 }),
    };
  }

  /** Several tests of one file (`TN`) give several records: a line is covered when any of them ran it. */
  function mergeLines(before: Map<number, boolean>, more: ReadonlyMap<number, boolean>): void {
    const old = covered(before);
    for (const [line, hit] of more) before.set(line, (before.get(line) ?? false) || hit);
    const now = covered(before);
    const sum = totals.lineCoverage ?? { covered: 0, total: 0 };
    totals.lineCoverage = {
      covered: sum.covered + now.covered - old.covered,
      total: sum.total + now.total - old.total,
    };
  }

  return {
    format: 'lcov',
    get done() {
      return verdict !== undefined;
    },
    push: (block) => splitter.push(block),
    end() {
      splitter.end();
      if (verdict) return verdict;
      if (record || seen.size === 0) return unreadable(`truncated at line ${splitter.next}`);
      if (name !== undefined) {
        if (scopes.length === 0) return absent(`no file ${quoted(name)}`);
        return repeated ? unreadable(`${quoted(name)} may be listed twice`) : measured(scopes);
      }
      // Branches and functions have no names that could be merged.
      const counts: CoverageCounts = repeated
        ? { lineCoverage: totals.lineCoverage ?? { covered: 0, total: 0 } }
        : totals;
      const content = coverageContent(counts, repeated ? [] : scopes);
      if (repeated || agree(stated, totals.lineCoverage)) return content;
      // LLVM counts lines of templates several times in one of them: which one is meant nobody knows.
      const sure = content.quantities.filter(({ name }) => name !== 'lineCoverage');
      return { ...content, quantities: sure, reason: 'its sums and its lines differ' };
    },
  };
}

/** Whether two ways to count give the same share, as far as anybody would write it down. */
function agree(a: Covered | undefined, b: Covered | undefined): boolean {
  if (!a || !b || a.total === 0 || b.total === 0) return true;
  return Math.abs(a.covered / a.total - b.covered / b.total) < 0.0005;
}

function covered(lines: ReadonlyMap<number, boolean>): Covered {
  let count = 0;
  for (const hit of lines.values()) if (hit) count++;
  return { covered: count, total: lines.size };
}

/** @returns what is wrong with it */
function readEntry(record: FileRecord, text: string): string | undefined {
  const colon = text.indexOf(':');
  const key = text.slice(0, colon);
  const value = text.slice(colon + 1).trim();
  switch (key) {
    case 'DA': {
      const [line, hits] = value.split(',');
      const number = readCount(line);
      const count = readDecimal(hits);
      if (number === undefined || count === undefined) return `${quoted(text)} has no counts`;
      if (count < 0) return `${quoted(text)} counts less than nothing`;
      if (record.lines.size >= MOST_LINES_OF_A_FILE) return `more than ${MOST_LINES_OF_A_FILE} lines of one file`;
      record.lines.set(number, (record.lines.get(number) ?? false) || count > 0);
      return undefined;
    }
    case 'BRDA': {
      // Not reached at all: `-`.
      const taken = value.split(',').at(-1) ?? '-';
      record.branches = addCovered(record.branches, { covered: Number(taken) > 0 ? 1 : 0, total: 1 });
      return undefined;
    }
    case 'FNDA':
      record.functions = addCovered(record.functions, { covered: Number(value.split(',')[0]) > 0 ? 1 : 0, total: 1 });
      return undefined;
    case 'LF':
    case 'LH':
    case 'BRF':
    case 'BRH':
    case 'FNF':
    case 'FNH': {
      const count = readCount(value);
      if (count === undefined) return `${quoted(text)} is not a count`;
      record.found[key] = count;
      return undefined;
    }
    default:
      return undefined;
  }
}
