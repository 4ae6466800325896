import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatReportPage } from '../../server/src/features/report/html/reportHtml';
import type { PhaseReport, ReportPlace } from '../../server/src/features/report/phaseReport';
import { formatReportMarkdown } from '../../server/src/features/report/reportMarkdown';
import { reportedVerdicts } from '../../server/src/features/claimReports';
import { neverCancelled, type Host, type Past } from '../../server/src/host';
import { openWorkspace } from '../support/inMemoryWorkspace';

const links = { toPlace: ({ path, line }: ReportPlace) => `${path}#L${line + 1}` };
const withoutTrend = 'it was not asked for.';

const handoff = `# Phase 1 Handoff

**Status**: ✅ COMPLETE

## Results

- All 2 of 2 tests passed, see [report](junit.xml)
- Line coverage: 95%, see [coverage](gone.json)
- 100% of the records were imported

## Next Steps

- [x] Import
- [ ] Export <!-- later -->
`;
const junit =
  '<testsuite name="i" tests="2" failures="1"><testcase name="a"/><testcase name="b"><failure/></testcase></testsuite>';

async function reportOf(files: Readonly<Record<string, string>>): Promise<PhaseReport> {
  const { service, errors } = await openWorkspace(files);
  const report = await service.phaseReport(neverCancelled, { withoutTrend });
  assert.deepEqual(errors, []);
  return report;
}

const small = {
  '/docs/001/TODO001_phase1_handoff.md': handoff,
  '/docs/001/TODO001_phase2_prompt.md': '# Phase 2 Prompt\n',
  '/docs/001/PRD001.md': '# PRD\n\n- [ ] Approve\n',
  '/docs/001/junit.xml': junit,
};

test('a report has phases in order, then the initiative as a whole, and kinds as columns', async () => {
  const { initiatives, trend } = await reportOf(small);
  const [initiative, ...others] = initiatives;
  assert.ok(initiative && others.length === 0);
  assert.deepEqual(
    initiative.phases.map(({ label }) => label),
    ['Phase 1', 'Phase 2', 'Whole initiative'],
  );
  const { kinds } = initiative;
  const columns = kinds.map(({ kind }) => kind);
  assert.ok(columns.includes('handoff') && columns.includes('prd'));
  assert.ok(
    columns.indexOf('prompt') < columns.indexOf('handoff') && columns.indexOf('handoff') < columns.indexOf('prd'),
  );
  assert.ok(
    initiative.phases[1]?.missing.every((kind) => columns.includes(kind)),
    'what is missing has a column',
  );
  assert.deepEqual(trend, { state: 'unknown', reason: withoutTrend });
});

test('claims are counted by verdict, and every count is the length of a list with places', async () => {
  const [initiative] = (await reportOf(small)).initiatives;
  const [phase] = initiative?.phases ?? [];
  assert.ok(phase);
  assert.equal(phase.verdicts.contradicted, 1);
  assert.equal(phase.verdicts.broken, 1);
  const claims = phase.documents.flatMap((document) => document.claims);
  for (const verdict of reportedVerdicts)
    assert.equal(claims.filter((claim) => claim.verdict === verdict).length, phase.verdicts[verdict], verdict);
  const contradicted = claims.find(({ verdict }) => verdict === 'contradicted');
  assert.equal(contradicted?.place.line, 6);
  assert.match(contradicted.note, /Claimed: .*measured: /);
  assert.match(claims.find(({ verdict }) => verdict === 'broken')?.note ?? '', /gone\.json: not found/);
  const tasks = phase.documents.flatMap(({ openTasks }) => openTasks);
  assert.deepEqual(
    tasks.map(({ words, place }) => [words.trim(), place.line]),
    [['Export', 13]],
  );
  assert.equal(tasks.length, phase.progress.tasks.total - phase.progress.tasks.done);
});

test('a conflict shows both ends', async () => {
  const [initiative] = (await reportOf(small)).initiatives;
  const conflict = initiative?.conflicts.find(({ source }) => source === 'contradicted-claim');
  assert.equal(conflict?.place.path, 'docs/001/TODO001_phase1_handoff.md');
  assert.equal(conflict.related[0]?.place.path, 'docs/001/junit.xml');
});

