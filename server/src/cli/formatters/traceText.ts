/** `phase-docs trace` for people: below each requirement its tasks, claims and evidence, or what is missing. */
import { traceText } from '../../features/report/reportWords';
import { countTrace, taskState } from '../../features/trace/countTrace';
import type { TracedEvidence, TracedRequirement, TracePlace } from '../../features/trace/traceRequirements';
import type { Paint } from '../paint';
import type { ReportedTrace, TraceReport } from '../traceReport';
import { printable } from './printable';

/** More than that does not fit a line. */
const LONGEST = 100;

export function formatTraceText(report: TraceReport, paint: Paint): string {
  const traced = report.initiatives.filter(({ requirements }) => requirements.length > 0);
  const without = report.initiatives.filter(({ requirements }) => requirements.length === 0);
  const blocks = traced.map((trace) => formatInitiative(trace, report, paint));
  if (without.length > 0)
    blocks.push(`No requirements found in: ${without.map(({ path }) => printable(path)).join(', ')}.`);
  if (blocks.length === 0) return 'No phase documents found.\n';
  return `${blocks.join('\n\n')}\n`;
}

function formatInitiative(trace: ReportedTrace, report: TraceReport, paint: Paint): string {
  return [
    `${paint.bold(printable(trace.label))}  ${paint.dim(printable(trace.path))}`,
    ...trace.requirements.flatMap((traced) => formatRequirement(traced, trace, report, paint)),
    traceText(countTrace(trace.requirements)),
  ].join('\n');
}

function formatRequirement(
  { requirement, place, tasks, claims, mentions, gaps }: TracedRequirement,
  trace: ReportedTrace,
  { pathOf }: TraceReport,
  paint: Paint,
): readonly string[] {
  const at = ({ uri, line }: TracePlace) => paint.dim(`${printable(pathOf(uri))}:${line + 1}`);
  const named = requirement.id === undefined ? paint.yellow('(no id)') : paint.bold(printable(requirement.id));
  return [
    '',
    `  ${named}  ${short(requirement.words)}  ${at(place)}`,
    ...tasks.map((task) => `    task      ${taskState(task)}  ${short(task.words)}  ${at(task)}`),
    ...(gaps.includes('task') ? [paint.yellow('    task      none names it')] : []),
    ...claims.flatMap((claim) => [
      `    claim     ${claim.verdict}  ${short(claim.words)}  ${at(claim)}`,
      ...claim.evidence.map((evidence) => `    evidence  ${printable(evidenceText(evidence, trace))}`),
    ]),
    ...(claims.length === 0 ? mentions.map((mention) => `    named     ${short(mention.words)}  ${at(mention)}`) : []),
    ...(gaps.includes('claim') ? [paint.yellow('    claim     none')] : []),
    ...(gaps.includes('evidence') && !gaps.includes('claim') ? [paint.yellow('    evidence  none')] : []),
  ].map((line) => line.trimEnd());
}

/** A commit, an address or a path relative to the current folder. */
export function evidenceText({ target, isFile }: TracedEvidence, { fromRoot }: ReportedTrace): string {
  return isFile ? fromRoot(target) : target;
}

function short(words: string): string {
  const text = printable(words);
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…`;
}
