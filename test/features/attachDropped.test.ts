import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../server/src/features/applyEdits';
import type { AttachEvidenceParams } from '../../server/src/protocol';
import { openWorkspace } from '../support/inMemoryWorkspace';

const handoff = '/docs/001/TODO001_phase4_handoff.md';
const text =
  '# Phase 4 Handoff\n\n## Import: COMPLETE ✅\n\n- All 12 tests passed\n\nWords only.\n\n' +
  '| Test | Result |\n| --- | --- |\n| Import | ✅ PASS |\n';
const files = {
  [handoff]: text,
  '/docs/001/reports/junit.xml': '<testsuite name="a" tests="12" failures="0"></testsuite>',
  '/docs/001/reports/a log.txt': 'passed',
};

/** The line after what is given was dropped on it; undefined if nothing comes of it. */
async function drop(line: number, dropped: Partial<AttachEvidenceParams>): Promise<string | undefined> {
  const workspace = await openWorkspace(files);
  const { service, errors } = workspace;
  const uri = workspace.uri(handoff);
  const params = { uri, position: { line, character: 0 }, files: [], ...dropped };
  const edit = await service.attachEvidence(params);
  assert.deepEqual(errors, []);
  const edits = edit?.changes?.[uri];
  return (
    edits &&
    applyEdits(text, edits)
      .split('\n')
      .slice(line, line + (line === 2 ? 3 : 1))
      .join('\n')
  );
}

const report = 'file:///w/docs/001/reports/junit.xml';

test('files become evidence of the claim', async () => {
  assert.equal(await drop(4, { files: [report] }), '- All 12 tests passed (evidence: [junit.xml](reports/junit.xml))');
  assert.equal(
    await drop(4, { files: [report, 'file:///w/docs/001/reports/a%20log.txt'] }),
    '- All 12 tests passed (evidence: [junit.xml](reports/junit.xml), [a log.txt](reports/a%20log.txt))',
  );
  assert.equal(await drop(10, { files: [report] }), '| Import | ✅ PASS (evidence: [junit.xml](reports/junit.xml)) |');
  assert.equal(
    await drop(2, { files: [report] }),
    '## Import: COMPLETE ✅\n\n**Evidence**: [junit.xml](reports/junit.xml)',
  );
});

test('so do paths and commits', async () => {
  const linked = '- All 12 tests passed (evidence: [junit.xml](reports/junit.xml))';
  assert.equal(await drop(4, { text: 'reports/junit.xml\n' }), linked);
  assert.equal(await drop(4, { text: './reports/junit.xml' }), linked);
  assert.equal(await drop(4, { text: 'docs/001/reports/junit.xml' }), linked);
  assert.equal(await drop(4, { text: 'reports/junit.xml:3' }), linked.replace('.xml)', '.xml#L3)'));
  assert.equal(await drop(4, { text: '3f2a1bc9' }), '- All 12 tests passed (evidence: commit `3f2a1bc9`)');
});

test('nothing else does', async () => {
  assert.equal(await drop(6, { files: [report] }), undefined, 'no claim');
  assert.equal(await drop(4, { files: ['file:///elsewhere/junit.xml'] }), undefined, 'outside');
  assert.equal(await drop(4, { files: [`file:///w${handoff}`] }), undefined, 'itself');
  assert.equal(await drop(4, { files: [report, 'file:///w/gone.xml'] }), undefined, 'one is not there');
  for (const words of ['', 'word', 'see reports/junit.xml', 'reports/gone.xml', '../../../x.xml', '`', '12345678'])
    assert.equal(await drop(4, { text: words }), undefined, words);
});
