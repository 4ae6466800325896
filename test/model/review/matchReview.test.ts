import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchReview, stateOfReview, type ReviewableClaim } from '../../../server/src/model/review/matchReview';
import type { ReviewEntry } from '../../../server/src/model/review/reviewFile';

const entry = (claim: string, fingerprint: string, rest: Partial<ReviewEntry> = {}): ReviewEntry => ({
  claim,
  section: 'Results',
  answer: 'accepted',
  note: undefined,
  reviewer: 'Ada',
  date: undefined,
  fingerprint: { claim: fingerprint, evidence: 'e' },
  lines: { from: 0, to: 1 },
  ...rest,
});
const claim = (text: string, fingerprint: string, evidence = 'e', section = 'Results'): ReviewableClaim => ({
  claim: text,
  section,
  fingerprint: { claim: fingerprint, evidence },
});

const states = (claims: readonly ReviewableClaim[], entries: readonly ReviewEntry[]) =>
  matchReview(claims, entries).answers.map(stateOfReview);

test('an answer counts as long as claim and evidence are the same', () => {
  assert.deepEqual(states([claim('All tests passed', 'a')], [entry('All tests passed', 'a')]), ['accepted']);
  assert.deepEqual(states([claim('All tests passed', 'a')], []), ['not reviewed']);
});

test('a change of the evidence reopens it', () => {
  assert.deepEqual(states([claim('All tests passed', 'a', 'other')], [entry('All tests passed', 'a')]), ['reopened']);
});

test('a change of the claim reopens it, also where it moved to another section', () => {
  const claims = [claim('The import is done', 'x'), claim('All 14 tests passed', 'b')];
  assert.deepEqual(states(claims, [entry('All 12 tests passed', 'a')]), ['not reviewed', 'reopened']);
  assert.deepEqual(states([claim('All 14 tests passed', 'b', 'e', 'Tests')], [entry('All 12 tests passed', 'a')]), [
    'reopened',
  ]);
});

test('an answer to a claim that is gone is kept apart', () => {
  const { answers, lost } = matchReview([claim('Latency fell below 20 ms', 'x')], [entry('All 12 tests passed', 'a')]);
  assert.deepEqual([answers[0]?.length, lost.length], [0, 1]);
});

test('an answer about one thing does not go to another of which the same is said', () => {
  const { lost } = matchReview([claim('Import: 100% success rate', 'x')], [entry('Export: 100% success rate', 'a')]);
  assert.equal(lost.length, 1);
  assert.deepEqual(states([claim('Import rate: 98% success', 'x')], [entry('Import: 100% success rate', 'a')]), [
    'reopened',
  ]);
});

test('the same words twice: by section, then in order', () => {
  const claims = [claim('Complete', 'a'), claim('Complete', 'a', 'e', 'Tests'), claim('Complete', 'a')];
  const entries = [
    entry('Complete', 'a', { section: 'Tests', answer: 'question' }),
    entry('Complete', 'a', { answer: 'needs evidence' }),
    entry('Complete', 'a'),
  ];
  assert.deepEqual(states(claims, entries), ['needs evidence', 'question', 'accepted']);
});

test('a doubt of one reviewer counts more than the agreement of another', () => {
  const claims = [claim('Complete', 'a')];
  assert.deepEqual(
    states(claims, [entry('Complete', 'a'), entry('Complete', 'a', { reviewer: 'Bob', answer: 'question' })]),
    ['question'],
  );
});

test('of each reviewer the last answer counts, also of those whose name nobody knows', () => {
  const claims = [claim('Complete', 'a')];
  const unknown = { reviewer: undefined };
  assert.deepEqual(
    states(claims, [entry('Complete', 'a', { ...unknown, answer: 'question' }), entry('Complete', 'a', unknown)]),
    ['accepted'],
  );
});
