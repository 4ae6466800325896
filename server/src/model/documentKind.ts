/**
 * The kinds of document that Phase Docs knows. A preset or a configuration maps files to kinds; a kind without schema
 * is still a phase document.
 */
export const documentKinds = [
  'prompt',
  'notes',
  'decisions',
  'handoff',
  'testing-summary',
  'completion',
  'status',
  'plan',
  'todo',
  'prd',
  'rfc',
  'context',
  'postmortem',
  'verification',
  'runbook',
  'other',
] as const;

export type DocumentKind = (typeof documentKinds)[number];

/** How a kind is called in messages and views. */
export const kindTitles: Readonly<Record<DocumentKind, string>> = {
  prompt: 'execution prompt',
  notes: 'notes',
  decisions: 'decisions',
  handoff: 'hand-off',
  'testing-summary': 'testing summary',
  completion: 'completion report',
  status: 'status report',
  plan: 'plan',
  todo: 'to-do list',
  prd: 'PRD',
  rfc: 'RFC',
  context: 'context document',
  postmortem: 'post-mortem',
  verification: 'verification',
  runbook: 'runbook',
  other: 'phase document',
};
