import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Range } from 'vscode-languageserver-types';
import { githubFormatter } from '../../server/src/cli/formatters/github';
import { junitFormatter } from '../../server/src/cli/formatters/junit';
import { markdownFormatter } from '../../server/src/cli/formatters/markdown';
import { jsonFormatter } from '../../server/src/cli/formatters/json';
import { markdownToText } from '../../server/src/cli/formatters/markdownToText';
import { sarifFormatter } from '../../server/src/cli/formatters/sarif';
import { textFormatter } from '../../server/src/cli/formatters/text';
import { readArtifact } from '../../server/src/model/evidence/artifacts/readArtifact';
import { createPaint } from '../../server/src/cli/paint';
import {
  countReport,
  type CheckedDocument,
  type Report,
  type ReportedFinding,
  type WaivedFinding,
} from '../../server/src/cli/report';
import { checkSarif } from './support/checkSarif';
import { matchGolden } from './support/runCli';

const plain = { paint: createPaint('never', false, {}), quiet: false };

const at = (line: number, from: number, to: number): Range => {
  return { start: { line, character: from }, end: { line, character: to } };
};

function document(
  path: string,
  text: string,
  findings: readonly ReportedFinding[],
  waived: readonly WaivedFinding[] = [],
): CheckedDocument {
  const uri = new URL(path, 'file:///work/').href;
  return {
    path,
    uri,
    kind: 'handoff',
    phase: '2',
    iteration: '001',
    initiative: 'docs',
    findings,
    waived,
    known: 0,
    text,
  };
}

function reportOf(...documents: CheckedDocument[]): Report {
  const rules = [
    { id: 'unsupported-claim', summary: 'Require evidence', severity: 'warning', page: '# unsupported-claim\n' },
    { id: 'conflicting-status', summary: 'Compare states', severity: 'error', page: '# conflicting-status\n' },
    { id: 'missing-document', summary: 'Want all', severity: 'information', page: '# missing-document\n' },
    { id: 'weak-claim', summary: 'Ask for more', severity: 'off', page: '# weak-claim\n' },
  ] as const;
  return {
    documents,
    counts: countReport(documents),
    rules,
    version: '1.2.3',
    homepage: undefined,
    isIncomplete: false,
  };
}

const handoff = document('docs/grün & blau/HANDOFF 2.md', 'one\n- 🎉 all 100% done\nthree\n- all 100% done\nfive', [
  {
    rule: 'unsupported-claim',
    severity: 'warning',
    range: at(1, 5, 19),
    message: '"all 100% done" points to nothing.\nName the report.',
    related: [3, 4, 5, 6, 7, 8, 9, 10].map((line) => ({
      path: 'docs/grün & blau/HANDOFF 2.md',
      uri: 'file:///work/docs/gr%C3%BCn%20%26%20blau/HANDOFF%202.md',
      range: at(line, 2, 4),
      message: 'Also without evidence.',
    })),
    fixes: [{ title: 'Say that it is not verified', preferred: true, safe: false }],
  },
  {
    rule: 'conflicting-status',
    severity: 'error',
    range: at(11, 0, 3),
    message: 'Says done; the to-do list says open.',
    related: [{ path: '../TODO.md', uri: 'file:///TODO.md', range: at(0, 0, 3), message: 'Open here.' }],
    fixes: [],
  },
]);
const notes = document('docs/notes.md', '', [
  { rule: 'missing-document', severity: 'information', range: at(0, 0, 1), message: 'No.', related: [], fixes: [] },
]);
const clean = document('docs/prompt.md', '', []);

test('text', () => matchGolden('formatters/report.txt', textFormatter.format(reportOf(handoff, notes, clean), plain)));

test('JSON', () => matchGolden('formatters/report.json', jsonFormatter.format(reportOf(handoff, notes, clean), plain)));

test('SARIF', () => {
  const output = sarifFormatter.format(reportOf(handoff, notes, clean), plain);
  const results = checkSarif(output);
  assert.deepEqual(
    results.map(({ ruleId, level }) => [ruleId, level]),
    [
      ['unsupported-claim', 'warning'],
      ['conflicting-status', 'error'],
      ['missing-document', 'note'],
    ],
  );
  assert.equal(results[0]?.location.uri, 'docs/gr%C3%BCn%20%26%20blau/HANDOFF%202.md');
  assert.deepEqual(results[1]?.related, [{ uri: 'file:///TODO.md', startLine: 1 }], 'outside of the folder: absolute');
  matchGolden('formatters/report.sarif', output);
});

test('JUnit', () => {
  const output = junitFormatter.format(reportOf(handoff, notes, clean), plain);
  matchGolden('formatters/report.junit.xml', output);
  const { state, quantities } = readArtifact('report.junit.xml', output);
  assert.equal(state, 'measured', 'our own reader of test reports takes it for one');
  const count = (wanted: string) => quantities.find(({ name, scope }) => name === wanted && scope === undefined)?.value;
  assert.deepEqual([count('total'), count('failed')], [4, 2], 'information passes, as does a clean document');
});

test('GitHub annotations', () => {
  const output = githubFormatter.format(reportOf(handoff, notes, clean), plain);
  matchGolden('formatters/report.github.txt', output);
  const [first = ''] = output.split('\n');
  assert.match(first, /^::warning file=docs\/grün & blau\/HANDOFF 2\.md,line=2,endLine=2,col=6,endColumn=20,/);
  assert.match(first, /points to nothing\.%0AName the report\.$/, 'one line, whatever the message holds');
});

test('Markdown for a pull request', () =>
  matchGolden('formatters/report.md', markdownFormatter.format(reportOf(handoff, notes, clean), plain)));

