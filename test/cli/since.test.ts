import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { newReviewText } from '../../server/src/model/review/reviewEdit';
import { matchGolden, runCli, writeFiles } from './support/runCli';

const handoff = 'docs/TODO002_phase1_handoff.md';
const before = `# Phase 1 Handoff

## Results

- All 12 tests passed
`;
const after = `${before}- All 7 exporters were migrated
`;

/** A repository whose branch has added one claim to a document. */
function repository(context: TestContext): string {
  const cwd = writeFiles(context, { '.phase-docs.yaml': 'rules: { missing-section: off }\n', [handoff]: before });
  const run = (...args: string[]) => execFileSync('git', args, { cwd });
  run('init', '-q', '-b', 'main');
  run('config', 'user.name', 'Test');
  run('config', 'user.email', 'test@example.org');
  run('config', 'commit.gpgsign', 'false');
  run('add', '-A');
  run('commit', '-q', '-m', 'start');
  run('checkout', '-q', '-b', 'work');
  writeFileSync(join(cwd, handoff), after);
  return cwd;
}

test('claims --since lists claims on new lines only', async (context) => {
  const cwd = repository(context);
  const { code, stdout } = await runCli('claims --since main', { cwd });
  assert.equal(code, 0);
  assert.match(stdout, /All 7 exporters/);
  assert.doesNotMatch(stdout, /All 12/);
  writeFileSync(join(cwd, handoff), before);
  assert.match((await runCli('claims --since main', { cwd })).stdout, /^No strong claims/);
});

test('check --since reports a finding if one of the claims that it speaks of is new', async (context) => {
  const cwd = repository(context);
  const { code, stdout } = await runCli('check --since main', { cwd });
  assert.equal(code, 1);
  assert.match(stdout, /unsupported-claim/);
  writeFileSync(join(cwd, handoff), before);
  assert.equal((await runCli('check --since main', { cwd })).code, 0);
  assert.equal((await runCli('check', { cwd })).code, 1);
});

test('a ref that git does not know, and a folder without git, are mistakes', async (context) => {
  const cwd = repository(context);
  for (const line of ['check --since nonsense', 'claims --since nonsense']) {
    const { code, stderr } = await runCli(line, { cwd });
    assert.equal(code, 2);
    assert.match(stderr, /`--since nonsense` is not possible/);
  }
  const elsewhere = writeFiles(context, { '.phase-docs.yaml': '', [handoff]: before });
  assert.equal((await runCli('claims --since main', { cwd: elsewhere })).code, 2);
});

const fingerprint = { claim: '0123456789abcdef', evidence: '0123456789abcdef' };
const answer = {
  claim: 'All 12 tests passed',
  section: 'Results',
  answer: 'question',
  note: 'Which run?',
  reviewer: 'Ada Example <ada@example.org>',
  date: '2026-11-21',
  fingerprint,
} as const;

test('claims --format markdown has the answers of reviewers', async (context) => {
  const review = newReviewText('TODO002_phase1_handoff.md', answer);
  const cwd = writeFiles(context, { '.phase-docs.yaml': '', [handoff]: after, [`${handoff}.review.yaml`]: review });
  const { code, stdout, stderr } = await runCli('claims --format markdown', { cwd });
  assert.deepEqual([code, stderr], [0, '']);
  assert.match(stdout, /❓ question by Ada Example: Which run\? \(reopened: the claim has changed\)/);
  const json = JSON.parse((await runCli('claims --format json', { cwd })).stdout) as {
    documents: { claims: { review?: { state: string } }[] }[];
  };
  assert.deepEqual(
    json.documents.flatMap(({ claims }) => claims.map(({ review: given }) => given?.state)),
    ['reopened', undefined],
  );
});

test('the claims of the example project as Markdown', async (context) => {
  // A copy that no version control knows: when its files were committed is nobody's business here.
  const cwd = writeFiles(context, {});
  cpSync('examples/harbor', cwd, { recursive: true });
  const { stdout } = await runCli('claims --format markdown', { cwd });
  matchGolden('harbor/claims.md', stdout);
});

test('a review with mistakes is told of, and the run has failed', async (context) => {
  const cwd = writeFiles(context, {
    '.phase-docs.yaml': '',
    [handoff]: after,
    [`${handoff}.review.yaml`]: 'version: 1\nreviews: x\n',
  });
  for (const command of ['claims', 'check']) {
    const { code, stderr } = await runCli(command, { cwd });
    assert.equal(code, 2);
    assert.match(stderr, /handoff\.md\.review\.yaml:2:10 {2}`reviews` is a list/);
  }
});
