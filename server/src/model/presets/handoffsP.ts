import { presetDefaults, type Preset } from './preset';

/** `specs/pending/name/handoffs/HANDOFF_P4.md`: addressed to phase 4, with `P4_ORCHESTRATOR_PROMPT.md`. */
export const handoffsP: Preset = {
  ...presetDefaults,
  name: 'handoffs-p',
  summary: 'handoffs/HANDOFF_P4.md (to phase 4), handoffs/P4_…_PROMPT.md, outputs/p4-report.md',
  markers: ['**/handoffs/HANDOFF_P<phase>.md', '**/handoffs/P<phase>_*PROMPT.md'],
  pairs: [{ kind: 'handoff', needs: 'prompt' }],
  documents: [
    // The state of a hand-off may be a folder: handoffs/completed/HANDOFF_P1.md.
    { pattern: '**/handoffs/**/HANDOFF{_,-}P<phase>.md', kind: 'handoff', direction: 'to' },
    { pattern: '**/handoffs/**/HANDOFF{_,-}P<phase>{_,-}<slug>.md', kind: 'handoff', direction: 'to' },
    { pattern: '**/handoffs/**/P<phase>{_,-}<kind>.md' },
    { pattern: '**/outputs/P<phase>{_,-}<kind>.md' },
    { pattern: '**/outputs/P<phase>{_,-}<slug>/<kind>.md' },
  ],
};
