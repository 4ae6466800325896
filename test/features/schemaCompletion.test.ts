/** Completion and hover from a team's own schema, through the service. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompletionItem } from 'vscode-languageserver-types';
import { openWorkspace } from '../support/inMemoryWorkspace';
import { parseMarkedFiles } from '../support/markers';
import { withSchema } from '../support/ownSchema';

async function open(marked: string) {
  const files = parseMarkedFiles(marked, '/docs/001/TODO001_phase4_handoff.md');
  const file = files.find(({ cursor }) => cursor);
  assert.ok(file?.cursor);
  const workspace = await openWorkspace(Object.fromEntries(files.map(({ path, text }) => [path, text])));
  return { service: workspace.service, uri: workspace.uri(file.path), text: file.text, cursor: file.cursor };
}

async function complete(marked: string) {
  const { service, uri, text, cursor } = await open(marked);
  return { text, items: await service.completion(uri, cursor) };
}

async function hover(marked: string): Promise<string | undefined> {
  const { service, uri, cursor } = await open(marked);
  const contents = (await service.hover(uri, cursor))?.contents;
  return contents && typeof contents === 'object' && 'value' in contents ? contents.value : undefined;
}

function choose({ text, items }: { text: string; items: readonly CompletionItem[] }, label: string): string {
  const edit = items.find((item) => item.label === label)?.textEdit;
  assert.ok(edit && 'range' in edit, `no ${label} in ${items.map((item) => item.label).join(', ')}`);
  const lines = text.split('\n');
  const line = lines[edit.range.start.line] ?? '';
  lines[edit.range.start.line] =
    line.slice(0, edit.range.start.character) + edit.newText + line.slice(edit.range.end.character);
  return lines.join('\n');
}

const labels = (items: readonly CompletionItem[]) => items.map(({ label }) => label);

const schema = `
fields:
  - { name: State, type: status, description: How far it is. }
sections:
  - name: Criteria
    description: What has to hold.
    required: true
    fields:
      - { name: Owner, description: Whom to ask. }
      - { name: Risk, type: enumeration, values: [Low, High] }
    tables:
      - name: Criteria
        columns:
          - { name: Criterion }
          - { name: Status, type: status }
          - { name: Kind, type: enumeration, values: [must, may] }
    records:
      - name: check
        description: One thing to check.
        parts: [{ name: How, template: '{?How it is checked}' }]
        template: |
          ### {?What is checked}

          **How**: {?How it is checked}
`;
const table = '| Criterion | Status | Kind |\n|---|---|---|\n| Loads | Open | must |\n';

test('cells: the values of the column', async () => {
  const head = '# Phase 4 Handoff\n\n## Criteria\n\n';
  const status = await complete(withSchema(schema, `${head}${table}| Saves | $0 | may |\n`));
  assert.deepEqual(labels(status.items).slice(0, 2), ['Not started', 'In progress']);
  assert.equal(choose(status, 'Blocked'), `${head}${table}| Saves | Blocked | may |\n`);
  const kind = await complete(withSchema(schema, `${head}${table}| Saves | Open | m$0\n`));
  assert.equal(choose(kind, 'may'), `${head}${table}| Saves | Open | may\n`);
  assert.deepEqual((await complete(withSchema(schema, `${head}${table}| Sa$0 | Open | may |\n`))).items, []);
});

test('rows: the whole row', async () => {
  const result = await complete(withSchema(schema, `# Phase 4 Handoff\n\n## Criteria\n\n${table}|$0\n`));
  assert.equal(choose(result, 'New row: Criteria').split('\n').at(-2), '|  | Not started | must |');
});

test('records, at the level that is typed', async () => {
  const result = await complete(withSchema(schema, '# Phase 4 Handoff\n\n## Criteria\n\n#### $0\n'));
  assert.match(choose(result, 'New check'), /#### What is checked\n\n\*\*How\*\*: How it is checked\n/);
});

test('fields of the section, and their values', async () => {
  const names = await complete(withSchema(schema, '# Phase 4 Handoff\n\n## Criteria\n\n**$0\n'));
  assert.deepEqual(labels(names.items), ['Owner', 'Risk', 'State']);
  const elsewhere = await complete(withSchema(schema, '# Phase 4 Handoff\n\n**$0\n\n## Criteria\n'));
  assert.deepEqual(labels(elsewhere.items), ['State']);
  const values = await complete(withSchema(schema, '# Phase 4 Handoff\n\n## Criteria\n\n- **Risk**: $0\n'));
  assert.deepEqual(labels(values.items), ['Low', 'High']);
  const states = await complete(withSchema(schema, '# Phase 4 Handoff\n\n**State**: $0\n'));
  assert.ok(labels(states.items).includes('In progress'));
});

const files = '//- /src/importer.ts\nx\n//- /docs/001/TODO001.md\n# x\n//- /docs/001/TODO001_phase4_handoff.md\n';

test('references: from the workspace folder with @, else from the document', async () => {
  const at = await complete(`${files}See @doc$0s/x for more\n`);
  assert.equal(choose(at, 'TODO001.md'), 'See @TODO001.md for more\n');
  assert.equal(choose(await complete(`${files}See @imp$0\n`), 'importer.ts'), 'See @src/importer.ts\n');
  assert.equal(choose(await complete(`${files}[x](imp$0)\n`), 'importer.ts'), '[x](../../src/importer.ts)\n');
  assert.equal(
    choose(await complete(`${files}Run \`../../src/$0\`\n`), 'importer.ts'),
    'Run `../../src/importer.ts`\n',
  );
  assert.equal(choose(await complete(`${files}- @$0\n`), 'importer.ts'), '- @src/importer.ts\n');
});

test('no references in words, code and addresses of mail', async () => {
  for (const text of ['mail ada@exam$0\n', '`code$0`\n', '```\n@src/$0\n```\n', '[x] (y$0)\n'])
    assert.deepEqual((await complete(files + text)).items, [], text);
});

test('hover tells what the schema wants of a section, and why', async () => {
  const text = await hover(withSchema(schema, '# Phase 4 Handoff\n\n## 1. Cri$0teria\n'));
  assert.match(text ?? '', /\*\*Criteria\*\* — What has to hold\./);
  assert.match(text ?? '', /a table with Criterion, Status, Kind/);
  assert.match(text ?? '', /Required by handoff\.yaml:5/);
});

test('hover over the name of a field', async () => {
  assert.match(
    (await hover(withSchema(schema, '# Phase 4 Handoff\n\n**St$0ate**: open\n'))) ?? '',
    /How far it is\.[^]*Not started/,
  );
  const own = await hover(withSchema(schema, '# Phase 4 Handoff\n\n## Criteria\n\n- **Own$0er**: Ada\n'));
  assert.match(own ?? '', /Whom to ask\./);
  assert.equal(await hover(withSchema(schema, '# Phase 4 Handoff\n\n**Wea$0ther**: dry\n')), undefined);
});
