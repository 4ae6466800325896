import { presetDefaults, type Preset } from './preset';

/** `openspec/changes/add-export/{proposal,design,tasks}.md`; a change is the unit, there are no phases. */
export const openspec: Preset = {
  ...presetDefaults,
  name: 'openspec',
  summary: 'openspec/changes/name/proposal.md, design.md, tasks.md; changes/archive/ holds what is done',
  markers: [
    '**/openspec/project.md',
    '**/openspec/AGENTS.md',
    '**/openspec/config.yaml',
    '**/openspec/changes/**/*.md',
  ],
  ownerFolders: ['**/openspec/changes/archive/*', '**/openspec/changes/*'],
  archive: ['**/openspec/changes/archive/**'],
  templates: ['**/openspec/templates/**', '**/openspec/schemas/**'],
  hasOwnTools: true,
  documents: [
    { pattern: '**/openspec/changes/**/proposal.md', kind: 'proposal' },
    { pattern: '**/openspec/changes/**/design.md', kind: 'design' },
    { pattern: '**/openspec/changes/**/tasks.md', kind: 'tasks' },
    { pattern: '**/openspec/changes/**/specs/**/spec.md', kind: 'spec' },
    { pattern: '**/openspec/changes/**/verification{-evidence,}.md', kind: 'verification' },
  ],
};
