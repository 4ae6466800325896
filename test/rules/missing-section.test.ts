import { test } from 'node:test';
import { missingField } from '../../server/src/rules/missing-field';
import { missingSection } from '../../server/src/rules/missing-section';
import { checkFix, checkRule } from '../support/checkRule';

test('required sections that are nowhere are reported at the title', () =>
  checkRule(
    missingSection,
    `
# Phase 4 Handoff
^^^^^^^^^^^^^^^^^ warning: There is no section "Completion Status". Readers look there for what the phase has delivered
^^^^^^^^^^^^^^^^^ warning: There is no section "Next Steps". Readers look there for what the next phase starts with

## Overview

Words.
`,
  ));

test('recommended and optional sections are not reported', () =>
  checkRule(missingSection, '# Phase 4 Handoff\n\n## Completion Status\n\n- one\n\n## Next Steps\n\n- two\n'));

test('sections under another name, with numbers, emoji, bold and a phase are there', () =>
  checkRule(
    missingSection,
    '# Phase 4 Handoff\n\n## 1. ✅ **Phase 4 Deliverables**\n\n- one\n\n## 2) Requirements for Phase 5 🚀\n\n- two\n',
  ));

test('a misplaced section is not missing', () =>
  checkRule(missingSection, '# Phase 4 Handoff\n\n## Conclusion\n\n#### Next Steps\n\n### What was done\n\n- one\n'));

test('a label counts as a section', () =>
  checkRule(missingSection, '# Phase 4 Handoff\n\n## Completion Status\n\n- one\n\n**Next Steps**:\n\n1. two\n'));

test('each kind has its own schema', async () => {
  await checkRule(
    missingSection,
    `
//- /docs/001/PHASE4_PROMPT.md
# Phase 4 Prompt
^^^^^^^^^^^^^^^^ There is no section "Expected Outputs"

## Documentation References

## Objective

## Success Criteria

//- /docs/001/TODO001_phase4_notes.md
# Phase 4 Notes
^^^^^^^^^^^^^^^ There is no section "Implementation"

//- /docs/001/TODO001_phase4_decisions.md
# Phase 4 Decisions
^^^^^^^^^^^^^^^^^^^ There is no section "Decisions"

//- /docs/001/TODO001_phase4_testing_summary.md
# Phase 4 Testing Summary
^^^^^^^^^^^^^^^^^^^^^^^^^ There is no section "Test Results"

//- /docs/001/TODO001.md
# To do
`,
  );
});

test('other Markdown files get nothing', () => checkRule(missingSection, '# Some title\n', '/docs/guide.md'));

test('the fix puts the section where the schema has it, with something to start from', () =>
  checkFix(
    missingSection,
    `
# Phase 4 Handoff$0

## Overview

Words.

## Risks

- one

## Next Steps

- two
`,
    `
# Phase 4 Handoff

## Overview

Words.

## Completion Status

- [ ] Name a deliverable and point to what shows it

## Risks

- one

## Next Steps

- two
`,
    'Insert the section "Completion Status"',
  ));

test('the fix numbers the section as its neighbours are', () =>
  checkFix(
    missingSection,
    `
# Phase 4 Handoff$0

### 1. Overview

Words.

### 2. Issues

- one

### 3. Roadmap

- two`,
    `
# Phase 4 Handoff

### 1. Overview

Words.

### 2. Completion Status

- [ ] Name a deliverable and point to what shows it

### 3. Issues

- one

### 4. Roadmap

- two`,
    'Insert the section "Completion Status"',
  ));

test('the fix inserts before a footer at the end', () =>
  checkFix(
    missingSection,
    `
# Phase 4 Handoff$0

## Completion Status

- one

---

**Next Phase**: 5
`,
    `
# Phase 4 Handoff

## Completion Status

- one

## Next Steps

- [ ] Name the first task of the next phase

---

**Next Phase**: 5
`,
  ));

test('the fix needs no line end at the end', () =>
  checkFix(
    missingSection,
    '# Phase 4 Handoff$0\n\n## Completion Status\n\n- one',
    '# Phase 4 Handoff\n\n## Completion Status\n\n- one\n\n## Next Steps\n\n- [ ] Name the first task of the next phase\n',
  ));

const japanese =
  '# フェーズ4 引き継ぎ\n\n## 実装サマリー\n\n- 完了\n\n## `src/import.ts` の変更\n\n- 一つ\n\n## 次のステップ\n\n- [ ] 二つ\n';

test('headings in other letters are not measured by names in Latin ones', async () => {
  await checkRule(missingSection, japanese);
  await checkRule(missingField, japanese);
});

test('a schema of the team is in the language of the team', () =>
  checkRule(
    missingSection,
    `
//- /.phase-docs.yaml
schemas: [ours.yaml]
//- /ours.yaml
kind: handoff
sections:
  - name: 次のステップ
    required: true
  - name: 残課題
    required: true
//- /docs/001/TODO001_phase4_handoff.md
# フェーズ4 引き継ぎ
^^^^^^^^^^^^ warning: There is no section "残課題"

## 実装サマリー

- 完了

## 次のステップ

- [ ] 二つ
`,
  ));
