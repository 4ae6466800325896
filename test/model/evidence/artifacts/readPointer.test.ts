/** What a fragment binds, and what is told when it binds nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPointer } from '../../../../server/src/model/evidence/artifacts/readArtifact';
import { artifactText, scopeOf } from '../../../support/artifacts';

/** File, fragment, `name value unit [line]`. */
const bound: readonly (readonly [string, string, string])[] = [
  ['coverage-summary.json', '/total/lines/pct', 'lineCoverage 91.67 percent 0'],
  ['coverage-summary.json', '/total/branches/covered', 'value 1 none 0'],
  ['coverage-summary.json', '/~1harbor~1src~1crane.ts/functions/pct', 'functionCoverage 100 percent 1'],
  ['coverage-summary.json', '/%7E1harbor~1src~1crane.ts/lines/pct', 'lineCoverage 91.67 percent 1'],
  ['jest.json', '/numPassedTests', 'passed 2 count 0'],
  ['jest.json', '/testResults/0/assertionResults/0/duration', 'value 3 none 2'],
  ['pytest-report.json', '/summary/failed', 'failed 1 count 1'],
  ['custom.json', '/summary/success_rate', 'passRate 87.5 percent 2'],
  ['custom.json', '/checks/success_rate', 'passRate 92.5 percent 5'],
  ['custom.json', '/checks/a~1b', 'value 3 none 5'],
  ['custom.json', '/checks/m~0n', 'value 4 none 5'],
  ['custom.json', '/checks/', 'value 5 none 5'],
  ['bench.yaml', '/latency/p95_ms', 'duration 180 milliseconds 2'],
  ['bench.yaml', '/throughput', 'value 1250.5 none 4'],
  ['bench.yaml', '/runs/1/seconds', 'value 4 none 8'],
  ['results.csv', 'cell=2,2', 'value 120 none'],
  ['results.csv', '4,2', 'value 160 none'],
  ['results.csv', '*,*', 'duration 84500 milliseconds'],
  ['results.csv', 'Total,Pass rate', 'passRate 99.4 percent'],
  ['results.csv', 'cell=unit,pass%20rate', 'passRate 100 percent'],
  ['results.csv', 'integration, slow,Tests', 'value 40 none'],
];

for (const [file, fragment, expected] of bound) {
  test(`${file}#${fragment} is ${expected}`, () => {
    const reading = readPointer(file, artifactText(file), fragment);
    assert.equal(reading.state, 'measured', reading.reason);
    const shown = reading.quantities.map(({ name, value, unit, line }) =>
      [name, Math.round(value * 100) / 100, unit, line].filter((part) => part !== undefined).join(' '),
    );
    assert.deepEqual(shown, [expected]);
    assert.equal(reading.fragment, fragment);
  });
}

/** There, and no quantity. */
const unbound: readonly (readonly [string, string, string])[] = [
  ['custom.json', '/overall_status', '"/overall_status" leads to a string ("FAILED"), not to a number'],
  ['custom.json', '/ready', '"/ready" leads to false, not to a number'],
  ['jest.json', '/testResults', '"/testResults" leads to a list, not to a number'],
  ['bench.yaml', '/status', '"/status" leads to a string ("PASS"), not to a number'],
  ['results.csv', 'integration, slow,Pass rate', 'row 3, column 3 holds "97,5", not a plain number'],
  ['results.csv', 'Total,Suite', 'row 4, column 1 holds "Total", not a plain number'],
  ['results.csv', 'column=Tests', '3 rows have a column "Tests": write row and column'],
];

