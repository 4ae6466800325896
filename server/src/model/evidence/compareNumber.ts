/** One number of a claim against one reading. */
import type { ArtifactReading, QuantityName } from './artifacts/artifact';
import type { ClaimedNumber } from './claimed/claimedNumber';
import { compareBound } from './compareBound';
import { meets, placeOf } from './comparison';
import type { NumberComparison } from './comparison';
import { measuredAt, narrow, overall, scopesOf } from './measuredScope';
import type { Measured } from './measuredScope';
import { describeQuantity, describeTests } from './describeMeasured';
import { inFormOf, inRatioOf } from './replacement';

const incomparable: NumberComparison = { status: 'not-comparable' };

/** @param all numbers of the claim, this one among them: a bound value is meant for one of them */
export function compareNumber(
  claimed: ClaimedNumber,
  reading: ArtifactReading,
  all: readonly ClaimedNumber[],
): NumberComparison {
  if (reading.quantities[0]?.scopeKind === 'pointer') return compareBound(claimed, reading, all);
  const isAnalysis = reading.quantities[0]?.name === 'findings';
  const measured = isAnalysis ? narrowFindings(claimed, reading) : narrow(reading, claimed);
  // Whatever part is meant: where nothing failed, nothing failed in it either.
  if (!measured) return isAboutFailures(claimed) ? onlyAgreement(compareIn(claimed, overall(reading))) : incomparable;
  const compared = compareIn(claimed, measured);
  const isDoubtful = compared.status === 'contradicts' && wantsAll(claimed) && countsPart(claimed, measured, all);
  return isDoubtful ? { ...compared, status: 'not-comparable' } : compared;
}

/** Every test, or 100 % of them. */
function wantsAll({ subject, relation, value }: ClaimedNumber): boolean {
  return relation === 'all' || (subject === 'passRate' && relation === 'exact' && value === 100);
}

/** `8/8 automated tests green`, `23 unit tests (100%)`: which of the tests are meant, and did one of them fail? */
function countsPart(claimed: ClaimedNumber, measured: Measured, all: readonly ClaimedNumber[]): boolean {
  if (claimed.whole === true && measured.assumed !== true) return false;
  const counts = all.flatMap(({ subject, dimension, value, of }) =>
    (subject === 'total' || subject === 'passed') && (dimension === 'count' || dimension === 'ratio')
      ? [of ?? value]
      : [],
  );
  const [total, passed] = [valueOf(measured, 'total'), valueOf(measured, 'passed')];
  if (total === undefined || passed === undefined || counts.length === 0) return false;
  const known = [total, passed, total - (valueOf(measured, 'skipped') ?? 0)];
  return counts.every((count) => count < total && !known.includes(count));
}

function compareIn(claimed: ClaimedNumber, measured: Measured): NumberComparison {
  switch (claimed.subject) {
    case 'passRate':
    case 'failRate':
      return compareRate(claimed, measured);
    case 'passed':
    case 'total':
      return claimed.dimension === 'ratio' ? compareRatio(claimed, measured) : compareCount(claimed, measured);
    case 'failed':
      return claimed.dimension === 'ratio' ? incomparable : compareFailed(claimed, measured);
    case 'errors':
      return compareErrors(claimed, measured);
    case 'skipped':
      return compareQuantity(claimed, measured, 'skipped');
    case 'findings':
      return compareQuantity(claimed, measured, 'findings');
    case 'coverage':
      return compareAnyCoverage(claimed, measured);
    case 'lineCoverage':
    case 'branchCoverage':
    case 'functionCoverage':
    case 'statementCoverage':
      return compareQuantity(claimed, measured, claimed.subject);
    case 'duration':
      return compareDuration(claimed, measured);
    case 'value':
      return incomparable;
  }
}

