/** Verdicts in words: completed, passed, successfully, ready for; better than; approved by. */
import type { ClaimKind, ClaimStrength } from './claim';
import type { Clause } from './clauses';
import { isEmptySubject, type Predicate } from './predicates';
import type { Level, Reading, Signal } from './signal';
import { approvalWords, authorityWords, baselineWords, comparisonWords, improvementWords, resultLabels } from './words';

/** The verdicts, comparisons, approvals and plain accomplishments of a line. */
export function verdictSignals(reading: Reading): readonly Signal[] {
  const signals: Signal[] = [];
  reading.clauses.forEach((clause, index) => {
    const predicates = reading.predicates[index] ?? [];
    for (const predicate of predicates) {
      // `Tests Executed: 40`: a label names, it does not tell.
      if (isDoer(reading, predicate)) continue;
      if (predicate.verdict || predicate.at >= reading.labelEnd) signals.push(predicateSignal(reading, predicate));
    }
    // `No archive has successfully arrived`
    if (isEmptySubject(reading.tokens[clause.from])) return;
    for (let i = clause.from; i < clause.assertedTo; i++) {
      const found = wordSignal(reading, clause, predicates, i);
      if (found) signals.push(found);
    }
  });
  return signals;
}

function predicateSignal(reading: Reading, { at, level, verdict }: Predicate): Signal {
  const word = reading.tokens[at]?.word ?? '';
  const last = !isWord(reading, at + 1);
  const loud = verdict && last && isShouted(reading, at) && !isShouted(reading, at - 1);
  return make(verdict ? 'status' : 'feature', verdict ? 'strong' : 'weak', loud ? 4 : level, at, at + 1, `"${word}"`);
}

/** `**Review completed by**: …` names somebody. */
function isDoer({ tokens, labelEnd }: Reading, { at }: Predicate): boolean {
  return at + 2 === labelEnd && tokens[at + 1]?.word === 'by';
}

function isWord(reading: Reading, at: number): boolean {
  return reading.tokens[at]?.kind === 'word';
}

/** Written in capitals: `Scheduler 100% COMPLETE`. */
function isShouted(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  return token?.kind === 'word' && token.shouted;
}

/** A word in its clause. */
interface Place {
  readonly reading: Reading;
  readonly clause: Clause;
  readonly predicates: readonly Predicate[];
  readonly at: number;
  readonly word: string;
  /** The words beside it in the clause, empty for none. */
  readonly before: string;
  readonly after: string;
}

type Reader = (place: Place) => Signal | undefined;

const wordReaders = new Map<string, Reader>([
  ...[...comparisonWords].map((word): [string, Reader] => [word, comparisonSignal]),
  ...[...improvementWords].map((word): [string, Reader] => [word, improvementSignal]),
  ...[...approvalWords].map((word): [string, Reader] => [word, approvalSignal]),
  [
    'successfully',
    ({ at, before, after }) => make('status', 'strong', successLevel(before, after), at, at + 1, '"successfully"'),
  ],
  ['complete', completeSignal],
  ['completes', completeSignal],
  ['ready', readySignal],
  ['production-ready', (place) => productionReady(place, 1)],
  ['production', (place) => (place.after === 'ready' ? productionReady(place, 2) : undefined)],
  ['meets', meetsSignal],
  ['meet', meetsSignal],
  ['compliance', (place) => (isByAuthority(place) ? approvalSignal(place) : undefined)],
  [
    'approved',
    (place) =>
      place.after === 'by'
        ? make('approval', 'strong', 3, place.at, place.at + 2, '"approved by"')
        : agreedSignal(place),
  ],
  ['signed', (place) => (place.after === 'off' ? agreedSignal(place) : undefined)],
  ['accepted', agreedSignal],
  ['halved', changedSignal],
  ['doubled', changedSignal],
  ['tripled', changedSignal],
  [
    'twice',
    ({ at, after }) => (after === 'as' ? make('comparison', 'strong', 2, at, at + 2, '"twice as"') : undefined),
  ],
  ['half', halfSignal],
  ['compliant', ({ at }) => make('approval', 'strong', 2, at, at + 1, '"compliant"')],
  ['certified', ({ at }) => make('approval', 'strong', 2, at, at + 1, '"certified"')],
]);

function wordSignal(
  reading: Reading,
  clause: Clause,
  predicates: readonly Predicate[],
  at: number,
): Signal | undefined {
  const word = reading.tokens[at]?.word ?? '';
  const read = wordReaders.get(word);
  if (!read) return undefined;
  const before = at > clause.from ? (reading.tokens[at - 1]?.word ?? '') : '';
  const after = at + 1 < clause.to ? (reading.tokens[at + 1]?.word ?? '') : '';
  return read({ reading, clause, predicates, at, word, before, after });
}

function comparisonSignal({ clause, at, word, after }: Place): Signal | undefined {
  return at > clause.from || after !== '' ? make('comparison', 'strong', 2, at, at + 1, `"${word}"`) : undefined;
}

function successLevel(before: string, after: string): Level {
  return before.endsWith('ed') || after.endsWith('ed') || before === 'built' ? 3 : 2;
}

