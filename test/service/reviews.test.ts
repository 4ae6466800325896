import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neverCancelled, type Authorship } from '../../server/src/host';
import type { AnswerParams } from '../../server/src/reviewProtocol';
import { openWorkspace, rootUri, type InMemoryWorkspace } from '../support/inMemoryWorkspace';

const path = '/docs/TODO001_phase4_handoff.md';
const reviewPath = `${path}.review.yaml`;
const document = `# Phase 4 Handoff

## Results

- All 12 tests passed: \`../reports/run.xml\`
- All requirements are met

| Deliverable | Status |
| --- | --- |
| Import | ✅ 100% complete |
`;
const report = (tests: number) =>
  `<testsuite name="run" tests="${tests}" failures="0" errors="0" skipped="0"></testsuite>`;
const files = { [path]: document, '/reports/run.xml': report(12) };
const ada = 'Ada Example <ada@example.org>';
const authorship: Authorship = {
  textsSince: (_root, ref, paths) =>
    Promise.resolve(
      ref === 'main'
        ? new Map(
            paths
              .filter((each) => !each.includes('notes'))
              .map((each) => [each, document.replace(/^- All req.*\n/m, '')]),
          )
        : undefined,
    ),
  authoredLines: () => Promise.resolve(document.split('\n').map((text) => ({ text, author: ada }))),
  user: () => Promise.resolve(ada),
};

async function review(workspace: InMemoryWorkspace, authors = false) {
  const found = await workspace.service.reviews.document({ uri: workspace.uri(path), authors });
  assert.deepEqual(workspace.errors, []);
  assert.ok(found);
  return found;
}

/** As a client does it. */
async function answer(workspace: InMemoryWorkspace, label: string, rest: Partial<AnswerParams> = {}): Promise<void> {
  const { claims } = await review(workspace);
  const claimId = claims.find((claim) => claim.label.includes(label))?.id ?? '';
  const text = workspace.files.get(reviewPath) ?? null;
  const { service } = workspace;
  const params = {
    uri: workspace.uri(path),
    claimId,
    answer: 'accepted',
    note: undefined,
    date: '2026-11-21',
    text,
  } as const;
  const result = await service.reviews.answer({ ...params, ...rest });
  assert.equal(result.problem, undefined);
  assert.equal(result.uri, workspace.uri(reviewPath));
  if (result.created !== undefined) workspace.files.set(reviewPath, result.created);
  else {
    const lines = (text ?? '').split('\n');
    for (const { range, newText } of result.edits) {
      assert.equal(range.start.character + range.end.character, 0);
      lines.splice(range.start.line, range.end.line - range.start.line, ...newText.replace(/\n$/, '').split('\n'));
    }
    workspace.files.set(reviewPath, lines.join('\n'));
  }
  await changed(workspace, reviewPath, text === null ? 'created' : 'changed');
}

const changed = (workspace: InMemoryWorkspace, file: string, type: 'created' | 'changed' | 'deleted') =>
  workspace.service.filesChanged([{ uri: workspace.uri(file), type }], neverCancelled);

const states = async (workspace: InMemoryWorkspace) =>
  (await review(workspace)).claims.map(({ label, review: { state } }) => `${label}: ${state}`);

test('claims have names that say enough, and are not reviewed at first', async () => {
  const workspace = await openWorkspace(files);
  assert.deepEqual(await states(workspace), [
    'All 12 tests passed: ../reports/run.xml: not reviewed',
    'All requirements are met: not reviewed',
    'Import: ✅ 100% complete: not reviewed',
  ]);
});

test('answers are kept, one for each claim and reviewer', async () => {
  const workspace = await openWorkspace(files, undefined, undefined, authorship);
  await answer(workspace, 'requirements', { answer: 'question', note: 'Which ones?' });
  await answer(workspace, 'Import');
  await answer(workspace, 'requirements', { answer: 'needs evidence' });
  const { claims, reviewer } = await review(workspace, true);
  assert.equal(reviewer, ada);
  assert.deepEqual(
    claims.map(({ review: { state, answers } }) => [state, answers.length, answers[0]?.reviewer]),
    [
      ['not reviewed', 0, undefined],
      ['needs evidence', 1, ada],
      ['accepted', 1, ada],
    ],
  );
});

test('what is claimed twice in a section is answered twice', async () => {
  const line = '- All requirements are met\n';
  const workspace = await openWorkspace(
    { ...files, [path]: document.replace(line, line + line) },
    undefined,
    undefined,
    authorship,
  );
  const { service } = workspace;
  const ids = async () => (await review(workspace)).claims.map(({ id }) => id);
  const [, first = '', second = ''] = await ids();
  await answer(workspace, '', { claimId: first, answer: 'question' });
  await answer(workspace, '', { claimId: second, answer: 'question' });
  await answer(workspace, '', { claimId: second });
  const { claims } = await review(workspace);
  assert.deepEqual(
    claims.slice(1, 3).map((claim) => claim.review.state),
    ['question', 'accepted'],
  );
  assert.equal(service.reviews.problems().length, 0);
});

