/** Whatever a file holds, reading it ends soon, throws nothing, and says what is wrong. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import {
  createArtifactReader,
  readArtifact,
  readPointer,
} from '../../../../server/src/model/evidence/artifacts/readArtifact';
import { artifactFixtures, artifactText, overallOf, readInPieces } from '../../../support/artifacts';

const names = ['a.xml', 'a.json', 'a.yaml', 'a.csv', 'lcov.info', 'a.tap', 'a.txt'];
/** Bytes that are really in use: garbage is collected first. */
function heapUsed(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

describe('a file that ends too early', () => {
  for (const name of artifactFixtures) {
    test(`${name}, cut at every place, never tells another result`, () => {
      const text = artifactText(name);
      const whole = overallOf(readArtifact(name, text));
      for (let end = 1; end < text.trimEnd().length; end++) {
        const reading = readArtifact(name, text.slice(0, end));
        // Nothing ends a table, a mapping or a tracefile: they are complete after every row or record.
        if (/\.(?:csv|yaml|info)$/.test(name)) continue;
        if (reading.state === 'measured') assert.deepEqual({ ...whole, ...overallOf(reading) }, whole, `cut at ${end}`);
        if (reading.state === 'unreadable') assert.ok(reading.reason);
        assert.notEqual(reading.state, 'vacuous', `cut at ${end}`);
      }
    });
  }
});

describe('a file in pieces', () => {
  const fragments: Record<string, string> = { 'results.csv': 'Total,Pass rate', 'bench.yaml': '/throughput' };
  for (const name of artifactFixtures) {
    test(`${name} reads the same, however it is cut`, () => {
      const text = artifactText(name);
      const padded = name.endsWith('.xml') ? text.replace('<test', `<!--${'é\r\n😀 '.repeat(20_000)}--><test`) : text;
      for (const each of [text, text.replaceAll('\n', '\r\n')]) {
        const whole = readInPieces(name, each, [], fragments[name]);
        fc.assert(
          fc.property(fc.array(fc.nat(each.length), { maxLength: 20 }), (cuts) => {
            assert.deepEqual(readInPieces(name, each, cuts, fragments[name]), whole);
          }),
          { numRuns: 40 },
        );
        assert.deepEqual(
          readInPieces(
            name,
            each,
            Array.from(each, (_, index) => index),
            fragments[name],
          ),
          whole,
        );
      }
      assert.deepEqual(readInPieces(name, padded, [65_535, 65_537, 100_001]), readArtifact(name, padded));
    });
  }
});

describe('any text at all', () => {
  const bits = [
    '<',
    '>',
    '"',
    '&',
    '<testsuite tests="1">',
    '<testcase name="a">',
    '<failure/>',
    '</testsuite>',
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '"total"',
    '"lines"',
    '"pct"',
    '"summary"',
    '1',
    '-1',
    '1e999',
    'NaN',
    'null',
    '\n',
    '\r',
    ' ',
    '\t',
    'ok 1',
    'not ok',
    '1..2',
    '    ',
    '---',
    '...',
    'SF:a',
    'DA:1,1',
    'LF:2',
    'end_of_record',
    '<!DOCTYPE a [',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '&x;',
    '&#0;',
    '*a',
    '&a',
    '- ',
    '? ',
    ': ',
    '|',
    '\ud800',
    '\ufeff',
    '\0',
    '#',
    '%',
  ];
  test('throws nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 200 }),
          fc.array(fc.constantFrom(...bits), { maxLength: 60 }).map((parts) => parts.join('')),
        ),
        fc.constantFrom(...names),
        fc.option(fc.oneof(fc.string(), fc.constantFrom('/total/lines/pct', '1,1', 'a', '%')), { nil: undefined }),
        (text, name, fragment) => {
          const reading = fragment === undefined ? readArtifact(name, text) : readPointer(name, text, fragment);
          for (const { value } of reading.quantities) assert.ok(Number.isFinite(value));
          if (reading.state === 'unreadable' || reading.state === 'unbound') assert.ok(reading.reason);
        },
      ),
      { numRuns: 4000 },
    );
  });

  test('throws nothing when a report is damaged in one place', () => {
    fc.assert(
      fc.property(fc.constantFrom(...artifactFixtures), fc.nat(4000), fc.constantFrom(...bits), (name, at, bit) => {
        const text = artifactText(name);
        const place = at % text.length;
        readArtifact(name, text.slice(0, place) + bit + text.slice(place + (at % 3)));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('deep nesting', () => {
  const deep: readonly (readonly [string, string])[] = [
    ['a.json', '['.repeat(100_000)],
    ['a.json', '{"a":'.repeat(100_000)],
    ['a.json', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['a.xml', '<testsuite>'.repeat(100_000)],
    ['a.xml', '<testsuite>'.repeat(100_000) + '</testsuite>'.repeat(100_000)],
    ['a.yaml', '['.repeat(100_000)],
    ['a.yaml', '- '.repeat(100_000)],
    ['a.yaml', '{a: '.repeat(100_000)],
    ['a.yaml', '? '.repeat(100_000)],
  ];
  for (const [name, text] of deep) {
    test(`${name}: ${text.slice(0, 12)}…`, () => {
      const reading = readArtifact(name, text);
      assert.equal(reading.state, 'unreadable');
      assert.equal(reading.reason, 'nested more than 200 deep');
    });
  }

  test('of subtests', () => {
    const text = `1..1\n${Array.from({ length: 300 }, (_, depth) => `${'    '.repeat(depth)}ok 1\n`).join('')}`;
    assert.equal(readArtifact('a.tap', text).state, 'unreadable');
  });
});

describe('what explodes', () => {
  test('entities of XML are not read', () => {
    const entities = Array.from(
      { length: 10 },
      (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`,
    ).join('');
    const bomb = `<?xml version="1.0"?><!DOCTYPE t [<!ENTITY l0 "lol">${entities}]><testsuite name="&l9;" tests="1"/>`;
    const reading = readArtifact('a.xml', bomb);
    assert.equal(reading.state, 'unreadable');
    assert.equal(reading.reason, 'entity declarations are not read');
    assert.equal(
      readArtifact('a.xml', '<!DOCTYPE t SYSTEM "file:///etc/passwd"><testsuite name="&x;"/>').state,
      'unreadable',
    );
  });

  test('aliases of YAML', () => {
    const lines = Array.from(
      { length: 30 },
      (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}, *a${index}]`,
    );
    const reading = readPointer('a.yaml', `a0: &a0 [1]\n${lines.join('\n')}\n`, '/a0/0');
    assert.equal(reading.reason, 'its aliases stand for too much');
  });

  test('keys, digits, spaces, quotes, separators', () => {
    const much = 300_000;
    const texts: readonly (readonly [string, string])[] = [
      ['a.json', `{${Array.from({ length: 50_000 }, (_, index) => `"k${index}":${index}`).join(',')}}`],
      ['a.json', `[${'1'.repeat(much)}]`],
      ['a.json', `"${'\\'.repeat(much)}`],
      ['a.yaml', Array.from({ length: 50_000 }, (_, index) => `k${index}: ${index}`).join('\n')],
      ['a.yaml', '!!map '.repeat(much / 6)],
      ['a.yaml', '---\n'.repeat(much / 4)],
      ['a.txt', ' \n'.repeat(much)],
      ['a.txt', '#\n'.repeat(much)],
      ['a.tap', `1..1${' '.repeat(much)}x`],
      ['a.tap', `1..1\nok 1 ${'# '.repeat(much)}`],
      ['a.tap', `1..1\n${'ok'.padEnd(much)}x`],
      ['lcov.info', `SF:${'a'.repeat(much)}\n${'DA:1,'.repeat(much)}`],
      ['a.csv', `a,b\n"${'x""'.repeat(much)}`],
      ['a.csv', ','.repeat(much)],
      ['a.csv', '"\n'.repeat(much)],
      ['a.xml', `<testsuite ${Array.from({ length: 20_000 }, (_, index) => `a${index}="1"`).join(' ')}/>`],
      ['a.xml', `<testsuite name="${'x'.repeat(much)}"`],
      ['a.xml', `<testsuite>${'&amp;'.repeat(much)}`],
      ['a.xml', `<testsuite>${']]'.repeat(much)}`],
    ];
    for (const [name, text] of texts) readArtifact(name, text, { fragment: 'x,y' });
  });
});

describe('a file without end', () => {
  const endless: readonly (readonly [string, string, string])[] = [
    [
      'a.xml',
      '<testsuites><testsuite>',
      '<testcase name="a" classname="b" time="0.1"><system-out>text</system-out></testcase>',
    ],
    ['lcov.info', 'TN:\n', 'SF:a.ts\nDA:1,1\nend_of_record\n'],
    ['a.tap', 'TAP version 13\n', 'ok 1 - a\n'],
    ['a.csv', 'a,b\n', '1,"2"\n'],
  ];
  for (const [name, start, piece] of endless) {
    test(`${name} is read in bounded memory`, () => {
      const reader = createArtifactReader(name);
      const chunk = piece.repeat(Math.ceil(60_000 / piece.length));
      reader.push(start);
      const before = heapUsed();
      for (let written = 0; written < 8_000_000; written += chunk.length) reader.push(chunk);
      const grown = heapUsed() - before;
      assert.ok(grown < 4_000_000, `kept ${grown} bytes`);
      reader.end();
    });
  }

  test('one piece of XML or CSV that never ends is given up', () => {
    for (const [name, start] of [
      ['a.xml', '<testsuite><system-out><![CDATA['],
      ['a.csv', 'a,b\n"'],
    ] as const) {
      const reader = createArtifactReader(name);
      reader.push(start);
      const chunk = 'x'.repeat(1_000_000);
      let written = 0;
      while (!reader.done && written < 200) {
        reader.push(chunk);
        written++;
      }
      assert.ok(written < 50);
      assert.match(reader.end().reason ?? '', /longer than/);
    }
  });

  test('JSON and YAML are given up at their limit', () => {
    for (const [name, limit] of [
      ['a.json', 40],
      ['a.yaml', 2],
    ] as const) {
      const reader = createArtifactReader(name);
      reader.push('[');
      for (let written = 0; written < limit; written++) reader.push('1,'.repeat(512 * 1024));
      assert.ok(reader.done);
      assert.match(reader.end().reason ?? '', /^longer than \d+ characters$/);
    }
  });
});

test('of a tracefile without end no more is kept than a source can have', () => {
  const reader = createArtifactReader('lcov.info');
  reader.push('SF:a.c\n');
  let line = 0;
  const lines = () => Array.from({ length: 20_000 }, () => `DA:${++line},1\n`).join('');
  while (!reader.done && line < 2_000_000) reader.push(lines());
  const { state, reason } = reader.end();
  assert.deepEqual([state, reason], ['unreadable', 'line 1000002: more than 1000000 lines of one file']);
});
