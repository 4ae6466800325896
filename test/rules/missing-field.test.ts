import { test } from 'node:test';
import { missingField } from '../../server/src/rules/missing-field';
import { checkFix, checkRule } from '../support/checkRule';

const inProgress = 'Add "Status: In progress"';
const rest = '\n## Deliverables\n\n- one\n\n## Next Steps\n\n- two\n';

test('a hand-off without status is reported at its title', () =>
  checkRule(
    missingField,
    `
# Phase 4 Handoff
^^^^^^^^^^^^^^^^^ warning: There is no status at the top or the end of the document. Readers and the phase tree look for it first: it says
${rest}`,
  ));

test('a status counts in every form that authors use', async () => {
  const files = [
    `# Phase 4 Handoff\n\n**Status**: ✅ done\n${rest}`,
    `# Phase 4 Handoff\n\n- **Overall Status:** open\n${rest}`,
    `# Phase 4 Handoff\n\n| Field | Value |\n| --- | --- |\n| Status | open |\n${rest}`,
    `# Phase 4 Handoff\n${rest}\n---\n\n**Handoff Status**: ready\n`,
    `# Phase 4 Handoff\n${rest}\n## Phase 4 Status: 🔄 open\n`,
    `---\nstatus: open\n---\n\n# Phase 4 Handoff\n${rest}`,
  ];
  for (const text of files) await checkRule(missingField, text);
});

test('a field of a team is asked for under its name', () =>
  checkRule(
    missingField,
    `
//- /.phase-docs.yaml
schemas: [ours.yaml]
//- /ours.yaml
kind: handoff
fields:
  - name: PR
    required: true
//- /docs/001/TODO001_phase4_handoff.md
# Phase 4 Handoff
^^^^^^^^^^^^^^^^^ warning: There is no PR in the text of the document. Add a line "**PR**: …". It is required by ours.yaml:3.
`,
  ));

test('fields of other kinds are not asked for', () =>
  checkRule(missingField, '# Phase 4 Notes\n\n## Implementation\n\n- one\n', '/docs/001/TODO001_phase4_notes.md'));

test('the fix adds a line below the title', () =>
  checkFix(
    missingField,
    `# Phase 4 Handoff$0\n${rest}`,
    `# Phase 4 Handoff\n\n**Status**: In progress\n${rest}`,
    inProgress,
  ));

test('the fix follows the shape of the fields that are there', async () => {
  await checkFix(
    missingField,
    `# Phase 4 Handoff$0\n\n* **Date**: 2026-01-05\n* **Owner**: Kim\n${rest}`,
    `# Phase 4 Handoff\n\n* **Status**: In progress\n* **Date**: 2026-01-05\n* **Owner**: Kim\n${rest}`,
    inProgress,
  );
  await checkFix(
    missingField,
    `# Phase 4 Handoff$0\n\n**Date**: 2026-01-05  \n**Owner**: Kim\n${rest}`,
    `# Phase 4 Handoff\n\n**Status**: In progress  \n**Date**: 2026-01-05  \n**Owner**: Kim\n${rest}`,
    inProgress,
  );
});

test('the fix keeps text that follows the title at once apart', () =>
  checkFix(
    missingField,
    `# Phase 4 Handoff$0\nWords.\n${rest}`,
    `# Phase 4 Handoff\n\n**Status**: In progress\n\nWords.\n${rest}`,
    inProgress,
  ));

test('a field without a value is told where it stands', () =>
  checkRule(
    missingField,
    `
# Phase 4 Handoff

**Date**: 2026-01-05
**Status**:
  ^^^^^^ warning: The status is empty. Readers and the phase tree look for it first
${rest}`,
  ));

test('the fix writes the value where it belongs', async () => {
  await checkFix(
    missingField,
    `# Phase 4 Handoff\n\n**Status**:$0\n**Date**: 2026-01-05\n${rest}`,
    `# Phase 4 Handoff\n\n**Status**: In progress\n**Date**: 2026-01-05\n${rest}`,
    'Write "In progress"',
  );
  await checkFix(
    missingField,
    `# Phase 4 Handoff\n\n- **Status:** $0\n- **Date**: 2026-01-05\n${rest}`,
    `# Phase 4 Handoff\n\n- **Status:** In progress\n- **Date**: 2026-01-05\n${rest}`,
    'Write "In progress"',
  );
  await checkFix(
    missingField,
    `# Phase 4 Handoff\n\n| Field | Value |\n| --- | --- |\n| Status$0 |  |\n| Date | 2026-01-05 |\n${rest}`,
    `# Phase 4 Handoff\n\n| Field | Value |\n| --- | --- |\n| Status | In progress |\n| Date | 2026-01-05 |\n${rest}`,
    'Write "In progress"',
  );
  await checkFix(
    missingField,
    `---\nstatus:$0\nphase: 4\n---\n\n# Phase 4 Handoff\n${rest}`,
    `---\nstatus: In progress\nphase: 4\n---\n\n# Phase 4 Handoff\n${rest}`,
    'Write "In progress"',
  );
});

test('a value may stand below its label', async () => {
  await checkRule(missingField, `# Phase 4 Handoff\n\n**Status**:\nIn progress since May.\n${rest}`);
  await checkRule(missingField, `# Phase 4 Handoff\n\n- **Status**:\n  - Import: done\n  - Export: open\n${rest}`);
});
