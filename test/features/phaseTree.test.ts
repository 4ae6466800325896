import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neverCancelled } from '../../server/src/host';
import { openWorkspace } from '../support/inMemoryWorkspace';

/** State and explanation of the initiative and of each phase; everything is in `/docs/001`. */
async function explain(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const paths = Object.entries(files).map(([name, text]) => [`/docs/001/TODO001_${name}.md`, text] as const);
  const { service } = await openWorkspace(Object.fromEntries(paths));
  const [initiative] = (await service.tree(neverCancelled)).initiatives;
  return [initiative, ...(initiative?.phases ?? [])].map((node) => {
    const { state, explanation } = node?.progress ?? {};
    return `${state}: ${explanation?.split('; ').slice(2).join('; ')}`;
  });
}

test('a state says whether it was declared or where else it comes from', async () => {
  assert.deepEqual(
    await explain({
      phase1_handoff: '# Phase 1 Handoff\n\n**Status**: Complete\n',
      phase2_handoff: '# Phase 2 Handoff\n\nThe importer is ready.\n',
      phase3_notes: '# Phase 3 Notes\n',
      phase4_prompt: '# Phase 4 Prompt\n',
    }),
    [
      'active: 2 of 4 phases are done.',
      'done: the declared status reads as done.',
      'done: no status is declared, but there is a hand-off.',
      'active: no status is declared, and there is no hand-off.',
      'planned: no status is declared, and there is only a prompt.',
    ],
  );
});

test('a status may be told in the words of the team', async () => {
  const text = '# Phase 1 Handoff\n\n**Status**: Vertäut\n';
  const configuration = 'words:\n  statuses:\n    done: [vertäut]\n';
  const stateOf = async (files: Readonly<Record<string, string>>) => {
    const { service } = await openWorkspace(files);
    const [initiative] = (await service.tree(neverCancelled)).initiatives;
    return initiative?.phases[0]?.progress.explanation;
  };
  const path = '/docs/001/TODO001_phase1_handoff.md';
  assert.match((await stateOf({ [path]: text })) ?? '', /no status is declared/);
  assert.match(
    (await stateOf({ [path]: text, '/.phase-docs.yaml': configuration })) ?? '',
    /the declared status reads as done/,
  );
});

for (const text of [
  '',
  '# Phase 1 Handoff\n',
  '# Phase 1 Handoff\n\n<!-- to be written -->\n\n## Status\n\n-\n\n---\n',
])
  test(`a hand-off that says nothing hands nothing over: ${JSON.stringify(text)}`, async () => {
    const [, phase] = await explain({ phase1_handoff: text, phase1_prompt: '# Phase 1 Prompt\n' });
    assert.equal(phase, 'active: no status is declared, and the hand-off is empty.');
  });

test('one of a thing is told as one', async () => {
  const text = '# Phase 1 Handoff\n\n- [x] Import\n\n**Result**: 100% of the records imported\n';
  const path = '/docs/001/TODO001_phase1_handoff.md';
  const workspace = await openWorkspace({ [path]: text });
  const { service } = workspace;
  const [initiative] = (await service.tree(neverCancelled)).initiatives;
  assert.equal(
    initiative?.progress.explanation,
    '1 of 1 check box is ticked; 0 of 1 strong claim has evidence; 1 of 1 phase is done.',
  );
  const [lens] = await service.codeLenses(workspace.uri(path), neverCancelled);
  assert.equal(lens?.command?.title, '1 of 1 claim without evidence');
});

test('the declared status is told as written, and promises without answer are counted', async () => {
  const { service } = await openWorkspace({
    '/docs/001/TODO001_phase1_prompt.md':
      '# Phase 1 Prompt\n\n## Expected Outputs\n\n- @TODO001_phase1_notes.md - what was done\n',
    '/docs/001/TODO001_phase1_handoff.md': '# Phase 1 Handoff\n\n**Status**: ✅ COMPLETE, see [notes](notes.md)\n',
  });
  const [initiative] = (await service.tree(neverCancelled)).initiatives;
  const [phase] = initiative?.phases ?? [];
  assert.equal(phase?.progress.declared, '✅ COMPLETE, see notes');
  assert.equal(phase.progress.unanswered, 1);
  assert.match(phase.progress.explanation, /; 1 promise has no answer; the declared status reads as done\.$/);
  assert.equal(initiative?.progress.declared, undefined);
});

test('documents hold what they leave open, until something answers it', async () => {
  const handoff = '# Phase 1 Handoff\n\n## Deferred Items\n\n- Paint the northern buoys\n- Oil all  winches\n';
  const notes = '/docs/001/TODO001_phase2_notes.md';
  const workspace = await openWorkspace({
    '/docs/001/TODO001_phase1_handoff.md': handoff,
    [notes]: '# Phase 2 Notes\n\nThe northern buoys wait for paint.\n',
  });
  const { service, files } = workspace;
  const open = async () => {
    const [initiative] = (await service.tree(neverCancelled)).initiatives;
    const [document] = initiative?.phases[0]?.documents ?? [];
    return (document?.obligations ?? []).map(({ label, description, position, suggestion }) => [
      label,
      description,
      position.line,
      suggestion?.line,
    ]);
  };
  assert.deepEqual(await open(), [
    ['Paint the northern buoys', 'left to phase 2', 4, 2],
    ['Oil all winches', 'left to phase 2', 5, undefined],
  ]);
  files.set(notes, '# Phase 2 Notes\n\n- [x] Oil all winches\n');
  await service.filesChanged([{ uri: workspace.uri(notes), type: 'changed' }], neverCancelled);
  assert.deepEqual(await open(), [['Paint the northern buoys', 'left to phase 2', 4, undefined]]);
});
