import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suggestNextPhase } from '../../server/src/features/scaffoldNames';
import { neverCancelled } from '../../server/src/host';
import { diagnose, openWorkspace } from '../support/inMemoryWorkspace';

const allKinds = ['prompt', 'notes', 'decisions', 'testing-summary', 'handoff'];

const berths = {
  '/docs/berths/003/TODO003.md': '# To do 003\n',
  '/docs/berths/003/PRD003.md': '# PRD 003\n',
  '/docs/berths/003/PHASE8_PROMPT.md':
    '# Phase 8 Prompt\n\n## Documentation References\n\n- `@docs/berths/003/TODO003.md` - tasks\n- `@TODO003_phase7_notes.md` - notes\n',
  '/docs/berths/003/TODO003_phase7_notes.md': '# Phase 7 Notes\n\n## Implementation\n\n- one\n',
  '/docs/berths/003/TODO003_phase8_notes.md': '# Phase 8 Notes\n\n## Implementation\n\n- one\n',
  '/docs/berths/003/TODO003_phase8_handoff.md': `# Phase 8 Handoff

**Status**: In progress

## Completion Status

- [x] Tides are read from the almanac
- [ ] Draught is checked against the chart
  - [ ] for the outer berths

## Next Steps for Phase 9

1. Move the \`TODO003_phase8_notes.md\` table into the wiki
2. Train the harbour office
3. ✅ Paint the bollards
4. Read \`gone.md\` again

### Deferred

- Night arrivals

## Success Criteria

- [ ] No ship waits
`,
};

async function plan(files: Readonly<Record<string, string>>, phase: string, nextPhase: string, kinds = allKinds) {
  const workspace = await openWorkspace(files);
  const [source] = workspace.service.scaffoldSources(undefined);
  assert.ok(source);
  const result = await workspace.service.scaffold({ initiativeId: source.initiativeId, phase, nextPhase, kinds });
  return { workspace, source, result };
}

async function namesOf(files: readonly string[], phase: string, nextPhase: string, kinds = allKinds) {
  const { result } = await plan(
    Object.fromEntries(files.map((file) => [`/${file}`, '# T\n'])),
    phase,
    nextPhase,
    kinds,
  );
  return result.files.map(({ path }) => path);
}

test('the id that follows', () => {
  const pairs: readonly (readonly [string, string | undefined])[] = [
    ['8', '9'],
    ['9', '10'],
    ['08', '09'],
    ['2.5', '3'],
    ['3_5', '4'],
    ['3.51', '4'],
    ['3.3.1', '3.3.2'],
    ['2b', '2c'],
    ['07b', '07c'],
    ['C', 'D'],
    ['Z', undefined],
    ['x1', undefined],
  ];
  for (const [phase, next] of pairs) assert.equal(suggestNextPhase(phase), next, phase);
});

test('the last phase of each initiative is a source, that of the given document first', async () => {
  const workspace = await openWorkspace({
    ...berths,
    '/docs/cranes/PHASE_C_NOTES.md': '# Phase C Notes\n',
    '/docs/cranes/PHASE_B_NOTES.md': '# Phase B Notes\n',
  });
  const describe = (sources: ReturnType<typeof workspace.service.scaffoldSources>) =>
    sources.map(({ label, suggestedPhase }) => `${label} > ${suggestedPhase}`);
  assert.deepEqual(describe(workspace.service.scaffoldSources(undefined)), [
    'Phase 8 of berths/003 > 9',
    'Phase C of cranes > D',
  ]);
  assert.deepEqual(describe(workspace.service.scaffoldSources(workspace.uri('/docs/cranes/PHASE_B_NOTES.md'))), [
    'Phase B of cranes > C',
    'Phase C of cranes > D',
    'Phase 8 of berths/003 > 9',
  ]);
});

test('an initiative has the id that the tree gives it', async () => {
  const { service } = await openWorkspace(berths);
  const tree = await service.tree(neverCancelled);
  assert.deepEqual(
    service.scaffoldSources(undefined).map(({ initiativeId }) => initiativeId),
    tree.initiatives.map(({ id }) => id),
  );
});

test('kinds that the convention asks for or the initiative uses are chosen at first', async () => {
  const { source } = await plan(
    { '/docs/PHASE8_NOTES.md': '# Phase 8 Notes\n', '/docs/PHASE7_PROMPT.md': '# P\n' },
    '8',
    '9',
    ['notes'],
  );
  assert.deepEqual(
    source.kinds.filter(({ picked }) => picked).map(({ kind }) => kind),
    ['prompt', 'notes'],
  );
});

