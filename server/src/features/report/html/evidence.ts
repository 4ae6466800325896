/** Strong claims by verdict: a chart, and the table with its numbers. */
import { reportedVerdicts, type ReportedVerdict } from '../../claimReports';
import { countOf } from '../../countOf';
import type { Progress } from '../../../protocol';
import type { InitiativeReport, VerdictCounts } from '../phaseReport';
import { totalOf, verdictMeanings } from '../verdictCounts';
import { horizontalBars } from './charts';
import { markup, type Html } from './escape';

export function evidenceSection({ name, phases, verdicts }: InitiativeReport, id: string): Html {
  const heading = markup`<h3 id="${id}-evidence">Evidence by verdict</h3>`;
  if (totalOf(verdicts) === 0) return markup`${heading}<p>No strong claims.</p>`;
  const rows = phases.filter((row) => totalOf(row.verdicts) > 0);
  const indexes = new Map(rows.map((row) => [row.label, phases.indexOf(row) + 1]));
  return markup`${heading}
<figure>
${horizontalBars(`${id}-chart`, `Strong claims of ${name} by verdict and phase`, rows)}
</figure>
${verdictTable(
  `${id}-evidence`,
  'Strong claims by phase and verdict',
  'Phase',
  rows.map(({ label, verdicts: counts, progress }) => ({ label, verdicts: counts, tasks: progress.tasks })),
  verdicts,
  (label, verdict) => `#${id}-p${indexes.get(label) ?? 0}${verdict === undefined ? '' : `-${verdict}`}`,
)}
<p class="muted">${reportedVerdicts
    .filter((verdict) => verdicts[verdict] > 0)
    .map((verdict) => `${verdict}: ${verdictMeanings[verdict]}`)
    .join('; ')}.</p>`;
}

export interface VerdictRow {
  readonly label: string;
  readonly verdicts: VerdictCounts;
  readonly tasks: Progress['tasks'];
}

/** @param target address of the claims of a row, of all or of one verdict; undefined if there is none */
export function verdictTable(
  id: string,
  caption: string,
  rowName: string,
  rows: readonly VerdictRow[],
  sum: VerdictCounts,
  target: (label: string, verdict?: ReportedVerdict) => string | undefined,
): Html {
  const shown = reportedVerdicts.filter((verdict) => sum[verdict] > 0);
  const head = shown.map((verdict) => markup`<th scope="col" class="number">${verdict}</th>`);
  const body = rows.map(({ label, verdicts, tasks }) => {
    const cells = shown.map((verdict) => {
      const count = verdicts[verdict];
      const link = count === 0 ? undefined : target(label, verdict);
      return markup`<td class="number">${numberLink(count, link, `${countOf(count, 'claim')} ${verdict}, ${label}`)}</td>`;
    });
    const share = tasks.total === 0 ? '–' : `${tasks.done}/${tasks.total}`;
    const all = numberLink(totalOf(verdicts), target(label), `${countOf(totalOf(verdicts), 'claim')}, ${label}`);
    const done = numberLink(share, tasks.total === 0 ? undefined : target(label), `${share} tasks done, ${label}`);
    return markup`<tr><th scope="row">${label}</th>${cells}<td class="number">${all}</td><td class="number">${done}</td></tr>
`;
  });
  return markup`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table aria-describedby="${id}-caption">
<caption id="${id}-caption">${caption}</caption>
<thead><tr><th scope="col">${rowName}</th>${head}<th scope="col" class="number">all claims</th><th scope="col" class="number">tasks done</th></tr></thead>
<tbody>
${body}</tbody>
</table></div>`;
}

/** A number that leads to what was counted. @param label begins with the number, for those who hear it alone */
export function numberLink(shown: number | string, target: string | undefined, label: string): Html {
  if (target === undefined) return markup`${shown}`;
  return markup`<a href="${target}" aria-label="${label}">${shown}</a>`;
}
