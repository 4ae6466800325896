import { test } from 'node:test';
import { formatReportJson } from '../../server/src/cli/formatters/reportJson';
import { formatReportPage } from '../../server/src/features/report/html/reportHtml';
import type { DocumentRow, PhaseReport, PhaseRow, ReportPlace } from '../../server/src/features/report/phaseReport';
import { formatReportMarkdown } from '../../server/src/features/report/reportMarkdown';
import { countVerdicts } from '../../server/src/features/report/verdictCounts';
import { matchGolden } from '../cli/support/runCli';

const folder = 'docs/ferry/001';
const at = (name: string, line: number): ReportPlace => {
  return { uri: `file:///w/${folder}/${name}`, path: `${folder}/${name}`, line, character: 2 };
};
const progress = (done: number, total: number, supported: number, claims: number): DocumentRow['progress'] => {
  return {
    state: 'done',
    declared: '✅ Complete',
    tasks: { done, total },
    claims: { supported, waived: 0, total: claims },
    explanation: 'Counted by hand.',
  };
};
const none = { errors: 0, warnings: 0, informations: 0 };

const handoffClaims: DocumentRow['claims'] = [
  {
    place: at('HANDOFF.md', 3),
    words: 'All <b>12</b> | tests pass',
    verdict: 'contradicted',
    note: 'Claimed: 12 · measured: 11',
  },
  { place: at('HANDOFF.md', 7), words: '100% done', verdict: 'unsupported', note: '' },
  { place: at('HANDOFF.md', 9), words: 'Coverage 90%', verdict: 'supported', note: '' },
];
const handoff: DocumentRow = {
  kind: 'handoff',
  title: 'Hand-off',
  place: at('HANDOFF.md', 0),
  status: { words: '✅ Complete', place: at('HANDOFF.md', 1) },
  progress: progress(1, 2, 1, 3),
  findings: { errors: 1, warnings: 1, informations: 0 },
  firstFinding: at('HANDOFF.md', 3),
  verdicts: countVerdicts(handoffClaims),
  claims: handoffClaims,
  openTasks: [{ place: at('HANDOFF.md', 12), words: 'Paint the hull', source: 'task', related: [] }],
};
const phase: PhaseRow = {
  label: 'Phase 1',
  phase: '1',
  progress: progress(1, 2, 1, 3),
  findings: handoff.findings,
  verdicts: handoff.verdicts,
  documents: [handoff],
  missing: ['notes'],
};
const prd: DocumentRow = {
  ...handoff,
  kind: 'prd',
  title: 'PRD',
  place: at('PRD.md', 0),
  status: undefined,
  progress: { ...progress(0, 0, 0, 0), state: 'unknown' },
  findings: none,
  firstFinding: undefined,
  verdicts: countVerdicts([]),
  claims: [],
  openTasks: [],
};
const report: PhaseReport = {
  initiatives: [
    {
      uri: `file:///w/${folder}`,
      name: 'ferry/001',
      folder,
      progress: progress(1, 2, 1, 3),
      findings: handoff.findings,
      verdicts: handoff.verdicts,
      kinds: [
        { kind: 'notes', title: 'Notes' },
        { kind: 'handoff', title: 'Hand-off' },
        { kind: 'prd', title: 'PRD' },
      ],
      phases: [
        phase,
        {
          label: 'Whole initiative',
          phase: undefined,
          progress: { ...progress(0, 0, 0, 0), state: 'unknown' },
          findings: none,
          verdicts: countVerdicts([]),
          documents: [prd],
          missing: [],
        },
      ],
      conflicts: [
        {
          place: at('HANDOFF.md', 3),
          words: 'Says 12, measured 11.',
          source: 'contradicted-claim',
          related: [{ place: at('junit.xml', 1), words: 'Measured: 11 of 12' }],
        },
      ],
      obligations: [
        {
          kind: 'deferred',
          place: at('HANDOFF.md', 14),
          words: 'Train the crew',
          source: 'left to phase 2',
          related: [],
        },
        { kind: 'risk', place: at('HANDOFF.md', 18), words: 'Fog', source: 'risk for phase 2', related: [] },
      ],
      requirements: [
        {
          place: at('PRD.md', 4),
          id: 'FR-1',
          words: 'Gates <close> | at once',
          tasks: [{ place: at('TODO.md', 2), state: '1/2', words: 'Gates (FR-1)' }],
          claims: [{ place: at('HANDOFF.md', 9), state: 'supported', words: 'Coverage 90%' }],
          evidence: [
            { words: `${folder}/junit.xml`, place: at('junit.xml', 0) },
            { words: '3f2a1bc', place: undefined },
          ],
          gaps: [],
        },
        {
          place: at('PRD.md', 5),
          id: undefined,
          words: 'Bells ring twice',
          tasks: [],
          claims: [{ place: at('HANDOFF.md', 7), state: 'unsupported', words: '100% done' }],
          evidence: [],
          gaps: ['task', 'evidence'],
        },
      ],
    },
  ],
  trend: {
    state: 'known',
    points: [
      { commit: 'abcd1234', date: '2026-02-03', verdicts: countVerdicts([]), tasks: { done: 0, total: 2 } },
      { commit: undefined, date: undefined, verdicts: handoff.verdicts, tasks: { done: 1, total: 2 } },
    ],
  },
};
const links = { toPlace: ({ path, line }: ReportPlace) => `${path}#L${line + 1}` };

test('a report as a page', () => matchGolden('report/report.html', formatReportPage(report, links)));

test('a report as Markdown', () => matchGolden('report/report.md', formatReportMarkdown(report, links)));

test('a report as JSON', () => {
  const places = { pathOf: ({ path }: ReportPlace) => path, folderOf: () => folder };
  matchGolden('report/report.json', formatReportJson(report, '1.2.3', places));
});
