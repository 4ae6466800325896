/** Numbers told as results: rates, ratios, counts of passed or failed things, measured performance. */
import { clauseAt, clauseIndexAt } from './clauses';
import { predicatesNear } from './predicates';
import type { Level, Reading, Signal } from './signal';
import { isScript, type NumberToken, type Token } from './tokens';
import {
  achievedWords,
  badNouns,
  baselineWords,
  improvementWords,
  lostWords,
  performanceWords,
  resultLabels,
  resultWords,
  targetWords,
} from './words';

/** The numbers of a line that are told as results. */
export function metricSignals(reading: Reading): readonly Signal[] {
  const signals: Signal[] = [];
  reading.tokens.forEach((token, at) => {
    if (token.kind !== 'number' || token.joined) return;
    const signal = numberSignal(reading, token, at);
    if (signal) signals.push(signal);
  });
  return signals;
}

function numberSignal(reading: Reading, token: NumberToken, at: number): Signal | undefined {
  const { tokens } = reading;
  if (isAchieved(tokens, at))
    return signal(reading, at, 4, 'metric', tokens[at - 1]?.kind === 'stop' ? at - 2 : at - 1);
  const clause = clauseAt(reading.clauses, at);
  if (!clause || at >= clause.assertedTo) return undefined;
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (isHoped(reading, at)) return undefined;
  if (isChange(tokens, at)) return signal(reading, at, 2, 'comparison');
  if (token.unit === '%' || token.outOf !== undefined || isOf(tokens, at)) return shareSignal(reading, token, at);
  if (token.value === 0 && token.unit === '' && token.bound === '') return zeroSignal(reading, at);
  if (isMultiple(token, after))
    return near(reading, at, improvementWords) || labelHas(reading, improvementWords) || reading.measured
      ? signal(reading, at, 2, 'comparison')
      : undefined;
  if (isQuantity(token, after, tokens[at + 2])) return quantitySignal(reading, token, at);
  if (token.unit === '' && before?.word !== 'phase') return countSignal(reading, at);
  return undefined;
}

/** `Expected gain: 6x`, `a potential 30%`: of something that is not there yet. */
function isHoped(reading: Reading, at: number): boolean {
  return hopeWords.has(reading.tokens[at - 1]?.word ?? '') || labelHas(reading, hopeWords);
}

const hopeWords = new Set(
  'expected potential estimated projected anticipated target goal desired planned theoretical est projection projections forecast estimate claimed advertised'.split(
    ' ',
  ),
);

/** `(ACHIEVED: 3.5 minutes)`, `achieved 92.9%`, `actual: 45ms`. */
function isAchieved(tokens: readonly Token[], at: number): boolean {
  if (isBracketedWord(tokens, at + 1) || isBracketedWord(tokens, at + 2)) return true;
  const before = tokens[at - 1];
  const word = before?.word === ':' ? tokens[at - 2]?.word : before?.word;
  return word !== undefined && achievedWords.has(word) && tokens[at - (before?.word === ':' ? 3 : 2)]?.word !== 'not';
}

/** `36 ms (achieved)`, `12 minutes (measured)` */
function isBracketedWord(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.word === '(' && achievedWords.has(tokens[at + 1]?.word ?? '') && tokens[at + 2]?.word === ')';
}

/** A percentage or ratio: of something good that was reached. */
function shareSignal(reading: Reading, token: NumberToken, at: number): Signal | undefined {
  const { tokens } = reading;
  if (isDateOrTime(token) || tokens[at + 1]?.word === 'percentile') return undefined;
  if (token.unit === '%' && isImprovement(tokens, at)) return signal(reading, at, 2, 'comparison');
  // `Failing: 9 (39%)` admits.
  if (token.value > 0 && labelHas(reading, lostWords)) return undefined;
  if (isTarget(reading, at) || remainders.has(tokens[at - 1]?.word ?? '')) return undefined;
  const result =
    near(reading, at, resultWords) ||
    labelHas(reading, resultWords) ||
    isTreated(reading, at) ||
    isRating(tokens, at) ||
    isBracketed(reading, at);
  const measured = reading.measured && (token.unit === '%' || token.value <= (token.outOf ?? 0));
  if (!result && !measured) {
    return token.unit === '%' && isValue(reading, at) ? signal(reading, at, 1, 'metric') : undefined;
  }
  // `0% success` admits, `0% errors` claims.
  if (token.unit === '%' && token.value === 0 && !near(reading, at, badNouns)) return undefined;
  const bounded = token.bound !== '' && !reading.measured;
  return signal(reading, at, isTold(reading, at) ? 3 : bounded ? 1 : 2, 'metric');
}

