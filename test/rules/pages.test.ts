/** Every rule has a page, a test and a place in the lists; the examples of its page are true. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { documentKinds } from '../../server/src/model/documentKind';
import { rules } from '../../server/src/rules/index';
import { rulePages } from '../../server/src/rules/pages';
import { parseDocument } from '../../server/src/syntax/parseDocument';
import { walkDocument } from '../../server/src/syntax/walk';
import { diagnose, openWorkspace } from '../support/inMemoryWorkspace';

/** Every page has these; others may stand between. */
const headings = ['Why', 'What is reported', 'How to fix', 'Options', 'When to switch it off'];
/** Files of `rules` that are not a rule. */
const helpers = [
  'offeredPointers',
  'pointElsewhere',
  'rule',
  'runRules',
  'index',
  'pages',
  'quote',
  'movedEvidence',
  'referencePointers',
  'removeSuppression',
  'retargetFixes',
  'sectionFindings',
  'claimGroups',
  'waiveFixes',
];
const fileNames = {
  handoff: 'handoff',
  notes: 'notes',
  decisions: 'decisions',
  'testing-summary': 'testing_summary',
  verification: 'verification',
};

test('every rule file is in the list, in order of nothing but its id', () => {
  const files = readdirSync('server/src/rules')
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .filter((name) => !helpers.includes(name));
  assert.deepEqual(files.sort(), rules.map((rule) => rule.id).sort());
  assert.deepEqual([...rulePages.keys()].sort(), files);
});

for (const rule of rules) {
  const page = rulePages.get(rule.id) ?? '';

  test(`${rule.id} has a test and a page with the usual headings`, () => {
    assert.ok(existsSync(`test/rules/${rule.id}.test.ts`));
    assert.ok(page.startsWith(`# ${rule.id}\n`));
    const found = page.split('\n').filter((line) => line.startsWith('## '));
    for (const heading of headings) assert.ok(found.includes(`## ${heading}`), heading);
    assert.match(rule.summary, /^[A-Z][^.]*$/);
  });

  for (const [index, example] of examplesOf(page).entries()) {
    test(`${rule.id}: example ${index + 1} of the page is ${example.expected}`, async () => {
      // A rule that is off by default has to be switched on for its examples.
      const config = rule.severity === 'off' && { '/.phase-docs.yaml': `rules:\n  ${rule.id}: warning\n` };
      const workspace = await openWorkspace({ ...example.files, ...config });
      const all = await Promise.all(Object.keys(example.files).map((path) => diagnose(workspace, path)));
      const found = all.flat().filter(({ rule: id, severity }) => id === rule.id && severity !== 'hint');
      assert.equal(found.length, example.expected === 'invalid' ? 1 : 0, JSON.stringify(found));
    });
  }
}

/** Fences with the info string `markdown invalid|valid KIND`; several files each begin with a comment that names them. */
function examplesOf(page: string) {
  return [...walkDocument(parseDocument(page))].flatMap(({ block }) => {
    if (block.type !== 'code') return [];
    const [language, expected, kind = ''] = block.info.split(' ');
    if (language !== 'markdown') return [];
    assert.ok(expected === 'valid' || expected === 'invalid', `valid or invalid? ${block.info}`);
    assert.ok(
      documentKinds.some((known) => known === kind),
      `which kind of document? ${block.info}`,
    );
    const name = fileNames[kind as keyof typeof fileNames];
    const given = filesOf(block.content);
    if (given) return [{ expected, files: given }];
    const path = kind === 'prompt' ? '/docs/001/PHASE4_PROMPT.md' : `/docs/001/TODO001_phase4_${name}.md`;
    return [{ expected, files: { [path]: `${block.content}\n` } }];
  });
}

/** The parts of an example that begins with `<!-- path -->`; undefined for one that is a single document. */
function filesOf(content: string): Readonly<Record<string, string>> | undefined {
  const [before, ...parts] = content.split(/^<!-- (\S+\.md) -->\n/m);
  if (parts.length === 0) return undefined;
  assert.equal(before, '', 'an example of several files begins with the name of one');
  const files: Record<string, string> = {};
  for (let index = 0; index + 1 < parts.length; index += 2) files[`/${parts[index]}`] = `${parts[index + 1]}\n`;
  return files;
}
