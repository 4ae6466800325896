import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FileIndex } from '../../server/src/model/fileIndex';

describe('FileIndex', () => {
  const paths = ['docs/b/notes.md', 'docs/a/notes.md', 'docs/c/Notes.md'];

  it('lists files in the same order whatever order a disk gives them in', () => {
    for (const given of [paths, [...paths].reverse()]) {
      const index = new FileIndex(given);
      assert.deepEqual(index.withName('notes.md'), ['docs/a/notes.md', 'docs/b/notes.md', 'docs/c/Notes.md']);
      assert.deepEqual(index.below('docs'), ['docs/a/notes.md', 'docs/b/notes.md', 'docs/c/Notes.md']);
    }
  });

  it('forgets a file, and its folder with the last one', () => {
    const index = new FileIndex(paths);
    assert.equal(index.delete('docs/a/notes.md'), true);
    assert.equal(index.delete('docs/a/notes.md'), false);
    assert.equal(index.hasFolder('docs/a'), false);
    assert.equal(index.hasFolder('docs'), true);
  });
});
