import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unsupportedClaim } from '../../server/src/rules/unsupported-claim';
import { checkRule, defaultPath } from '../support/checkRule';
import { diagnose, openWorkspace } from '../support/inMemoryWorkspace';

test('reports a section once, at its most prominent claim', () =>
  checkRule(
    unsupportedClaim,
    `
# Phase 4 Handoff

## Summary

**Status**: ✅ COMPLETE
^^^^^^^^^^^^^^^^^^^^^^ warning: "Status: ✅ COMPLETE" and 1 more claim of this section have no evidence.
**Error rate**: 0 errors in production
`,
  ));

test('says so when the evidence is words only', async () => {
  const text = `# Phase 4 Handoff

## Import

- 100% of the records were imported
  - **Evidence**: everything was looked at
`;
  const workspace = await openWorkspace({ [defaultPath]: text });
  const [finding] = (await diagnose(workspace, defaultPath)).filter(({ rule }) => rule === unsupportedClaim.id);
  assert.match(finding?.message ?? '', /has only words as evidence/);
});

test('reads evidence in the line, the item, the row and the field', () =>
  checkRule(
    unsupportedClaim,
    `
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

## Results

- All 40 tests passed, see \`run.xml\`
- Zero data loss
  - Measured in [the drill](drill.md)

| Area | Result |
| --- | --- |
| Import | ✅ 100% complete (\`run.xml\`) |

## Performance

All requests were answered in under 200 ms.

**Evidence**: [drill](drill.md)

//- /docs/001/run.xml
<testsuite/>
//- /docs/001/drill.md
# Drill
`,
  ));

test('leaves targets, instructions and admissions alone', () =>
  checkRule(
    unsupportedClaim,
    `
# Phase 4 Handoff

## Success Criteria for Phase 5

- 100% of the records can be imported
- All tests pass

## Open points

- ❌ Import: 40% complete
- Rollback is not tested yet
`,
  ));

test('what is told again joins the first telling', async () => {
  const text = `# Phase 4 Handoff

## Summary

**Success Criteria**: 100% ACHIEVED

## Conclusion

**Success Criteria**: 100% ACHIEVED
`;
  const workspace = await openWorkspace({ [defaultPath]: text });
  const found = (await diagnose(workspace, defaultPath)).filter(({ rule }) => rule === unsupportedClaim.id);
  assert.deepEqual(
    found.map(({ severity, range, related }) => [
      severity,
      range.start.line,
      related.map((place) => place.range.start.line),
    ]),
    [
      ['warning', 4, [8]],
      ['hint', 8, []],
    ],
  );
});

test('one finding for each claim, if the team wants that', async () => {
  const workspace = await openWorkspace({
    '/.phase-docs.yaml': 'claims:\n  report: each\n',
    [defaultPath]: '# Phase 4 Handoff\n\n## Summary\n\n**Status**: ✅ COMPLETE\n**Coverage**: 100% achieved\n',
  });
  const found = (await diagnose(workspace, defaultPath)).filter(({ rule }) => rule === unsupportedClaim.id);
  assert.deepEqual(
    found.map(({ severity, range }) => [severity, range.start.line]),
    [
      ['warning', 4],
      ['warning', 5],
    ],
  );
});

test('a team adds its own words', () =>
  checkRule(
    unsupportedClaim,
    `
//- /.phase-docs.yaml
words:
  statuses: { done: [ausgeliefert] }
  sections: { plan: [Ausblick] }
  evidence: [Nachweis]
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff

## Summary

**Status**: ausgeliefert
^^^^^^^^^^^^^^^^^^^^^^^^ warning: "Status: ausgeliefert" has no evidence.

## Ausblick

- 100% coverage
`,
  ));
