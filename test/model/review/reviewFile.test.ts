import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { newReviewText, recordAnswer, type NewAnswer } from '../../../server/src/model/review/reviewEdit';
import { parseReviewFile, reviewedPathOf, reviewPathOf } from '../../../server/src/model/review/reviewFile';
import type { ReviewEntry } from '../../../server/src/model/review/reviewFile';

const ada: NewAnswer = {
  claim: 'All 12 tests passed',
  section: 'Results',
  answer: 'needs evidence',
  note: 'The report is of May.',
  reviewer: 'Ada Example <ada@example.org>',
  date: '2026-11-21',
  fingerprint: { claim: '0123456789abcdef0123', evidence: 'fedcba9876543210fedc' },
};
const bob: NewAnswer = { ...ada, answer: 'accepted', note: undefined, reviewer: 'Bob <bob@example.org>' };

/** The text after the edits, which are expected to be possible. */
function record(text: string, answer: NewAnswer, old?: ReviewEntry): string {
  const result = recordAnswer(text, parseReviewFile(text), 'HANDOFF.md', answer, old);
  if ('problem' in result) assert.fail(result.problem);
  const lines = text.split('\n');
  const offset = (line: number, character: number) =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  return result.edits.reduce((changed, { range: { start, end }, newText }) => {
    const [from, to] = [offset(start.line, start.character), offset(end.line, end.character)];
    return changed.slice(0, from) + newText + changed.slice(to);
  }, text);
}

const said = ({ claim, section, answer, note, reviewer, date, fingerprint }: NewAnswer) => ({
  claim,
  section,
  answer,
  note,
  reviewer,
  date,
  fingerprint,
});
const read = (text: string) => parseReviewFile(text).entries.map(said);
const firstProblem = (text: string) => parseReviewFile(text).problems[0];

test('the review of a document stands beside it', () => {
  assert.equal(reviewPathOf('docs/HANDOFF.md'), 'docs/HANDOFF.md.review.yaml');
  assert.equal(reviewedPathOf('docs/HANDOFF.md.review.yaml'), 'docs/HANDOFF.md');
  assert.equal(reviewedPathOf('docs/peer.review.yaml'), undefined);
});

test('a first answer makes a file that a person can read', () => {
  const text = newReviewText('HANDOFF.md', ada);
  assert.equal(
    text,
    `# Review of HANDOFF.md, kept by Phase Docs. Notes may be edited.
version: 1
reviews:
  - claim: All 12 tests passed
    section: Results
    answer: needs evidence
    note: The report is of May.
    reviewer: Ada Example <ada@example.org>
    date: 2026-11-21
    fingerprint: { claim: 0123456789abcdef0123, evidence: fedcba9876543210fedc }
`,
  );
  assert.deepEqual(read(text), [ada]);
});

test('an answer of somebody else is added, and what stood there stays as it was', () => {
  const first = newReviewText('HANDOFF.md', ada).replace(
    'The report is of May.',
    "The report is of May.   # isn't it?",
  );
  const both = record(first, bob);
  assert.ok(both.startsWith(first));
  assert.deepEqual(read(both), [ada, said(bob)]);
});

test('an answer that is taken back is replaced, and nothing else', () => {
  const both = record(newReviewText('HANDOFF.md', ada), bob);
  const [old] = parseReviewFile(both).entries;
  const changed = record(both, { ...ada, answer: 'accepted', note: 'Now it is\nof November.\n\n# Not a comment' }, old);
  const [first, second] = parseReviewFile(changed).entries;
  assert.equal(first?.note, 'Now it is\nof November.\n\n# Not a comment');
  assert.equal(second?.reviewer, bob.reviewer);
  assert.ok(changed.endsWith(both.slice(both.indexOf('  - claim', 120))));
  assert.equal(changed.split('- claim').length, 3);
});

test('without a line end at the end, the last answer is replaced too', () => {
  const text = newReviewText('HANDOFF.md', ada).trimEnd();
  const [old] = parseReviewFile(text).entries;
  assert.deepEqual(read(record(text, { ...ada, answer: 'accepted' }, old)), [{ ...ada, answer: 'accepted' }]);
  assert.deepEqual(read(record(text, bob)), [ada, said(bob)]);
});

test('a file without answers, or with comments only, can be written to', () => {
  for (const text of ['', '\n', '# for Ada\n', 'version: 1\nreviews:\n', 'version: 1\nreviews: []\n']) {
    assert.deepEqual(read(record(text, ada)), [ada], JSON.stringify(text));
  }
});

test('the columns of the file are kept', () => {
  const text = newReviewText('HANDOFF.md', ada).replace(/^ {2}/gm, '');
  assert.match(record(text, bob), /^- claim[^]*\n- claim/m);
});

test('whatever is in a note comes back', () => {
  const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(words, words, (note, claim) => {
      const answer = { ...ada, note: `a${note}z`, claim: `a${claim}z` };
      const text = record(record(newReviewText('A.md', bob), answer), bob);
      const [, entry, last] = parseReviewFile(text).entries;
      assert.equal(entry?.note, answer.note);
      assert.equal(entry.claim, answer.claim);
      assert.equal(last?.reviewer, bob.reviewer);
    }),
  );
});

test('mistakes are told at their place, and the rest counts', () => {
  const good = newReviewText('HANDOFF.md', ada);
  const problem = firstProblem(good.replace('needs evidence', 'fine'));
  assert.match(problem?.message ?? '', /An answer is one of: accepted, needs evidence, question/);
  assert.equal(problem?.range.start.line, 5);
  const both = record(good, bob).replace('needs evidence', 'fine');
  assert.deepEqual(read(both), [said(bob)]);
  assert.match(firstProblem(good.replace('note:', 'remark:'))?.message ?? '', /Unknown key `remark`/);
  assert.match(firstProblem(good.replace(/fingerprint: .*/, 'date2: x'))?.message ?? '', /Unknown key/);
  assert.match(firstProblem(good.replace('0123456789abcdef0123', '"not hex"'))?.message ?? '', /fingerprint/);
  assert.match(firstProblem(good.replace('version: 1', 'version: 2'))?.message ?? '', /not in version 1/);
  assert.match(firstProblem('- 1\n')?.message ?? '', /a map with `version`/);
  assert.match(firstProblem(`<<<<<<< ours\n${good}`)?.message ?? '', /no valid YAML/);
  assert.match(firstProblem(`version: 1\nreviews: ${'['.repeat(5000)}`)?.message ?? '', /nested too deep/);
});

test('nothing is written into a file with mistakes', () => {
  const broken = newReviewText('HANDOFF.md', ada).replace('needs evidence', 'fine');
  const result = recordAnswer(broken, parseReviewFile(broken), 'HANDOFF.md', bob, undefined);
  assert.match('problem' in result ? result.problem : '', /mistake in line 6/);
  const flow =
    'version: 1\nreviews: [{ claim: x, answer: accepted, fingerprint: { claim: 01234567, evidence: 01234567 } }]\n';
  assert.equal(parseReviewFile(flow).entries.length, 1);
  assert.ok('problem' in recordAnswer(flow, parseReviewFile(flow), 'HANDOFF.md', bob, undefined));
});

test('any text is survived', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => void parseReviewFile(`version: 1\nreviews:\n${text}`)),
  );
});
