import { presetDefaults, type Preset } from './preset';

/** `.planning/phases/08.4-search-index/08.4-01-PLAN.md`, with `.planning/STATE.md`. */
export const gsdPlanning: Preset = {
  ...presetDefaults,
  name: 'gsd-planning',
  summary: '.planning/STATE.md and .planning/phases/08.4-name/08.4-01-PLAN.md, …-SUMMARY.md, …',
  markers: ['**/.planning/STATE.md', '**/.planning/ROADMAP.md', '**/.planning/phases/<phase>-*/*.md'],
  ownerFiles: [],
  ownerFolders: ['**/.planning'],
  order: 'dotted',
  archive: ['**/.planning/milestones/**'],
  pairs: [{ kind: 'summary', needs: 'plan' }],
  templates: ['**/.planning/templates/**'],
  hasOwnTools: true,
  documents: [
    { pattern: '**/.planning/STATE.md', kind: 'status' },
    { pattern: '**/.planning/ROADMAP.md', kind: 'roadmap' },
    { pattern: '**/.planning/REQUIREMENTS.md', kind: 'requirements' },
    { pattern: '**/.planning/PROJECT.md', kind: 'context' },
    { pattern: '**/.planning/milestones/*ROADMAP.md', kind: 'roadmap' },
    { pattern: '**/.planning/milestones/*REQUIREMENTS.md', kind: 'requirements' },
    { pattern: '**/.planning/milestones/*AUDIT.md', kind: 'analysis' },
    { pattern: '**/.planning/quick/*/*-PLAN.md', kind: 'plan' },
    { pattern: '**/.planning/quick/*/*-SUMMARY.md', kind: 'summary' },
    ...['**/.planning/**/*/<phase>-<part>-', '**/.planning/**/*/<phase>-', '**/.planning/**/<phase>-*/'].flatMap(
      (start) => [
        { pattern: `${start}PLAN.md`, kind: 'plan', partUnit: 'plan' } as const,
        { pattern: `${start}SUMMARY.md`, kind: 'summary', partUnit: 'plan' } as const,
        { pattern: `${start}VERIFICATION.md`, kind: 'verification' } as const,
        { pattern: `${start}VALIDATION.md`, kind: 'validation' } as const,
        { pattern: `${start}RESEARCH.md`, kind: 'research' } as const,
        { pattern: `${start}CONTEXT.md`, kind: 'context' } as const,
        { pattern: `${start}UAT.md`, kind: 'acceptance' } as const,
        { pattern: `${start}DISCUSSION-LOG.md`, kind: 'session' } as const,
        { pattern: `${start}{REVIEW,UI-REVIEW,REVIEWS}.md`, kind: 'review' } as const,
        { pattern: `${start}{UI-SPEC,SPEC,AI-SPEC}.md`, kind: 'spec' } as const,
      ],
    ),
  ],
};
