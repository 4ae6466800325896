import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FileIndex } from '../../server/src/model/fileIndex';
import { resolvePointer } from '../../server/src/model/references';
import type { Pointer, PointerForm } from '../../server/src/syntax/document';

const files = new FileIndex([
  'docs/area/001/TODO001.md',
  'docs/area/001/@notes.md',
  'docs/area/001/reports/run.xml',
  'docs/area/shared.md',
  'src/worker.ts',
  'a/twin.md',
  'b/twin.md',
  'c/only.md',
]);
const slugs = new Map([['docs/area/001/TODO001.md', new Set(['phase-1'])]]);

const cases: readonly [form: PointerForm, target: string, expected: string][] = [
  ['link', 'reports/run.xml', 'found docs/area/001/reports/run.xml'],
  ['code-path', 'TODO001.md', 'found docs/area/001/TODO001.md'],
  ['at-path', 'docs/area/shared.md', 'found docs/area/shared.md'],
  ['at-path', 'notes.md', 'found docs/area/001/@notes.md'],
  ['code-path', 'src/worker.ts', 'found src/worker.ts'],
  ['link', '/src/worker.ts', 'found src/worker.ts'],
  ['link', '../shared.md', 'found docs/area/shared.md'],
  ['link', 'my%20notes.md', 'missing'],
  ['code-path', 'shared.md', 'found docs/area/shared.md'],
  ['code-path', 'old/only.md', 'moved c/only.md'],
  ['code-path', 'ONLY.md', 'moved c/only.md'],
  ['code-path', 'twin.md', 'ambiguous a/twin.md,b/twin.md'],
  ['code-path', 'docs/area/', 'found docs/area'],
  ['link', 'TODO001.md#phase-1', 'found docs/area/001/TODO001.md'],
  ['link', 'TODO001.md#phase-9', 'no-anchor docs/area/001/TODO001.md'],
  ['link', '#phase-1', 'found docs/area/001/TODO001.md'],
  ['link', '../../../../../outside.md', 'unchecked'],
  ['code-path', 'C:/x/y.md', 'unchecked'],
  ['test-id', 'src/worker.ts > adds two', 'found src/worker.ts'],
  ['test-id', 'tests/gone.py::test_a', 'missing'],
  ['url', 'https://example.org/', 'unchecked'],
  ['commit', 'abc1234', 'unchecked'],
  ['code-path', '100%.md', 'missing'],
];

for (const [form, written, expected] of cases) {
  test(`${form} ${written} is ${expected}`, () => {
    const [target = '', fragment] = written.split('#');
    const origin = { line: 0, character: 0 };
    const pointer: Pointer = { form, target, fragment, lines: undefined, range: { start: origin, end: origin } };
    const found = resolvePointer(pointer, 'docs/area/001/TODO001.md', files, (path) => slugs.get(path));
    const place = 'path' in found ? ` ${found.path}` : 'paths' in found ? ` ${found.paths.join(',')}` : '';
    assert.equal(found.status + place, expected);
  });
}

test('the index forgets files and the folders they leave empty', () => {
  const index = new FileIndex(['a/b/c.md']);
  assert.equal(index.hasFolder('a/b'), true);
  assert.equal(index.delete('a/b/c.md'), true);
  assert.equal(index.delete('a/b/c.md'), false);
  assert.equal(index.hasFolder('a'), false);
  assert.deepEqual(index.withName('C.md'), []);
});
