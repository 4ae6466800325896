/** All, every, fully, complete, no, zero: with an accomplishment they claim the whole of something. */
import type { Clause } from './clauses';
import { isAccomplishment, predicatesNear, type Predicate } from './predicates';
import type { Level, Reading, Signal } from './signal';
import type { Token } from './tokens';
import { badNouns, lostWords, stateWords, verdictWords } from './words';

/** Where a universal stands and how openly it asserts. */
export function universalSignals(reading: Reading): readonly Signal[] {
  const signals: Signal[] = [];
  reading.clauses.forEach((clause, index) => {
    const predicates = reading.predicates[index] ?? [];
    const adverse = isAdverse(reading.tokens, clause);
    for (let i = clause.from; i < clause.assertedTo; i++) {
      if (adverse && wholes.has(reading.tokens[i]?.word ?? '')) continue;
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
  if (!quantifiers.has(word)) return undefined;
  const before = at > clause.from ? (tokens[at - 1]?.word ?? '') : '';
  const after = at + 1 < clause.to ? (tokens[at + 1]?.word ?? '') : '';
  switch (word) {
    case 'all':
      return before === 'at' || before === 'after' || before === 'not' || after === 'that' || at + 1 === clause.to
        ? undefined
        : quantified(reading, clause, predicates, at, isNamedOnly(reading, clause, at) ? 0 : 1);
    case 'every':
      return timeWords.has(after) ? undefined : quantified(reading, clause, predicates, at, undefined);
    case 'entire':
      return quantified(reading, clause, predicates, at, undefined);
    case 'fully':
    case 'completely':
    case 'entirely':
      return wholly(reading, clause, at);
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

const wholes = new Set(['all', 'every', 'entire', 'complete', 'full']);

/** `All imports stop at stage 3`, `All errors encountered`, `blocking all writes`: nothing that anybody wanted. */
function isAdverse(tokens: readonly Token[], clause: Clause): boolean {
  for (let i = clause.from; i < clause.assertedTo; i++) {
    const word = tokens[i]?.word ?? '';
    if (adverseVerbs.has(word)) return true;
    if (adverseParticiples.has(word) && wholes.has(tokens[i + 1]?.word ?? '')) return true;
  }
  return false;
}

const adverseVerbs = new Set(
  'stop stops stopped stall stalls stalled encountered affected affects breaks broke non-functional nonfunctional'.split(
    ' ',
  ),
);
const adverseParticiples = new Set('stopping blocking breaking preventing affecting'.split(' '));

/**
 * `Boot status for all targets`, `Listed all open items`: what the things named are for or what was written of them, not how
 * they came out. `Excellent response times for all queries` says how.
 */
function isNamedOnly({ tokens, labelEnd }: Reading, clause: Clause, at: number): boolean {
  const first = tokens[clause.from]?.word ?? '';
  // `All supported formats: CSV, XML`; `All services: healthy` tells their state.
  if (
    at < labelEnd &&
    !tokens
      .slice(labelEnd)
      .some(
        ({ kind, word }) =>
          kind === 'mark' ||
          kind === 'number' ||
          verdictWords.has(word) ||
          stateWords.has(word) ||
          isAccomplishment(word),
      )
  )
    return true;
  if (at > clause.from && ((first.endsWith('ed') && !isAccomplishment(first)) || describingVerbs.has(first)))
    return true;
  if (at === clause.from || tokens[at - 1]?.word !== 'for') return false;
  return !tokens
    .slice(Math.max(clause.from, at - reach), at)
    .some(
      ({ word, kind }) => kind === 'number' || praiseWords.has(word) || stateWords.has(word) || isAccomplishment(word),
    );
}

/** `Provides the session to all views`: how it works. */
const describingVerbs = new Set(
  'provides enables allows gives offers returns includes contains requires applies captures sends passes takes lists shows'.split(
    ' ',
  ),
);

/** Words that say how good or how whole something is. */
const praiseWords = new Set(
  'complete full good great high strong fast low minimal zero smooth support coverage covers'.split(' '),
);

/** `Fully tested`, `fully operational`, `completely end-to-end`; not `completely fair scheduler`, `fully qualified name`. */
function wholly(reading: Reading, clause: Clause, at: number): Signal | undefined {
  const word = reading.tokens[at]?.word ?? '';
  const after = at + 1 < clause.to ? (reading.tokens[at + 1]?.word ?? '') : '';
  if (after === '' || terms.has(after)) return undefined;
  const done = isAccomplishment(after) || fullVerbs.has(after);
  const noun =
    at + 2 < clause.to &&
    reading.tokens[at + 2]?.kind === 'word' &&
    !nounPhraseEnds.has(reading.tokens[at + 2]?.word ?? '');
  if (noun && !done && !stateWords.has(after) && !verdictWords.has(after)) return undefined;
  return universal(reading, at, at + 2, done ? 3 : 2, `"${word} ${after}"`);
}

const fullVerbs = new Set(
  'supports covers implements matches addresses handles meets satisfies integrates works'.split(' '),
);

/** What `fully` makes a term with. */
const terms = new Set('qualified connected fair typed managed featured fledged'.split(' '));

const quantifiers = new Set('all every entire fully completely entirely no zero complete full'.split(' '));

/** `every hour`: how often, not how many. */
const timeWords = new Set('second minute hour day night week month quarter year time few'.split(' '));

/** What is claimed when it is said to be full: `full integration with …`, not `full token-based flow`. */
const wholeThings = new Set(
  'integration coverage compliance parity functionality validation completion success implementation access support compatibility'.split(
    ' ',
  ),
);

/** How far before a quantifier its verb is looked for. */
const reach = 12;

/** A quantifier is as open as the predicate it goes with. */
function quantified(
  reading: Reading,
  clause: Clause,
  predicates: readonly Predicate[],
  at: number,
  alone: Level | undefined,
): Signal | undefined {
  const word = reading.tokens[at]?.word ?? '';
  const beside = predicatesNear(predicates, at);
  const told = beside.find((predicate) => predicate.level === 3) ?? beside[0];
  if (told) {
    const from = Math.min(at, told.at);
    const to = Math.max(at, told.at) + 1;
    return universal(reading, from, to, told.level, `"${word}" with "${reading.tokens[told.at]?.word ?? ''}"`);
  }
  const meets = reading.tokens
    .slice(Math.max(clause.from, at - reach), at)
    .some((token) => token.word === 'meets' || token.word === 'meet');
  if (meets) return universal(reading, at - 1, at + 1, 2, `"meets" with "${word}"`);
  const verb = successVerb(reading, clause, at);
  if (verb > 0) return universal(reading, at, verb + 1, 2, `"${word}" with "${reading.tokens[verb]?.word ?? ''}"`);
  return alone === undefined
    ? undefined
    : universal(reading, at, Math.min(at + 3, clause.to), alone, `"${word}" in a report of results`);
}

/** Verbs that in the present tense tell of a success: `All targets boot`, not `all requests pass through the gateway`. */
const successVerbs = new Set(
  'pass passes reach reaches boot boots compile compiles succeed succeeds comply complies conform conforms build builds align aligns match matches hold holds'.split(
    ' ',
  ),
);

/** The verb that goes with a quantified subject, 0 for none. */
function successVerb({ tokens }: Reading, clause: Clause, at: number): number {
  for (let i = at + 2; i < Math.min(clause.assertedTo, at + 6); i++) {
    if (!successVerbs.has(tokens[i]?.word ?? '')) continue;
    return passesOn.has(tokens[i + 1]?.word ?? '') ? 0 : i;
  }
  return 0;
}

const passesOn = new Set(
  'through to via into along down over on as the a steps step order system process script scripts time times'.split(
    ' ',
  ),
);

/** `complete documentation`, not `to complete`, `documentation complete`, `complete with …`. */
function isAttribute(reading: Reading, clause: Clause, at: number): boolean {
  const next = at + 1 < clause.to ? reading.tokens[at + 1] : undefined;
  const before = at > clause.from ? reading.tokens[at - 1]?.word : undefined;
  return next?.kind === 'word' && !afterPredicate.has(next.word) && before !== 'for' && before !== 'of';
}

const afterPredicate = new Set('with and in for across but by on at within before after under well'.split(' '));

function hasPredicateAfter(predicates: readonly Predicate[], at: number): boolean {
  return predicates.some((predicate) => predicate.at > at);
}

/** `No silent failures`, `zero data loss`; not `no monitoring of failures`, `no known workaround`. */
function noneOf(reading: Reading, clause: Clause, at: number): Signal | undefined {
  for (let i = at + 1; i < Math.min(clause.to, at + 5); i++) {
    const word = reading.tokens[i]?.word ?? '';
    if (beWords.has(word) && lostWords.has(reading.tokens[i + 1]?.word ?? ''))
      return universal(
        reading,
        at,
        i + 2,
        3,
        `"${reading.tokens[at]?.word ?? ''}" with "${reading.tokens[i + 1]?.word ?? ''}"`,
      );
    if (i > at + 1 && (word === 'remain' || word === 'remains'))
      return universal(reading, at, i + 1, 2, `"${reading.tokens[at]?.word ?? ''}" with "${word}"`);
    if (nounPhraseEnds.has(word)) return undefined;
    if (nounHeads.has(reading.tokens[i + 1]?.word ?? '')) return undefined;
    if (badNouns.has(word) || lostWords.has(word) || word === 'introduced')
      return universal(reading, at, i + 1, 2, `"${reading.tokens[at]?.word ?? ''}" with "${word}"`);
    if (word === 'changes' && reading.tokens[i - 1]?.word === 'breaking')
      return universal(reading, at, i + 1, 2, '"no breaking changes"');
  }
  return undefined;
}

/** Nouns that a bad noun only describes: `zero warnings policy`, `no failure detection`. */
const nounHeads = new Set(
  'policy handling detection rate budget tolerance tracking logging monitoring recovery reporting checks messages codes classification prevention log logs alerts conditions cases scenarios'.split(
    ' ',
  ),
);

const beWords = new Set(['was', 'were', 'is', 'are']);

const nounPhraseEnds = new Set('for of in to on with from at by is are was were and or'.split(' '));

function universal(reading: Reading, from: number, to: number, level: Level, reason: string): Signal {
  return { kind: 'universal', strength: 'strong', level, from, to: Math.min(to, reading.tokens.length), reason };
}
