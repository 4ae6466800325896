import { presetDefaults, type Preset } from './preset';

/** `docs/PHASE_4_COMPLETION_REPORT.md`, `PHASE2-PHASE3-COMPLETION.md`, `01-PHASE-1-FOUNDATION.md`. */
export const phaseReports: Preset = {
  ...presetDefaults,
  name: 'phase-reports',
  summary: 'PHASE_4_COMPLETION_REPORT.md, PHASE3-PLAN.md and the like, anywhere',
  detection: 'always',
  documents: [
    { pattern: 'PROMPT{_,-}phase{,_,-}<phase>.md', kind: 'prompt' },
    { pattern: 'PHASE{,S,_,-, }<phase>{_,-}<unit>{,_,-}<part>{_,-}<kind>.md' },
    { pattern: 'PHASE{,S,_,-, ,S_,S-}<phase>{_,-, }<kind>.md', unknownKind: 'title' },
    { pattern: '<slug>{_,-}PHASE{,S,_,-, }<phase>{_,-}{PLAN,SPEC,TODO}.md' },
    // Numbered twice: in the order of reading; the plan of a phase where no word says otherwise.
    { pattern: '<number>-PHASE-<phase>{_,-}<kind>.md', unknownKind: 'ignore' },
    { pattern: '<number>-PHASE-<phase>{_,-}<kind>.md', kind: 'plan' },
    { pattern: 'PRE{_,-}PHASE{,_,-}<phase>{_,-}<kind>.md', unknownKind: 'ignore', needs: 'title' },
    { pattern: '<slug>{_,-}PHASE{,_,-}<phase>{_,-}<kind>.md', unknownKind: 'ignore', needs: 'title' },
    { pattern: '<slug>{_,-}PHASE{,_,-}<phase>.md', kind: 'other', needs: 'title' },
    { pattern: 'PHASE{,_,-, }<phase>.md', kind: 'plan', needs: 'title' },
  ],
};
