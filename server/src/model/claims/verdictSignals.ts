/** Verdicts in words: completed, passed, successfully, ready for; better than; approved by. */
import type { ClaimKind, ClaimStrength } from './claim';
import type { Clause } from './clauses';
import type { Predicate } from './predicates';
import type { Level, Reading, Signal } from './signal';
import { approvalWords, authorityWords, baselineWords, comparisonWords, improvementWords } from './words';

/** The verdicts, comparisons, approvals and plain accomplishments of a line. */
export function verdictSignals(reading: Reading): readonly Signal[] {
  const signals: Signal[] = [];
  reading.clauses.forEach((clause, index) => {
    const predicates = reading.predicates[index] ?? [];
    for (const predicate of predicates) signals.push(predicateSignal(reading, predicate));
    for (let i = clause.from; i < clause.assertedTo; i++) {
      const found = wordSignal(reading, clause, predicates, i);
      if (found) signals.push(found);
    }
  });
  return signals;
}

function predicateSignal(reading: Reading, { at, level, verdict }: Predicate): Signal {
  const word = reading.tokens[at]?.word ?? '';
  return make(verdict ? 'status' : 'feature', verdict ? 'strong' : 'weak', level, at, at + 1, `"${word}"`);
}

function wordSignal(
  reading: Reading,
  clause: Clause,
  predicates: readonly Predicate[],
  at: number,
): Signal | undefined {
  const { tokens } = reading;
  const word = tokens[at]?.word ?? '';
  const before = at > clause.from ? (tokens[at - 1]?.word ?? '') : '';
  const after = at + 1 < clause.to ? (tokens[at + 1]?.word ?? '') : '';
  if (word === 'successfully')
    return make('status', 'strong', successLevel(before, after), at, at + 1, '"successfully"');
  if (word === 'complete' || word === 'completes') return completeSignal(reading, clause, at);
  if (word === 'ready') return readySignal(after, at);
  if (word === 'production-ready' || (word === 'production' && after === 'ready'))
    return make('status', 'strong', 2, at, at + 2, '"production ready"');
  if (word === 'meets' || word === 'meet') return meetsSignal(reading, clause, at);
  if (comparisonWords.has(word) && (at > clause.from || after !== ''))
    return make('comparison', 'strong', 2, at, at + 1, `"${word}"`);
  if (improvementWords.has(word)) return improvementSignal(reading, clause, predicates, at);
  if (approvalWords.has(word)) return approvalSignal(reading, clause, predicates, at);
  if (word === 'approved' && after === 'by') return make('approval', 'strong', 3, at, at + 2, '"approved by"');
  if (word === 'compliant' || word === 'certified') return make('approval', 'strong', 2, at, at + 1, `"${word}"`);
  return undefined;
}

function successLevel(before: string, after: string): Level {
  return before.endsWith('ed') || after.endsWith('ed') || before === 'built' ? 3 : 2;
}

/** `Documentation complete`, `Complete with transaction management`; not `to complete`, `complete documentation`. */
function completeSignal(reading: Reading, clause: Clause, at: number): Signal | undefined {
  const next = at + 1 < clause.to ? reading.tokens[at + 1] : undefined;
  const predicate =
    next === undefined || next.kind !== 'word' || completeFollowers.has(next.word) || next.word.endsWith('ly');
  if (!predicate) return undefined;
  const before = at > clause.from ? reading.tokens[at - 1] : undefined;
  if (before && notBeforeComplete.has(before.word)) return undefined;
  return make('status', 'strong', 3, at, at + 1, '"complete"');
}

const completeFollowers = new Set('with and in for across but by on within before under well as at'.split(' '));
const notBeforeComplete = new Set('to a the can cannot for of more'.split(' '));

/** `Ready for production`, `ready to begin`, `is ready`. */
function readySignal(after: string, at: number): Signal {
  const strong = after === '' || after === 'for' || after === 'to';
  return make('status', strong ? 'strong' : 'weak', 2, at, at + 1, '"ready"');
}

/** `Meets all performance targets`, `meet or exceed`: a verdict when it names what is met. */
function meetsSignal(reading: Reading, clause: Clause, at: number): Signal | undefined {
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
function improvementSignal(
  reading: Reading,
  clause: Clause,
  predicates: readonly Predicate[],
  at: number,
): Signal | undefined {
  const told = predicates.find((predicate) => predicate.at > at && reading.tokens[predicate.at]?.word !== 'documented');
  for (let i = clause.from; i < clause.to; i++) {
    const word = reading.tokens[i]?.word ?? '';
    if (i !== at && baselineWords.has(word) && (word !== 'over' || at < i))
      return make('comparison', 'strong', 2, at, at + 1, `"${reading.tokens[at]?.word ?? ''}" against a baseline`);
  }
  return told ? make('comparison', 'strong', 3, at, told.at + 1, `"${reading.tokens[at]?.word ?? ''}"`) : undefined;
}

function approvalSignal(
  reading: Reading,
  clause: Clause,
  predicates: readonly Predicate[],
  at: number,
): Signal | undefined {
  const word = reading.tokens[at]?.word ?? '';
  const told = predicates[0];
  if (told) return make('approval', 'strong', 3, Math.min(at, told.at), Math.max(at, told.at) + 1, `"${word}"`);
  const by = reading.tokens.slice(clause.from, at).some((token) => authorityWords.has(token.word));
  return by ? make('approval', 'strong', 1, clause.from, at + 1, `"${word}" by somebody`) : undefined;
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
