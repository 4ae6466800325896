import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentDiagnosticReport, WorkspaceDiagnosticReport } from 'vscode-languageserver-protocol';
import type { AnswerResult, ClaimsResult, DocumentReview, EvidencePlaces } from '../../server/src/reviewProtocol';
import { connect } from './connect';

const handoff = '/docs/001/TODO001_phase4_handoff.md';
const reviewFile = `${handoff}.review.yaml`;
const project = {
  [handoff]: '# Phase 4 Handoff\n\n## Results\n\n- All 12 tests passed: `../run.xml`\n',
  '/docs/run.xml': '<testsuite name="run" tests="12" failures="0" errors="0" skipped="0"></testsuite>',
};

test('a client reviews a claim: list, evidence, answer, and the review as it is then', async () => {
  const client = await connect(project);
  const { connection } = client;
  const uri = client.uri(handoff);
  const { documents } = await connection.sendRequest<ClaimsResult>('phaseDocs/claims', { known: {} });
  const claimId = documents[0]?.content?.claims[0]?.id ?? '';
  const places = await connection.sendRequest<EvidencePlaces>('phaseDocs/evidencePlaces', { uri, claimId });
  assert.deepEqual(
    [places.places[0]?.uri, places.measured?.uri],
    [client.uri('/docs/run.xml'), client.uri('/docs/run.xml')],
  );

  const params = { uri, claimId, answer: 'accepted', note: 'Seen.', date: '2026-11-21', text: null };
  const answer = await connection.sendRequest<AnswerResult>('phaseDocs/answer', params);
  assert.equal(answer.uri, client.uri(reviewFile));
  const changed = client.next('phaseDocs/projectChanged');
  client.files.set(reviewFile, answer.created ?? '');
  await connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: answer.uri, type: 1 }] });
  await changed;
  const review = await connection.sendRequest<DocumentReview>('phaseDocs/review', { uri, authors: true });
  assert.deepEqual(
    review.claims.map(({ review: { state, answers } }) => [state, answers[0]?.note]),
    [['accepted', 'Seen.']],
  );
  assert.match(await connection.sendRequest('phaseDocs/reviewMarkdown', {}), /✅ accepted: Seen\./);
  const problem = await connection.sendRequest<{ problem?: string }>('phaseDocs/changedClaims', { since: 'main' });
  assert.match(problem.problem ?? '', /not known here/);
  assert.deepEqual(client.errors, []);
  await client.close();
});

test('a review with mistakes has them as diagnostics, open or not', async () => {
  const client = await connect({ ...project, [reviewFile]: 'version: 1\nreviews:\n  - claim: x\n' });
  const { connection } = client;
  const workspace = await connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
    previousResultIds: [],
  });
  const report = workspace.items.find((item) => item.uri === client.uri(reviewFile));
  assert.deepEqual(report?.kind === 'full' ? report.items.map(({ code }) => code) : [], ['review']);
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: client.uri(reviewFile), languageId: 'yaml', version: 1, text: 'version: 1\nreviews: 7\n' },
  });
  const pulled = await connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument: { uri: client.uri(reviewFile) },
  });
  assert.match(JSON.stringify(pulled), /`reviews` is a list/);
  await client.close();
});
