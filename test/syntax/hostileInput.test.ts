import assert from 'node:assert/strict';
import { Session } from 'node:inspector';
import { describe, it } from 'node:test';
import { parseDocument } from '../../server/src/syntax/parseDocument';
import { updateDocument } from '../../server/src/syntax/updateDocument';

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

/** Lengths of a short and a long input: both several times what is read in one piece. */
const SHORT = 8000;
const GROWTH = 4;

/** How often the blocks of code of parser and library run while `action` does: the same on every machine, however busy. */
function countWork(action: () => void): number {
  // The engine may throw away the counts of a function together with its code, so one count can be too low.
  return Math.max(...[1, 2].map(() => countOnce(action)));
}

function countOnce(action: () => void): number {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  action();
  let work = 0;
  session.post('Profiler.takePreciseCoverage', (error, coverage) => {
    assert.equal(error, null);
    for (const { functions } of coverage.result)
      for (const { ranges } of functions) for (const { count } of ranges) work += count;
  });
  session.post('Profiler.stopPreciseCoverage');
  session.disconnect();
  return work;
}

describe('hostile input', () => {
  for (const [name, build] of Object.entries(HOSTILE)) {
    it(`costs in proportion to its length: ${name}`, () => {
      const short = build(SHORT);
      const long = build(GROWTH * SHORT);
      const work = [short, long].map((text) => countWork(() => void parseDocument(text)));
      const [small = 0, large = 0] = work;
      assert.ok(small > 0);
      // Quadratic work would grow by the square.
      assert.ok(large < 2 * GROWTH * small, `${String(large)} after ${String(small)}`);
    });

    it(`costs in proportion to its length after an edit: ${name}`, () => {
      const work = [SHORT, GROWTH * SHORT].map((count) => {
        const before = updateDocument(parseDocument(build(count)), { from: 0, to: 0, insert: 'x' });
        return countWork(() => void updateDocument(before, { from: 1, to: 1, insert: 'y' }));
      });
      const [small = 0, large = 0] = work;
      assert.ok(large < 2 * GROWTH * small, `${String(large)} after ${String(small)}`);
    });
  }

  it('bounds nesting, so that a walk cannot overflow the stack', () => {
    assert.equal(JSON.stringify(parseDocument('> '.repeat(10_000) + 'a')).includes('"a"'), false);
    assert.equal(JSON.stringify(parseDocument('- '.repeat(10_000) + 'a')).length > 0, true);
  });
});
