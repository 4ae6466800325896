import { presetDefaults, type Preset } from './preset';

const plan = '**/plans/*/';

/** `plans/name/runbook-phase-2.md`, `steps/step-2-1.md`, `reports/phase-2-review.md`. */
export const plansRunbook: Preset = {
  ...presetDefaults,
  name: 'plans-runbook',
  summary: 'plans/name/runbook.md, runbook-phase-2.md, steps/step-2-1.md, reports/phase-2-review.md',
  markers: [`${plan}runbook.md`, `${plan}runbook-phase{s,}-<phase>.md`, `${plan}steps/step-<phase>-<part>.md`],
  ownerFolders: ['**/plans/*'],
  order: 'dotted',
  documents: [
    { pattern: `${plan}runbook-phase{s,}-<phase>.md`, kind: 'runbook' },
    { pattern: `${plan}runbook{-outline,}.md`, kind: 'runbook' },
    { pattern: `${plan}steps/step-<phase>-<part>.md`, kind: 'runbook', partUnit: 'step' },
    { pattern: `${plan}brief.md`, kind: 'context' },
    { pattern: `${plan}requirements.md`, kind: 'requirements' },
    { pattern: `${plan}{outline,plan}.md`, kind: 'plan' },
    { pattern: `${plan}design.md`, kind: 'design' },
    { pattern: `${plan}lifecycle.md`, kind: 'status' },
    { pattern: `${plan}reports/{checkpoint,phase}-<phase>-review*.md`, kind: 'review' },
    { pattern: `${plan}reports/{phase,checkpoint}-<phase>-<kind>.md` },
    { pattern: `${plan}reports/{cycle,step}-<phase>-<part>-<kind>.md`, kind: 'completion', partUnit: 'step' },
    { pattern: `${plan}reports/*review*.md`, kind: 'review' },
  ],
};
