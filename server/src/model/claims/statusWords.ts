/** What the words and signs of a status say: data, and the one function that reads them. */
import { findPhrases, phraseAt, phraseTable, type PhraseHit, type PhraseTable } from './phrases';
import { isScript, tokenize, type Token } from './tokens';
import type { ClaimVocabulary } from './vocabulary';

export const statusClasses = ['done', 'partial', 'active', 'planned', 'blocked', 'failed', 'cancelled'] as const;

export type StatusClass = (typeof statusClasses)[number];

/** The phrases that are known without any configuration. In lower case; `_` and space are the same. */
export const statusPhrases: Readonly<Record<StatusClass, readonly string[]>> = {
  done: [
    'complete',
    'completed',
    'completed successfully',
    'successfully completed',
    'done',
    'passed',
    'pass',
    'passes',
    'passing',
    'verified',
    'validated',
    'satisfied',
    'resolved',
    'implemented',
    'fully implemented',
    'shipped',
    'released',
    'merged',
    'fixed',
    'achieved',
    'met',
    'exceeded',
    'approved',
    'accepted',
    'signed off',
    'fully addressed',
    'addressed',
    'finished',
    'delivered',
    'deployed',
    'success',
    'successful',
    'succeeded',
    'successfully',
    'closed',
    'operational',
    'fully operational',
    'functional',
    'working',
    'green',
    'closed out',
    'production ready',
    'production-ready',
    'go-live complete',
    'feature complete',
    'feature-complete',
    '完了',
    '完成',
    '合格',
    '成功',
    '済み',
    '承認',
  ],
  partial: [
    'partial',
    'partially',
    'partially complete',
    'partially completed',
    'partially implemented',
    'partly',
    'partial success',
    'near complete',
    'nearly complete',
    'mostly complete',
    'almost complete',
    'mostly done',
    'substantially complete',
    'tools completed',
    'pass with issues',
    'pass with suggestions',
    'pass with warnings',
    'passed with issues',
    'passed via guide',
    'conditional pass',
    'conditional-pass',
    'conditionally approved',
    'completed with issues',
    'complete with issues',
    'expected',
    'simulated',
    'mitigated',
    'limited',
    '一部完了',
    '条件付き',
  ],
  active: [
    'in progress',
    'in-progress',
    'wip',
    'work in progress',
    'executing',
    'active',
    'investigating',
    'under investigation',
    'under way',
    'underway',
    'under review',
    'in review',
    'starting',
    'started',
    'ongoing',
    'running',
    'developing',
    'implementing',
    'testing in progress',
    'reassessment',
    '進行中',
    '作業中',
    '実施中',
  ],
  planned: [
    'pending',
    'planned',
    'not started',
    'not yet started',
    'not yet',
    'yet to',
    'to be',
    'ready for',
    'ready to',
    'ready',
    'draft',
    'open',
    'todo',
    'to do',
    'to-do',
    'tbd',
    'unblocked',
    'proposed',
    'scheduled',
    'upcoming',
    'queued',
    'backlog',
    'next',
    'future',
    'required',
    'needed',
    'needs',
    'need',
    'requires',
    'remaining',
    'awaiting',
    'not tested',
    'untested',
    'レビュー待ち',
    '未着手',
    '未実施',
    '予定',
    '未完了',
  ],
  blocked: [
    'blocked',
    'blocked on',
    'blocked by',
    'waiting',
    'waiting for',
    'human needed',
    'human_needed',
    'missing',
    'deferred',
    'on hold',
    'paused',
    'stalled',
    'postponed',
    '保留',
    'ブロック',
  ],
  failed: [
    'fail',
    'fails',
    'failed',
    'failing',
    'failure',
    'not working',
    'not functional',
    'broken',
    'gaps found',
    'gaps_found',
    'incomplete',
    'not complete',
    'not completed',
    'not met',
    'not achieved',
    'not passed',
    'not ready',
    'no-go',
    'no go',
    'rejected',
    'unresolved',
    'unmet',
    'unsatisfied',
    'regressed',
    'critical issues',
    '失敗',
    '不合格',
    '未達',
  ],
  cancelled: [
    'cancelled',
    'canceled',
    'removed',
    'integrated into',
    'historical',
    'superseded',
    'superseded by',
    'obsolete',
    'abandoned',
    'dropped',
    'skipped',
    'deprecated',
    'archived',
    'not applicable',
    'n/a',
    "won't do",
    '中止',
    '廃止',
  ],
};

/** Words that turn what follows into its opposite. */
const negations = new Set([
  'not',
  'never',
  "isn't",
  "aren't",
  "wasn't",
  "weren't",
  "hasn't",
  "haven't",
  "doesn't",
  "don't",
  "didn't",
  "can't",
  'cannot',
  'nothing',
  'without',
]);

/** How many words may stand between a negation and what it negates: `not yet been fully tested`. */
const negationReach = 3;

const ownTables = new WeakMap<ClaimVocabulary, PhraseTable<StatusClass>>();
const defaultTable = phraseTable(Object.entries(statusPhrases) as [StatusClass, readonly string[]][]);