/** `Documentation complete`, `Complete with transaction management`; not `to complete`, `complete documentation`. */
function completeSignal({ reading, clause, at, word }: Place): Signal | undefined {
  const next = at + 1 < clause.to ? reading.tokens[at + 1] : undefined;
  const predicate = next?.kind !== 'word' || completeFollowers.has(next.word) || next.word.endsWith('ly');
  if (!predicate) return undefined;
  const before = at > clause.from ? reading.tokens[at - 1] : undefined;
  if (before && notBeforeComplete.has(before.word)) return undefined;
  const loud = isShouted(reading, at) && !isWord(reading, at + 1) && !isShouted(reading, at - 1);
  // `Parsing completes`: how it goes.
  const level = word === 'completes' ? 2 : loud ? 4 : 3;
  return make('status', 'strong', level, at, at + 1, '"complete"');
}

const completeFollowers = new Set('with and in for across but by on within before under well as at'.split(' '));
const notBeforeComplete = new Set('to a the can cannot for of more'.split(' '));

/** `Production ready`, `is production-ready for …`; before a noun it only names a thing: `a production-ready gateway`. */
function productionReady({ reading, clause, at, before }: Place, length: number): Signal | undefined {
  const next = at + length < clause.to ? reading.tokens[at + length] : undefined;
  const attribute = next?.kind === 'word' && !completeFollowers.has(next.word);
  if (attribute && (before === 'a' || before === 'the' || before === 'and')) return undefined;
  return make('status', 'strong', attribute && before !== '' ? 1 : 2, at, at + length, '"production ready"');
}

/** `Ready for production`, `ready to begin`, `is ready`. */
function readySignal({ at, after }: Place): Signal {
  const strong = after === '' || after === 'for' || after === 'to';
  return make('status', strong ? 'strong' : 'weak', 2, at, at + 1, '"ready"');
}

/** `Meets all performance targets`, `meet or exceed`: a verdict when it names what is met. */
function meetsSignal({ reading, clause, at }: Place): Signal | undefined {
  let standard = false;
  for (let i = at + 1; i < clause.to; i++) {
    const word = reading.tokens[i]?.word ?? '';
    if (word === 'exceed') return undefined;
    if (word === 'industry' || word === 'enterprise') standard = true;
    if (metThings.has(word))
      return make(standard ? 'comparison' : 'status', 'strong', 2, at, i + 1, `"meets" with "${word}"`);
  }
  return undefined;
}

const metThings = new Set(
  'requirement requirements target targets criteria standard standards goal goals objective objectives sla slas expectations threshold thresholds needs'.split(
    ' ',
  ),
);

/** An improvement is a comparison with a baseline, or when it is said to have been reached. */
function improvementSignal({ reading, clause, predicates, at }: Place): Signal | undefined {
  const told = predicates.find((predicate) => predicate.at > at && reading.tokens[predicate.at]?.word !== 'documented');
  for (let i = clause.from; i < clause.to; i++) {
    const word = reading.tokens[i]?.word ?? '';
    if (i !== at && baselineWords.has(word) && (word !== 'over' || at < i))
      return make('comparison', 'strong', 2, at, at + 1, `"${reading.tokens[at]?.word ?? ''}" against a baseline`);
  }
  const word = reading.tokens[at]?.word ?? '';
  if (told) return make('comparison', 'strong', 3, at, told.at + 1, `"${word}"`);
  // `**Result**: Clear improvement in load times`
  const next = at + 1 < clause.to ? reading.tokens[at + 1] : undefined;
  const result =
    improvementNouns.has(word) &&
    (next?.kind !== 'word' || next.word === 'in' || next.word === 'of') &&
    resultLabels.has(reading.tokens[reading.labelEnd - 1]?.word ?? '');
  return result ? make('comparison', 'strong', 2, at, at + 1, `"${word}" as a result`) : undefined;
}

const improvementNouns = new Set(
  'improvement improvements reduction reductions speedup gain gains savings decrease'.split(' '),
);

/** `Throughput doubled`. */
function changedSignal({ predicates, at, word }: Place): Signal | undefined {
  return predicates.some((predicate) => predicate.at === at)
    ? make('comparison', 'strong', 3, at, at + 1, `"${word}"`)
    : undefined;
}

/** `Build time cut by half`. */
function halfSignal({ reading, clause, at, before }: Place): Signal | undefined {
  if (before !== 'by' && before !== 'in') return undefined;
  const verb = reading.tokens.slice(clause.from, at).some(({ word }) => improvementWords.has(word));
  return verb ? make('comparison', 'strong', 2, at - 1, at + 1, `"${before} half"`) : undefined;
}

/** `The customer has accepted the delivery`, `stakeholders signed off`: by somebody who may. */
function agreedSignal({ reading, clause, at, word }: Place): Signal | undefined {
  const somebody = reading.tokens.slice(clause.from, at).some((token) => authorityWords.has(token.word));
  return somebody ? make('approval', 'strong', 3, clause.from, at + 1, `"${word}" by somebody`) : undefined;
}

function approvalSignal(place: Place): Signal | undefined {
  const { clause, predicates, at, word } = place;
  const told = predicates[0];
  if (told) return make('approval', 'strong', 3, Math.min(at, told.at), Math.max(at, told.at) + 1, `"${word}"`);
  return isByAuthority(place) ? make('approval', 'strong', 1, clause.from, at + 1, `"${word}" by somebody`) : undefined;
}

/** `HIPAA, GDPR and SOC2 compliance`: the authorities may stand in a clause before. */
function isByAuthority({ reading, clause }: Place): boolean {
  return reading.tokens.slice(0, clause.to).some((token) => authorityWords.has(token.word));
}

function make(
  kind: ClaimKind,
  strength: ClaimStrength,
  level: Level,
  from: number,
  to: number,
  reason: string,
): Signal {
  return { kind, strength, level, from, to, reason };
}
