/** Tells predicates (`documentation completed`) from adjectives (`the completed documentation`). */
import type { Clause } from './clauses';
import type { Token } from './tokens';
import { stateWords, verdictWords } from './words';

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
    'automated shared hundred unused unfinished outdated simulated focused wanted suggested scheduled intended anticipated increased'
  ).split(' '),
);

/** Done things whose participle has no `-ed`. */
const irregular = new Set(
  'done built rebuilt shown proven written rewritten found caught sent kept run set'.split(' '),
);

/** What may follow a participle that is a predicate. */
const followers = new Set(
  (
    'and or with in by for to across on at from before via through as using under within without when after against during per ' +
    'between into while over only all every above below end-to-end locally everywhere'
  ).split(' '),
);

/** What stands before a participle that is a predicate. */
const auxiliaries = new Set(
  'is are was were been being has have had now already fully successfully properly correctly also get got both remain remains'.split(
    ' ',
  ),
);

/** What stands before an adjective. */
const determiners = new Set('the a an of upon this that these those any each to its our their'.split(' '));

/** Is the word a participle that tells of something done? */
export function isAccomplishment(word: string): boolean {
  return (word.length > 4 && word.endsWith('ed') && !idle.has(word) && !word.startsWith('un')) || irregular.has(word);
}

/** The predicates of a clause, as far as it asserts something. */
export function findPredicates(tokens: readonly Token[], clause: Clause): readonly Predicate[] {
  const found: Predicate[] = [];
  for (let i = clause.from; i < clause.assertedTo; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word') continue;
    const verdict = verdictWords.has(token.word);
    if (verdict || isAccomplishment(token.word)) {
      if (isPredicate(tokens, clause, i)) found.push({ at: i, level: 3, verdict });
    } else if (stateWords.has(token.word) && !isBeforeNoun(tokens, clause, i)) {
      found.push({ at: i, level: 2, verdict: false });
    }
  }
  return found;
}

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