/** `The last 2%`: what is left. */
const remainders = new Set('final last remaining other another missing outstanding'.split(' '));

/** `100% of the records were imported`, `Imported 12 of 12 archives`: a share of things that something was done to. */
function isTreated(reading: Reading, at: number): boolean {
  const { tokens } = reading;
  if (thresholds.has(tokens[at - 1]?.word ?? '')) return false;
  const predicates = predicatesNear(reading.predicates[clauseIndexAt(reading.clauses, at)] ?? [], at);
  const token = tokens[at];
  const part = (token?.kind === 'number' && token.outOf !== undefined) || isOf(tokens, at);
  return predicates.some(
    (predicate) => (predicate.at > at ? true : part || tokens[at + 1]?.word === 'of') && told(predicate.at),
  );

  function told(verb: number): boolean {
    return !settingVerbs.has(tokens[verb]?.word ?? '');
  }
}

/** Words before a number that is a limit. */
const thresholds = new Set('at to above below over under within than by exceeds beyond past'.split(' '));

/** What is done to a number that is a setting. */
const settingVerbs = new Set('configured set defined capped allocated reserved scheduled tuned adjusted'.split(' '));

/** `Import is validated and working (100%)`: a share in brackets goes with what is told before them. */
function isBracketed({ tokens, clauses, predicates }: Reading, at: number): boolean {
  if (tokens[at - 1]?.word !== '(' || tokens[at + 1]?.word !== ')') return false;
  const before = clauseIndexAt(clauses, at - 2);
  return (predicates[before] ?? []).length > 0;
}

/** `⭐⭐⭐⭐ (4/5)` */
function isRating(tokens: readonly Token[], at: number): boolean {
  const sign = tokens[at - 2];
  return tokens[at - 1]?.word === '(' && sign?.kind === 'mark' && sign.word === '⭐';
}

/** Is the number the value of the line's label? */
function isValue(reading: Reading, at: number): boolean {
  if (reading.labelEnd === 0 || at <= reading.labelEnd) return false;
  return reading.tokens.slice(reading.labelEnd + 1, at).every((token) => token.kind !== 'word');
}

/** Is the number's clause told as done? */
function isTold(reading: Reading, at: number): boolean {
  const predicates = reading.predicates[clauseIndexAt(reading.clauses, at)] ?? [];
  return predicatesNear(predicates, at).some((predicate) => predicate.level === 3);
}

/** `24/7`, `2025/10`, `10/12/2025` are no ratios of results. */
function isDateOrTime(token: NumberToken): boolean {
  return token.outOf !== undefined && (token.value > 1900 || (token.value === 24 && token.outOf === 7));
}

/** `8 of 8 passed`, `3 out of 5`. */
function isOf(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.word;
  const other =
    next === 'of' ? tokens[at + 2] : next === 'out' && tokens[at + 2]?.word === 'of' ? tokens[at + 3] : undefined;
  return other?.kind === 'number' && other.unit === '';
}

/** `Failed: 0`, `0 critical vulnerabilities`, `0 warnings`. */
function zeroSignal(reading: Reading, at: number): Signal | undefined {
  const { tokens } = reading;
  for (let i = at + 1; i <= at + 4; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word') break;
    if (badNouns.has(token.word) || lostWords.has(token.word)) return signal(reading, at, 2, 'metric', at, i + 1);
  }
  if (!isValue(reading, at)) return undefined;
  for (let i = 0; i < reading.labelEnd; i++) {
    const word = tokens[i]?.word ?? '';
    if (badNouns.has(word) || badRuns.some((run) => word.includes(run)) || lostWords.has(word))
      return signal(reading, at, 2, 'metric', i);
  }
  return undefined;
}

const badRuns = ['失敗', 'エラー', '警告'];

function isMultiple(token: NumberToken, after: Token | undefined): boolean {
  // `pytest 7.x`
  if (token.value === 1 || token.word.endsWith('.x')) return false;
  return token.unit === 'x' || token.unit === '×' || after?.word === 'times';
}

