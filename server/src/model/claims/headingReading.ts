/** Reads a heading or a label: which part of a document it announces, and whether it says that something is done. */
import { isAccomplishment } from './predicates';
import { findPhrases, phraseTable, type PhraseHit, type PhraseTable } from './phrases';
import { sectionPhrases, wishWords } from './sectionWords';
import type { SectionRole } from './sectionRole';
import { isNegated } from './statusWords';
import { isScript, type Token } from './tokens';
import type { ClaimVocabulary } from './vocabulary';

export interface HeadingReading {
  readonly role: SectionRole | undefined;
  /** Says that what follows is done, or that it is not. */
  readonly verdict: 'done' | 'open' | undefined;
  /** Only a check mark says so. */
  readonly ticked: boolean;
  /** `Expected …`, `Required …`, `Future …`, `Next …`: of something that is not there yet. */
  readonly wish: boolean;
  /** `… Readiness`, `Ready for …`: about the present, though a later phase is named. */
  readonly ready: boolean;
  /** `Context`, `Current Status`, `What was done`. */
  readonly background: boolean;
  /** `Why this matters`: reasons, whatever the document. */
  readonly why: boolean;
  /** `Handoff to Phase 5`, `For the Phase 5 team`: names whom it is for, not what it is about. */
  readonly addressed: boolean;
  /** `… Results`, `Status of …`: says how something came out. */
  readonly result: boolean;
  /** Numbers of the phases it names. */
  readonly phases: readonly number[];
  /** It consists of words for its role only: `Expected Impact`, not `Error Handling`. */
  readonly whole: boolean;
}

/** Words after which a heading only says what its subject is about. */
const prepositions = new Set([
  'for',
  'of',
  'in',
  'to',
  'over',
  'from',
  'with',
  'by',
  'on',
  'before',
  'after',
  'since',
  'against',
  'during',
]);

/** Last words by which a heading says that its subject is done. */
const doneLast = new Set(
  (
    'met achieved completed complete passed fulfilled satisfied exceeded approved delivered resolved fixed verified validated ' +
    'implemented working done finished mitigated addressed accomplished shipped confirmed obtained closed created built added deployed released published produced migrated merged 完了'
  ).split(' '),
);

/** First words by which a heading says that its content is done. */
const doneFirst = new Set(
  'completed resolved achieved implemented fixed working delivered verified mitigated accomplished successfully shipped closed done finished'.split(
    ' ',
  ),
);

/** Words by which a heading says that its content is not done. */
const openWords = new Set(
  'pending incomplete blocked unresolved failing broken missing partially partial unverified untested blockers blocking outstanding needs'.split(
    ' ',
  ),
);

const backgroundWords = new Set(
  'context background status situation state accomplished completed achieved previous prior'.split(' '),
);

const defaultTable = phraseTable(Object.entries(sectionPhrases) as [SectionRole, readonly string[]][]);
const tables = new WeakMap<ClaimVocabulary, PhraseTable<SectionRole>>();

function tableOf(vocabulary: ClaimVocabulary | undefined): PhraseTable<SectionRole> {
  if (!vocabulary?.sections) return defaultTable;
  let table = tables.get(vocabulary);
  if (!table) {
    const defaults = Object.entries(sectionPhrases) as [SectionRole, readonly string[]][];
    table = phraseTable([...defaults, ...(Object.entries(vocabulary.sections) as [SectionRole, readonly string[]][])]);
    tables.set(vocabulary, table);
  }
  return table;
}

/** Reads the words of a heading or label. */
export function readHeading(tokens: readonly Token[], vocabulary: ClaimVocabulary | undefined): HeadingReading {
  const hits = findPhrases(tableOf(vocabulary), tokens);
  const ready = tokens.some((token) => readyWords.has(token.word));
  const notReady = tokens.some((token, i) => token.word === 'ready' && isNegated(tokens, i));
  const wish = !ready && tokens.some((token) => wishWords.has(token.word));
  const verdict = notReady ? 'open' : headingVerdict(tokens, wish);
  return {
    role: mainRole(hits, tokens, wish, ready),
    verdict,
    ticked:
      verdict === 'done' &&
      !tokens.some(({ word }) => word === 'ready') &&
      headingVerdict(
        tokens.filter(({ kind }) => kind !== 'mark'),
        wish,
      ) !== 'done',
    wish,
    ready: ready && !notReady,
    background: tokens.some((token) => backgroundWords.has(token.word)),
    why: tokens.find((token) => token.kind === 'word')?.word === 'why',
    addressed: isAddressed(tokens),
    result: tokens.some((token) => outcomeWords.has(token.word)),
    phases: phaseNumbers(tokens),
    whole: isWhole(hits, tokens),
  };
}

/** Does a label consist of words for a role only: `Expected Impact`, not `Error Handling`? */
export function isRoleLabel(label: readonly Token[], vocabulary: ClaimVocabulary | undefined): boolean {
  return isWhole(findPhrases(tableOf(vocabulary), label), label);
}

const outcomeWords = new Set('result results status outcome outcomes achievement achievements progress'.split(' '));

const readyWords = new Set(['ready', 'readiness', 'confidence']);

