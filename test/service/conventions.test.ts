/** Whole repositories of many conventions: what is a document of which phase, and what is none. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWorkspace } from '../support/inMemoryWorkspace';

/** Path, and what it is: `kind phase`, or `-` for no phase document; a title behind `#`, else the name is the title. */
type Repository = readonly string[];

async function check(name: string, files: Repository): Promise<void> {
  const rows = files.map((line) => {
    const [path = '', expected = '', title] = line.split(/ *[|#] */);
    return { path, expected, title: title ?? path };
  });
  const workspace = await openWorkspace(
    Object.fromEntries(rows.map(({ path, title }) => [`/${path}`, `# ${title}\n`])),
  );
  const found = new Map(
    workspace.service.documents().map(({ path, identity: { kind, phases, part, archived } }) => {
      const words = [kind, phases.map(({ key }) => key).join('+'), part && `(${part.key})`, archived && 'archived'];
      return [path, words.filter(Boolean).join(' ')];
    }),
  );
  const seen = rows.map(({ path }) => `${path} | ${found.get(path) ?? '-'}`);
  assert.deepEqual(
    seen,
    rows.map(({ path, expected }) => `${path} | ${expected}`),
    name,
  );
}

const repositories: Readonly<Record<string, Repository>> = {
  'gsd-planning': [
    'README.md | -',
    'docs/architecture.md | -',
    '.planning/STATE.md | status',
    '.planning/ROADMAP.md | roadmap',
    '.planning/REQUIREMENTS.md | requirements',
    '.planning/codebase/STACK.md | -',
    '.planning/phases/01-foundation/01-01-PLAN.md | plan 1 (plan 1)',
    '.planning/phases/01-foundation/01-01-SUMMARY.md | summary 1 (plan 1)',
    '.planning/phases/01-foundation/01-VERIFICATION.md | verification 1',
    '.planning/phases/02.1-hotfix-inserted/02.1-CONTEXT.md | context 2.1',
    '.planning/phases/03-search/03-UAT.md | acceptance 3',
    '.planning/phases/04-api/PLAN.md | plan 4',
    '.planning/milestones/v1.0-phases/01-start/01-01-PLAN.md | plan 1 (plan 1) archived',
    '.planning/quick/003-fix-login/003-PLAN.md | plan',
  ],
  'spec-kit': [
    '.specify/memory/constitution.md | -',
    '.specify/templates/plan-template.md | -',
    'specs/001-export/spec.md | spec',
    'specs/001-export/plan.md | plan',
    'specs/001-export/tasks.md | tasks # Tasks: Phase 3 notes',
    'specs/001-export/research.md | research',
    'specs/001-export/quickstart.md | -',
    'specs/001-export/contracts/api.md | -',
    'specs/001-export/checklists/requirements.md | checklist',
    'specs/overview.md | -',
  ],
  openspec: [
    'openspec/project.md | -',
    'openspec/AGENTS.md | -',
    'openspec/specs/export/spec.md | -',
    'openspec/changes/add-phase5-export/proposal.md | proposal',
    'openspec/changes/add-phase5-export/tasks.md | tasks',
    'openspec/changes/add-phase5-export/specs/export/spec.md | spec',
    'openspec/changes/archive/2026-01-02-import/design.md | design archived',
    'openspec/changes/archive/2026-01-02-import/verification-evidence.md | verification archived',
  ],
  'handoffs-p': [
    'specs/pending/search/handoffs/HANDOFF_P1.md | handoff 1',
    'specs/pending/search/handoffs/completed/HANDOFF_P0.md | handoff 0',
    'specs/pending/search/handoffs/completed/P0_SETUP_PROMPT.md | prompt 0',
    'specs/pending/search/handoffs/HANDOFF_P0-P2.md | handoff 0+1+2',
    'specs/pending/search/handoffs/P1_ORCHESTRATOR_PROMPT.md | prompt 1',
    'specs/pending/search/handoffs/P3_AST_ENGINEER_PROMPT.md | prompt 3',
    'specs/pending/search/outputs/p2-final-report.md | completion 2',
    'specs/pending/search/outputs/p0-research/findings.md | other 0 # Findings',
    'specs/pending/search/README.md | -',
    'specs/pending/search/REFLECTION_LOG.md | -',
  ],
  'stage-pipeline': [
    '.ai-workflow/issue-7/00_planning/output/planning.md | plan stage 0',
    '.ai-workflow/issue-7/00_planning/review/result.md | review stage 0',
    '.ai-workflow/issue-7/04_implementation/execute/agent_log.md | -',
    '.ai-workflow/issue-7/06_testing/output/test-result.md | testing-summary stage 6',
    'PROGRESS.md | -',
  ],
  'plans-runbook': [
    'plans/migration/runbook.md | runbook',
    'plans/migration/runbook-phase-2.md | runbook 2',
    'plans/migration/runbook-phases-4-5-6.md | runbook 4+5+6',
    'plans/migration/steps/step-2-1.md | runbook 2 (step 1)',
    'plans/migration/reports/phase-2-review.md | review 2',
    'plans/migration/requirements.md | requirements',
    'plans/notes.md | -',
  ],
  sprint: [
    'docs/sprint_handoffs/sprint-5-handoff.md | handoff sprint 5',
    'docs/sprint_handoffs/sprint-6-plan.md | plan sprint 6',
    'docs/sprint_handoffs/sprint-handoff-template.md | -',
    'API_DAYS1-5_FINAL.md | completion day 1+day 2+day 3+day 4+day 5',
    'WEEK11_COMPLETE.md | completion week 11',
    'docs/week-by-week.md | -',
  ],
  milestones: [
    'MILESTONE_4_COMPLETION_REPORT.md | completion milestone 4',
    'docs/milestone-2-handoff.md | handoff milestone 2',
    'docs/API_MILESTONE_2_NOTES.md | notes milestone 2',
    'docs/milestones.md | -',
  ],
  'steps of a tutorial': [
    'tutorial/step-1.md | - # Step 1: Set up',
    'tutorial/step-2-plan.md | - # Step 2: Plan',
    'tutorial/step-3-final.md | - # Step 3: Final result',
    'docs/stage-1-status.md | - # Stage lights, 1',
  ],
  'phase folders': [
    'phases/v2/block-01-memory/phase-06-index.md | plan 6',
    'phases/v2/block-02-query/phase-01-parser.md | plan 1',
    'phases/core/archive/phase-07b-import.md | plan 7B archived',
    'phases/README.md | -',
    'phases/STATUS.md | status',
    'tools/STATUS.md | -',
    'docs/phases/01-foundation.md | plan 1 # Phase 1: Foundation',
    'docs/phases/02-glossary.md | - # Words that we use',
    'docs/phase-3/notes.md | notes 3',
    'docs/phase-3/setup.md | - # How to set up a machine',
    'docs/phase-4-search.md | plan 4 # Phase 4: Search',
  ],
  'phase reports': [
    'PHASE_1_COMPLETE.md | completion 1',
    'docs/PHASE2_TO_PHASE3_HANDOFF.md | handoff 2',
    'docs/PHASE4_WEEK7_STATUS.md | status 4 (week 7)',
    'docs/phase_2c_notes.md | notes 2C',
    'docs/PRE-PHASE2-FIXES-SUMMARY.md | completion 2 # Pre-Phase 2 Fixes',
    'docs/FM027_PHASE2_ANALYSIS.md | analysis 2 # Phase 2 Analysis',
    'PHASE_TEMPLATE.md | -',
    'TODO.md | -',
    'PROJECT_STATUS.md | -',
  ],
  'memory bank': [
    'memory-bank/progress.md | - # Progress',
    'memory-bank/activeContext.md | - # Active Context',
    'memory-bank/projectbrief.md | - # Project Brief',
    'memory-bank/systemPatterns.md | -',
    'CLAUDE.md | -',
  ],
  'decision records': [
    'docs/adr/0001-record-decisions.md | - # 1. Record architecture decisions',
    'docs/adr/0002-phase-locked-loop.md | - # 2. Phase-locked loop',
    'docs/decisions/README.md | -',
    'docs/rfcs/RFC2119.md | - # Key words',
    'docs/PRD.md | - # Product requirements',
  ],
  'a library': [
    'README.md | - # Phase 3 of the moon',
    'CHANGELOG.md | -',
    'docs/guide/getting-started.md | -',
    'docs/guide/handoff.md | - # How to write a hand-off',
    'docs/api/phase.md | - # Phase',
    'docs/api/phase-shift.md | - # Phase shift',
    'docs/three-phase-motor.md | - # Three-phase motors',
    'docs/phase-3-motor.md | - # Motors with three phases',
    'docs/test-plan.md | - # Test plan',
    'docs/release-notes-1.2.md | - # Release notes',
    'docs/week-1-lecture.md | - # Week 1: Sets',
    'day01/notes.md | - # Day 1',
    'courses/phase1/README.md | -',
    'src/phase2/index.md | - # The second pass of the compiler',
    'plans/2026-roadmap.md | - # Roadmap',
    'TODO.md | -',
  ],
};

for (const [name, files] of Object.entries(repositories)) test(name, () => check(name, files));

test('incidents count where the configuration names them', async () => {
  const files = {
    '/docs/incidents/fm_014/FRACAS_FM_014.md': '# What failed\n',
    '/docs/incidents/fm_014/prompts/investigate.md': '# Investigate\n',
    '/docs/incidents/fm_014/README.md': '# Overview\n',
  };
  const paths = async (config: string) =>
    (await openWorkspace({ ...files, '/.phase-docs.yaml': config })).service
      .documents()
      .map(({ identity }) => `${identity.kind} ${identity.iteration ?? '-'} ${identity.initiative}`);
  assert.deepEqual(await paths('presets: auto\n'), []);
  assert.deepEqual(await paths('presets: { incident: on }\n'), [
    'analysis 014 docs/incidents/fm_014',
    'prompt 014 docs/incidents/fm_014',
  ]);
});
