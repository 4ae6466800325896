/** `phase-docs status` as a table: initiatives, their phases, their documents. */
import type { DocumentNode, FindingCounts, InitiativeNode, Progress, ProgressState } from '../../protocol';
import type { Paint } from '../paint';
import type { StatusInitiative } from '../report';
import { countOf } from '../../features/countOf';
import { formatChain } from './chainText';
import { printable } from './printable';

interface Row {
  readonly depth: number;
  readonly name: string;
  readonly file: string;
  readonly progress: Progress;
  readonly counts: FindingCounts;
}

const headings = ['', '', 'STATE', 'TASKS', 'CLAIMS', 'FINDINGS'];

export function formatStatusText(initiatives: readonly StatusInitiative[], paint: Paint): string {
  const groups = initiatives.map((initiative) => ({ initiative, rows: initiativeRows(initiative.node) }));
  if (groups.length === 0) return 'No phase documents found.\n';
  const table = [headings, ...groups.flatMap(({ rows }) => rows.map(cellsOf))];
  const widths = headings.map((_, column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const blocks = groups.map(({ initiative, rows }) =>
    [
      paint.bold(printable(initiative.path)),
      paint.dim(line(headings)),
      ...rows.map((row) => paintState(row.progress.state, paint)(line(cellsOf(row)))),
      ...formatChain(initiative, paint),
    ].join('\n'),
  );
  return `${blocks.join('\n\n')}\n\nTASKS are ticked of all; CLAIMS are those with evidence of all strong ones.\n`;
}

function initiativeRows(node: InitiativeNode): readonly Row[] {
  return [
    { depth: 0, name: node.label, file: '', progress: node.progress, counts: node.counts },
    ...node.documents.map((document) => documentRow(document, 1)),
    ...node.phases.flatMap((phase) => [
      { depth: 1, name: phase.label, file: '', progress: phase.progress, counts: phase.counts },
      ...phase.documents.map((document) => documentRow(document, 2)),
    ]),
  ];
}

function documentRow({ label, description, progress, counts }: DocumentNode, depth: number): Row {
  return { depth, name: label, file: description, progress, counts };
}

function cellsOf({ depth, name, file, progress, counts }: Row): readonly string[] {
  const { state, tasks, claims } = progress;
  return [
    `${'  '.repeat(depth)}${printable(name)}`,
    printable(file),
    state === 'unknown' ? '' : state,
    tasks.total > 0 ? `${tasks.done}/${tasks.total}` : '',
    formatClaims(claims),
    formatCounts(counts),
  ];
}

/** `2/6, 1 waived`: a waived claim counts as neither supported nor open. */
function formatClaims({ supported, waived, total }: Progress['claims']): string {
  const counted = total - waived;
  return [counted > 0 ? `${supported}/${counted}` : '', waived > 0 ? `${waived} waived` : '']
    .filter(Boolean)
    .join(', ');
}

function formatCounts({ errors, warnings, informations }: FindingCounts): string {
  return [
    errors > 0 ? countOf(errors, 'error') : '',
    warnings > 0 ? countOf(warnings, 'warning') : '',
    informations > 0 ? countOf(informations, 'information') : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function paintState(state: ProgressState, paint: Paint): (text: string) => string {
  switch (state) {
    case 'done':
      return paint.green;
    case 'failed':
    case 'blocked':
      return paint.red;
    case 'partial':
    case 'active':
      return paint.yellow;
    case 'planned':
    case 'cancelled':
    case 'unknown':
      return (text) => text;
  }
}
