import { presetDefaults, type Preset } from './preset';

const folder = '**/incidents/{fm_,fm-}<iter>/**/';

/** `docs/incidents/fm_014/FRACAS_FM_014.md`; only if a configuration names it. */
export const incident: Preset = {
  ...presetDefaults,
  name: 'incident',
  summary: 'docs/incidents/fm_014/…, FRACAS_FM_014_….md; off unless named',
  detection: 'never',
  ownerFolders: ['**/incidents/*'],
  documents: [
    { pattern: 'FRACAS_FM{_,-}<iter>.md', kind: 'analysis' },
    { pattern: 'FRACAS_FM{_,-}<iter>{_,-}<kind>.md' },
    { pattern: 'FM{_,-,}<iter>{_,-}<kind>.md' },
    { pattern: 'FRACAS{_,-}<kind>.md' },
    { pattern: `${folder}prompts/*.md`, kind: 'prompt' },
    { pattern: `${folder}<kind>.md`, unknownKind: 'ignore' },
  ],
};