function isAddressed(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => token.kind === 'word');
  const end = words.findIndex((token) => token.word === 'for' || token.word === 'to');
  return end >= 0 && words.slice(0, end).every((token) => slight.has(token.word) || handed.has(token.word));
}

const handed = new Set(
  'handoff hand-off handover foundation basis notes information transition knowledge transfer message'.split(' '),
);

/** Words beside which a label still consists of words for its role only. */
const slight = new Set('key main overall primary final current the and or for phase of our'.split(' '));

function isWhole(hits: readonly PhraseHit<SectionRole>[], tokens: readonly Token[]): boolean {
  return tokens.every(
    (token, i) =>
      token.kind !== 'word' ||
      wishWords.has(token.word) ||
      slight.has(token.word) ||
      hits.some((hit) => i >= hit.from && i < hit.to),
  );
}

/** English puts the main word last, before a preposition: `Success Criteria Validation for Phase 8` is a validation. */
function mainRole(
  hits: readonly PhraseHit<SectionRole>[],
  tokens: readonly Token[],
  wish: boolean,
  ready: boolean,
): SectionRole | undefined {
  if (ready) return 'report';
  // `4. Alert handling`: the number is no part of it.
  const start = tokens[0]?.kind === 'number' && tokens[1]?.kind === 'stop' ? 2 : 0;
  const end = tokens.findIndex((token, i) => i > start && (token.kind === 'stop' || prepositions.has(token.word)));
  const headEnd = end < 0 ? tokens.length : end;
  // A phrase in another script after it is the main word, whatever it means.
  const last = tokens[headEnd - 1];
  if (last?.kind === 'word' && isScript(last.word.charCodeAt(0)) && hits.every((hit) => hit.to < headEnd))
    return undefined;
  const inHead = hits.filter(
    (hit) => hit.from < headEnd && (!onlyHeads.has(hit.value) || isHead(tokens, hit.to, headEnd)),
  );
  const named = inHead.length > 0 ? inHead : hits.filter((hit) => hit.from >= headEnd);
  if (!wish || isMixed(named)) return isMixed(named) ? 'neutral' : named.at(-1)?.value;
  const planned = hits.find((hit) => hit.value === 'plan' || hit.value === 'criteria');
  return planned?.value ?? 'plan';
}

/** Roles that a word gives as the main word only: `Alerting` and `Known Issues`, not `Alerting System` and `Issue Tracking`. */
const onlyHeads: ReadonlySet<SectionRole> = new Set<SectionRole>(['instructions', 'issues']);

function isHead(tokens: readonly Token[], to: number, headEnd: number): boolean {
  return !tokens.slice(to, headEnd).some((token) => token.kind === 'word' && !slight.has(token.word));
}

/** `Conclusion and Next Steps` is neither. */
function isMixed(hits: readonly PhraseHit<SectionRole>[]): boolean {
  return (
    hits.some((hit) => hit.value === 'plan') &&
    hits.some((hit) => hit.value === 'report' && hit.to < (hits.at(-1)?.from ?? 0))
  );
}

function headingVerdict(tokens: readonly Token[], wish: boolean): 'done' | 'open' | undefined {
  const words = tokens.filter((token) => token.kind === 'word');
  const open = tokens.some(
    (token, i) =>
      (token.kind === 'mark' &&
        (token.mark === 'failed' || token.mark === 'partial' || token.mark === 'active' || token.mark === 'blocked')) ||
      (openWords.has(token.word) && !isNegated(tokens, i)) ||
      (doneLast.has(token.word) && isNegated(tokens, i)) ||
      (token.word === 'progress' && tokens[i - 1]?.word === 'in'),
  );
  if (open) return 'open';
  if (isOption(tokens)) return undefined;
  if (tokens.some((token) => token.kind === 'mark' && token.mark === 'done')) return 'done';
  if (wish) return undefined;
  const first = words[0]?.word ?? '';
  if (
    doneFirst.has(first) ||
    (first === 'what' && words.some(({ word }) => isAccomplishment(word) || word === 'worked' || word === 'works'))
  )
    return 'done';
  if (first === 'ready') return 'done';
  return doneLast.has(lastHeadWord(tokens)) ? 'done' : undefined;
}

/** `Option 1: … ✅ (recommended)`, `✅ Pros`: a choice, not a verdict. */
export function isOption(tokens: readonly Token[]): boolean {
  const first = tokens.find((token) => token.kind === 'word');
  return first !== undefined && optionWords.has(first.word);
}

const optionWords = new Set(
  'option alternative alternatives pros pro cons con benefits advantages approach why when'.split(' '),
);

/** The last word before a bracket, a colon or a preposition. */
function lastHeadWord(tokens: readonly Token[]): string {
  let last = '';
  for (const token of tokens) {
    if (last !== '' && (token.word === '(' || prepositions.has(token.word))) break;
    if (token.kind === 'word') last = token.word;
  }
  return last;
}

/** `Phase 7 to Phase 8` gives 7 and 8; `Phase 8a` gives 8. */
function phaseNumbers(tokens: readonly Token[]): readonly number[] {
  const numbers: number[] = [];
  tokens.forEach((token, i) => {
    const next = tokens[i + 1];
    if ((token.word === 'phase' || token.word === 'phases') && next?.kind === 'number') numbers.push(next.value);
  });
  return numbers;
}