test('words of a document are no markup, no workflow command and no markup language of reports', () => {
  const finding = notes.findings[0];
  assert.ok(finding);
  const message = '"a|b <img> *x* @team `c` [l](u)"\n::error::50% & "\u0001\ud800"';
  const hostile = reportOf(document('a,b:c [d](e).md', '', [{ ...finding, message }]));
  const annotations = githubFormatter.format(hostile, { ...plain, quiet: true });
  assert.equal(annotations.split('\n').filter((line) => line.startsWith('::')).length, 1);
  assert.match(annotations, /file=a%2Cb%3Ac \[d\]\(e\)\.md,/);
  assert.match(annotations, /50%25 &/);
  const markdown = markdownFormatter.format(hostile, plain);
  assert.match(markdown, /"a\\\|b \\<img\\> \\\*x\\\* @<!-- -->team \\`c\\` \\\[l\\\]\(u\)" ::error::50% \\& /);
  assert.match(markdown, /### \[a,b:c \\\[d\\\]\(e\)\.md\]\(a%2Cb%3Ac%20%5Bd%5D%28e%29\.md\)/);
  const xml = junitFormatter.format(hostile, plain);
  assert.equal(readArtifact('report.xml', xml).state, 'measured', 'well-formed');
});

test('SARIF tells of what is waived as suppressed in the source, with the reason', () => {
  const [finding] = handoff.findings;
  assert.ok(finding);
  const open = document(
    'docs/a.md',
    '- done\n- done\n- done\n- done',
    [{ ...finding, range: at(0, 0, 1) }],
    [
      { ...finding, range: at(1, 0, 1), reason: 'the client signs on paper', by: 'comment' },
      { ...finding, range: at(2, 0, 1), reason: undefined, by: 'comment' },
      { ...finding, range: at(3, 0, 1), reason: 'known', by: 'baseline' },
    ],
  );
  const results = checkSarif(sarifFormatter.format(reportOf(open, notes), plain));
  assert.deepEqual(
    results.map(({ location: { startLine }, suppressions }) => [startLine, suppressions]),
    [
      [1, []],
      [2, [{ kind: 'inSource', justification: 'the client signs on paper' }]],
      [3, [{ kind: 'inSource' }]],
      [4, [{ kind: 'external', justification: 'known' }]],
      [1, []],
    ],
  );
  assert.equal(new Set(results.map(({ fingerprint }) => fingerprint)).size, 5);
  const without = checkSarif(sarifFormatter.format(reportOf(handoff), plain));
  assert.ok(without.every(({ suppressions }) => suppressions === undefined));
});

test('SARIF names the pages of the tool where there are any', () => {
  const driverOf = (report: Report) =>
    (JSON.parse(sarifFormatter.format(report, plain)) as { runs: { tool: { driver: object } }[] }).runs[0]?.tool.driver;
  assert.ok(!('informationUri' in (driverOf(reportOf(clean)) ?? {})));
  const homepage = 'https://example.org/phase-docs';
  const report = { ...reportOf(clean), homepage };
  checkSarif(sarifFormatter.format(report, plain));
  assert.equal((driverOf(report) as { informationUri?: string }).informationUri, homepage);
});

test('a fingerprint stays when lines move and changes when the words do', () => {
  const finding = handoff.findings[0];
  assert.ok(finding);
  const fingerprintOf = (text: string, line: number, message: string) => {
    const moved = document('a.md', text, [{ ...finding, range: at(line, 0, 1), message }]);
    return checkSarif(sarifFormatter.format(reportOf(moved), plain))[0]?.fingerprint;
  };
  const original = fingerprintOf('- all done', 0, 'One claim.');
  assert.equal(fingerprintOf('\n\n*  All  done', 2, 'Two claims.'), original);
  assert.notEqual(fingerprintOf('- nothing done', 0, 'One claim.'), original);
});

test('findings that are alike have different fingerprints', () => {
  const finding = handoff.findings[0];
  assert.ok(finding);
  const twice = document('a.md', '- done\n- done', [
    { ...finding, range: at(0, 0, 1) },
    { ...finding, range: at(1, 0, 1) },
  ]);
  const [first, second] = checkSarif(sarifFormatter.format(reportOf(twice), plain));
  assert.notEqual(first?.fingerprint, second?.fingerprint);
});

test('nothing to report', () => {
  assert.equal(textFormatter.format(reportOf(clean), plain), 'Nothing to report in 1 document.\n');
  assert.match(textFormatter.format(reportOf(), plain), /^No phase documents found\./);
  assert.equal(textFormatter.format(reportOf(clean), { ...plain, quiet: true }), '');
  assert.equal(markdownFormatter.format(reportOf(clean), plain), '## Phase Docs: nothing to report in 1 document\n');
  assert.match(markdownFormatter.format(reportOf(), plain), /no phase documents found/);
  assert.match(junitFormatter.format(reportOf(), plain), /tests="0"/);
});

test('colours are only for terminals, and only if they are wanted', () => {
  const red = (...args: Parameters<typeof createPaint>) => createPaint(...args).red('x') !== 'x';
  assert.equal(red('auto', true, {}), true);
  assert.equal(red('auto', false, {}), false);
  assert.equal(red('auto', true, { NO_COLOR: '1' }), false);
  assert.equal(red('auto', true, { TERM: 'dumb' }), false);
  assert.equal(red('always', false, { NO_COLOR: '1' }), true);
  assert.equal(red('never', true, {}), false);
});

test('the page of a rule as text', () => {
  const page =
    '# id\n\nSee [the **guide**](x.md) and `**a**`.\n\n## Why\n\n```markdown invalid handoff\n# T\n\n**a**\n```\n';
  const text = 'id\n\nSee the guide and `**a**`.\n\nWHY\n\nReported:\n\n    # T\n\n    **a**\n';
  assert.equal(markdownToText(page), text);
});
