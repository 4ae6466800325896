import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ValueReader } from '../../server/src/schema/conditions';
import type { ValueSchema } from '../../server/src/schema/schema';
import { isDate, mistakeInValue } from '../../server/src/schema/valueTypes';

const reader: ValueReader = {
  statusOf: (text) => (text === 'done' ? 'done' : undefined),
  hasPointer: (text) => text.includes('/'),
};

function mistake(text: string, type: ValueSchema['type'], more: Partial<ValueSchema> = {}): string | undefined {
  return mistakeInValue(text, { type, values: [], minimum: undefined, maximum: undefined, ...more }, reader);
}

test('dates as people write them', () => {
  for (const text of [
    '2024-02-29',
    '2025/8/1',
    '2025-08-21T10:00:00Z',
    'August 21, 2025',
    'Aug. 3rd, 2025',
    '21 August 2025',
    'August 2025',
    '21.08.2025',
    '8/21/2025',
    'Week 12',
    'Q3 2025',
    '2025',
  ])
    assert.ok(isDate(text), text);
  for (const text of ['2023-02-29', '2025-13-01', '2025-00-10', '31 June 2025', '45.13.2025', 'soon', 'March', '12:30'])
    assert.ok(!isDate(text), text);
});

test('numbers, shares and their bounds', () => {
  assert.equal(mistake('91.5%', 'percentage'), undefined);
  assert.equal(mistake('95', 'percentage'), undefined);
  assert.equal(mistake('about 95 % of all', 'percentage'), undefined);
  assert.equal(mistake('130%', 'percentage'), 'a percentage from 0% to 100%');
  assert.equal(mistake('130%', 'percentage', { maximum: 200 }), undefined);
  assert.equal(mistake('many', 'percentage'), 'a percentage from 0% to 100%');
  assert.equal(mistake('1,200 records', 'number', { minimum: 1000 }), undefined);
  assert.equal(mistake('7', 'number', { minimum: 8 }), 'a number of at least 8');
  assert.equal(mistake('7', 'number', { minimum: 8, maximum: 9 }), 'a number from 8 to 9');
});

test('words', () => {
  const choice = { values: ['In progress', 'Done'] };
  assert.equal(mistake('✅ DONE', 'enumeration', choice), undefined);
  assert.equal(mistake('in-progress', 'enumeration', choice), undefined);
  assert.equal(mistake('nearly done', 'enumeration', choice), 'one of In progress, Done');
  assert.equal(mistake('yes', 'boolean'), undefined);
  assert.equal(mistake('perhaps', 'boolean'), 'true or false');
  assert.equal(mistake('mauve', 'status', choice), 'a status such as In progress, Done');
  assert.equal(mistake('out/report', 'reference'), undefined);
});

test('what is empty or open is of no wrong type', () => {
  for (const text of ['', ' ', '-', 'TBD', '[TBD]', '{date}', '…', 'YYYY-MM-DD', '<date>', '____'])
    assert.equal(mistake(text, 'date'), undefined, text);
});

test('any text is read in no time, and without throwing', () => {
  const types: readonly ValueSchema['type'][] = [
    'text',
    'date',
    'percentage',
    'number',
    'boolean',
    'enumeration',
    'status',
  ];
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), fc.constantFrom(...types), (text, type) => {
      mistake(text, type);
    }),
  );
  for (const sign of ['9', ' ', 'a ', '[', '1.', '1,1']) for (const type of types) mistake(sign.repeat(200_000), type);
});
