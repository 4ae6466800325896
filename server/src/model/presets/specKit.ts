import { presetDefaults, type Preset } from './preset';

/** `specs/002-export/{spec,plan,tasks,research}.md`; 002 is the feature, phases are headings in the tasks. */
export const specKit: Preset = {
  ...presetDefaults,
  name: 'spec-kit',
  summary: '.specify/ and specs/002-name/spec.md, plan.md, tasks.md; the number is the feature, not a phase',
  markers: ['**/.specify/**/*', '**/specs/<iter>-*/tasks.md', '**/specs/<iter>-*/plan.md'],
  ownerFolders: ['**/specs/<iter>-*'],
  templates: ['**/.specify/templates/**'],
  generated: ['**/.specify/memory/**', '**/.specify/scripts/**'],
  hasOwnTools: true,
  documents: [
    { pattern: '**/specs/<iter>-*/spec.md', kind: 'spec' },
    { pattern: '**/specs/<iter>-*/plan.md', kind: 'plan' },
    { pattern: '**/specs/<iter>-*/tasks.md', kind: 'tasks' },
    { pattern: '**/specs/<iter>-*/research.md', kind: 'research' },
    { pattern: '**/specs/<iter>-*/checklists/*.md', kind: 'checklist' },
  ],
};