/** Not there. */
const absent: readonly (readonly [string, string, string])[] = [
  ['custom.json', '/summary/rate', '"/summary/rate" leads to nothing: "/summary" has no "rate"'],
  ['custom.json', '/nothing/at/all', '"/nothing/at/all" leads to nothing: the top level has no "nothing"'],
  ['custom.json', '/summary/passed/x', '"/summary/passed/x" leads to nothing: "/summary/passed" is a number (7)'],
  ['custom.json', '/constructor', '"/constructor" leads to nothing: the top level has no "constructor"'],
  ['custom.json', '/__proto__', '"/__proto__" leads to nothing: the top level has no "__proto__"'],
  ['custom.json', 'summary.passed', '"summary.passed" is no JSON Pointer: it has to start with "/"'],
  ['custom.json', '/checks/m~n', '"/checks/m~n" is no JSON Pointer: "~" is written "~0"'],
  ['jest.json', '/testResults/7', '"/testResults/7" leads to nothing: "/testResults" has only 2 entries'],
  [
    'jest.json',
    '/testResults/01',
    '"/testResults/01" leads to nothing: "/testResults" is a list, and "01" is no index',
  ],
  ['gtest.xml', 'TideTest', 'no suite or test "TideTest"'],
  ['cobertura.xml', 'harbor/tide.py', 'no file or package "harbor/tide.py"'],
  ['lcov.info', 'src/tide.ts', 'no file "src/tide.ts"'],
  ['tap13.tap', 'sinks', 'no test "sinks"'],
  ['results.csv', 'system,Tests', 'no row "system"'],
  ['results.csv', 'Total,Cost', 'no column "Cost"'],
  ['results.csv', '4,9', 'row 4 has only 4 columns'],
  ['results.csv', 'nonsense', '"nonsense" is no row and column, such as #Total,pass_rate'],
];

for (const [state, rows] of [['unbound', unbound] as const, ['absent', absent] as const]) {
  for (const [file, fragment, reason] of rows) {
    test(`${file}#${fragment}: ${reason}`, () => {
      const reading = readPointer(file, artifactText(file), fragment);
      assert.equal(reading.state, state);
      assert.equal(reading.reason, reason);
      assert.deepEqual(reading.quantities, []);
    });
  }
}

test('a part of a report binds what is measured below it', () => {
  const read = (file: string, fragment: string) => {
    const { state, quantities } = readPointer(file, artifactText(file), fragment);
    return [state, ...quantities.map(({ name }) => name)];
  };
  assert.deepEqual(read('coverage-summary.json', '/total/lines'), ['measured', 'lineCoverage']);
  assert.deepEqual(read('custom.json', '/summary').slice(0, 4), ['measured', 'total', 'passed', 'failed']);
  // What no adapter knows is for a reader.
  assert.equal(readPointer('notes.json', '{"a":{"b":1}}', '/a').state, 'unknown-format');
});

test('a suite or test of a JUnit report', () => {
  const read = (file: string, name: string) => scopeOf(readPointer(file, artifactText(file), encodeURI(name)), name);
  assert.deepEqual(read('gtest.xml', 'CraneTest'), {
    total: 2,
    passed: 1,
    failed: 1,
    errors: 0,
    skipped: 0,
    passRate: 50,
    duration: 30,
  });
  const one = { total: 1, passed: 1, failed: 0, errors: 0, skipped: 0, passRate: 100 };
  assert.deepEqual(read('pytest.xml', 'test_lowers[heavy load]'), { ...one, duration: 20 });
  assert.deepEqual(read('pytest.xml', 'tests.unit.test_crane::test_lifts'), { ...one, duration: 12 });
  assert.deepEqual(read('playwright.xml', 'berth.spec.ts > books a berth'), { ...one, duration: 5100 });
});

test('a skipped test shows nothing', () => {
  const reading = readPointer('playwright.xml', artifactText('playwright.xml'), 'pays');
  assert.equal(reading.state, 'vacuous');
  assert.equal(reading.reason, 'the only test was skipped');
});

test('a file of a coverage report, a test of TAP, a column of a table with one row', () => {
  assert.deepEqual(scopeOf(readPointer('l.info', artifactText('lcov.info'), 'src/dock.ts'), 'src/dock.ts'), {
    lineCoverage: 100,
  });
  assert.equal(readPointer('c.xml', artifactText('clover.xml'), 'crane.ts').quantities[0]?.value, 90);
  assert.equal(scopeOf(readPointer('a.tap', artifactText('tap13.tap'), 'lowers'), 'lowers').failed, 1);
  assert.equal(readPointer('a.csv', 'name;rate %\nx;"97.5"\n', 'column=rate %25').quantities[0]?.value, 97.5);
});

test('nothing in an empty report can be bound', () => {
  const text = '{"numTotalTests":0,"numPassedTests":0,"numFailedTests":0}';
  assert.equal(readPointer('a.json', text, '/numFailedTests').state, 'vacuous');
});
