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
  'spec',
  'design',
  'requirements',
  'proposal',
  'roadmap',
  'tasks',
  'checklist',
  'research',
  'analysis',
  'review',
  'summary',
  'validation',
  'acceptance',
  'session',
  'debt',
  'other',
] as const;

export type KnownKind = (typeof documentKinds)[number];

declare const isOwnKind: unique symbol;

/** A kind that a team's own schema defines. */
export type OwnKind = string & { readonly [isOwnKind]: true };

export type DocumentKind = KnownKind | OwnKind;

/** Small letters, digits and hyphens: `wave-report`. */
export function isKindName(name: string): boolean {
  return /^[a-z][a-z0-9-]{0,60}$/.test(name);
}

/** A kind of a team by its name, such as `wave-report`. */
export function ownKind(name: string): OwnKind {
  return name as OwnKind;
}

/** How a kind is called in messages and views. */
const kindTitles: Readonly<Record<KnownKind, string>> = {
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
  spec: 'specification',
  design: 'design',
  requirements: 'requirements',
  proposal: 'proposal',
  roadmap: 'roadmap',
  tasks: 'task list',
  checklist: 'checklist',
  research: 'research',
  analysis: 'analysis',
  review: 'review',
  summary: 'summary',
  validation: 'validation plan',
  acceptance: 'acceptance record',
  session: 'session log',
  debt: 'technical debt list',
  other: 'phase document',
};

/** How a kind is called in messages and views. Kinds of a team are called as it calls them. */
export function kindTitle(kind: DocumentKind): string {
  const known: Readonly<Partial<Record<string, string>>> = kindTitles;
  return (Object.hasOwn(kindTitles, kind) ? known[kind] : undefined) ?? kind.replaceAll('-', ' ');
}
