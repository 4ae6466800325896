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
      phase2_handoff: '# Phase 2 Handoff\n',
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