test('without a name nobody can tell whose answer it is: none is replaced, the last one counts', async () => {
  const workspace = await openWorkspace(files);
  await answer(workspace, 'requirements', { answer: 'question' });
  await answer(workspace, 'requirements');
  const [, claim] = (await review(workspace)).claims;
  assert.equal(claim?.review.state, 'accepted');
  assert.deepEqual(
    claim.review.answers.map(({ answer: given, superseded }) => [given, superseded]),
    [
      ['question', true],
      ['accepted', false],
    ],
  );
});

test('an accepted claim is reopened when its report changes, also if it still holds', async () => {
  const workspace = await openWorkspace(files, undefined, undefined, authorship);
  await answer(workspace, 'All 12');
  assert.equal((await states(workspace))[0], 'All 12 tests passed: ../reports/run.xml: accepted');
  workspace.files.set('/reports/run.xml', `${report(12)}\n<!-- run again -->`);
  await changed(workspace, '/reports/run.xml', 'changed');
  const [claim] = (await review(workspace)).claims;
  assert.equal(claim?.verdict, 'supported');
  assert.equal(claim.review.state, 'reopened');
  assert.equal(claim.review.answers[0]?.changed, 'evidence');
});

test('an accepted claim is reopened when it says something else, and lost when it goes', async () => {
  const workspace = await openWorkspace(files, undefined, undefined, authorship);
  await answer(workspace, 'requirements');
  const { service } = workspace;
  service.openDocument(workspace.uri(path), document.replace('requirements are', 'requirements of the PRD are'));
  assert.equal((await states(workspace))[1], 'All requirements of the PRD are met: reopened');
  service.changeDocument(workspace.uri(path), [{ text: document.replace(/^- All req.*\n/m, '') }]);
  const { lost, claims } = await review(workspace);
  assert.deepEqual([lost.map((each) => each.claim), claims.length], [['All requirements are met'], 2]);
});

test('an edit elsewhere, markup or alignment reopens nothing', async () => {
  const workspace = await openWorkspace(files, undefined, undefined, authorship);
  await answer(workspace, 'Import');
  const text = document
    .replace('# Phase 4', '# The Phase 4')
    .replace('| Import | ✅ 100% complete |', '| Import   | ✅ **100% complete** |');
  workspace.service.openDocument(workspace.uri(path), `<!-- above -->\n\n${text}`);
  assert.equal((await states(workspace))[2], 'Import: ✅ 100% complete: accepted');
});

test('who wrote a claim is told by version control, also below new lines', async () => {
  const workspace = await openWorkspace(files, undefined, undefined, authorship);
  workspace.service.openDocument(
    workspace.uri(path),
    document.replace('- All req', '- All 7 exporters were migrated\n- All req'),
  );
  const { claims, authors } = await review(workspace, true);
  assert.deepEqual(
    claims.map(({ id }) => authors[id]),
    [ada, undefined, ada, ada],
  );
});

test('mistakes in a review are told at their place, and go when it is put right', async () => {
  const workspace = await openWorkspace({ ...files, [reviewPath]: 'version: 1\nreviews:\n  - claim: x\n' });
  const { reviews } = workspace.service;
  assert.match(reviews.problems(workspace.uri(reviewPath))[0]?.message ?? '', /An answer is one of/);
  assert.equal(reviews.problems(workspace.uri(path)).length, 0);
  workspace.service.openDocument(workspace.uri(reviewPath), 'version: 1\n');
  await reviews.fileChanged(workspace.uri(reviewPath));
  assert.deepEqual(reviews.problems(), []);
});

test('a review without its document is told of, until the document is there', async () => {
  const text = 'version: 1\nreviews: []\n';
  const workspace = await openWorkspace({ [reviewPath]: text });
  const { reviews } = workspace.service;
  assert.match(reviews.problems()[0]?.message ?? '', /no phase document `TODO001_phase4_handoff.md`/);
  workspace.files.set(path, document);
  await changed(workspace, path, 'created');
  assert.deepEqual(reviews.problems(), []);
});

test('the overview sends what is new only', async () => {
  const workspace = await openWorkspace(
    { ...files, '/docs/TODO001_phase4_notes.md': '# Phase 4 Notes\n\nAll 7 exporters were migrated.\n' },
    undefined,
    undefined,
    authorship,
  );
  const { reviews } = workspace.service;
  const ask = async (known: Record<string, string>) => (await reviews.overview({ known }, neverCancelled)).documents;
  const first = await ask({});
  assert.deepEqual(
    first.map(({ content }) => content?.claims.length),
    [3, 1],
  );
  const known = Object.fromEntries(first.map(({ uri, version }) => [uri, version]));
  assert.deepEqual(
    (await ask(known)).map(({ content }) => content),
    [undefined, undefined],
  );
  await answer(workspace, 'Import');
  assert.deepEqual(
    (await ask(known)).map(({ content }) => content?.phase),
    ['phase 4', undefined],
  );
});

