/** The same thing said in other words is found as the same thing: verbs, units, headings, spelling, punctuation. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DocumentKind } from '../../../server/src/model/documentKind';
import { foundInLines } from './annotated';
import { paraphrases } from './paraphraseTable';
import { traps } from './paraphraseTraps';

const all = [...paraphrases, ...traps];

describe('paraphrases', () => {
  for (const { name, kind, headings, lines, expected } of all) {
    for (const heading of headings) {
      it(`${name}, under ${heading}`, () => {
        const found = lines.map((line) => strengthBelow(kind, heading, line));
        const wrong = lines.flatMap((line, i) => (found[i] === expected ? [] : [`${line} → ${found[i] ?? ''}`]));
        assert.deepEqual(wrong, []);
      });
    }
  }

  it('are many', () => {
    const rows = all.reduce((sum, { headings, lines }) => sum + headings.length * lines.length, 0);
    assert.ok(rows >= 150, `${rows} rows`);
  });
});

/** What is found in a line below a heading: its strength, or nothing. */
function strengthBelow(kind: DocumentKind | undefined, heading: string, line: string): string {
  const body = foundInLines({ kind, text: `# Phase 3\n\n## ${heading}\n\n${line}\n` }).slice(3);
  return (
    body
      .filter((found) => found !== '')
      .at(-1)
      ?.split(' ')[0] ?? ''
  );
}
