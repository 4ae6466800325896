import { presetDefaults, type Preset } from './preset';

/** `003/TODO003_phase8_handoff.md` beside `TODO003.md`, with prompts `PHASE8_PROMPT.md`. */
export const todoPhase: Preset = {
  ...presetDefaults,
  name: 'todo-phase',
  summary: 'TODO003.md with TODO003_phase8_handoff.md, …_notes.md, … and PHASE8_PROMPT.md beside it',
  markers: [
    'TODO<iter>.md',
    '{@,}TODO<iter>_phase<phase>_<kind>.md',
    '<iter>_phase<phase>_{notes,handoff,decisions}.md',
  ],
  ownerFiles: ['TODO<iter>.md', 'PRD<iter>.md', 'RFC<iter>.md', 'CONTEXT<iter>.md'],
  documents: [
    { pattern: '{@,}TODO<iter>_phase<phase>_<kind>.md' },
    { pattern: 'PHASE<phase>_PROMPT.md', kind: 'prompt' },
    { pattern: '<iter>_phase<phase>_<kind>.md' },
    { pattern: 'TODO<iter>.md', kind: 'todo' },
    { pattern: 'PRD<iter>.md', kind: 'prd' },
    { pattern: 'RFC<iter>.md', kind: 'rfc' },
    { pattern: 'CONTEXT<iter>.md', kind: 'context' },
    { pattern: 'POSTMORTEM<iter>.md', kind: 'postmortem' },
    { pattern: 'DEBT<iter>.md', kind: 'debt' },
    { pattern: 'ROADMAP<iter>.md', kind: 'roadmap' },
    { pattern: 'REFACTOR<iter>.md', kind: 'plan' },
    { pattern: 'RCA<iter>.md', kind: 'analysis' },
    { pattern: 'TODO<iter>_<kind>.md', unknownKind: 'other' },
    { pattern: 'TODO.md', kind: 'todo', needs: 'neighbours' },
    { pattern: 'PRD{,_}<slug>.md', kind: 'prd', needs: 'neighbours' },
    { pattern: 'PRD.md', kind: 'prd', needs: 'neighbours' },
    { pattern: 'RFC_<slug>.md', kind: 'rfc', needs: 'neighbours' },
    { pattern: 'RFC.md', kind: 'rfc', needs: 'neighbours' },
    { pattern: 'CONTEXT.md', kind: 'context', needs: 'neighbours' },
    { pattern: 'POSTMORTEM.md', kind: 'postmortem', needs: 'neighbours' },
  ],
  required: [
    { kind: 'notes', severity: 'warning' },
    { kind: 'handoff', severity: 'warning' },
    { kind: 'decisions', severity: 'information' },
    { kind: 'testing-summary', severity: 'information' },
  ],
};