test('files are named as those of the previous phase', async () => {
  const { result } = await plan(berths, '8', '9');
  assert.equal(result.problem, undefined);
  assert.deepEqual(
    result.files.map(({ path }) => path),
    [
      'docs/berths/003/PHASE9_PROMPT.md',
      'docs/berths/003/TODO003_phase9_notes.md',
      'docs/berths/003/TODO003_phase9_decisions.md',
      'docs/berths/003/TODO003_phase9_testing_summary.md',
      'docs/berths/003/TODO003_phase9_handoff.md',
    ],
  );
  assert.equal(result.files[0]?.uri, 'file:///w/docs/berths/003/PHASE9_PROMPT.md');
});

test('other conventions: separators, case, zeros, letters, folders', async () => {
  assert.deepEqual(await namesOf(['PHASE_C_HANDOFF.md'], 'C', 'D', ['testing-summary', 'handoff']), [
    'PHASE_D_TESTING_SUMMARY.md',
    'PHASE_D_HANDOFF.md',
  ]);
  assert.deepEqual(await namesOf(['a/phase-08-notes.md'], '08', '9', ['notes', 'testing-summary']), [
    'a/phase-09-notes.md',
    'a/phase-09-testing-summary.md',
  ]);
  assert.deepEqual(await namesOf(['x/phase3/PHASE3_NOTES.md'], '3', '4', ['notes']), ['x/phase4/PHASE4_NOTES.md']);
  assert.deepEqual(await namesOf(['x/TODO001.md', 'x/TODO001_phase3_5_notes.md'], '3_5', '4', ['notes', 'prompt']), [
    'x/PHASE4_PROMPT.md',
    'x/TODO001_phase4_notes.md',
  ]);
  assert.deepEqual(
    await namesOf(['x/TODO001.md', 'x/prompts/PHASE1_PROMPT.md', 'x/TODO001_phase2_notes.md'], '2', '2.5', ['prompt']),
    ['x/prompts/PHASE2.5_PROMPT.md'],
  );
});

test('what one phase was about is left out of the name', async () => {
  assert.deepEqual(
    await namesOf(['x/PHASE1_PROMPT.md', 'x/PHASE2_PROMPT.md', 'x/PHASE3_CLOSEOUT_PROMPT.md'], '3', '4', ['prompt']),
    ['x/PHASE4_PROMPT.md'],
  );
  assert.deepEqual(await namesOf(['x/PHASE1_SETUP_HANDOFF.md'], '1', '2', ['handoff', 'notes']), [
    'x/PHASE2_NOTES.md',
    'x/PHASE2_HANDOFF.md',
  ]);
  assert.deepEqual(await namesOf(['x/PHASE1_HANDOFF_DOCUMENT.md'], '1', '2', ['handoff']), [
    'x/PHASE2_HANDOFF_DOCUMENT.md',
  ]);
});

test('files that are there are left alone, under whatever name', async () => {
  const { result } = await plan({ ...berths, '/docs/berths/003/PHASE_9_NOTES.md': '# Mine\n' }, '8', '9', [
    'notes',
    'handoff',
  ]);
  assert.deepEqual(
    result.files.map(({ path, exists, text }) => [path, exists, text === '']),
    [
      ['docs/berths/003/PHASE_9_NOTES.md', true, true],
      ['docs/berths/003/TODO003_phase9_handoff.md', false, false],
    ],
  );
});

