/** What an edit leaves alone is neither made nor told again; and what is kept does not speak of a text that is gone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnostic } from '../../server/src/diagnostic';
import { neverCancelled } from '../../server/src/host';
import { applyFix, openWorkspace, type InMemoryWorkspace } from '../support/inMemoryWorkspace';

const path = '/docs/001/TODO001_phase4_handoff.md';
const text = `# Phase 4 Handoff

## Import

- All 12 importers were migrated.
- See [the log](gone.log)

## Export

- ✅ 100% of the exporters are done
- All 40 tests passed, see [the run](missing.xml)
- Described in [the notes](nowhere.md)
`;

async function open(): Promise<{ workspace: InMemoryWorkspace; report: () => Promise<readonly Diagnostic[]> }> {
  const workspace = await openWorkspace({ [path]: text });
  workspace.service.openDocument(workspace.uri(path), text);
  return { workspace, report: () => workspace.service.diagnose(workspace.uri(path), neverCancelled) };
}

function type(workspace: InMemoryWorkspace, line: number, character: number, words: string): void {
  const at = { line, character };
  workspace.service.changeDocument(workspace.uri(path), [{ range: { start: at, end: at }, text: words }]);
}

test('the findings of sections that were not edited are the same objects', async () => {
  const { workspace, report } = await open();
  const before = await report();
  type(workspace, 4, 5, 'of the ');
  const after = await report();
  const below = (all: readonly Diagnostic[]) => all.filter(({ range }) => range.start.line > 6);
  assert.ok(below(before).length >= 3, String(below(before).map(({ rule }) => rule)));
  below(before).forEach((diagnostic, index) => assert.equal(below(after)[index], diagnostic));
  assert.notDeepEqual(
    after.filter(({ range }) => range.start.line === 4),
    before.filter(({ range }) => range.start.line === 4),
  );
});

test('findings move with their section', async () => {
  const { workspace, report } = await open();
  const before = await report();
  type(workspace, 1, 0, '\n\n');
  const after = await report();
  assert.deepEqual(
    after.map(({ rule, range }) => `${range.start.line} ${rule}`),
    before.map(({ rule, range }) => `${range.start.line === 0 ? 0 : range.start.line + 2} ${rule}`),
  );
});

test('a finding that was kept is fixed in the text of now', async () => {
  const { workspace, report } = await open();
  await report();
  type(workspace, 2, 3, 'The ');
  await report();
  const edited = text.replace('## Import', '## The Import');
  workspace.files.set(path, edited);
  const all = await workspace.service.fixes(workspace.uri(path));
  const waive = all
    .filter(({ diagnostic }) => diagnostic.rule === 'unsupported-claim' && diagnostic.range.start.line > 6)
    .flatMap(({ fixes }) => fixes)
    .find(({ title }) => title.startsWith('Say that it is not verified'));
  assert.ok(waive);
  assert.match(applyFix(workspace, path, waive), /^## The Import$[^]*not verified/m);
});

test('a result id stays while the same is found, and changes with it', async () => {
  const { workspace } = await open();
  const id = async () => (await workspace.service.report(workspace.uri(path), neverCancelled)).resultId;
  const first = await id();
  type(workspace, 1, 0, 'Some words.');
  assert.equal(await id(), first);
  type(workspace, 8, 0, 'x');
  assert.equal(await id(), first, 'a blank line of another section');
  type(workspace, 4, 5, 'of the ');
  assert.notEqual(await id(), first);
});
