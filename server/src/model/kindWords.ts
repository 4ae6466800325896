/** From the words of a file name or title to the kind of document. */
import type { DocumentKind } from './documentKind';

/**
 * The first row all of whose words are there decides; a row may name alternatives with `|`. Rows go from the special to
 * the general: `testing summary` before `summary`.
 */
const rows: readonly (readonly [words: string, kind: DocumentKind])[] = [
  ['prompt', 'prompt'],
  ['handoff', 'handoff'],
  ['hand off', 'handoff'],
  ['handover', 'handoff'],
  ['decision|decisions', 'decisions'],
  ['postmortem|retrospective|retro', 'postmortem'],
  ['post mortem', 'postmortem'],
  ['checklist', 'checklist'],
  ['testing|test|tests summary|report|results|result|update', 'testing-summary'],
  ['analysis|audit|assessment|baseline', 'analysis'],
  ['verification', 'verification'],
  ['validation results|report|summary', 'testing-summary'],
  ['acceptance|uat', 'acceptance'],
  ['plan progress|status', 'status'],
  ['roadmap', 'roadmap'],
  ['session', 'session'],
  ['completion plan', 'plan'],
  ['completion|complete|completed|closeout', 'completion'],
  ['review', 'review'],
  ['reality check', 'review'],
  ['runbook', 'runbook'],
  ['research', 'research'],
  ['notes', 'notes'],
  ['plan|planning|scope|breakdown', 'plan'],
  ['spec|specification', 'spec'],
  ['design|architecture', 'design'],
  ['product requirements', 'prd'],
  ['requirements', 'requirements'],
  ['proposal', 'proposal'],
  ['todo', 'todo'],
  ['tasks', 'tasks'],
  ['prd', 'prd'],
  ['rfc', 'rfc'],
  ['context', 'context'],
  ['final', 'completion'],
  ['status|progress|tracker', 'status'],
  ['summary|report', 'completion'],
  ['update', 'status'],
];

const compiled = rows.map(([words, kind]) => ({ groups: words.split(' ').map((group) => group.split('|')), kind }));
const NOT_A_WORD = /[^a-z]+/;

/**
 * @param words a name part such as `testing_summary`, `FINAL-STATUS`, or a title
 * @returns the kind, or undefined if no word is known
 */
export function kindFromWords(words: string): DocumentKind | undefined {
  const present = new Set(words.toLowerCase().split(NOT_A_WORD));
  return compiled.find(({ groups }) => groups.every((group) => group.some((word) => present.has(word))))?.kind;
}

/** Words that say nothing of what a document is about, whatever its kind. */
const commonWords: readonly string[] = [
  'document',
  'doc',
  'log',
  'final',
  'the',
  'and',
  'overall',
  'summary',
  'report',
];
/** By kind, the words that mean it. */
const wordsOfKind = new Map<DocumentKind, ReadonlySet<string>>();
for (const [words, kind] of rows) {
  wordsOfKind.set(kind, new Set([...(wordsOfKind.get(kind) ?? commonWords), ...words.split(/[ |]/)]));
}
/** Words and dates of a later or passing version: such a document replaces another, it does not contradict it. */
const editionWords: ReadonlySet<string> = new Set([
  ...['updated', 'update', 'revised', 'interim', 'draft', 'old', 'new', 'backup', 'copy', 'preliminary'],
]);
const VERSION = /^(?:v\d+|\d{6,8}|\d{4}|rev\d+)$/;
const WORD_BREAK = /[^A-Za-z0-9]+/;

/** What a name says besides kind and phase: `closeout` of `PHASE9_CLOSEOUT_PROMPT`; lower case, empty for nothing. */
export function topicOfName(words: string, kind: DocumentKind): string {
  const known = wordsOfKind.get(kind) ?? new Set(commonWords);
  return wordsOf(words)
    .filter((word) => !known.has(word) && !isEdition(word) && !/^\d+$/.test(word))
    .join(' ');
}

/** The words of a name by which it is a later or passing version of another: `updated`, `interim`, `20250926`. */
export function editionOfName(words: string): string | undefined {
  const found = wordsOf(words).filter(isEdition);
  // `test_update` is a kind, `SUMMARY_UPDATED` an edition.
  return found.length === 0 || found.every((word) => word === 'update') ? undefined : found.join(' ');
}

function wordsOf(name: string): readonly string[] {
  return name.toLowerCase().split(WORD_BREAK).filter(Boolean);
}

function isEdition(word: string): boolean {
  return editionWords.has(word) || VERSION.test(word);
}
