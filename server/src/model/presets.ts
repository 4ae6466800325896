/** The conventions that Phase Docs knows without a configuration. Order matters: the first pattern that fits wins. */
import type { DocumentKind } from './documentKind';
import type { RequiredKind } from './project';

export interface Preset {
  readonly name: string;
  readonly documents: readonly PresetPattern[];
  /** Patterns of files whose folder owns phases. */
  readonly markers: readonly string[];
  /** What each phase needs, once it has ended. */
  readonly required: readonly RequiredKind[];
}

export interface PresetPattern {
  readonly pattern: string;
  /** Undefined: from `<kind>`; a kind given here is for the whole pattern. */
  readonly kind?: DocumentKind;
}

export const presets: readonly Preset[] = [
  {
    name: 'todo-phase',
    documents: [
      { pattern: 'TODO<iter>_phase<phase>_<kind>.md' },
      { pattern: '@TODO<iter>_phase<phase>_<kind>.md' },
      { pattern: 'PHASE<phase>_PROMPT.md', kind: 'prompt' },
      { pattern: '<iter>_phase<phase>_<kind>.md' },
      { pattern: 'TODO<iter>.md', kind: 'todo' },
      { pattern: 'PRD<iter>.md', kind: 'prd' },
      { pattern: 'RFC<iter>.md', kind: 'rfc' },
      { pattern: 'CONTEXT<iter>.md', kind: 'context' },
      { pattern: 'POSTMORTEM<iter>.md', kind: 'postmortem' },
      { pattern: 'TODO<iter>_<kind>.md' },
    ],
    markers: ['TODO<iter>.md', 'PRD<iter>.md', 'RFC<iter>.md', 'CONTEXT<iter>.md'],
    required: [
      { kind: 'notes', severity: 'warning' },
      { kind: 'handoff', severity: 'warning' },
      { kind: 'decisions', severity: 'information' },
      { kind: 'testing-summary', severity: 'information' },
    ],
  },
  {
    name: 'phase-reports',
    documents: [
      { pattern: 'PHASE<phase>_<kind>.md' },
      { pattern: 'PHASE<phase>-<kind>.md' },
      { pattern: 'PHASE_<phase>_<kind>.md' },
      { pattern: 'PHASE-<phase>-<kind>.md' },
      { pattern: 'PHASE<phase>_TO_PHASE*_<kind>.md' },
      { pattern: 'PROMPT_phase<phase>.md', kind: 'prompt' },
      { pattern: '*-PHASE-<phase>-<kind>.md', kind: 'plan' },
    ],
    markers: [],
    required: [],
  },
];

/** Folders that hold documents by role and do not own phases: the initiative is further up. */
export const roleFolders: ReadonlySet<string> = new Set([
  'prompts',
  'reports',
  'results',
  'phases',
  'handoffs',
  'intermediate',
  'notes',
  'summaries',
  'decisions',
  'archive',
  'archived',
  'scoping',
  'rollups',
  'to-dos',
  'status',
]);
