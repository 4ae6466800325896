/** What each format says, read from a fixture. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ArtifactFormat, QuantityName } from '../../../../server/src/model/evidence/artifacts/artifact';
import { readArtifact } from '../../../../server/src/model/evidence/artifacts/readArtifact';
import { artifactText, overallOf, scopeOf } from '../../../support/artifacts';

type Expected = Partial<Record<QuantityName, number>>;

const fixtures: readonly (readonly [string, ArtifactFormat, Expected])[] = [
  ['pytest.xml', 'junit', { total: 5, passed: 2, failed: 1, errors: 1, skipped: 1, passRate: 50, duration: 2731 }],
  [
    'surefire.xml',
    'junit',
    { total: 3, passed: 3, failed: 0, errors: 0, skipped: 0, passRate: 100, duration: 1204500 },
  ],
  ['gtest.xml', 'junit', { total: 4, passed: 2, failed: 1, errors: 0, skipped: 1, passRate: 66.67, duration: 35 }],
  ['ctest.xml', 'junit', { total: 3, passed: 2, failed: 0, errors: 0, skipped: 1, passRate: 100, duration: 4000 }],
  ['nextest.xml', 'junit', { total: 3, passed: 2, failed: 1, errors: 0, skipped: 0, passRate: 66.67, duration: 250 }],
  // Its time is the sum of files that ran side by side.
  ['jest-junit.xml', 'junit', { total: 3, passed: 3, failed: 0, errors: 0, skipped: 0, passRate: 100 }],
  ['playwright.xml', 'junit', { total: 3, passed: 1, failed: 1, errors: 0, skipped: 1, passRate: 50, duration: 12500 }],
  ['phpunit.xml', 'junit', { total: 3, passed: 3, failed: 0, errors: 0, skipped: 0, passRate: 100 }],
  // It counts assertions: how many tests there were is not sure.
  ['catch2.xml', 'junit', { failed: 0, errors: 0, duration: 200 }],
  ['cobertura.xml', 'cobertura', { lineCoverage: 87.5 }],
  ['clover.xml', 'clover', { lineCoverage: 90, branchCoverage: 50, functionCoverage: 100 }],
  [
    'coverage-summary.json',
    'istanbul-summary',
    { lineCoverage: 91.67, statementCoverage: 85.71, functionCoverage: 100, branchCoverage: 25 },
  ],
  [
    'coverage-final.json',
    'istanbul',
    { lineCoverage: 50, statementCoverage: 33.33, functionCoverage: 100, branchCoverage: 50 },
  ],
  ['jest.json', 'jest', { total: 4, passed: 2, failed: 1, errors: 0, skipped: 1, passRate: 66.67, duration: 2000 }],
  [
    'pytest-report.json',
    'pytest-json',
    { total: 4, passed: 2, failed: 1, errors: 0, skipped: 1, passRate: 66.67, duration: 1250 },
  ],
  ['ctrf.json', 'ctrf', { total: 3, passed: 2, failed: 0, errors: 0, skipped: 1, passRate: 100, duration: 4200 }],
  ['findings.sarif', 'sarif', { findings: 2 }],
  ['lcov.info', 'lcov', { lineCoverage: 80, branchCoverage: 50, functionCoverage: 100 }],
  ['tap13.tap', 'tap', { total: 5, passed: 2, failed: 1, errors: 0, skipped: 2, passRate: 66.67 }],
  ['tap14.tap', 'tap', { total: 3, passed: 2, failed: 1, errors: 0, skipped: 0, passRate: 66.67, duration: 61.5 }],
  ['custom.json', 'json', { total: 8, passed: 7, failed: 1, errors: 0, skipped: 0, passRate: 87.5 }],
];

for (const [name, format, quantities] of fixtures) {
  test(`reads ${name}`, () => {
    const reading = readArtifact(`reports/${name}`, artifactText(name));
    assert.equal(reading.format, format);
    assert.equal(reading.state, 'measured');
    assert.deepEqual(overallOf(reading), quantities);
  });

  test(`knows ${name} by its content`, () => {
    const reading = readArtifact('reports/output.txt', artifactText(name));
    assert.deepEqual(overallOf(reading), quantities);
  });

  test(`reads ${name} with a byte order mark and other line endings`, () => {
    const reading = readArtifact(name, `\uFEFF${artifactText(name).replaceAll('\n', '\r\n')}`);
    assert.deepEqual(overallOf(reading), quantities);
  });
}

test('tells suites, files, levels and failing tests one by one, with their lines', () => {
  const gtest = readArtifact('gtest.xml', artifactText('gtest.xml'));
  assert.deepEqual(scopeOf(gtest, 'DockTest'), {
    total: 2,
    passed: 1,
    failed: 0,
    errors: 0,
    skipped: 1,
    passRate: 100,
    duration: 5,
  });
  const failing = gtest.quantities.find(({ scopeKind }) => scopeKind === 'test');
  assert.deepEqual(failing, {
    name: 'failed',
    value: 1,
    unit: 'count',
    scope: 'CraneTest.Lowers',
    scopeKind: 'test',
    line: 4,
  });
  assert.deepEqual(scopeOf(readArtifact('c.xml', artifactText('cobertura.xml')), 'harbor/dock.py'), {
    lineCoverage: 75,
  });
  const sarif = readArtifact('a.sarif', artifactText('findings.sarif'));
  const levels = ['error', 'warning', 'note', 'critical', 'high', 'medium', 'low'];
  assert.deepEqual(
    levels.map((level) => scopeOf(sarif, level).findings),
    [1, 0, 1, 1, 0, 1, 0],
  );
});

test('tells what binds a quantity, and its line', () => {
  const summary = readArtifact('coverage-summary.json', artifactText('coverage-summary.json'));
  const lines = summary.quantities.find(({ name }) => name === 'lineCoverage');
  assert.equal(lines?.fragment, '/total/lines/pct');
  assert.equal(lines.line, 0);
  assert.equal(readArtifact('x.json', artifactText('custom.json')).quantities[0]?.line, 2);
});

const states: readonly (readonly [string, string, string, string | undefined])[] = [
  ['a.xml', '', 'vacuous', 'the file is empty'],
  ['a.json', ' \n\t ', 'vacuous', 'the file is empty'],
  ['a.xml', '<testsuites/>', 'vacuous', 'no tests'],
  ['a.xml', '<testsuite name="a" tests="0"></testsuite>', 'vacuous', 'no tests'],
  ['a.xml', '<testsuite tests="2" skipped="2"/>', 'vacuous', 'all 2 tests were skipped'],
  [
    'a.xml',
    '<testsuite tests="1"><testcase name="a"><skipped/></testcase></testsuite>',
    'vacuous',
    'the only test was skipped',
  ],
  ['a.xml', '<testsuite tests="2" failures="1" skipped="0"/>', 'measured', undefined],
  ['a.xml', '<coverage line-rate="1" lines-valid="0" lines-covered="0"/>', 'vacuous', '0 lines'],
  ['a.xml', '<coverage line-rate="NaN"/>', 'unreadable', 'its line-rate is not a number from 0 to 1'],
  ['a.xml', '<coverage line-rate="0,92"/>', 'unreadable', 'its line-rate is not a number from 0 to 1'],
  ['a.xml', '<coverage line-rate="-0.5"/>', 'unreadable', 'its line-rate is not a number from 0 to 1'],
  [
    'a.xml',
    '<coverage line-rate="0.9" lines-valid="10" lines-covered="5"/>',
    'unreadable',
    'its line-rate is 90 %, but 5 of 10 lines are 50.0 %',
  ],
  [
    'a.xml',
    '<coverage clover="4.4.1"><project><metrics statements="0" coveredstatements="0"/></project></coverage>',
    'vacuous',
    '0 statements',
  ],
  ['a.xml', '<project><modelVersion/></project>', 'unknown-format', undefined],
  ['a.html', '<!DOCTYPE html><p>All tests pass<br></p>', 'unknown-format', undefined],
  ['a.xml', '<!DOCTYPE a [<!ENTITY x "y">]><testsuite/>', 'unreadable', 'entity declarations are not read'],
  ['a.xml', '<testsuite><testcase></testsuite>', 'unreadable', 'not well-formed at line 1: unexpected close tag'],
  ['a.xml', '<testsuite tests="3">\n<testcase/>\n', 'unreadable', 'truncated at line 3'],
  ['a.xml', '<testsuite tests="1" tests="2"/>', 'unreadable', 'not well-formed at line 1: duplicate attribute: tests'],
  [
    'a.xml',
    '<testsuite><testcase name="a"><system-out>\u001b[31m red</system-out></testcase></testsuite>',
    'measured',
    undefined,
  ],
  ['a.json', '{"numTotalTests":0,"numPassedTests":0,"numFailedTests":0}', 'vacuous', 'no tests'],
  [
    'a.json',
    '{"numTotalTests":1,"numPassedTests":"1","numFailedTests":0}',
    'unreadable',
    'its counts are not whole numbers',
  ],
  ['a.json', '{"numTotalTests":1,\n"numPassedTests":', 'unreadable', 'truncated at line 2'],
  ['a.json', '{"a":1,"a":2}', 'unreadable', 'the key "a" is written twice, again at line 1'],
  ['a.json', '{"a":{"b":1},"c":{"b":2}}', 'unknown-format', undefined],
  ['a.json', '{"a":NaN}', 'unreadable', 'not well-formed JSON at line 1'],
  ['a.ts', '{ broken', 'unknown-format', undefined],
  ['a.json', '{"total":{"lines":{"total":0,"covered":0,"pct":"Unknown"}}}', 'vacuous', '0 lines'],
  [
    'a.json',
    '{"total":{"lines":{"total":10,"covered":5,"pct":92}}}',
    'unreadable',
    '/total/lines/pct is 92, but 5 of 10 are 50.00 %',
  ],
  ['a.json', '{"exitcode":5,"summary":{"collected":0}}', 'vacuous', 'no tests'],
  ['a.json', '{"exitcode":2,"summary":{"passed":3,"total":3}}', 'unreadable', 'the run was interrupted'],
  ['a.json', '{"version":"2.1.0","runs":[]}', 'vacuous', 'no runs'],
  [
    'a.json',
    '{"version":"2.1.0","runs":[{"results":[],"invocations":[{"executionSuccessful":false}]}]}',
    'unreadable',
    'run 1: the tool did not finish',
  ],
  ['a.json', '{"version":"2.1.0","runs":[{"tool":{}}]}', 'unreadable', 'run 1: it has no results'],
  ['a.json', '{"total":9,"passed":7,"failed":1}', 'unknown-format', undefined],
  ['lcov.info', 'TN:\nSF:a.ts\nDA:1,1\n', 'unreadable', 'truncated at line 3'],
  ['lcov.info', 'SF:a.ts\nend_of_record\n', 'vacuous', '0 lines'],
  ['lcov.info', 'SF:a.ts\nDA:1,-1\nend_of_record\n', 'unreadable', 'line 2: "DA:1,-1" counts less than nothing'],
  ['lcov.info', 'SF:a.ts\nDA:1,NaN\nend_of_record\n', 'unreadable', 'line 2: "DA:1,NaN" has no counts'],
  ['a.tap', '1..0 # SKIP no crane\n', 'vacuous', 'no tests (no crane)'],
  ['a.tap', '1..3\nok 1\nok 2\n', 'unreadable', '3 tests were planned and 2 reported, up to line 3'],
  ['a.tap', '1..1\nok 1\nok 2\n', 'unreadable', '1 test was planned and 2 reported'],
  ['a.tap', 'ok 1\nok 2\n', 'unreadable', 'no plan (1..N) up to line 2'],
  ['a.tap', '1..2\nok 1 # skip\nok 2 # SKIP\n', 'vacuous', 'all 2 tests were skipped'],
  ['a.tap', '1..9\nok 1\nBail out! no crane\n', 'measured', 'the run bailed out at line 3'],
  ['a.csv', 'a,b\n', 'vacuous', 'no rows below the header'],
  ['a.csv', 'a,b\n1,2\n', 'unknown-format', 'write row and column behind "#": #Total,pass_rate'],
  ['a.csv', 'a,b\n1,"2\n', 'unreadable', 'a quote is not closed after row 2'],
  ['a.yaml', 'a: 1\na: 2\n', 'unreadable', 'the key "a" is written twice'],
  ['a.yaml', 'a: &x [*x]\n', 'unreadable', 'the alias "x" stands for itself'],
  ['a.yaml', 'a: 1\n---\nb: 2\n', 'unreadable', 'it holds several YAML documents'],
  ['a.json', '{"a":1}\0', 'unreadable', 'it is not UTF-8 text'],
  ['a.xml', '<testsuite tests="-2"/>', 'unreadable', 'its counts are not whole numbers'],
  ['a.xml', '<testsuite tests="40" failures="-1"/>', 'unreadable', 'its counts are not whole numbers'],
  ['a.xml', '<testsuite tests="NaN"><testcase name="a"/></testsuite>', 'measured', undefined],
  [
    'a.xml',
    '<testsuite tests="2">\n<<<<<<< HEAD\n</testsuite>',
    'unreadable',
    'not well-formed at line 2: disallowed character in tag name',
  ],
  [
    'a.xml',
    '<testsuite><testcase name="a"><failure/></testcase><testcase name="a"/></testsuite>',
    'measured',
    'a test that failed is listed again as passed',
  ],
  ['a.json', '{"numTotalTests":4,"numPassedTests":40,"numFailedTests":0}', 'unreadable', '40 results of 4 tests'],
  [
    'a.json',
    '{"numTotalTests":40,"numPassedTests":30,"numFailedTests":0}',
    'unreadable',
    'only 30 of its 40 tests have a result',
  ],
  ['a.json', '{"numTotalTests":40,"numPassedTests":30,"numFailedTests":1}', 'measured', undefined],
  [
    'a.json',
    '{"results":{"tool":{},"summary":{"tests":40,"passed":30,"failed":0}}}',
    'unreadable',
    'only 30 of its 40 tests have a result',
  ],
  ['a.json', '{"exitcode":0,"summary":{"total":9,"passed":8}}', 'unreadable', 'only 8 of its 9 tests have a result'],
  ['a.json', '{"exitcode":0,"summary":{"total":9,"passed":8,"rerun":1}}', 'measured', undefined],
  ['a.json', '{}', 'vacuous', 'it holds nothing'],
  ['a.json', '[]', 'vacuous', 'it holds nothing'],
  ['a.json', 'null', 'vacuous', 'it holds nothing'],
  ['coverage-final.json', '{}', 'vacuous', 'it holds nothing'],
  // As `go test -json` writes it; cut off, it is as broken as any other.
  ['a.json', '{"Action":"run"}\n{"Action":"pass"}\n', 'unknown-format', undefined],
  ['a.json', '{"Action":"run"}\n{"Action":"pa', 'unreadable', 'not well-formed JSON at line 2'],
  ['a.xml', '<coverage line-rate="92"/>', 'unreadable', 'its line-rate is not a number from 0 to 1'],
  ['lcov.info', 'SF:a\nDA:1,1\nDA:2,0\nLF:100\nLH:92\nend_of_record\n', 'measured', 'its sums and its lines differ'],
  // Names that promise a report, and what stands there when something went wrong.
  ['reports/junit.xml', '<Error><Code>AccessDenied</Code></Error>', 'unreadable', 'it is no JUnit report'],
  ['TEST-a.B.xml', '<html><body>Sign in</body></html>', 'unreadable', 'it is no JUnit report'],
  ['coverage-summary.json', '{"error":"not found"}', 'unreadable', 'it is no coverage report'],
  ['coverage-summary.json', '<<<<<<< HEAD\n{}\n', 'unreadable', 'it is no coverage report'],
  ['scan.sarif', '{"message":"quota"}', 'unreadable', 'it is no SARIF file'],
  ['a.json', '<!DOCTYPE html><html></html>', 'unreadable', 'it is no JSON'],
  ['test-results.xml', '<test-run total="40" failed="2"/>', 'unknown-format', undefined],
  [
    'big.csv',
    'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n',
    'unreadable',
    'it is a pointer of Git LFS, the file itself is not here',
  ],
  ['shot.png', '\u0089PNG\0\0', 'unknown-format', undefined],
  ['notes.md', '# ok\n\nok, all tests pass\n', 'unknown-format', undefined],
  ['a.py', 'def test(): pass\n', 'unknown-format', undefined],
];

for (const [path, text, state, reason] of states) {
  test(`${path}: ${JSON.stringify(text.slice(0, 70))} is ${state}`, () => {
    const reading = readArtifact(path, text);
    assert.equal(reading.state, state, reading.reason);
    assert.equal(reading.reason, reason);
  });
}

test('merges the records that several tests leave of one file', () => {
  const text = 'TN:a\nSF:x.ts\nDA:1,1\nDA:2,0\nend_of_record\nTN:b\nSF:x.ts\nDA:1,0\nDA:2,4\nend_of_record\n';
  assert.deepEqual(overallOf(readArtifact('lcov.info', text)), { lineCoverage: 100 });
});

test('tells failures that only the summary or only the list of tests knows', () => {
  const stated = readArtifact('a.xml', '<testsuite tests="1" failures="1"><testcase name="a"/></testsuite>');
  assert.deepEqual(overallOf(stated), { failed: 1, errors: 0 });
  assert.equal(stated.reason, 'its summary says 1 test with 1 failing, it lists 1 test with 0 failing');
  const listed = readArtifact(
    'a.xml',
    '<testsuite tests="1" failures="0"><testcase name="a"><failure/></testcase></testsuite>',
  );
  assert.equal(overallOf(listed).failed, 1);
});

test('counts a test file that could not be loaded as an error', () => {
  const text =
    '{"numTotalTests":1,"numPassedTests":1,"numFailedTests":0,"testResults":[{"name":"a","status":"failed","assertionResults":[]},{"name":"b","status":"passed","assertionResults":[{"status":"passed"}]}]}';
  assert.equal(overallOf(readArtifact('a.json', text)).errors, 1);
});

test('Vitest once counted what it skipped as passed too', () => {
  const text = '{"numTotalTests":60,"numPassedTests":60,"numFailedTests":0,"numPendingTests":3}';
  const { passed, skipped } = overallOf(readArtifact('a.json', text));
  assert.deepEqual([passed, skipped], [57, 3]);
});
