import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idsNamed } from '../../server/src/features/trace/statements';
import type { TracedRequirement } from '../../server/src/features/trace/traceRequirements';
import { neverCancelled } from '../../server/src/host';
import { applyFix, openWorkspace } from '../support/inMemoryWorkspace';

const folder = '/docs/locks/001';

async function trace(files: Readonly<Record<string, string>>): Promise<readonly TracedRequirement[]> {
  const all = Object.entries(files).map(([name, text]) => [name.startsWith('/') ? name : `${folder}/${name}`, text]);
  const { service, errors } = await openWorkspace(Object.fromEntries(all) as Record<string, string>);
  const traces = await service.trace(neverCancelled);
  assert.deepEqual(errors, []);
  return traces.flatMap(({ requirements }) => requirements);
}

const shown = ({ requirement, tasks, claims, mentions, gaps }: TracedRequirement) => ({
  id: requirement.id,
  words: requirement.words,
  tasks: tasks.map(({ line, state, done, total }) => `${line + 1} ${state} ${done}/${total}`),
  claims: claims.map(({ line, verdict, evidence }) =>
    [line + 1, verdict, ...evidence.map(({ target }) => target)].join(' '),
  ),
  mentions: mentions.map(({ line }) => line + 1),
  gaps,
});

test('a requirement is followed to its evidence by its id, and over the item that names it', async () => {
  const found = await trace({
    'PRD001.md': `# PRD 001

## Functional Requirements

### FR-1: Gates close by themselves
- within a minute

### FR-2: The keeper sees the level

- **FR-3**: Bells ring before the gates move
`,
    'TODO001.md': `# To do

## Phase 1

### T1.1: Gates (FR-1)

- [x] Motor
- [ ] Brake

- [x] Show the level (FR-2)
`,
    'TODO001_phase1_handoff.md': `# Phase 1 Handoff

## Results

- T1.1: all 12 gate tests passed: \`reports/gates.xml\`
- FR-2 is fully met and works perfectly
`,
    '/reports/gates.xml': '<testsuite name="gates" tests="12" failures="0" errors="0" skipped="0"></testsuite>\n',
  });
  assert.deepEqual(found.map(shown), [
    {
      id: 'FR-1',
      words: 'Gates close by themselves',
      tasks: ['5 open 2/3'],
      claims: ['5 supported reports/gates.xml'],
      mentions: [],
      gaps: [],
    },
    {
      id: 'FR-2',
      words: 'The keeper sees the level',
      tasks: ['10 done 1/1'],
      claims: ['6 unsupported'],
      mentions: [],
      gaps: ['evidence'],
    },
    {
      id: 'FR-3',
      words: 'Bells ring before the gates move',
      tasks: [],
      claims: [],
      mentions: [],
      gaps: ['task', 'claim', 'evidence'],
    },
  ]);
});

test('without ids only the same words belong together', async () => {
  const found = await trace({
    'PRD001.md':
      '# Product Requirements\n\n- **Owner**: The lock keeper\n\n## Acceptance Criteria\n\n- Boats pass within ten minutes\n- Boats never wait at night\n',
    'TODO001.md': '# To do\n\n- [ ] Boats pass within ten minutes.\n- [ ] Boats rarely wait at night\n',
  });
  assert.deepEqual(
    found.map(({ requirement: { words }, tasks }) => [words, tasks.length]),
    [
      ['Boats pass within ten minutes', 1],
      ['Boats never wait at night', 0],
    ],
  );
});

test('requirements in tables; a range names each of them', async () => {
  const found = await trace({
    'PRD001.md': `# PRD

## Requirements

| Id | Requirement | Phase |
| --- | --- | --- |
| R1 | Level | 1 |
| R2 | Bells | 1 |
| R3 | Lamps | 2 |

## Risks

| Id | Description |
| --- | --- |
| R9 | Ice |
`,
    'TODO001.md': '# To do\n\n- [ ] R1–R3 in one go\n',
  });
  assert.deepEqual(
    found.map(({ requirement: { id, words }, tasks }) => [id, words, tasks.length]),
    [
      ['R1', 'Level', 1],
      ['R2', 'Bells', 1],
      ['R3', 'Lamps', 1],
    ],
  );
});

test('what a phase only names is no claim; prompts and other iterations show nothing', async () => {
  const found = await trace({
    'PRD001.md': '# PRD\n\n## Requirements\n\n- **FR-1**: Level\n',
    'PHASE1_PROMPT.md': '# Phase 1 Prompt\n\n- FR-1 is fully met\n',
    'TODO001_phase1_notes.md': '# Phase 1 Notes\n\n## Implementation\n\nFR-1 comes next.\n',
    'TODO002_phase1_notes.md': '# Phase 1 Notes\n\n## Results\n\n- FR-1 is fully met, all tests passed\n',
  });
  assert.deepEqual(found.map(shown), [
    { id: 'FR-1', words: 'Level', tasks: [], claims: [], mentions: [5], gaps: ['task', 'claim', 'evidence'] },
  ]);
});

test('the ids that a text names', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['R1, R2 and FR-3', ['R1', 'R2', 'FR-3']],
    ['FR-1–FR-3', ['FR-1', 'FR-2', 'FR-3']],
    ['US001 to US003', ['US001', 'US002', 'US003']],
    ['T1.1 - T1.3', ['T1.1', 'T1.3']],
    ['A1 - A9999', ['A1', 'A9999']],
    ['xR1 R1x path/R1', []],
  ];
  for (const [text, ids] of cases) assert.deepEqual(idsNamed(text), ids, text);
});

test('requirements of a list without ids are given some that nobody has', async () => {
  const path = `${folder}/PRD001.md`;
  const workspace = await openWorkspace({
    [`${folder}/TODO001.md`]: '# To do\n',
    [path]:
      '# PRD\n\n## Requirements\n\n- **FR-7**: Level\n- Bells ring twice\n  - not at night\n- Lamps are lit\n\n## User Stories\n\n- A boat arrives late\n\n## Risks\n\n- Ice on the gates\n',
  });
  const fixesAt = async (line: number) => {
    const position = { line, character: 3 };
    return workspace.service.refactorings(workspace.uri(path), { start: position, end: position });
  };
  const [fix, ...others] = await fixesAt(5);
  assert.ok(fix && others.length === 0);
  assert.equal(fix.title, 'Give 2 requirements the ids FR-8 to FR-9');
  assert.match(
    applyFix(workspace, path, fix),
    /- \*\*FR-8\*\*: Bells ring twice\n {2}- not at night\n- \*\*FR-9\*\*: Lamps/,
  );
  assert.equal((await fixesAt(11))[0]?.title, 'Give the requirement the id FR-8');
  assert.deepEqual(await fixesAt(4), []);
  assert.deepEqual(await fixesAt(15), []);
});

test('a field says which requirements a section of the to-do list is for', async () => {
  const [requirement] = await trace({
    'PRD001.md': '# PRD 001\n\n## Requirements\n\n- **FR-1**: Gates close by themselves\n',
    'TODO001.md': '# To do\n\n## Phase 1\n\n### T1.1: Gates\n\n**Requirements**: FR-1\n\n- [x] Motor\n- [ ] Brake\n',
    'TODO001_phase1_handoff.md': '# Phase 1 Handoff\n\n## Results\n\n- T1.1 is 100% complete\n',
  });
  assert.ok(requirement);
  const { tasks, claims } = shown(requirement);
  assert.deepEqual([tasks[0], claims], ['5 open 1/2', ['5 unsupported']]);
});
