import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { changedLines, matchLines } from '../../../server/src/model/changes/changedLines';

/** The lines of `after` that are new. */
const added = (before: string, after: string) => {
  const lines = after.split('\n');
  return changedLines(before, after).flatMap((isNew, index) => (isNew ? [lines[index]] : []));
};

test('nothing is new in the same text, whatever its line ends', () => {
  assert.deepEqual(added('# A\n\nb\n', '# A\n\nb\n'), []);
  assert.deepEqual(changedLines('# A\r\nb\r\n', '# A\nb\n'), [false, false, false]);
  assert.deepEqual(changedLines('\uFEFFa', 'a'), [false]);
});

test('everything is new in a new text', () => {
  assert.deepEqual(added('', 'a\nb'), ['a', 'b']);
});

test('what was inserted, replaced or appended', () => {
  assert.deepEqual(added('a\nb\nc', 'a\nx\nb\nc'), ['x']);
  assert.deepEqual(added('a\nb\nc', 'a\nB\nc'), ['B']);
  assert.deepEqual(added('a\nb', 'a\nb\nc'), ['c']);
  assert.deepEqual(added('a\nb\nc\nd\ne', 'a\n1\nc\n2\ne'), ['1', '2']);
});

test('a line that went away makes no other line new', () => {
  assert.deepEqual(added('a\nb\nc', 'a\nc'), []);
});

test('the same line below another heading is new: it says something else there', () => {
  const before = '# Phase 1\n\n**Status**: done\n\n# Phase 2\n\nGoes on.\n';
  const after = '# Phase 1\n\nGoes on.\n\n# Phase 2\n\n**Status**: done\n';
  assert.ok(added(before, after).includes('**Status**: done'));
});

test('a paragraph that is written between repeated lines is found', () => {
  const before = '- [x] one\n\n- [x] one\n\n- [x] one\n';
  assert.deepEqual(added(before, `${before}\nAll done.\n`).filter(Boolean), ['All done.']);
});

test('matches are in order and between equal lines', () => {
  const line = fc.constantFrom('a', 'b', 'c', '', 'dd');
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), fc.array(line, { maxLength: 40 }), (before, after) => {
      let last = -1;
      matchLines(before, after).forEach((old, index) => {
        if (old < 0) return;
        assert.equal(before[old], after[index]);
        assert.ok(old > last);
        last = old;
      });
    }),
  );
});