test('evidence is opened where it stands', async () => {
  const notes = '# Notes\n\nintro\n\n## Runs\n\nok\n';
  const claims = '# Phase 4 Handoff\n\n- All 12 tests passed: [runs](notes.md#runs), `notes.md:3`\n';
  const workspace = await openWorkspace({ [path]: claims, '/docs/notes.md': notes });
  const [claim] = (await review(workspace)).claims;
  const found = await workspace.service.reviews.evidence({ uri: workspace.uri(path), claimId: claim?.id ?? '' });
  assert.deepEqual(
    found?.places.map(({ uri, line }) => [uri, line]),
    [
      [`${rootUri}/docs/notes.md`, 4],
      [`${rootUri}/docs/notes.md`, 2],
    ],
  );
});

test('only the lines that are pointed to count as evidence', async () => {
  const claims =
    '# Phase 4 Handoff\n\n- All 12 tests passed: `notes.md:3`\n- All 9 imports passed: [runs](notes.md#runs)\n';
  const notes = '# Notes\n\nintro\n\n## Runs\n\nok\n';
  const workspace = await openWorkspace({ [path]: claims, '/docs/notes.md': notes }, undefined, undefined, authorship);
  await answer(workspace, 'All 12');
  await answer(workspace, 'All 9');
  workspace.files.set('/docs/notes.md', notes.replace('ok', 'not ok'));
  await changed(workspace, '/docs/notes.md', 'changed');
  assert.deepEqual(
    (await states(workspace)).map((state) => state.split(': ').at(-1)),
    ['accepted', 'reopened'],
  );
});

test('claims on lines that are new since a branch', async () => {
  const workspace = await openWorkspace(
    { ...files, '/docs/TODO001_phase4_notes.md': '# Phase 4 Notes\n\nAll 7 exporters were migrated.\n' },
    undefined,
    undefined,
    authorship,
  );
  const { reviews } = workspace.service;
  const { claims, problem } = await reviews.changedClaims('main');
  assert.equal(problem, undefined);
  const of = async (uri: string) => {
    const found = await reviews.document({ uri, authors: false });
    return found?.claims.filter(({ id }) => claims[uri]?.includes(id)).map(({ label }) => label);
  };
  assert.deepEqual(await of(workspace.uri(path)), ['All requirements are met']);
  assert.deepEqual(await of(workspace.uri('/docs/TODO001_phase4_notes.md')), ['All 7 exporters were migrated.']);
  assert.match((await reviews.changedClaims('nonsense')).problem ?? '', /no branch or commit `nonsense`/);
});

test('without version control nobody can tell what is new', async () => {
  const workspace = await openWorkspace(files);
  assert.match((await workspace.service.reviews.changedClaims('main')).problem ?? '', /not known here/);
});

test('goes to the next claim of a verdict, over all documents and around', async () => {
  const workspace = await openWorkspace({
    ...files,
    '/docs/TODO001_phase4_notes.md': '# Phase 4 Notes\n\nAll 7 exporters were migrated.\n',
  });
  const next = async (line: number, direction: 'next' | 'previous' = 'next') => {
    const params = {
      uri: workspace.uri(path),
      position: { line, character: 0 },
      direction,
      verdict: 'unsupported',
    } as const;
    const found = await workspace.service.nextFinding(params, neverCancelled);
    return (
      found &&
      `${found.location.uri.split('_').at(-1)}:${found.location.range.start.line} ${found.index}/${found.total}`
    );
  };
  assert.equal(await next(0), 'handoff.md:5 1/3');
  assert.equal(await next(10), 'notes.md:2 3/3');
  assert.equal(await next(0, 'previous'), 'notes.md:2 3/3');
  const supported = { direction: 'next', verdict: 'supported' } as const;
  assert.equal((await workspace.service.nextFinding(supported, neverCancelled))?.total, 1);
});

test('as Markdown it says what is open first, and nothing in it breaks out of its cell', async () => {
  const claims =
    '# Phase 4 Handoff\n\n- All requirements are met | see @ada <b>*now*</b>\n- All 12 tests passed: `../reports/run.xml`\n';
  const workspace = await openWorkspace({ ...files, [path]: claims }, undefined, undefined, authorship);
  await answer(workspace, 'requirements', { answer: 'question', note: 'Which\nrun | when?' });
  const markdown = await workspace.service.reviews.markdown({ uris: undefined, claims: undefined });
  const [row = ''] = markdown.split('\n').filter((line) => line.startsWith('| 3 '));
  assert.equal(row.split(/(?<!\\)\|/).length, 7, row);
  assert.match(row, /❓ question by Ada Example: Which run \\\| when\?/);
  assert.doesNotMatch(markdown, /@ada|ada@|<b>/);
  assert.ok(markdown.indexOf('| 3 |') < markdown.indexOf('<details>'));
});
