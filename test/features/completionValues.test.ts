import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompletionItem } from 'vscode-languageserver-types';
import { openWorkspace } from '../support/inMemoryWorkspace';
import { parseMarkedFiles } from '../support/markers';

const handoff = '/docs/001/TODO001_phase4_handoff.md';
const others = {
  '/docs/001/TODO001_phase3_handoff.md':
    '# Phase 3 Handoff\n\n**Owner**: Ines Okafor, Bela Storm\n\n## Decisions\n\n### AD-001: Queue per berth\n\nWords.\n\n' +
    '### AD-002 – Refuse double bookings\n\nWords.\n',
  '/docs/001/TODO001_phase4_prompt.md':
    '# Phase 4 Prompt\n\n**Owner**: [name]\n**Reviewer**: Bela Storm\n\n| ID | Requirement | Owner |\n| --- | --- | --- |\n' +
    '| FR-7 | Boats wait in order | Ruth Lindqvist |\n\n- FR-8: Boats are told\n',
  '/other/TODO002_phase1_handoff.md': '# Phase 1 Handoff\n\n**Owner**: Somebody Else\n\n### AD-009: Not ours\n',
  '/docs/001/reports/junit.xml': '<testsuite name="a" tests="12" failures="0" errors="0" skipped="0"></testsuite>',
  '/docs/001/reports/junit-night.xml':
    '<testsuite name="b" tests="40" failures="2" errors="0" skipped="0"></testsuite>',
};

/** The text after each item was chosen, by its label and detail, best first. */
async function complete(
  marked: string,
): Promise<{ readonly labels: readonly string[]; readonly texts: readonly string[] }> {
  const [file] = parseMarkedFiles(marked, handoff);
  assert.ok(file?.cursor);
  const workspace = await openWorkspace({ ...others, [handoff]: file.text });
  const items = await workspace.service.completion(workspace.uri(handoff), file.cursor, '2026-03-05');
  assert.deepEqual(workspace.errors, []);
  const sorted = [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
  return {
    labels: sorted.map(({ label, detail }) => (detail === undefined ? label : `${label}: ${detail}`)),
    texts: sorted.map((item) => apply(item, file.text, file.cursor?.line ?? 0)),
  };
}

/** The line of the cursor after the item was chosen. */
function apply({ textEdit }: CompletionItem, text: string, row: number): string {
  assert.ok(textEdit && 'range' in textEdit);
  const { start, end } = textEdit.range;
  const line = text.split('\n')[row] ?? '';
  return line.slice(0, start.character) + textEdit.newText + line.slice(end.character);
}

test('dates: today, as the document writes dates', async () => {
  const cases: readonly (readonly [dates: string, written: string])[] = [
    ['', '2026-03-05'],
    ['2025/11/30', '2026/03/05'],
    ['2025-1-3', '2026-3-5'],
    ['August 21, 2025 and August 1, 2025', 'March 5, 2026'],
    ['Aug 21, 2025', 'Mar 5, 2026'],
    ['21 August 2025', '5 March 2026'],
    ['21. Aug. 2025', '5. Mar. 2026'],
    ['21.08.2025', '05.03.2026'],
    ['2025-01-01, 2.8.2025 and 3.8.2025', '5.3.2026'],
  ];
  for (const [dates, written] of cases) {
    const { texts } = await complete(`# Phase 4 Handoff\n\n**Completion Date**:$0\n\n${dates}\n`);
    assert.deepEqual(texts, [`**Completion Date**: ${written}`], dates);
  }
});

test('dates: what stands there is replaced, also in cells', async () => {
  const { texts } = await complete('# T\n\n- **Last updated:** 2025-$001-01  \n');
  assert.deepEqual(texts, ['- **Last updated:** 2026-03-05  ']);
  const cell = await complete('# T\n\n| Task | Due date |\n| --- | --- |\n| A | $0 |\n');
  assert.deepEqual(cell.texts, ['| A | 2026-03-05 |']);
});

test('owners: of this document first, then those of the initiative', async () => {
  const { labels, texts } = await complete('# T\n\n**Author**: Kim Ash\n\n**Owner**: $0\n');
  assert.deepEqual(labels, [
    'Kim Ash: TODO001_phase4_handoff.md',
    'Bela Storm: 2 documents',
    'Ines Okafor: TODO001_phase3_handoff.md',
    'Ruth Lindqvist: TODO001_phase4_prompt.md',
  ]);
  assert.equal(texts[1], '**Owner**: Bela Storm');
  const cell = await complete('# T\n\n| Task | Owner |\n| --- | --- |\n| A | Bel$0 |\n');
  assert.equal(
    cell.texts.find((text) => text.includes('Bela')),
    '| A | Bela Storm |',
  );
});

test('evidence: candidates with what they measure, that which agrees first', async () => {
  const { labels, texts } = await complete('# T\n\n## Results\n\n- All 12 tests passed\n\n**Evidence**: $0\n');
  assert.deepEqual(labels, [
    'docs/001/reports/junit.xml: 12 of 12 passed',
    'docs/001/reports/junit-night.xml: says 38 of 40 passed, 2 failed',
  ]);
  assert.equal(texts[0], '**Evidence**: [junit.xml](reports/junit.xml)');
});

test('evidence: in parentheses behind the claim', async () => {
  const open = await complete('# T\n\n## Results\n\n- All 12 tests passed (evidence:$0\n');
  assert.equal(open.texts[0], '- All 12 tests passed (evidence: [junit.xml](reports/junit.xml)');
  const closed = await complete('# T\n\n## Results\n\n- All 12 tests passed (evidence: jun$0k)\n');
  assert.equal(closed.texts[0], '- All 12 tests passed (evidence: [junit.xml](reports/junit.xml))');
});

test('ids of decisions and requirements of the initiative', async () => {
  const { labels, texts } = await complete('# T\n\nAs decided in A$0D-0, see above.\n');
  assert.deepEqual(labels, ['AD-001: Queue per berth', 'AD-002: Refuse double bookings']);
  assert.equal(texts[0], 'As decided in AD-001, see above.');
  assert.deepEqual((await complete('# T\n\n(FR-$0\n')).labels, ['FR-7: Boats wait in order', 'FR-8: Boats are told']);
  assert.deepEqual((await complete('# T\n\nXY$0\n')).labels, []);
});

test('nothing in code, and nothing for other fields', async () => {
  assert.deepEqual((await complete('# T\n\n```\n**Owner**: $0\n```\n')).labels, []);
  assert.deepEqual((await complete('# T\n\n**Colour**: $0\n')).labels, []);
});
