import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseDocument } from '../../server/src/syntax/parseDocument';
import { updateDocument } from '../../server/src/syntax/updateDocument';
import { assertLinear, countWork } from '../support/countWork';

/** Inputs that make naive parsers quadratic; each takes its length. */
const HOSTILE: Readonly<Record<string, (count: number) => string>> = {
  'deep quotes': (count) => `${'>'.repeat(count)} a`,
  'deep items': (count) => `${'- '.repeat(count)}a`,
  'blank lines after deep items': (count) => `${'- '.repeat(count / 2)}a${'\n'.repeat(count / 2)}`,
  'quotes deeper and deeper': (count) => Array.from({ length: Math.sqrt(count) }, (_, i) => '>'.repeat(i)).join('\n'),
  'pipes in a paragraph': (count) => 'a | b\n'.repeat(count / 6),
  'rows of pipes': (count) => `|a|\n|-|\n${'|'.repeat(count)}`,
  'nested images': (count) => '!['.repeat(count / 4) + '](a)'.repeat(count / 4),
  'NUL bytes': (count) => '\0'.repeat(count),
  'an open fence': (count) => `\`\`\`\n${'a\n'.repeat(count / 2)}`,
  'an open comment': (count) => `<!--\n${'# a\n'.repeat(count / 4)}`,
  'link definitions': (count) => '[a]: b\n'.repeat(count / 7),
  'open links': (count) => '[a]('.repeat(count),
  'open brackets': (count) => '['.repeat(count) + ']'.repeat(count),
  'link titles': (count) => '[a](b "'.repeat(count),
  'links in links': (count) => '[a](b ['.repeat(count),
  emphasis: (count) => '*a**b_c__'.repeat(count),
  'backtick runs': (count) =>
    Array.from({ length: Math.sqrt(2 * count) }, (_, index) => `${'`'.repeat(index + 1)}a`).join(''),
  'code and digits': (count) => '`x` abc1234 '.repeat(count),
  'open comments': (count) => `x ${'<!-- '.repeat(count)}`,
  'open tags': (count) => `x ${'<a b="'.repeat(count)}`,
  'closing marks of a heading': (count) => `# ${'#'.repeat(count)}x`,
  'spaces before a delimiter row': (count) => `x\na|b\n${' '.repeat(count)}x\n`,
  'a long word': (count) => 'a'.repeat(count),
  'a long path': (count) => `\`${'a/'.repeat(count)}x.md\``,
  'a long label': (count) => `**${'A '.repeat(count)}**: x`,
  'pointers in one paragraph': (count) => 'see docs/a.md\n'.repeat(count / 4),
};

/** Several times what is read in one piece. */
const SHORT = 6000;

describe('hostile input', () => {
  for (const [name, build] of Object.entries(HOSTILE)) {
    it(`costs in proportion to its length: ${name}`, () => {
      assertLinear(SHORT, (length) => {
        const text = build(length);
        return countWork(() => void parseDocument(text));
      });
    });

    it(`costs in proportion to its length after an edit: ${name}`, () => {
      assertLinear(SHORT, (length) => {
        const before = updateDocument(parseDocument(build(length)), { from: 0, to: 0, insert: 'x' });
        return countWork(() => void updateDocument(before, { from: 1, to: 1, insert: 'y' }));
      });
    });
  }

  it('bounds nesting, so that a walk cannot overflow the stack', () => {
    assert.equal(JSON.stringify(parseDocument('> '.repeat(10_000) + 'a')).includes('"a"'), false);
    assert.equal(JSON.stringify(parseDocument('- '.repeat(10_000) + 'a')).length > 0, true);
  });
});