test('the prompt refers to what there is and names what is to be written, as the project writes references', async () => {
  const { result } = await plan(berths, '8', '9');
  const prompt = result.files[0]?.text ?? '';
  assert.match(prompt, /^# Phase 9 Execution Prompt\n/);
  assert.deepEqual(
    prompt.split('\n').filter((line) => line.includes('`@')),
    [
      '- `@PRD003.md` - PRD',
      '- `@TODO003.md` - To-do list',
      '- `@TODO003_phase8_handoff.md` - Hand-off of phase 8',
      '- `@TODO003_phase8_notes.md` - Notes of phase 8',
      '- `@TODO003_phase9_notes.md` - Notes of this phase',
      '- `@TODO003_phase9_decisions.md` - Decisions of this phase',
      '- `@TODO003_phase9_testing_summary.md` - Testing summary of this phase',
      '- `@TODO003_phase9_handoff.md` - Hand-off of this phase',
    ],
  );
});

test('without a convention references are links', async () => {
  const { result } = await plan({ '/a/PHASE1_NOTES.md': '# Phase 1 Notes\n' }, '1', '2', ['prompt', 'notes']);
  assert.match(result.files[0]?.text ?? '', /- \[PHASE1_NOTES\.md\]\(PHASE1_NOTES\.md\) - Notes of phase 1/);
});

test('what is open is carried over with a link back, and nothing else', async () => {
  const { result } = await plan(berths, '8', '9');
  const prompt = result.files[0]?.text ?? '';
  const carried = prompt.slice(prompt.indexOf('## Carried Over'), prompt.indexOf('## Expected Outputs'));
  const link = (slug: string) => `([TODO003_phase8_handoff.md](TODO003_phase8_handoff.md#${slug}))`;
  assert.deepEqual(carried.trim().split('\n'), [
    '## Carried Over',
    '',
    `- [ ] Draught is checked against the chart ${link('completion-status')}`,
    `- [ ] Move the \`TODO003_phase8_notes.md\` table into the wiki ${link('next-steps-for-phase-9')}`,
    `- [ ] Train the harbour office ${link('next-steps-for-phase-9')}`,
    `- [ ] Open item in ${link('next-steps-for-phase-9')}`,
    `- [ ] Night arrivals ${link('deferred')}`,
  ]);
  for (const { text } of result.files.slice(1)) assert.ok(!text.includes('Carried Over'));
});

test('without a prompt the notes carry what is open', async () => {
  const { result } = await plan(berths, '8', '9', ['notes', 'handoff']);
  assert.match(result.files[0]?.text ?? '', /## Carried Over\n\n- \[ \] Draught/);
});

test('no file has a finding once it is written', async () => {
  for (const files of [berths, { '/a/PHASE1_NOTES.md': '# Phase 1 Notes\n\n## Implementation\n\n- one\n' }]) {
    const workspace = await openWorkspace(files);
    const [source] = workspace.service.scaffoldSources(undefined);
    assert.ok(source);
    const { initiativeId, phase, suggestedPhase: nextPhase } = source;
    const result = await workspace.service.scaffold({ initiativeId, phase, nextPhase, kinds: allKinds });
    for (const { path, text } of result.files) workspace.files.set(`/${path}`, text);
    await workspace.service.filesChanged(
      result.files.map(({ uri }) => ({ uri, type: 'created' as const })),
      neverCancelled,
    );
    for (const { path } of result.files) {
      assert.ok(workspace.service.document(workspace.uri(`/${path}`)), `${path} is no phase document`);
      const found = await diagnose(workspace, `/${path}`);
      assert.deepEqual(
        found.map(({ rule, message }) => `${rule}: ${message}`),
        [],
        path,
      );
    }
  }
});

test('what cannot be made is explained', async () => {
  const problem = async (phase: string, nextPhase: string, kinds = allKinds) => {
    const workspace = await openWorkspace(berths);
    const [source] = workspace.service.scaffoldSources(undefined);
    assert.ok(source);
    const result = await workspace.service.scaffold({ initiativeId: source.initiativeId, phase, nextPhase, kinds });
    assert.deepEqual(result.files, []);
    return result.problem;
  };
  assert.match((await problem('8', 'next')) ?? '', /"next" is no phase/);
  assert.match((await problem('8', '8')) ?? '', /there already/);
  assert.match((await problem('5', '9')) ?? '', /no documents of phase 5/);
  assert.match((await problem('8', '9', [])) ?? '', /at least one/);
});

test('an initiative that is gone is told', async () => {
  const { service } = await openWorkspace(berths);
  const result = await service.scaffold({ initiativeId: 'none', phase: '8', nextPhase: '9', kinds: allKinds });
  assert.ok(result.problem);
});

test("documents follow the team's own schema", async () => {
  const schema =
    'kind: notes\ntitle: Log of phase {phase}\nsections:\n  - name: Tides\n    required: true\n    template: Nothing measured yet.\n';
  const { result } = await plan(
    { ...berths, '/.phase-docs.yaml': 'schemas: [schemas/*.yaml]\n', '/schemas/notes.yaml': schema },
    '8',
    '9',
    ['notes'],
  );
  assert.equal(result.files[0]?.text, '# Log of phase 9\n\n## Tides\n\nNothing measured yet.\n');
});
