/** What a next phase takes over. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWorkspace } from '../support/inMemoryWorkspace';

/** The items that are carried over to phase 3, without their links. */
async function carriedOver(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const inFolder = Object.entries(files).map(([name, text]) => [`/docs/quay/001/${name}`, text]);
  const all = Object.fromEntries(inFolder) as Record<string, string>;
  const { service } = await openWorkspace(all);
  const [source] = service.scaffoldSources(undefined);
  assert.ok(source);
  const { initiativeId } = source;
  const result = await service.scaffold({ initiativeId, phase: '2', nextPhase: '3', kinds: ['prompt'] });
  const lines = (result.files[0]?.text ?? '').split('\n').filter((line) => line.startsWith('- [ ] '));
  return lines.filter((line) => line.includes('](')).map((line) => line.slice('- [ ] '.length));
}

test('what an earlier hand-off left and nobody answered is carried over', async () => {
  const found = await carriedOver({
    'TODO001_phase1_handoff.md': `# Phase 1 Handoff

## Deferred Items

- Bollards at the east pier
- Lamps along the north quay
- Ladders down to the water
- Signs in three languages (moved to phase 3)
- Fenders, taken over from phase 1
`,
    'PHASE2_PROMPT.md': '# Phase 2 Prompt\n\n## Carried Over\n\n- [ ] Bollards at the east pier\n',
    'TODO001_phase2_notes.md':
      '# Phase 2 Notes\n\n## Results\n\n- Lamps along the north quay\n- New ladders lead down to the water at night\n',
    'TODO001_phase2_handoff.md': '# Phase 2 Handoff\n\n## Results\n\n- One quay is lit\n',
  });
  const link = '([TODO001_phase1_handoff.md](TODO001_phase1_handoff.md#deferred-items)';
  assert.deepEqual(found, [
    `Bollards at the east pier ${link})`,
    `Ladders down to the water ${link}, perhaps answered in [TODO001_phase2_notes.md](TODO001_phase2_notes.md))`,
    `Signs in three languages (moved to phase 3) ${link})`,
    `Fenders, taken over from phase 1 ${link})`,
  ]);
});

test('risks that are not over are carried over from items, rows and headings', async () => {
  const found = await carriedOver({
    'TODO001_phase2_handoff.md': `# Phase 2 Handoff

## Risks

| Risk | Impact | Status |
| --- | --- | --- |
| Ice in the lock | High | Open |
| Fog | Low | Closed |

- Storms from the west
- ~~Pirates in the bay~~

### Silt below the crane
- **Impact**: High
- **Mitigation**: Dredge it

### Low Risk (Acceptable for the Season)
- Paint fades

### Medium Risk
- **None Identified**: all is calm

### Mitigation Strategies
- Weather reports
- [ ] Buy longer ropes

### Wear
**Risk**: Chains rust through
**Mitigation**:
- Grease them monthly

## Success Criteria

- [ ] No ship waits
`,
  });
  assert.deepEqual(
    found.map((line) => line.split(' (')[0]),
    [
      'Risk: Ice in the lock',
      'Risk: Storms from the west',
      'Risk: Silt below the crane',
      'Buy longer ropes',
      'Risk: Chains rust through',
    ],
  );
});

test('open tasks come from the notes and the to-do list, unless the hand-off says that they are done', async () => {
  const many = Array.from({ length: 12 }, (_, index) => `- [ ] Mooring ring ${index}\n`).join('');
  const found = await carriedOver({
    'TODO001.md': `# To do\n\n## Phase 1: Rings\n\n${many}\n## Phase 2: Lamps\n\n- [x] North quay lamps\n- [ ] South quay lamps\n\n## Phase 3: Signs\n\n- [ ] Paint signs\n`,
    'TODO001_phase1_notes.md': '# Phase 1 Notes\n\n## Work\n\n- Began\n',
    'TODO001_phase2_notes.md':
      '# Phase 2 Notes\n\n## Work\n\n- [ ] Test the lamps by night\n- [ ] Order spare bulbs\n\n## Next Steps\n\n- Write the hand-off\n',
    'TODO001_phase2_handoff.md': '# Phase 2 Handoff\n\n## Done\n\n- [x] Test the lamps by night\n',
  });
  assert.deepEqual(found, [
    'Order spare bulbs ([TODO001_phase2_notes.md](TODO001_phase2_notes.md#work))',
    '12 open tasks of phase 1 ([TODO001.md](TODO001.md#phase-1-rings))',
    'South quay lamps ([TODO001.md](TODO001.md#phase-2-lamps))',
  ]);
});

test('a label heads a list as a heading does', async () => {
  const found = await carriedOver({
    'TODO001_phase2_handoff.md': `# Phase 2 Handoff

## Conclusion

**Key Achievements**:
1. Lamps are lit

**Next Steps**:
1. Oil the winches
2. **Later**: paint the shed

**Success Criteria**:
- [ ] No ship waits

All is said.

- Ropes are dry
`,
  });
  assert.deepEqual(
    found.map((line) => line.split(' (')[0]),
    ['Oil the winches', '**Later**: paint the shed'],
  );
});
