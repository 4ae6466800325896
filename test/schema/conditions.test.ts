import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isBroken, readClause, readConditionText, type ValueReader } from '../../server/src/schema/conditions';

const reader: ValueReader = {
  statusOf: (text) => (/complete/i.test(text) ? 'done' : /progress/i.test(text) ? 'active' : undefined),
  hasPointer: (text) => text.includes('.xml'),
};

function breaks(
  text: string,
  own: Readonly<Record<string, string>>,
  document: Readonly<Record<string, string>> = {},
): boolean {
  const clauses = readConditionText(text);
  assert.ok(clauses, text);
  const place = {
    source: { name: '', uri: undefined },
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
  };
  const lookup = { own: (name: string) => own[name], ofDocument: (name: string) => document[name] };
  return isBroken({ ...clauses, text, place, line: 1 }, lookup, reader);
}

test('clauses', () => {
  assert.deepEqual(readClause('Overall status is not done or in progress'), {
    ofDocument: false,
    name: 'Overall status',
    negated: true,
    values: ['done', 'in progress'],
  });
  assert.equal(readClause('document Status is done')?.ofDocument, true);
  // A column of that name.
  assert.equal(readClause('document is empty')?.ofDocument, false);
  for (const text of ['', 'Status', 'is done', 'Status is', 'Status is not', 'Status is done or'])
    assert.equal(readClause(text), undefined, text);
});

test('what follows must hold where the condition applies', () => {
  const text = 'when Status is done then Evidence is not empty';
  assert.ok(breaks(text, { Status: '✅ Complete', Evidence: '' }));
  assert.ok(breaks(text, { Status: 'Complete', Evidence: ' - ' }));
  assert.ok(breaks(text, { Status: 'Complete' }));
  assert.ok(!breaks(text, { Status: 'Complete', Evidence: 'a.xml' }));
  assert.ok(!breaks(text, { Status: 'In progress', Evidence: '' }));
  assert.ok(!breaks(text, { Evidence: '' }));
});

test('values are words, classes of statuses, numbers or references', () => {
  assert.ok(breaks('when Risk is high or very high then Owner is not empty', { Risk: '🔥 **Very High**', Owner: '' }));
  assert.ok(breaks('when Status is done then Evidence is reference', { Status: 'complete', Evidence: 'trust me' }));
  assert.ok(!breaks('when Status is done then Evidence is reference', { Status: 'complete', Evidence: 'a.xml' }));
  assert.ok(breaks('when Status is not done then Share is number', { Status: 'in progress', Share: 'much' }));
  assert.ok(breaks('when document Status is done then Actual is not empty', { Actual: '' }, { Status: 'Complete' }));
});

test('other words are no condition', () => {
  for (const text of ['', 'when', 'when A is b', 'if A is b then C is d', 'when A then B']) {
    assert.equal(readConditionText(text), undefined, text);
  }
});
