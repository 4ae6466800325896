/** `phase-docs trace` as tables: Markdown for documents, CSV for spreadsheets. One row for each requirement. */
import { countTrace, taskState } from '../../features/trace/countTrace';
import type { TracePlace, TracedRequirement } from '../../features/trace/traceRequirements';
import type { ReportedTrace, TraceReport } from '../traceReport';
import { printable } from './printable';
import { evidenceText } from './traceText';

const columns = ['Requirement', 'Words', 'Place', 'Tasks', 'Claims', 'Evidence', 'Missing'] as const;

export function formatTraceMarkdown(report: TraceReport): string {
  const blocks = report.initiatives
    .filter(({ requirements }) => requirements.length > 0)
    .map((trace) => {
      const { requirements, planned, claimed, shown } = countTrace(trace.requirements);
      const rows = trace.requirements.map((traced) => cellsOf(traced, trace, report).map(markdownCell));
      return [
        `## ${markdownCell(trace.label)}`,
        '',
        ...[columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`),
        '',
        `Requirements: ${requirements}. In a to-do list: ${planned}. Claimed by a phase: ${claimed}. With evidence: ${shown}.`,
      ].join('\n');
    });
  return blocks.length === 0 ? 'No requirements found.\n' : `${blocks.join('\n\n')}\n`;
}

export function formatTraceCsv(report: TraceReport): string {
  const rows = report.initiatives.flatMap((trace) =>
    trace.requirements.map((traced) => [trace.path, ...cellsOf(traced, trace, report)]),
  );
  return [['Initiative', ...columns], ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

function cellsOf(
  { requirement, place, tasks, claims, gaps }: TracedRequirement,
  trace: ReportedTrace,
  { pathOf }: TraceReport,
): readonly string[] {
  const at = ({ uri, line }: TracePlace) => `${pathOf(uri)}:${line + 1}`;
  const evidence = new Set(claims.flatMap((claim) => claim.evidence.map((item) => evidenceText(item, trace))));
  return [
    requirement.id ?? '',
    requirement.words,
    at(place),
    tasks.map((task) => `${at(task)} ${taskState(task)}`).join('; '),
    claims.map((claim) => `${at(claim)} ${claim.verdict}`).join('; '),
    [...evidence].join('; '),
    gaps.join(', '),
  ];
}

/** Words of a document must not end the cell or become markup of their own. */
function markdownCell(text: string): string {
  return printable(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\|`*_<>[\]]/g, '\\$&');
}

/** Quoted where it has to be. What a spreadsheet would take for a formula gets an apostrophe before it. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