function compareRate(claimed: ClaimedNumber, measured: Measured): NumberComparison {
  const [total, passed] = [valueOf(measured, 'total'), valueOf(measured, 'passed')];
  const failing = failingOf(measured);
  if (failing === undefined) return incomparable;
  const ran = (total ?? 0) - (valueOf(measured, 'skipped') ?? 0);
  const part = claimed.subject === 'failRate' ? failing : passed;
  const rate = part === undefined || ran <= 0 ? undefined : (100 * part) / ran;
  const result = (status: NumberComparison['status']) => ({
    status,
    ...placeOf(measured, describeTests(measured)),
    ...inFormOf(claimed, rate),
  });
  const wantsAll = claimed.relation === 'all' || (claimed.relation === 'exact' && claimed.low === claimed.high);
  const expectsNone = claimed.subject === 'failRate' ? claimed.value === 0 : claimed.value === 100;
  // Skipped tests are no failures; they stand in the message.
  if (wantsAll && expectsNone)
    return result(failing > 0 ? 'contradicts' : (passed ?? 1) > 0 ? 'agrees' : 'not-comparable');
  if (total === undefined || part === undefined || total === 0) return incomparable;
  // Of those that ran, or of all: both are called the rate.
  const statuses = [ran, total].flatMap((of) => (of > 0 ? [meets(claimed, (100 * part) / of)] : []));
  if (statuses.includes('agrees')) return result('agrees');
  return result(statuses.includes('not-comparable') ? 'not-comparable' : 'contradicts');
}

function compareRatio(claimed: ClaimedNumber, measured: Measured): NumberComparison {
  const [total, passed] = [valueOf(measured, 'total'), valueOf(measured, 'passed')];
  const skipped = valueOf(measured, 'skipped') ?? 0;
  const { value, of = 0 } = claimed;
  if (total === undefined || passed === undefined) {
    const all = { ...claimed, relation: 'all', value: 100, low: 100, high: 100, subject: 'passRate' } as const;
    const compared = value === of ? compareRate(all, measured) : incomparable;
    return compared.status === 'contradicts' ? compared : incomparable;
  }
  const result = (status: NumberComparison['status']) => ({
    status,
    ...placeOf(measured, describeTests(measured)),
    ...inRatioOf(claimed, passed, of === total - skipped ? of : total),
  });
  // 8/7 is wrong by itself; another rule says so.
  if (value > of) return incomparable;
  if (of === total || of === total - skipped) {
    if (value === passed) return result('agrees');
    // Skipped ones counted as passed: not what it measures, and nothing failed either.
    return result(value === passed + skipped ? 'not-comparable' : 'contradicts');
  }
  return result(mayBePart(claimed, of, total) || speaksOfPart(claimed, measured) ? 'not-comparable' : 'contradicts');
}

/** A report that covers more than the claim speaks of was made later or for more: 15 of 15 may be among its 37. */
function mayBePart({ whole = false }: ClaimedNumber, claimed: number, measured: number): boolean {
  return !whole && claimed < measured;
}

function compareCount(claimed: ClaimedNumber, measured: Measured): NumberComparison {
  const [total, passed] = [valueOf(measured, 'total'), valueOf(measured, 'passed')];
  if (total === undefined || passed === undefined) return incomparable;
  const skipped = valueOf(measured, 'skipped') ?? 0;
  const result = (status: NumberComparison['status']) => ({
    status,
    ...placeOf(measured, describeTests(measured)),
    ...inFormOf(claimed, claimed.subject === 'passed' ? passed : total),
  });
  const exact = claimed.subject === 'passed' ? [passed] : [total, passed, total - skipped];
  if (exact.some((value) => meets(claimed, value) === 'agrees')) return result('agrees');
  // Passed and skipped, counted as one.
  if (meets(claimed, passed + skipped) !== 'contradicts') return result('not-comparable');
  const part =
    claimed.relation === 'exact' && (mayBePart(claimed, claimed.value, passed) || speaksOfPart(claimed, measured));
  return result(part ? 'not-comparable' : 'contradicts');
}

/** A suite with exactly these counts: the claim may be about it. */
function speaksOfPart({ subject, value, of }: ClaimedNumber, { reading, scope, assumed }: Measured): boolean {
  // `11 unit tests` of 40: the others may be of another kind.
  if (assumed) return true;
  if (scope !== undefined) return false;
  return scopesOf(reading, ['suite', 'file']).some((name) => {
    const part = measuredAt(reading, name);
    const [total, passed] = [valueOf(part, 'total'), valueOf(part, 'passed')];
    if (of !== undefined) return total === of && passed === value;
    return passed === value || (subject === 'total' && total === value);
  });
}

function compareFailed(claimed: ClaimedNumber, measured: Measured): NumberComparison {
  const failed = valueOf(measured, 'failed');
  const errors = valueOf(measured, 'errors') ?? 0;
  if (failed === undefined) return incomparable;
  const result = (status: NumberComparison['status']) => ({
    status,
    ...placeOf(measured, describeTests(measured)),
    ...inFormOf(claimed, failed + errors),
  });
  const status = meets(claimed, failed);
  // An error is a failure to most people, and to JUnit it is not.
  if (errors > 0 && (status === 'agrees' || meets(claimed, failed + errors) !== 'contradicts'))
    return result('not-comparable');
  return result(status);
}

