/** All, every, fully, complete, no, zero: with an accomplishment they claim the whole of something. */
import type { Clause } from './clauses';
import { isAccomplishment, type Predicate } from './predicates';
import type { Level, Reading, Signal } from './signal';
import { badNouns } from './words';

/** Where a universal stands and how openly it asserts. */
export function universalSignals(reading: Reading): readonly Signal[] {
  const signals: Signal[] = [];
  reading.clauses.forEach((clause, index) => {
    const predicates = reading.predicates[index] ?? [];
    for (let i = clause.from; i < clause.assertedTo; i++) {
      const found = universalAt(reading, clause, predicates, i);
      if (found) signals.push(found);
    }
  });
  return signals;
}

function universalAt(
  reading: Reading,
  clause: Clause,
  predicates: readonly Predicate[],
  at: number,
): Signal | undefined {
  const { tokens } = reading;
  const word = tokens[at]?.word ?? '';
  const before = at > clause.from ? (tokens[at - 1]?.word ?? '') : '';
  const after = at + 1 < clause.to ? (tokens[at + 1]?.word ?? '') : '';
  switch (word) {
    case 'all':
      return before === 'at' || before === 'after' || before === 'not' || after === 'that' || at + 1 === clause.to
        ? undefined
        : quantified(reading, clause, predicates, at, 1);
    case 'every':
    case 'entire':
      return quantified(reading, clause, predicates, at, undefined);
    case 'fully':
    case 'completely':
    case 'entirely':
      return after === ''
        ? undefined
        : universal(reading, at, at + 2, isAccomplishment(after) ? 3 : 2, `"${word} ${after}"`);
    case 'no':
    case 'zero':
      return noneOf(reading, clause, at);
    case 'complete':
      return isAttribute(reading, clause, at) ? quantified(reading, clause, predicates, at, 1) : undefined;
    case 'full':
      return wholeThings.has(after) || hasPredicateAfter(predicates, at)
        ? quantified(reading, clause, predicates, at, 1)
        : undefined;
    default:
      return undefined;
  }
}

/** What is claimed when it is said to be full: `full integration with …`, not `full token-based flow`. */
const wholeThings = new Set(
  'integration coverage compliance parity functionality validation completion success implementation access support compatibility'.split(
    ' ',
  ),
);

/** A quantifier is as open as the predicate it goes with. */
function quantified(
  reading: Reading,
  clause: Clause,
  predicates: readonly Predicate[],
  at: number,
  alone: Level | undefined,
): Signal | undefined {
  const word = reading.tokens[at]?.word ?? '';
  const told = predicates.find((predicate) => predicate.level === 3) ?? predicates[0];
  if (told) {
    const from = Math.min(at, told.at);
    const to = Math.max(at, told.at) + 1;
    return universal(reading, from, to, told.level, `"${word}" with "${reading.tokens[told.at]?.word ?? ''}"`);
  }
  return alone === undefined
    ? undefined
    : universal(reading, at, Math.min(at + 3, clause.to), alone, `"${word}" in a report of results`);
}

/** `complete documentation`, not `to complete`, `documentation complete`, `complete with …`. */
function isAttribute(reading: Reading, clause: Clause, at: number): boolean {
  const next = at + 1 < clause.to ? reading.tokens[at + 1] : undefined;
  return next?.kind === 'word' && !afterPredicate.has(next.word);
}

const afterPredicate = new Set('with and in for across but by on at within before after under well'.split(' '));

function hasPredicateAfter(predicates: readonly Predicate[], at: number): boolean {
  return predicates.some((predicate) => predicate.at > at);
}

/** `No silent failures`, `zero data loss`; not `no monitoring of failures`, `no known workaround`. */
function noneOf(reading: Reading, clause: Clause, at: number): Signal | undefined {
  for (let i = at + 1; i < Math.min(clause.to, at + 5); i++) {
    const word = reading.tokens[i]?.word ?? '';
    if (nounPhraseEnds.has(word)) return undefined;
    if (badNouns.has(word))
      return universal(reading, at, i + 1, 2, `"${reading.tokens[at]?.word ?? ''}" with "${word}"`);
    if (lostWords.has(word))
      return universal(reading, at, i + 1, 2, `"${reading.tokens[at]?.word ?? ''}" with "${word}"`);
    if (word === 'changes' && reading.tokens[i - 1]?.word === 'breaking')
      return universal(reading, at, i + 1, 2, '"no breaking changes"');
  }
  return undefined;
}

/** What nothing should have been: `no sensitive data leaked`. */
const lostWords = new Set('leaked lost corrupted dropped exposed broken missed introduced'.split(' '));

const nounPhraseEnds = new Set('for of in to on with from at by is are was were and or'.split(' '));

function universal(reading: Reading, from: number, to: number, level: Level, reason: string): Signal {
  return { kind: 'universal', strength: 'strong', level, from, to: Math.min(to, reading.tokens.length), reason };
}
