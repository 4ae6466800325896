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
  ['postmortem|retrospective', 'postmortem'],
  ['post mortem', 'postmortem'],
  ['testing|test|tests summary|report|results|update', 'testing-summary'],
  ['verification', 'verification'],
  ['validation results|report|summary', 'testing-summary'],
  ['notes', 'notes'],
  ['plan|planning|roadmap|requirements|spec|design|scope|breakdown', 'plan'],
  ['todo|checklist|tasks', 'todo'],
  ['prd', 'prd'],
  ['product requirements', 'prd'],
  ['rfc', 'rfc'],
  ['context', 'context'],
  ['runbook', 'runbook'],
  ['completion|complete|completed|closeout|final', 'completion'],
  ['summary|report', 'completion'],
  ['status|progress|update|tracker', 'status'],
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