function compareErrors(claimed: ClaimedNumber, measured: Measured): NumberComparison {
  if (measured.get('findings')) return compareQuantity(claimed, measured, 'findings');
  const errors = valueOf(measured, 'errors');
  if (errors === undefined) return incomparable;
  const place = placeOf(measured, describeTests(measured));
  return { status: meets(claimed, errors), ...place, ...inFormOf(claimed, errors) };
}

function compareAnyCoverage(claimed: ClaimedNumber, measured: Measured): NumberComparison {
  const kinds = ['lineCoverage', 'statementCoverage', 'branchCoverage', 'functionCoverage'] as const;
  const results = kinds.flatMap((kind) =>
    measured.get(kind) ? [{ kind, result: compareQuantity(claimed, measured, kind) }] : [],
  );
  const agreeing = results.find(({ result }) => result.status === 'agrees');
  if (!agreeing) {
    return results.every(({ result }) => result.status === 'contradicts')
      ? (results[0]?.result ?? incomparable)
      : incomparable;
  }
  // Lines or statements are what people mean; only branches or functions would be a coincidence.
  const plain = agreeing.kind === 'lineCoverage' || agreeing.kind === 'statementCoverage' || results.length === 1;
  return plain ? agreeing.result : { ...agreeing.result, status: 'not-comparable' };
}

/** Times vary from run to run and with what is counted: only a clear difference contradicts. */
function compareDuration(claimed: ClaimedNumber, measured: Measured): NumberComparison {
  const quantity = measured.get('duration');
  if (!quantity) return incomparable;
  const compared = compareQuantity(claimed, measured, 'duration');
  if (compared.status !== 'contradicts') return compared;
  // `Unit tests: 0.5 s`: the report may be of others too.
  if (measured.assumed) return { ...compared, status: 'not-comparable' };
  const nearest = quantity.value < claimed.low ? claimed.low : claimed.high;
  const clear = Math.abs(quantity.value - nearest) > CLEAR_DIFFERENCE * nearest;
  return clear ? compared : { ...compared, status: 'not-comparable' };
}

const CLEAR_DIFFERENCE = 0.1;

function compareQuantity(claimed: ClaimedNumber, measured: Measured, name: QuantityName): NumberComparison {
  const quantity = measured.get(name);
  if (!quantity || claimed.dimension === 'ratio') return incomparable;
  // `2 warnings` may be those of another tool; that there are none is said of all.
  if (name === 'findings' && claimed.value > 0 && /(?:warning|issue|problem)s?$/.test(claimed.text))
    return incomparable;
  const status = meets(claimed, quantity.value, quantity.digits);
  return { status, ...placeOf(measured, describeQuantity(quantity), quantity), ...inFormOf(claimed, quantity.value) };
}

/** Levels and severities are scopes of findings: `0 critical vulnerabilities`. */
function narrowFindings(claimed: ClaimedNumber, reading: ArtifactReading): Measured | undefined {
  const words = [...claimed.qualifiers, ...(claimed.subject === 'errors' ? ['error'] : [])];
  const open = words.filter(
    (word) => !/^(?:lint|linter|eslint|security|static|analysis|code|known|open|remaining|new)$/.test(word),
  );
  if (open.length === 0) return overall(reading);
  const [level] = open;
  const levels = scopesOf(reading, ['level']);
  return open.length === 1 && level !== undefined && levels.includes(level) ? measuredAt(reading, level) : undefined;
}

function isAboutFailures({ subject, relation, value, dimension }: ClaimedNumber): boolean {
  if (subject === 'failed' || subject === 'findings') return value === 0 && dimension === 'count';
  return relation === 'all';
}

function onlyAgreement(compared: NumberComparison): NumberComparison {
  return compared.status === 'agrees' ? compared : incomparable;
}

function valueOf(measured: Measured, name: QuantityName): number | undefined {
  return measured.get(name)?.value;
}

/** Undefined when nothing in the reading tells of failures. */
function failingOf(measured: Measured): number | undefined {
  const failed = valueOf(measured, 'failed');
  return failed === undefined ? undefined : failed + (valueOf(measured, 'errors') ?? 0);
}