const timeAndSize = new Set(['ms', 'µs', 'μs', 'ns', 's', 'sec', 'kb', 'mb', 'gb', 'tb', 'kib', 'mib', 'gib']);
const sizes = new Set(['kb', 'mb', 'gb', 'tb', 'kib', 'mib', 'gib']);
const shortTimes = new Set('second seconds millisecond milliseconds microseconds sec secs'.split(' '));
const longTimes = new Set('minute minutes hour hours day days week weeks month months'.split(' '));
const rates = new Set(['per']);
/** What is counted by the second: `40 req/s`, `900 rps`. */
const rateUnits = new Set('req reqs ops rps qps tps fps iops msg msgs docs tokens rows events'.split(' '));

const secondWords = new Set(['s', 'sec', 'second', 'per']);

/** A number with a unit of time or size, or a rate. */
function isQuantity(token: NumberToken, after: Token | undefined, beyond: Token | undefined): boolean {
  if (rateUnits.has(after?.word ?? '') && (after?.word.endsWith('ps') || secondWords.has(beyond?.word ?? '')))
    return true;
  return timeAndSize.has(token.unit) || shortTimes.has(after?.word ?? '') || longTimes.has(after?.word ?? '');
}

/** Measured performance. Long times are run times or plans unless something was reached in them. */
function quantitySignal(reading: Reading, token: NumberToken, at: number): Signal | undefined {
  // `< 100ms ✅ MET`: the bound is the target.
  const met = token.bound !== '' && reading.tokens.slice(at, at + reach).some(({ word }) => word === 'met');
  if (met || isTarget(reading, at)) return undefined;
  const long = longTimes.has(reading.tokens[at + 1]?.word ?? '');
  if (long || isFromZero(reading.tokens, at)) return undefined;
  const performance = near(reading, at, performanceWords) || labelHas(reading, performanceWords);
  // `**Result**: 36 µs`
  const result = resultLabels.has(reading.tokens[reading.labelEnd - 1]?.word ?? '');
  // `[x] Load tests (36 ms)`: what the brackets go with was measured.
  const named =
    !sizes.has(token.unit) &&
    isOnlyInBrackets(reading, at) &&
    clauseHas(reading, clauseIndexAt(reading.clauses, at) - 1, testWords);
  if (!performance && !result && !named && !reading.measured) return undefined;
  return signal(reading, at, named ? 2 : 1, 'metric');
}

const testWords = new Set('test tests benchmark benchmarks benchmarked measured measurement profiled'.split(' '));

/** Is the number with its unit all that the brackets hold? */
function isOnlyInBrackets({ tokens }: Reading, at: number): boolean {
  return tokens[at - 1]?.word === '(' && (tokens[at + 1]?.word === ')' || tokens[at + 2]?.word === ')');
}

function clauseHas({ tokens, clauses }: Reading, index: number, words: ReadonlySet<string>): boolean {
  const clause = clauses[index];
  return clause !== undefined && tokens.slice(clause.from, clause.to).some(({ word }) => words.has(word));
}

/** `0-16MB`: a range from nothing is where something lies, not what was measured. */
function isFromZero(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before?.kind === 'number' && before.value === 0 && before.to + 1 === tokens[at]?.from;
}

/** `147 tests passing`, `3 files applied successfully`, `23 tests covering …`, `50+ jobs per minute`. */
function countSignal(reading: Reading, at: number): Signal | undefined {
  const { tokens } = reading;
  const clause = clauseAt(reading.clauses, at);
  // `Success threshold: 2 successful answers`
  if (!clause || labelHas(reading, targetWords)) return undefined;
  let tests = false;
  let load = false;
  for (let i = at + 1; i < Math.min(clause.assertedTo, at + 7); i++) {
    const word = tokens[i]?.word ?? '';
    if (word === 'tests' || word === 'test' || word === 'checks' || word === 'cases') tests = true;
    if (
      word === 'passing' ||
      word === 'passed' ||
      word === 'pass' ||
      word === 'succeeded' ||
      (tests && word === 'covering')
    ) {
      return signal(reading, at, 3, 'metric', at, i + 1);
    }
    if (word === 'successfully' || word === 'successful') return signal(reading, at, 3, 'metric', at, i + 1);
    if (word === 'concurrent' || word === 'simultaneous' || word === 'parallel') load = true;
    if (rates.has(word) && reading.measured) return signal(reading, at, 1, 'metric', at, i + 1);
  }
  // `Stable under 10+ concurrent workflows`, `5+ simultaneous requests without degradation`; not `10 simultaneous jobs`.
  const around = reading.tokens.slice(Math.max(0, at - reach), at + reach);
  return load && around.some(({ word }) => heldWords.has(word)) ? signal(reading, at, 1, 'metric') : undefined;
}

