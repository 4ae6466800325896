import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Field } from '../../server/src/syntax/document';
import { parseDocument } from '../../server/src/syntax/parseDocument';
import { lineText } from '../../server/src/syntax/positions';
import { walkDocument } from '../../server/src/syntax/walk';

/** The fields of a text as `label = value`; checks that the ranges cover them. */
function fieldsOf(text: string): string[] {
  const document = parseDocument(text);
  const slice = (line: number, { start, end }: Field['labelRange']) =>
    lineText(document, start.line + line).slice(start.character, end.character);
  return [...walkDocument(document)].flatMap(({ block, line }) =>
    'fields' in block
      ? block.fields.map((field) => {
          assert.equal(slice(line, field.valueRange), field.value);
          assert.ok(slice(line, field.labelRange).startsWith(field.label.slice(0, 3)));
          return `${field.label} = ${field.value}`;
        })
      : [],
  );
}

describe('fields', () => {
  it('stand on each line of a paragraph', () => {
    assert.deepEqual(
      fieldsOf('**Status**: ✅ COMPLETE\n**Date:** today  \n__Owner__ : me\nStatus: done\nwords\n**Empty**:'),
      ['Status = ✅ COMPLETE', 'Date = today', 'Owner = me', 'Status = done', 'Empty = '],
    );
  });

  it('stand in items, with emoji and numbers', () => {
    assert.deepEqual(
      fieldsOf('- **Evidence**: `x.md`\n- [x] ✅ **2. Scope ⚠️**: all\n- **`key` name:** v\n- Test results: 3 of 3'),
      ['Evidence = `x.md`', '2. Scope = all', 'key name = v', 'Test results = 3 of 3'],
    );
  });

  it('end where a comment behind the value begins', () => {
    assert.deepEqual(
      fieldsOf('**Status**: done <!-- a --> <!-- b: c -->\nOwner: <!-- nobody -->\n**Date**: <!-- not --> today'),
      ['Status = done', 'Owner = ', 'Date = <!-- not --> today'],
    );
    assert.deepEqual(fieldsOf('| **Status** | done |\n|---|---|\n| **Owner** | me <!-- for now --> |'), [
      'Status = done',
      'Owner = me',
    ]);
  });

  it('stand in two-column tables of labels', () => {
    assert.deepEqual(fieldsOf('| **Status** | done |\n|---|---|\n| **Owner** | me |\n| plain | x |'), [
      'Status = done',
      'Owner = me',
    ]);
    assert.deepEqual(fieldsOf('| Field | Value |\n|---|---|\n| Owner | me |'), ['Owner = me']);
    assert.deepEqual(fieldsOf('| **Name** | **Value** |\n|---|---|\n| a | b |'), ['a = b']);
    assert.deepEqual(fieldsOf('| Field | a | b |\n|---|---|---|\n| x | y | z |'), []);
  });

  it('are not any words before a colon', () => {
    assert.deepEqual(
      fieldsOf('this is so: yes\nA sentence of many more words: no\nhttp://x.y\n12:30\nsee **Bold** words: x'),
      [],
    );
  });
});
