import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;

/** What a translation may not lose: places for values, icons, commands and settings that it links to, code. */
const kept = /\{\d\}|\$\([\w-]+\)|\]\(command:[^)]+\)|`[^`]+`/g;
const keptIn = (text: string) => [...text.matchAll(kept)].map(([part]) => part).sort();

/** Folder, and the name of the file that all others are translations of. */
const sources: readonly (readonly [folder: string, file: string])[] = [
  ['.', 'package.nls.json'],
  ['l10n', 'bundle.l10n.json'],
];

for (const [folder, source] of sources) {
  const texts = read(path.join(folder, source));
  const stem = source.slice(0, -'.json'.length);
  const translations = readdirSync(folder).filter((name) => name.startsWith(`${stem}.`) && name !== source);

  test(`${source} has a translation`, () => {
    assert.ok(translations.length > 0 && Object.keys(texts).length > 50);
  });

  for (const name of translations) {
    const translated = read(path.join(folder, name));

    test(`${name} has every text and no other`, () => {
      assert.deepEqual(Object.keys(translated).sort(), Object.keys(texts).sort());
    });

    test(`${name} keeps values, icons, links and code`, () => {
      for (const [key, text] of Object.entries(texts)) {
        assert.deepEqual(keptIn(translated[key] ?? ''), keptIn(text), key);
        assert.notEqual(translated[key], '', key);
      }
    });
  }
}
