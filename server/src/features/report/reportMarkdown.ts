/** A report as Markdown, to paste into a pull request. */
import { reportedVerdicts } from '../claimReports';
import { markdownLink, markdownText } from '../markdownText';
import {
  obligationKinds,
  type InitiativeReport,
  type PhaseReport,
  type PhaseRow,
  type ReportedClaim,
  type ReportItem,
  type TracedStep,
  type Trend,
} from './phaseReport';
import {
  obligationCount,
  openVerdicts,
  openWorkOf,
  placeText,
  quietObligations,
  reportTitle,
  stateNames,
  stateSigns,
  summaryOf,
  traceText,
  type ReportLinks,
} from './reportWords';
import { countTrace } from '../trace/countTrace';
import { totalOf } from './verdictCounts';

/** More of a kind would bury the rest of a pull request. */
const MOST_ITEMS = 50;
/** Of one requirement. */
const MOST_STEPS = 4;

export function formatReportMarkdown({ initiatives, trend }: PhaseReport, links: ReportLinks): string {
  const blocks = [`# ${reportTitle}`];
  if (initiatives.length === 0) blocks.push('No phase documents were found.');
  for (const initiative of initiatives) blocks.push(...initiativeBlocks(initiative, links));
  if (initiatives.length > 0) blocks.push('## Trend', ...trendBlocks(trend));
  return `${blocks.join('\n\n')}\n`;
}

function initiativeBlocks(initiative: InitiativeReport, links: ReportLinks): readonly string[] {
  const { name, phases, conflicts, obligations } = initiative;
  const open = phases.flatMap(({ documents }) =>
    documents.flatMap(({ claims }) => claims.filter(({ verdict }) => openVerdicts.includes(verdict))),
  );
  return [
    `## ${markdownText(name)}`,
    `${summaryOf(initiative)}.`,
    matrix(initiative, links),
    '### Evidence by verdict',
    totalOf(initiative.verdicts) === 0
      ? 'No strong claims.'
      : verdictTable('phase', phases.filter(({ verdicts }) => totalOf(verdicts) > 0).map(toVerdictRow)),
    '### Conflicts',
    conflicts.length === 0 ? 'No statement contradicts another one.' : list(conflicts, (item) => itemLine(item, links)),
    '### Open obligations',
    ...obligationBlocks(obligations, links),
    ...requirementBlocks(initiative, links),
    ...(open.length === 0 ? [] : ['### Claims to look at', list(open, (claim) => claimLine(claim, links))]),
  ];
}

function obligationBlocks(obligations: InitiativeReport['obligations'], links: ReportLinks): readonly string[] {
  if (obligations.length === 0) return ['Nothing that was promised is still open.'];
  const counts = obligationKinds
    .map((kind) => ({ kind, count: obligations.filter((item) => item.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => obligationCount(kind, count));
  const listed = obligations.filter(({ kind }) => !quietObligations.has(kind));
  const summary = `${counts.join(', ')}.`;
  return listed.length === 0 ? [summary] : [summary, list(listed, (item) => itemLine(item, links))];
}

function requirementBlocks({ requirements }: InitiativeReport, links: ReportLinks): readonly string[] {
  if (requirements.length === 0) return [];
  const steps = (all: readonly TracedStep[]) =>
    all.length === 0
      ? '_missing_'
      : all
          .slice(0, MOST_STEPS)
          .map(({ place, state }) => markdownLink(state, links.toPlace(place)))
          .join(', ');
  const rows = requirements
    .slice(0, MOST_ITEMS)
    .map(({ place, id, words, tasks, claims, evidence, gaps }) => [
      `${markdownLink(id ?? 'no id', links.toPlace(place))} ${markdownText(words)}`,
      steps(tasks),
      steps(claims),
      [
        ...evidence
          .slice(0, MOST_STEPS)
          .map(({ words: target, place: file }) =>
            file ? markdownLink(target, links.toPlace(file)) : markdownText(target),
          ),
        ...(gaps.includes('evidence') ? ['_missing_'] : []),
      ].join(', '),
    ]);
  const rest = requirements.length - MOST_ITEMS;
  return [
    '### Requirements',
    traceText(countTrace(requirements)),
    table(['Requirement', 'To-do list', 'Claimed', 'Evidence'], rows),
    ...(rest > 0 ? [`and ${rest} more`] : []),
  ];
}

function matrix({ kinds, phases }: InitiativeReport, links: ReportLinks): string {
  const rows = phases.map((phase) => [
    phase.label,
    phase.phase === undefined ? '–' : statusOf(phase),
    openWorkOf(phase)
      .map(({ words }) => words)
      .join(', ') || 'nothing',
    ...kinds.map(({ kind }) => {
      const documents = phase.documents.filter((document) => document.kind === kind);
      if (documents.length === 0) return phase.missing.includes(kind) ? '_missing_' : '–';
      return documents
        .map(({ place, progress: { state, tasks } }) => {
          const link = markdownLink(`${stateSigns[state]} ${stateNames[state]}`, links.toPlace(place));
          return tasks.total === 0 ? link : `${link} ${tasks.done}/${tasks.total}`;
        })
        .join('<br>');
    }),
  ]);
  return table(['Phase', 'Status', 'Found open', ...kinds.map(({ title }) => title)], rows);
}

function statusOf({ progress: { state, declared } }: PhaseRow): string {
  return `${stateSigns[state]} ${stateNames[state]}${declared === undefined ? ' (not declared)' : ''}`;
}

interface VerdictRow {
  readonly label: string;
  readonly verdicts: PhaseRow['verdicts'];
}

function toVerdictRow({ label, verdicts }: PhaseRow): VerdictRow {
  return { label, verdicts };
}

function verdictTable(first: string, rows: readonly VerdictRow[]): string {
  const shown = reportedVerdicts.filter((verdict) => rows.some(({ verdicts }) => verdicts[verdict] > 0));
  const cells = rows.map(({ label, verdicts }) => [
    label,
    ...shown.map((verdict) => String(verdicts[verdict])),
    String(totalOf(verdicts)),
  ]);
  return table([first, ...shown, 'all'], cells);
}

function trendBlocks(trend: Trend): readonly string[] {
  if (trend.state === 'unknown') return [`Unknown: ${trend.reason}`];
  const rows = trend.points.map(({ commit, date, verdicts }) => ({
    label: commit === undefined ? 'now' : `${date ?? ''} ${commit}`,
    verdicts,
  }));
  return [verdictTable('version', rows)];
}

function itemLine({ place, words, source, related }: ReportItem, links: ReportLinks): string {
  const [other] = related;
  const end = other ? ` See ${markdownLink(placeText(other.place), links.toPlace(other.place))}.` : '';
  return `${markdownLink(placeText(place), links.toPlace(place))}: ${markdownText(words)}${end} (${markdownText(source)})`;
}

function claimLine({ place, words, verdict, note }: ReportedClaim, links: ReportLinks): string {
  const end = note === '' ? '' : ` (${markdownText(note)})`;
  return `${markdownLink(placeText(place), links.toPlace(place))}: **${verdict}**, ${markdownText(words)}${end}`;
}

function list<Item>(items: readonly Item[], toLine: (item: Item) => string): string {
  const lines = items.slice(0, MOST_ITEMS).map((item) => `- ${toLine(item)}`);
  if (items.length > MOST_ITEMS) lines.push(`- and ${items.length - MOST_ITEMS} more`);
  return lines.join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
