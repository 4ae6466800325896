import { presetDefaults, type Preset } from './preset';

/** `phases/v2/block-01-core/phase-06-storage.md`, `phase3/notes.md`. */
export const phaseFolders: Preset = {
  ...presetDefaults,
  name: 'phase-folders',
  summary: 'folders such as phases/ or phase3/ with one file per phase or kind; numbering starts again in each',
  detection: 'always',
  order: 'dotted',
  documents: [
    { pattern: '**/phase{s,}/**/phase{-,_,}<phase>{-,_}<slug>.md', kind: 'plan' },
    { pattern: '**/phase{s,}/**/phase{-,_,}<phase>.md', kind: 'plan' },
    { pattern: '**/phase{s,}/<phase>{-,_}<slug>.md', kind: 'plan', needs: 'title' },
    { pattern: '**/block{-,_}<part>{-,_}*/phase{-,_,}<phase>{-,_}<slug>.md', kind: 'plan' },
    { pattern: '**/phase{-,_,}<phase>/<kind>.md', unknownKind: 'title' },
    { pattern: '**/phase{-,_,}<phase>{-,_}*/<kind>.md', unknownKind: 'title' },
    { pattern: '**/phase{s,}/<phase>{-,_}*/<kind>.md', unknownKind: 'title' },
    { pattern: '**/phase{s,}/STATUS.md', kind: 'status' },
    { pattern: 'STATUS.md', kind: 'status', needs: 'neighbours' },
    { pattern: 'phase{-,_}<phase>{-,_}<slug>.md', kind: 'plan', needs: 'title' },
  ],
};
