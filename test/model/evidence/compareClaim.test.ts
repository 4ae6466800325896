/** The truth table: what a claim says against what an artifact measures, in both directions. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readArtifact } from '../../../server/src/model/evidence/artifacts/readArtifact';
import { compareClaim } from '../../../server/src/model/evidence/compareClaim';
import type { Comparison } from '../../../server/src/model/evidence/comparison';
import { artifacts, json, truthTable } from './truthTable';
import type { Artifact, Name } from './truthTable';
import { assertLinear, countWork } from '../../support/countWork';

const compare = (claim: string, ...names: readonly Name[]): Comparison =>
  compareClaim(
    claim,
    names.map((name) => {
      const [path, text, fragment]: Artifact = artifacts[name];
      return readArtifact(path, text, fragment === undefined ? {} : { fragment });
    }),
  );

const statusOf = { '+': 'agrees', '-': 'contradicts', '?': 'not-comparable' } as const;

describe('claims against artifacts', () => {
  for (const [name, sign, claim] of truthTable) {
    test(`${name} ${sign} ${claim}`, () => {
      const comparison = compare(claim, name);
      assert.equal(comparison.status, statusOf[sign], JSON.stringify(comparison));
    });
  }
});

test('tells both values, and where the artifact says so', () => {
  assert.deepEqual(compare('All 40 tests pass', 'red'), {
    status: 'contradicts',
    claimed: '40 tests pass',
    measured: '38 of 40 passed, 2 failed',
    replacement: '38 tests pass',
    where: { path: 'junit.xml' },
  });
  assert.deepEqual(compare('All tests pass', 'skipped').measured, '40 of 42 passed, 2 skipped');
  assert.deepEqual(compare('All tests pass', 'tap').where, { path: 'out.tap', line: 3, scope: 'lowers' });
  assert.deepEqual(compare('95% line coverage', 'linesPct'), {
    status: 'contradicts',
    claimed: '95%',
    measured: '91.66 % of lines',
    replacement: '91.67%',
    where: { path: 'coverage-summary.json', line: 0, scope: '/total/lines/pct' },
  });
  assert.equal(compare('Tests complete in under 3 minutes', 'green').measured, '3 min 32 s');
  assert.equal(compare('Success rate 99%', 'rate').measured, '97 %');
});

describe('several artifacts', () => {
  const rows: readonly (readonly [string, '+' | '-' | '?', ...Name[]])[] = [
    ['All tests pass', '+', 'green', 'jest'],
    ['All tests pass', '-', 'green', 'jestRed'],
    ['97/97 tests passing', '+', 'green', 'jest'],
    ['40/40 tests passing', '+', 'green', 'jestRed'],
    ['99/99 tests passing', '-', 'green', 'jest'],
    ['All tests pass with 92% line coverage', '+', 'green', 'coverage'],
    ['All tests pass with 95% line coverage', '-', 'green', 'coverage'],
    ['All tests pass with 92% line coverage', '-', 'red', 'coverage'],
    ['Coverage: 85%', '+', 'coverage', 'lcov'],
    ['All tests pass', '+', 'green', 'empty'],
  ];
  for (const [claim, sign, ...names] of rows) {
    test(`${names.join(', ')} ${sign} ${claim}`, () => {
      assert.equal(compare(claim, ...names).status, statusOf[sign]);
    });
  }
});

test('a rounded percentage is met by what rounds to it', () => {
  const rateOf = (claim: string, value: number) =>
    compareClaim(claim, [readArtifact('a.json', json({ pct: value }), { fragment: '/pct' })]).status;
  for (const [claim, value, status] of [
    ['Accuracy: 92%', 91.5, 'agrees'],
    ['Accuracy: 92%', 92.49, 'agrees'],
    // Cut instead of rounded: nobody is told too much.
    ['Accuracy: 92%', 92.51, 'not-comparable'],
    ['Accuracy: 92%', 93.01, 'contradicts'],
    ['Accuracy: 92%', 91.49, 'contradicts'],
    ['Accuracy: 99.9%', 99.85, 'agrees'],
    ['Accuracy: 99.9%', 99.949, 'agrees'],
    ['Accuracy: 99.9%', 99.84, 'contradicts'],
    ['Accuracy: 99.9%', 99.951, 'not-comparable'],
    ['Accuracy: 91.66%', 91.6667, 'agrees'],
    ['Accuracy: 91.66%', 91.671, 'contradicts'],
    ['Accuracy: 100%', 99.6, 'contradicts'],
    ['Accuracy: 0%', 0.4, 'contradicts'],
    ['Accuracy: >98%', 98, 'not-comparable'],
    ['Accuracy: ≥98%', 98, 'agrees'],
    ['Accuracy: >98%', 97.9, 'contradicts'],
    ['Accuracy: up to 90%', 91, 'contradicts'],
  ] as const) {
    assert.equal(rateOf(claim, value), status, `${claim} against ${value}`);
  }
});

test('throws nothing, whatever the claim', () => {
  const bits = [
    '100%',
    '40/40',
    '<',
    '>',
    '~',
    'tests',
    'all',
    'pass',
    'no',
    'failures',
    ':',
    '|',
    '(',
    ')',
    ',',
    '.',
    'coverage',
    '3.5',
    'min',
    '1h',
    'of',
    '`a.xml`',
    '[x](y)',
    '**',
    '✅',
    '-',
    '92,5%',
    '1/0',
  ];
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(fc.constantFrom(...bits), { maxLength: 15 }).map((words) => words.join(' ')),
      ),
      fc.constantFrom(...(Object.keys(artifacts) as Name[])),
      (claim, name) => void compare(claim, name),
    ),
    { numRuns: 5000 },
  );
  for (const bit of ['(', '100% (', 'all tests pass, ', '<a ', '](', '`', 'from ', '1', '1,', '- ']) {
    assertLinear(1000, (length) => countWork(() => void compare(bit.repeat(length), 'red')), bit);
  }
});