const heldWords = new Set(['without', 'stable', 'successfully']);

/** `0% → 100%`, `144 → 51`, `from 12 to 3`. */
function isChange(tokens: readonly Token[], at: number): boolean {
  const arrow = tokens[at + 1]?.word;
  if ((arrow === '→' || arrow === '⇒') && tokens[at + 2]?.kind === 'number') return true;
  return isFromTo(tokens, at);
}

/** `fell from 80 MB to 48 MB`, `improved from 12 to 3`; not `migrated from 3.8 to 3.11`. */
function isFromTo(tokens: readonly Token[], at: number): boolean {
  // `from 4 cm to 1 cm`: a unit of any kind may stand between.
  const to = tokens[at + 1]?.word === 'to' ? at + 1 : at + 2;
  if (tokens[at - 1]?.word !== 'from' || tokens[to]?.word !== 'to' || tokens[to + 1]?.kind !== 'number') return false;
  return tokens.slice(Math.max(0, at - 5), at - 1).some(({ word }) => changeVerbs.has(word));
}

const changeVerbs = new Set(
  'improved reduced fell dropped went rose grew increased decreased lowered raised cut shrank sank climbed shortened down up'.split(
    ' ',
  ),
);

/** `50% reduction`, `75% faster`, `improved by 20%`, `50% compared to the baseline`. */
function isImprovement(tokens: readonly Token[], at: number): boolean {
  for (let i = at + 1; i <= at + 3; i++) {
    const token = tokens[i];
    if (token === undefined || token.kind === 'stop') break;
    if (improvementWords.has(token.word) || baselineWords.has(token.word)) return true;
  }
  const before = tokens[at - 1]?.word;
  if (before === 'down' || before === 'up') return true;
  if (before !== 'by' && before !== 'of') return false;
  return tokens
    .slice(Math.max(0, at - 7), at)
    .some(({ word }) => improvementWords.has(word) || word === 'beat' || word === 'beats');
}

/** Is the number a goal, a limit or a setting? */
function isTarget(reading: Reading, at: number): boolean {
  // `(default: 30s)`
  if (reading.tokens[at - 1]?.word === ':' && targetWords.has(reading.tokens[at - 2]?.word ?? '')) return true;
  // `98% of all goals` counts goals, `98% goal` sets one.
  return reading.tokens[at + 1]?.word !== 'of' && (near(reading, at, targetWords) || labelHas(reading, targetWords));
}

/** How far from a number the words of its clause are looked for; clauses are hardly ever longer. */
const reach = 30;

/** Does one of the words stand in the clause of a token? */
function near(reading: Reading, at: number, words: ReadonlySet<string>): boolean {
  return nearWord(reading, at, words) !== undefined;
}

function nearWord(reading: Reading, at: number, words: ReadonlySet<string>): string | undefined {
  const clause = clauseAt(reading.clauses, at);
  if (!clause) return undefined;
  for (let i = Math.max(clause.from, at - reach); i < Math.min(clause.to, at + reach); i++) {
    const word = reading.tokens[i]?.word ?? '';
    if (i !== at && (words.has(word) || (words === resultWords && tellsResult(word)))) return word;
  }
  return undefined;
}

/** A run of Japanese with a word for a result in it. */
function tellsResult(word: string): boolean {
  return isScript(word.charCodeAt(0)) && resultRuns.some((run) => word.includes(run));
}

const resultRuns = ['成功', '合格', '通過', '達成', '完了', 'カバレッジ'];

function labelHas(reading: Reading, words: ReadonlySet<string>): boolean {
  return reading.tokens
    .slice(0, reading.labelEnd)
    .some(({ word }) => words.has(word) || (words === resultWords && tellsResult(word)));
}

function signal(
  reading: Reading,
  at: number,
  level: Level,
  kind: 'metric' | 'comparison',
  from = at,
  to = at + 1,
): Signal {
  const number = reading.tokens[at]?.word ?? '';
  const named = nearWord(reading, at, resultWords);
  return {
    kind,
    strength: 'strong',
    level,
    from,
    to,
    reason: named ? `"${number}" with "${named}"` : `"${number}" as a result`,
  };
}
