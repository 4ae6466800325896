/** Every line of the annotated documents is found as it is annotated: no tolerance. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { foundInLines, readAnnotated } from './annotated';

const folder = 'test/fixtures/claims';

describe('annotated documents', () => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));

  for (const name of names) {
    it(name, () => {
      const annotated = readAnnotated(readFileSync(`${folder}/${name}`, 'utf8'));
      const lines = annotated.text.split('\n');
      const found = foundInLines(annotated);
      const differences = lines.flatMap((line, i) => {
        const [wanted, got] = [annotated.expected[i] ?? '', found[i] ?? ''];
        return wanted === got ? [] : [`${i + 2}: wanted ${wanted || 'no claim'}, found ${got || 'no claim'}: ${line}`];
      });
      assert.equal(differences.join('\n'), '');
    });
  }

  it('are many', () => {
    const labelled = names
      .map((name) => readAnnotated(readFileSync(`${folder}/${name}`, 'utf8')))
      .flatMap(({ text }) => text.split('\n').filter((line) => line.trim() !== ''));
    assert.ok(labelled.length >= 250, `${labelled.length} lines`);
  });
});
