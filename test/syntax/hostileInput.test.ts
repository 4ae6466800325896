import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseDocument } from '../../server/src/syntax/parseDocument';

/** Inputs that make naive parsers quadratic; each takes its length. */
const HOSTILE: Readonly<Record<string, (count: number) => string>> = {
  'deep quotes': (count) => `${'>'.repeat(count)} a`,
  'deep items': (count) => `${'- '.repeat(count)}a`,
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

/** Below this many milliseconds a time says nothing. */
const NEGLIGIBLE = 20;

function fastest(text: string): number {
  let best = Infinity;
  for (let run = 0; run < 5; run++) {
    const start = performance.now();
    parseDocument(text);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

describe('hostile input', () => {
  for (const [name, build] of Object.entries(HOSTILE)) {
    it(`costs in proportion to its length: ${name}`, () => {
      // Eight times the input: 64 times the work if quadratic. The ratio is generous, machines are busy.
      const small = Math.max(fastest(build(10_000)), NEGLIGIBLE / 8);
      const large = fastest(build(80_000));
      assert.ok(large < 24 * small, `${String(large)} ms after ${String(small)} ms`);
    });
  }

  it('bounds nesting, so that a walk cannot overflow the stack', () => {
    assert.equal(JSON.stringify(parseDocument('> '.repeat(10_000) + 'a')).includes('"a"'), false);
    assert.equal(JSON.stringify(parseDocument('- '.repeat(10_000) + 'a')).length > 0, true);
  });
});