test('what was promised and is answered nowhere is open', async () => {
  const report = await reportOf({
    '/docs/001/TODO001_phase1_prompt.md':
      '# Phase 1 Prompt\n\n## Expected Outputs\n\n- @TODO001_phase1_notes.md - what was done\n- @TODO001_phase1_handoff.md - the state\n',
    '/docs/001/TODO001_phase1_handoff.md':
      '# Phase 1 Handoff\n\n**Status**: Complete\n\n## Deferred Items\n\n- Paint the northern buoys\n- Replace the lamp of the pier\n',
    '/docs/001/TODO001_phase2_notes.md': '# Phase 2 Notes\n\n- [x] Paint the northern buoys\n',
  });
  const [initiative] = report.initiatives;
  assert.deepEqual(
    initiative?.obligations.map(({ kind, words, source, place }) => [kind, words, source, place.line]),
    [
      ['output', '@TODO001_phase1_notes.md - what was done', 'output of phase 1', 4],
      ['deferred', 'Replace the lamp of the pier', 'left to phase 2', 7],
    ],
  );
});

test('prose is open until the phase that may answer it has begun', async () => {
  const handoff =
    '# Phase 1 Handoff\n\n## Next Steps\n\n- Paint the northern buoys\n- [ ] Replace the lamp of the pier\n\n## Risks\n\n- Storms from the west\n';
  const wordsOf = async (files: Readonly<Record<string, string>>) => {
    const [initiative] = (await reportOf({ '/docs/001/TODO001_phase1_handoff.md': handoff, ...files })).initiatives;
    return initiative?.obligations.map(({ words }) => words);
  };
  assert.deepEqual(await wordsOf({ '/docs/001/PHASE2_PROMPT.md': '# Phase 2 Prompt\n' }), [
    'Paint the northern buoys',
    'Replace the lamp of the pier',
    'Storms from the west',
  ]);
  assert.deepEqual(await wordsOf({ '/docs/001/TODO001_phase2_notes.md': '# Phase 2 Notes\n' }), [
    'Replace the lamp of the pier',
  ]);
});

test('requirements are followed to their evidence, each step with its place', async () => {
  const report = await reportOf({
    '/docs/001/PRD001.md':
      '# PRD\n\n## Requirements\n\n- **FR-1**: Gates close at once\n- **FR-2**: Bells ring twice\n',
    '/docs/001/TODO001.md': '# To do\n\n- [x] Gates (FR-1)\n',
    '/docs/001/TODO001_phase1_handoff.md':
      '# Phase 1 Handoff\n\n## Results\n\n- FR-1: all 2 tests passed: `junit.xml`\n',
    '/docs/001/junit.xml': '<testsuite name="i" tests="2"><testcase name="a"/><testcase name="b"/></testsuite>',
  });
  const [initiative] = report.initiatives;
  assert.deepEqual(
    initiative?.requirements.map(({ id, place, tasks, claims, evidence, gaps }) => [
      id,
      place.line,
      tasks.map((task) => `${task.state} ${task.place.path}`),
      claims.map((claim) => `${claim.state} ${claim.place.line}`),
      evidence.map((one) => one.place?.uri),
      gaps,
    ]),
    [
      ['FR-1', 4, ['done docs/001/TODO001.md'], ['supported 4'], ['file:///w/docs/001/junit.xml'], []],
      ['FR-2', 5, [], [], [], ['task', 'claim', 'evidence']],
    ],
  );
});

test('the status is told as declared, beside what was found open', async () => {
  const report = await reportOf(small);
  const page = formatReportPage(report, links);
  assert.match(page, /✔ done<span class="note">✅ COMPLETE<\/span>/);
  assert.match(page, /1 open task<\/a>, <a [^>]*>\d claims? without support/);
  assert.match(page, /not declared/);
});

test('every number and name leads somewhere', async () => {
  const page = formatReportPage(await reportOf(small), links);
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length, 'ids are unique');
  const targets = [...page.matchAll(/ href="([^"]+)"/g)].map(([, target = '']) => target);
  assert.ok(targets.length > 20);
  for (const target of targets) {
    if (target.startsWith('#')) assert.ok(ids.includes(target.slice(1)), `${target} is nowhere`);
    else {
      const [, path = '', line] = /^(.+)#L(\d+)$/.exec(target) ?? [];
      const text: string | undefined = (small as Readonly<Record<string, string>>)[`/${path}`];
      assert.ok(text !== undefined && Number(line) <= text.split('\n').length, `${target} is nowhere`);
    }
  }
});

