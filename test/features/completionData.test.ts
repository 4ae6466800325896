/** Completion in fences of data and in front matter, through the service. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWorkspace } from '../support/inMemoryWorkspace';
import { parseMarkedFiles } from '../support/markers';
import { withSchema } from '../support/ownSchema';

async function complete(marked: string) {
  const files = parseMarkedFiles(marked, '/docs/001/TODO001_phase4_handoff.md');
  const file = files.find(({ cursor }) => cursor);
  assert.ok(file?.cursor);
  const workspace = await openWorkspace(Object.fromEntries(files.map(({ path, text }) => [path, text])));
  const items = await workspace.service.completion(workspace.uri(file.path), file.cursor);
  return { text: file.text, items };
}

async function labels(marked: string): Promise<readonly string[]> {
  const { items } = await complete(marked);
  return [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1)).map(({ label }) => label);
}

/** The line of the cursor once an item is taken. */
async function take(marked: string, label: string): Promise<string> {
  const { text, items } = await complete(marked);
  const edit = items.find((item) => item.label === label)?.textEdit;
  assert.ok(edit && 'range' in edit, `no ${label} in ${items.map((item) => item.label).join(', ')}`);
  const line = text.split('\n')[edit.range.start.line] ?? '';
  return line.slice(0, edit.range.start.character) + edit.newText + line.slice(edit.range.end.character);
}

const fence = (language: string, text: string) =>
  `# Phase 4 Handoff\n\n## Success Criteria\n\n\`\`\`${language}\n${text}\n\`\`\`\n`;
const keys = ['target', 'validation_method', 'success_threshold', 'actual', 'evidence'];

test('keys of the criteria of a hand-off', async () => {
  assert.deepEqual(await labels(fence('yaml', '$0')), ['success_criteria']);
  assert.deepEqual(await labels(fence('yaml', 'success_criteria:\n  speed:\n    $0')), keys);
  assert.deepEqual(
    await labels(
      fence('yaml', 'success_criteria:\n  speed:\n    target: x\n    $0\n    actual: 5\n  size:\n    evidence: y'),
    ),
    ['validation_method', 'success_threshold', 'evidence'],
  );
  assert.deepEqual(await labels(fence('yaml', 'success_criteria:\n  - name: speed\n    target: x\n  - $0')), keys);
  assert.deepEqual(await labels(fence('yaml', 'success_criteria:\n- name: speed\n  target: x\n  $0')), keys.slice(1));
  assert.deepEqual(await labels(fence('yaml', 'success_criteria:\n  $0')), []);
  assert.deepEqual(await labels(fence('yaml', 'other:\n  speed:\n    $0')), []);
  assert.deepEqual(await labels(fence('python', '$0')), []);
});

test('in JSON as well, with its marks', async () => {
  assert.deepEqual(
    await labels(
      fence('json', '{\n  "success_criteria": {\n    "speed": {\n      "target": "x",\n      "$0"\n    }\n  }\n}'),
    ),
    keys.slice(1),
  );
  const text = '{ "success_criteria": { "speed": { "$0" } } }';
  assert.equal(await take(fence('json', text), 'target'), '{ "success_criteria": { "speed": { "target":  } } }');
  assert.deepEqual(await labels(fence('json', '{ "success_criteria": [{ $0')), keys);
});

test('what is taken goes where it is typed, in the style of its neighbours', async () => {
  assert.equal(
    await take(fence('yaml', 'success_criteria:\n  speed:\n    val$0'), 'validation_method'),
    '    validation_method: ',
  );
  assert.equal(
    await take(fence('yaml', 'successCriteria:\n  speed:\n    $0'), 'validationMethod'),
    '    validationMethod: ',
  );
  const inList = '# Phase 4 Handoff\n\n- Criteria:\n\n  ```yaml\n  success_criteria:\n    speed:\n      $0\n  ```\n';
  assert.equal(await take(inList, 'target'), '      target: ');
});

const own = `
frontMatter:
  keys:
    - { name: owner, required: true }
    - { name: risk, type: enumeration, values: [low, high] }
sections:
  - name: Plan
    data:
      - name: Plan
        keys:
          - { name: ready, type: boolean }
          - { name: state, type: status, values: [open, done] }
`;

test('values, of the section that asks for the data, and in front matter', async () => {
  const plan = (text: string) => withSchema(own, `# Phase 4 Handoff\n\n## Plan\n\n\`\`\`yaml\n${text}\n\`\`\`\n`);
  assert.deepEqual(await labels(plan('state: $0')), ['open', 'done']);
  assert.deepEqual(await labels(plan('ready: $0')), ['true', 'false']);
  assert.equal(await take(plan('state: o$0'), 'open'), 'state: open');
  const front = (text: string) => withSchema(own, `---\n${text}\n---\n\n# Phase 4 Handoff\n`);
  assert.deepEqual(await labels(front('$0')), ['owner', 'risk']);
  assert.deepEqual(await labels(front('owner: Kim\nrisk: $0')), ['low', 'high']);
});
