import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../server/src/features/applyEdits';

const at = (line: number, character: number, endLine = line, end = character) => ({
  start: { line, character },
  end: { line: endLine, character: end },
});

test('edits in any order, with insertions at the same place in their own', () => {
  const edits = [
    { range: at(1, 0, 1, 1), newText: 'B' },
    { range: at(0, 0), newText: '1' },
    { range: at(0, 0), newText: '2' },
  ];
  assert.equal(applyEdits('ab\ncd\n', edits), '12ab\nBd\n');
});

test('line ends are those of the text, and columns do not count them', () => {
  assert.equal(applyEdits('a\r\nb\r\n', [{ range: at(0, 99), newText: '!\n?' }]), 'a!\r\n?\r\nb\r\n');
  assert.equal(applyEdits('a\rb', [{ range: at(1, 1), newText: '!' }]), 'a\rb!');
  assert.equal(applyEdits('', [{ range: at(5, 5), newText: 'x' }]), 'x');
  assert.equal(applyEdits('\uFEFFa', [{ range: at(0, 0, 0, 1), newText: 'b' }]), '\uFEFFb');
});
