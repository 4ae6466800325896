import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderRulePage } from '../../server/src/features/rulePage';
import { rulePages } from '../../server/src/rules/pages';

test('each example says whether it is reported', () => {
  const page = '# a\n\n```markdown invalid notes\n# x\n```\n\n```markdown valid\n# y\n```\n\n```yaml\nz: 1\n```\n';
  assert.equal(
    renderRulePage(page),
    '# a\n\n**Reported:**\n\n```markdown invalid notes\n# x\n```\n\n**Not reported:**\n\n```markdown valid\n# y\n```\n\n```yaml\nz: 1\n```\n',
  );
});

test('so it is on every page', () => {
  for (const [rule, page] of rulePages) {
    const examples = page.match(/^(?:```|~~~)\S* (?:in)?valid/gm)?.length ?? 0;
    const captions = renderRulePage(page).match(/^\*\*(?:R|Not r)eported:\*\*$/gm)?.length ?? 0;
    assert.equal(captions, examples, rule);
  }
});
