/** Tells predicates (`documentation completed`) from adjectives (`the completed documentation`). */
import type { Clause } from './clauses';
import type { Token } from './tokens';
import { stateWords, verdictWords, workWords } from './words';

/** How much a predicate tells: 3 of something done, 2 of a state. */
export interface Predicate {
  readonly at: number;
  readonly level: 2 | 3;
  /** A word that is a verdict of its own: `passed`, `met`, `completed`. */
  readonly verdict: boolean;
}

/** Words in `-ed` that tell of nothing done. */
const idle = new Set(
  (
    'need feed speed seed indeed exceed proceed succeed embed based required related expected planned failed blocked limited ' +
    'proposed recommended deferred estimated needed desired used distributed centralized structured advanced detailed dedicated mixed ' +
    'untested unvalidated unverified unresolved unexpected undocumented attempted believed supposed skipped rejected deprecated ' +
    'automated shared hundred unused unfinished outdated simulated focused wanted suggested scheduled intended anticipated increased looked tried wondered learned started asked discussed noticed happened occurred caused stopped encountered listed described named called duplicated crashed disabled delayed dropped lasted remained appeared seemed hoped feared depended consisted contained'
  ).split(' '),
);

/** Done things whose participle has no `-ed`. */
const irregular = new Set(
  'done built rebuilt shown proven written rewritten sent wrote rewrote sped brought cut kept ran rerun caught drawn'.split(
    ' ',
  ),
);

/** What may follow a participle that is a predicate. */
const followers = new Set(
  (
    'and or since until so again now today twice with in by for to across on at from before via through as using under within without when after against during per ' +
    'between into while over only all every above below end-to-end locally everywhere'
  ).split(' '),
);

/** What stands before a participle that is a predicate. */
const auxiliaries = new Set(
  'is are was were been being has have had now already fully successfully properly correctly also get got both remain remains we i they it team who'.split(
    ' ',
  ),
);

/** What stands before an adjective. */
const determiners = new Set('the a an of upon this that these those any each to its our their'.split(' '));

/** `untested`, not `unified`. */
function isUndone(word: string): boolean {
  return word.startsWith('un') && !unDone.has(word);
}

const unDone = new Set('unified united unblocked unlocked unpacked uncovered unearthed untangled unclogged'.split(' '));

/** Is the word a participle that tells of something done? */
export function isAccomplishment(word: string): boolean {
  if (irregular.has(word)) return true;
  if (word.length <= 4 || !word.endsWith('ed') || idle.has(word) || isUndone(word)) return false;
  return !word.includes('-') || word.startsWith('re-');
}

/** The predicates of a clause, as far as it asserts something. */
export function findPredicates(tokens: readonly Token[], clause: Clause): readonly Predicate[] {
  if (isEmptySubject(tokens[clause.from])) return [];
  const found: Predicate[] = [];
  for (let i = clause.from; i < clause.assertedTo; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word') continue;
    const verdict = verdictWords.has(token.word);
    if (verdict || isAccomplishment(token.word)) {
      if (isHandedOn(tokens, i)) continue;
      if (isPredicate(tokens, clause, i))
        found.push({ at: i, level: verdict ? 3 : toldLevel(tokens, clause, i), verdict });
    } else if (stateWords.has(token.word) ? !isBeforeNoun(tokens, clause, i) : isInPlace(tokens, i)) {
      found.push({ at: i, level: 2, verdict: false });
    }
  }
  return found;
}

/** `Arguments passed to the shader`, `passed as JSON`: handed on, not tested. */
function isHandedOn(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.word;
  return (word === 'passed' || word === 'passing') && handedTo.has(tokens[at + 1]?.word ?? '');
}

const handedTo = new Set('to as into via through down along between'.split(' '));

/** How far from a word the predicate it goes with is looked for; clauses are hardly ever longer. */
const reach = 30;

/** The predicates of a clause that stand near a token; they are in order. */
export function predicatesNear(predicates: readonly Predicate[], at: number): readonly Predicate[] {
  let low = 0;
  let high = predicates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((predicates[middle]?.at ?? 0) < at - reach) low = middle + 1;
    else high = middle;
  }
  const near: Predicate[] = [];
  for (let i = low; i < predicates.length; i++) {
    const predicate = predicates[i];
    if (!predicate || predicate.at > at + reach) break;
    near.push(predicate);
  }
  return near;
}

/** `0% of alarms delivered`, `no jobs processed`: nothing is told as done. */
export function isEmptySubject(first: Token | undefined): boolean {
  return first?.word === 'no' || first?.word === 'zero' || (first?.kind === 'number' && first.value === 0);
}

function isInPlace(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.word === 'place' && tokens[at - 1]?.word === 'in';
}

/** `Stored the payload` and `has been stored` tell of something done; `stored with each job`, `are stored` how it works. */
function toldLevel(tokens: readonly Token[], clause: Clause, at: number): 2 | 3 {
  const before = at > clause.from ? tokens[at - 1] : undefined;
  if (before?.word === 'is' || before?.word === 'are') return 2;
  if (before === undefined || before.kind === 'mark' || pastWords.has(before.word)) return 3;
  return workWords.has(tokens[at]?.word ?? '') ? 3 : 2;
}

const pastWords = new Set('was were been has have had now already fully successfully properly'.split(' '));

/** Is the participle at an index a predicate, not an adjective of what follows? */
export function isPredicate(tokens: readonly Token[], clause: Clause, at: number): boolean {
  const before = at > clause.from ? tokens[at - 1] : undefined;
  if (before && auxiliaries.has(before.word)) return true;
  if (before && determiners.has(before.word)) return false;
  const first = before === undefined || before.kind === 'mark';
  return first || !isBeforeNoun(tokens, clause, at);
}

function isBeforeNoun(tokens: readonly Token[], clause: Clause, at: number): boolean {
  const after = at + 1 < clause.to ? tokens[at + 1] : undefined;
  if (after?.kind !== 'word') return false;
  return (
    !followers.has(after.word) &&
    !after.word.endsWith('ly') &&
    !stateWords.has(after.word) &&
    !verdictWords.has(after.word)
  );
}