test('a page needs nothing from elsewhere and runs nothing', async () => {
  const page = formatReportPage(await reportOf(small), links);
  assert.match(page, /Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline';/);
  assert.doesNotMatch(page, /<script|<link|<img|<iframe|\bsrc=|@import|url\((?!#)/);
  assert.doesNotMatch(page.replaceAll('http://www.w3.org/2000/svg', ''), /https?:/);
});

test('words of documents are words, in HTML and in Markdown', async () => {
  const steer = `"><script>alert(1)</script> | @team \`x\` ${String.fromCharCode(0x202e)}\u0007`;
  const report = await reportOf({
    '/docs/001/TODO001_phase1_handoff.md': `# Phase 1 ${steer}\n\n**Status**: ✅ COMPLETE ${steer}\n\n100% of the <b>records</b> ${steer} imported\n`,
    '/docs/<i>"a"&/TODO001_phase1_handoff.md': '# Phase 1\n\n100% of the records imported\n',
  });
  const page = formatReportPage(report, links);
  assert.doesNotMatch(page, /<script|<b>|<i>|\u0007/);
  assert.match(page, /&lt;script&gt;/);
  const markdown = formatReportMarkdown(report, links);
  assert.doesNotMatch(markdown, /(?<!\\)<(?:script|b|i)>|@team/);
});

test('no documents, no claims', async () => {
  assert.match(formatReportPage(await reportOf({}), links), /No phase documents were found/);
  assert.match(formatReportMarkdown(await reportOf({}), links), /No phase documents were found/);
  const plain = await reportOf({ '/docs/001/TODO001_phase1_prompt.md': '# Phase 1 Prompt\n' });
  assert.match(formatReportPage(plain, links), /No strong claims\./);
  assert.match(formatReportMarkdown(plain, links), /No strong claims\./);
});

/** Versions of one hand-off, the oldest first; the time of each is its number of days. */
function pastOf(versions: readonly string[]): Past & { readonly disposed: () => number } {
  let disposed = 0;
  const hashOf = (index: number) => String(index).padStart(40, 'a');
  return {
    disposed: () => disposed,
    revisions: () =>
      Promise.resolve(
        versions.map((_, index) => ({ hash: hashOf(index), committedAt: (index + 1) * 86_400 })).reverse(),
      ),
    at: (_root, hash) => {
      const text = versions[versions.findIndex((_, index) => hashOf(index) === hash)];
      const host: Host = {
        listFiles: () => Promise.resolve([{ path: 'docs/001/TODO001_phase1_handoff.md' }]),
        readFile: () => Promise.resolve(text),
      };
      return Promise.resolve({ host, dispose: () => disposed++ });
    },
  };
}

const claiming = (count: number) =>
  `# Phase 1 Handoff\n\n${Array.from({ length: count }, (_, index) => `- 100% of the records of area ${index} were imported\n`).join('')}- [x] Import\n`;

test('the trend counts again what the history holds, the oldest first, and ends now', async () => {
  const past = pastOf([claiming(1), claiming(3)]);
  const { service } = await openWorkspace(
    { '/docs/001/TODO001_phase1_handoff.md': claiming(4) },
    undefined,
    undefined,
    undefined,
    past,
  );
  const { trend } = await service.phaseReport(neverCancelled);
  assert.ok(trend.state === 'known');
  assert.deepEqual(
    trend.points.map(({ date, verdicts, tasks }) => [date, verdicts.unsupported, tasks.done]),
    [
      ['1970-01-02', 1, 1],
      ['1970-01-03', 3, 1],
      [undefined, 4, 1],
    ],
  );
  assert.equal(past.disposed(), 2);
  assert.match(formatReportPage({ initiatives: [], trend }, links), /No phase documents/);
});

test('of a long history the first, the last and some between are read', async () => {
  const past = pastOf(Array.from({ length: 100 }, (_, index) => claiming(index + 1)));
  const { service } = await openWorkspace(
    { '/docs/001/TODO001_phase1_handoff.md': claiming(1) },
    undefined,
    undefined,
    undefined,
    past,
  );
  const { trend } = await service.phaseReport(neverCancelled);
  assert.ok(trend.state === 'known');
  const counts = trend.points.map(({ verdicts }) => verdicts.unsupported);
  assert.deepEqual(counts, [1, 15, 29, 43, 58, 72, 86, 100, 1]);
});

test('without version control the trend is unknown, and the report says so', async () => {
  const files = { '/docs/001/TODO001_phase1_handoff.md': claiming(1) };
  const { service } = await openWorkspace(files);
  const report = await service.phaseReport(neverCancelled);
  assert.ok(report.trend.state === 'unknown');
  assert.match(formatReportPage(report, links), /<p>Unknown: version control is not asked here/);
  assert.match(formatReportMarkdown(report, links), /^Unknown: version control is not asked here/m);
  const nothing: Past = { revisions: () => Promise.resolve(undefined), at: () => Promise.resolve(undefined) };
  const other = await openWorkspace(files, undefined, undefined, undefined, nothing);
  const { trend } = await other.service.phaseReport(neverCancelled);
  assert.deepEqual(trend, { state: 'unknown', reason: 'there is no version control here, or it gives no answer.' });
});
