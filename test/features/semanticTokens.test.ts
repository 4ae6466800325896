import assert from 'node:assert/strict';
import { test } from 'node:test';
import { semanticTokensLegend } from '../../server/src/reviewProtocol';
import { openWorkspace } from '../support/inMemoryWorkspace';

const handoff = '/docs/001/TODO001_phase4_handoff.md';
const lines = [
  '# Phase 4 Handoff',
  '',
  '- All 12 tests passed: `reports/junit.xml`',
  '- All 40 tests passed: `reports/junit.xml`',
  '- All requirements are met',
  '',
  'All of the requirements of the harbor office have been met',
  'and all tests passed.',
  '',
];

interface Token {
  readonly line: number;
  readonly text: string;
  readonly verdict: string;
}

/** Reads the numbers as a client does. */
function readTokens(data: readonly number[]): readonly Token[] {
  const tokens: Token[] = [];
  let [line, start] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(at, at + 5);
    start = down === 0 ? start + right : right;
    line += down;
    assert.equal(semanticTokensLegend.tokenTypes[type], 'claim');
    const verdicts = semanticTokensLegend.tokenModifiers.filter((_, bit) => (bits & (1 << bit)) !== 0);
    tokens.push({ line, text: (lines[line] ?? '').slice(start, start + length), verdict: verdicts.join() });
  }
  return tokens;
}

test('claims are tokens with their verdict, one for each line', async () => {
  const workspace = await openWorkspace({
    [handoff]: lines.join('\n'),
    '/docs/001/reports/junit.xml': '<testsuite name="a" tests="12" failures="0" errors="0" skipped="0"></testsuite>',
  });
  const tokensOf = async (range?: [from: number, to: number]) => {
    const [from, to] = (range ?? [0, 0]).map((line) => ({ line, character: 0 }));
    const asked = range && from && to ? { start: from, end: to } : undefined;
    return readTokens(await workspace.service.semanticTokens(workspace.uri(handoff), asked));
  };
  const all = await tokensOf();
  assert.deepEqual(
    all.map(({ line, verdict }) => [line, verdict]),
    [
      [2, 'supported'],
      [3, 'contradicted'],
      [4, 'unsupported'],
      [6, 'unsupported'],
      [7, 'unsupported'],
    ],
  );
  assert.equal(all[2]?.text, 'All requirements are met');
  assert.equal(all[4]?.text, 'and all tests passed.');
  assert.deepEqual(
    (await tokensOf([3, 4])).map(({ line }) => line),
    [3, 4],
  );
  assert.deepEqual(await workspace.service.semanticTokens(workspace.uri('/docs/none.md')), []);
  assert.deepEqual(workspace.errors, []);
});
