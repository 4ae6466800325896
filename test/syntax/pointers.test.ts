import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseDocument } from '../../server/src/syntax/parseDocument';
import { lineText } from '../../server/src/syntax/positions';
import { walkDocument } from '../../server/src/syntax/walk';

/** The pointers of a text as `form target#fragment:lines`; checks that each range covers what is written. */
function pointersOf(text: string): string[] {
  const document = parseDocument(text);
  const inlines = [...walkDocument(document)].flatMap(({ block, line }) => {
    if (block.type === 'paragraph') return [{ inline: block.inline, line }];
    return block.type === 'item' && block.inline !== undefined ? [{ inline: block.inline, line }] : [];
  });
  return inlines.flatMap(({ inline, line }) =>
    inline.pointers.map(({ form, target, fragment, lines, range }) => {
      const written = lineText(document, range.start.line + line).slice(range.start.character, range.end.character);
      assert.ok(written.includes(target), `"${written}" holds "${target}"`);
      const suffix = lines === undefined ? '' : `:${String(lines.from)}-${String(lines.to)}`;
      return `${form} ${target}${fragment === undefined ? '' : `#${fragment}`}${suffix}`;
    }),
  );
}

describe('pointers', () => {
  it('are links and images', () => {
    assert.deepEqual(
      pointersOf('[a](docs/a%20b.md "t") [b](<a b.md>) ![i](x.png) [c](#part) [d](x.md#L3-L9) [e](mailto:a@b)'),
      ['link docs/a%20b.md', 'link a b.md', 'link x.png', 'link #part', 'link x.md#L3-L9:3-9'],
    );
    assert.deepEqual(pointersOf('[`src/a.ts`](src/a.ts) and [r][ref]\n\n[ref]: docs/r.md "title"'), [
      'link src/a.ts',
      'link docs/r.md',
    ]);
  });

  it('are addresses', () => {
    assert.deepEqual(pointersOf('<https://a.b/c> https://a.b/d#e. (https://a.b/f) [g](http://h.i) https://<host>/x'), [
      'url https://a.b/c',
      'url https://a.b/d#e',
      'url https://a.b/f',
      'url http://h.i',
    ]);
  });

  it('are paths in backticks', () => {
    assert.deepEqual(
      pointersOf(
        '`x.md` `src/a.py:12` `a.py:12-20` `a/b.ts#L4-L6` `c/sum.json#/total/pct` `docs/notes/` `src/syntax` `.env` `@docs/x.md`',
      ),
      [
        'code-path x.md',
        'code-path src/a.py:12-12',
        'code-path a.py:12-20',
        'code-path a/b.ts#L4-L6:4-6',
        'code-path c/sum.json#/total/pct',
        'code-path docs/notes/',
        'code-path src/syntax',
        'code-path .env',
        'at-path docs/x.md',
      ],
    );
  });

  it('are the files of a command in backticks', () => {
    assert.deepEqual(pointersOf('`pytest tests/test_x.py -v --junit=out.xml`'), ['code-path tests/test_x.py']);
  });

  it('are paths in plain words', () => {
    assert.deepEqual(
      pointersOf('**Evidence**: reports/junit.xml, (docs/a.md), "b.csv" and _c.md_. See @TODO003.md and src/x.ts:7.'),
      [
        'plain-path reports/junit.xml',
        'plain-path docs/a.md',
        'plain-path b.csv',
        'plain-path c.md',
        'at-path TODO003.md',
        'plain-path src/x.ts:7-7',
      ],
    );
  });

  it('are commits in backticks or after the word', () => {
    assert.deepEqual(
      pointersOf('`3f2a1bc` 3f2a1bd commit 3f2a1be, 3f2a1bf **Commit**: 4f2a1bc `20250101` `deadbee` `#ff00aa1`'),
      ['commit 3f2a1bc', 'commit 3f2a1be', 'commit 3f2a1bf', 'commit 4f2a1bc'],
    );
  });

  it('are issues and pull requests', () => {
    assert.deepEqual(pointersOf('#123 (#45) GH-12 PR #7 PR 12 owner/name#5 closes #3; #1 priority, phase #12, #abc'), [
      'issue 123',
      'issue 45',
      'issue 12',
      'issue 7',
      'issue 12',
      'issue owner/name#5',
      'issue 3',
    ]);
  });

  it('are tests', () => {
    assert.deepEqual(pointersOf('`tests/test_x.py::TestC::test_y` tests/a.py::test_b. `tests/x.spec.ts > it works`'), [
      'test-id tests/test_x.py::TestC::test_y',
      'test-id tests/a.py::test_b',
      'test-id tests/x.spec.ts > it works',
    ]);
  });

  for (const words of [
    'e.g. and i.e. v1.2.3, 3.5, 10:30, 2025-01-02',
    'Node.js, React/Next.js, console.log, process.env, U.S.C, ASP.NET',
    'and/or, CI/CD, input/output, 7/8, n/a, text/plain',
    '/api/v1/upload and GET /jobs/{id}',
    '`/api/v1/upload` `GET /jobs/{id}` `and/or` `origin/main` `self.client.get`',
    'example.com/x.md a@b.de @someone @scope/name @app.post @property.setter',
    '`@lezer/markdown` `@types/node` `@dataclass`',
    '*.json, `*.json`, `src/**/*.ts`, phase{N}.md, `phase{N}.md`, <name>.md, `<name>.md`, `fm_XXX/`, [x].md, path/to/file.md',
    '```\ndocs/x.md\n```',
    '<!-- docs/x.md -->',
  ]) {
    it(`are not in: ${words.slice(0, 60)}`, () => {
      assert.deepEqual(pointersOf(words), []);
    });
  }
});
