import { test } from 'node:test';
import { missingOutput } from '../../server/src/rules/missing-output';
import { checkRule } from '../support/checkRule';

const prompt = `
//- /docs/001/PHASE4_PROMPT.md
# Phase 4 Prompt

## Documentation References

- \`TODO001_phase3_handoff.md\`

## Expected Outputs

Leave these behind:

- \`TODO001_phase4_notes.md\` - what was done
- \`@TODO001_phase4_decisions.md\` - choices`;

test('reports what a prompt asked for once the phase is over', () =>
  checkRule(
    missingOutput,
    `${prompt}
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: TODO001_phase4_decisions.md was to be written in phase 4, which is over, but is not there.
//- /docs/001/TODO001_phase4_notes.md
# Phase 4 Notes

**Phase 4 Status**: ✅ Complete
`,
  ));

test('a post-mortem or a later phase shows that it is over', async () => {
  for (const other of [
    '//- /docs/001/POSTMORTEM001.md\n# Post-mortem\n\n### Phase 4: Tides ✅ **Completed Successfully**\n',
    '//- /docs/001/TODO001_phase5_notes.md\n# Phase 5 Notes\n',
  ]) {
    await checkRule(
      missingOutput,
      `
//- /docs/001/TODO001.md
# TODO001
//- /docs/001/PHASE4_PROMPT.md
# Phase 4 Prompt

**Outputs**:

- \`TODO001_phase4_notes.md\` - what was done
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: TODO001_phase4_notes.md was to be written
${other}`,
    );
  }
});

test('a phase that goes on owes nothing yet', () =>
  checkRule(
    missingOutput,
    `${prompt}
//- /docs/001/TODO001_phase4_notes.md
# Phase 4 Notes

**Status**: 🔄 In progress
//- /docs/001/PHASE5_PROMPT.md
# Phase 5 Prompt
`,
  ));

test('the same kind under another name counts, another initiative does not', () =>
  checkRule(
    missingOutput,
    `
//- /docs/001/PHASE4_PROMPT.md
# Phase 4 Prompt

## Expected Outputs

- \`TODO001_phase4_notes.md\`
- \`TODO001_phase4_testing_summary.md\`
- \`TODO001_phase4_decisions.md\`
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: TODO001_phase4_decisions.md was to be written
//- /docs/001/PHASE4_NOTES.md
# Phase 4 Notes
//- /docs/001/reports/TODO001_phase4_testing_summary.md
# Phase 4 Testing Summary

**Phase 4 Status**: ✅ Complete
//- /docs/other/TODO001.md
# TODO001
//- /docs/other/TODO001_phase4_decisions.md
# Phase 4 Decisions
`,
  ));