function tableOf(vocabulary: ClaimVocabulary | undefined): PhraseTable<StatusClass> {
  if (!vocabulary?.statuses) return defaultTable;
  let table = ownTables.get(vocabulary);
  if (!table) {
    const groups = [...Object.entries(statusPhrases), ...Object.entries(vocabulary.statuses)];
    table = phraseTable(groups as [StatusClass, readonly string[]][]);
    ownTables.set(vocabulary, table);
  }
  return table;
}

/**
 * What a status says: `✅ COMPLETE` is done, `NOT COMPLETED` failed, `✅ **75% COMPLETE**` partial, `READY FOR COMPLETION`
 * planned, `✅` alone done; undefined if it says nothing of that kind (`HIGH`, `2025-01-07`). The first phrase decides;
 * a sign counts only where no word does.
 */
export function classifyStatus(text: string, vocabulary?: ClaimVocabulary): StatusClass | undefined {
  return classifyStatusTokens(tokenize(text), vocabulary);
}

/** The status phrase that begins at a token. */
export function statusAt(
  tokens: readonly Token[],
  at: number,
  vocabulary: ClaimVocabulary | undefined,
): PhraseHit<StatusClass> | undefined {
  return phraseAt(tableOf(vocabulary), tokens, at);
}

/** {@link classifyStatus} for text that is already split. */
export function classifyStatusTokens(tokens: readonly Token[], vocabulary?: ClaimVocabulary): StatusClass | undefined {
  const hits = findPhrases(tableOf(vocabulary), tokens).filter((hit) => !isAttribute(hit, tokens));
  const first = hits[0];
  if (!first) return signClass(tokens) ?? percentClass(tokens);
  if (first.value === 'done') {
    if (isNegated(tokens, first.from)) return 'failed';
    if (hits.slice(1).some((hit) => takesBack(hit, tokens)) || isCapped(tokens)) return 'partial';
  }
  return first.value;
}

/** `Active monitoring operational`, `Operational validation`: an adjective of what follows. */
function isAttribute(hit: PhraseHit<StatusClass>, tokens: readonly Token[]): boolean {
  const next = tokens[hit.to];
  return (
    hit.to === hit.from + 1 &&
    attributes.has(tokens[hit.from]?.word ?? '') &&
    next?.kind === 'word' &&
    !isScript(next.word.charCodeAt(0)) &&
    !notNouns.has(next.word) &&
    !next.word.endsWith('ly')
  );
}

const attributes = new Set(['active', 'operational', 'functional', 'working']);
const notNouns = new Set(
  'and or but in on with for since until from by as at across without when under after to after again now well end-to-end correctly'.split(
    ' ',
  ),
);

const needing = new Set(['need', 'needs', 'needed', 'requires', 'awaiting']);

/**
 * Does a later phrase take the edge off an earlier `done`? `Framework implemented, production configuration pending` does;
 * `complete, ready for phase 4`, `0 failed` and `fixed failing tests` do not.
 */
function takesBack(hit: PhraseHit<StatusClass>, tokens: readonly Token[]): boolean {
  if (hit.value === 'done' || hit.value === 'cancelled') return false;
  if (hit.value === 'planned' && tokens[hit.from]?.word.startsWith('ready')) return false;
  const before = tokens[hit.from - 1];
  if (before?.kind === 'number' && before.value === 0) return false;
  if (before?.word === 'no' || before?.word === 'zero' || isNegated(tokens, hit.from)) return false;
  if (hit.value === 'planned' && needing.has(tokens[hit.from]?.word ?? '')) return true;
  const after = tokens[hit.to];
  return after === undefined || after.kind === 'stop' || after.kind === 'mark';
}

/** Is there a negation shortly before a token, in the same clause? */
export function isNegated(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - negationReach); i--) {
    const token = tokens[i];
    if (!token || token.kind === 'stop') return false;
    if (
      token.kind === 'word' &&
      (negations.has(token.word) || (token.word === 'longer' && tokens[i - 1]?.word === 'no'))
    )
      return true;
  }
  return false;
}

/** A share below 100 % takes the edge off `complete`. */
function isCapped(tokens: readonly Token[]): boolean {
  return tokens.some((token) => token.kind === 'number' && token.unit === '%' && token.value < 100);
}

const aimWords = new Set(['target', 'goal', 'threshold']);

function percentClass(tokens: readonly Token[]): StatusClass | undefined {
  const share = tokens.find((token) => token.kind === 'number' && token.unit === '%');
  if (share?.kind !== 'number') return undefined;
  // `target 100%`
  if (tokens.some(({ word }) => aimWords.has(word))) return 'planned';
  if (share.value === 0) return 'planned';
  return share.value >= 100 ? 'done' : 'partial';
}

function signClass(tokens: readonly Token[]): StatusClass | undefined {
  for (const token of tokens) {
    if (token.kind === 'mark' && token.mark !== 'decoration') {
      return token.mark === 'done' && isCapped(tokens) ? 'partial' : token.mark;
    }
  }
  return undefined;
}
