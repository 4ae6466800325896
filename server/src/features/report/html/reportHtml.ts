/** A report as HTML. Reads without scripts; every number is a link to what was counted. */
import { verbFor } from '../../countOf';
import type { InitiativeReport, PhaseReport, Trend } from '../phaseReport';
import { addVerdicts } from '../verdictCounts';
import { claimsText, findingTexts, reportTitle, tasksText, type ReportLinks } from '../reportWords';
import { verticalBars } from './charts';
import { markup, type Html } from './escape';
import { conflictSection, obligationSection } from './itemSections';
import { matrixSection } from './matrix';
import { evidenceSection, verdictTable } from './evidence';
import { detailSection } from './details';
import { requirementSection } from './requirements';
import { reportStyle } from './style';

/** One file that holds everything: no address is fetched, no script runs. */
export function formatReportPage(report: PhaseReport, links: ReportLinks): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${reportTitle}</title>
<style>
${reportStyle('page')}</style>
</head>
<body>
${formatReportBody(report, links)}
</body>
</html>
`;
}

/** What stands in the body, for a page of somebody else. */
export function formatReportBody({ initiatives, trend }: PhaseReport, links: ReportLinks): string {
  const sections = initiatives.map((initiative, index) => initiativeSection(initiative, `i${index + 1}`, links));
  const header = markup`<header>
<h1>${reportTitle}</h1>
<p>${initiatives.length === 0 ? 'No phase documents were found.' : totals(initiatives)}</p>
${initiatives.length > 0 && contents(initiatives)}
</header>
<main>
${sections}
${initiatives.length > 0 && trendSection(trend)}
</main>`;
  return header.text;
}

function totals(initiatives: readonly InitiativeReport[]): string {
  const phases = initiatives.reduce(
    (sum, { phases: rows }) => sum + rows.filter(({ phase }) => phase !== undefined).length,
    0,
  );
  const documents = initiatives.reduce(
    (sum, { phases: rows }) => sum + rows.reduce((part, row) => part + row.documents.length, 0),
    0,
  );
  const words = (count: number, one: string, several: string) => `${count} ${verbFor(count, one, several)}`;
  return [
    words(initiatives.length, 'initiative', 'initiatives'),
    words(phases, 'phase', 'phases'),
    words(documents, 'document', 'documents'),
  ].join(', ');
}

function contents(initiatives: readonly InitiativeReport[]): Html {
  const items = initiatives.map(({ name }, index) => markup`<li><a href="#i${index + 1}">${name}</a></li>`);
  return markup`<nav aria-label="Contents"><ul>${items}<li><a href="#trend">Trend</a></li></ul></nav>`;
}

function initiativeSection(initiative: InitiativeReport, id: string, links: ReportLinks): Html {
  return markup`<section aria-labelledby="${id}">
<h2 id="${id}" tabindex="-1">${initiative.name}</h2>
<p class="muted">${initiative.folder !== '' && markup`<code>${initiative.folder}</code>: `}${summary(initiative, id)}</p>
${matrixSection(initiative, id, links)}
${evidenceSection(initiative, id)}
${conflictSection(initiative, id, links)}
${obligationSection(initiative, id, links)}
${requirementSection(initiative, id, links)}
${detailSection(initiative, id, links)}
</section>
`;
}

function summary({ progress, findings }: InitiativeReport, id: string): Html {
  const parts = [
    { words: tasksText(progress.tasks), target: `#${id}-details` },
    { words: claimsText(progress.claims), target: `#${id}-evidence` },
    ...findingTexts(findings).map((words) => ({ words, target: `#${id}-matrix` })),
  ].filter(({ words }) => words !== '');
  return markup`${parts.map(({ words, target }, index) => markup`${index > 0 && ', '}<a href="${target}">${words}</a>`)}`;
}

function trendSection(trend: Trend): Html {
  return markup`<section aria-labelledby="trend">
<h2 id="trend" tabindex="-1">Trend</h2>
${trend.state === 'unknown' ? markup`<p>Unknown: ${trend.reason}</p>` : drawTrend(trend.points)}
</section>`;
}

function drawTrend(points: Extract<Trend, { state: 'known' }>['points']): Html {
  const rows = points.map(({ commit, date, verdicts, tasks }) => ({
    label: commit === undefined ? 'Now' : `${date ?? ''} ${commit}`,
    verdicts,
    tasks,
  }));
  const bars = points.map(({ date, verdicts }) => ({ label: date ?? 'now', verdicts }));
  return markup`<p class="muted">Strong claims by verdict, read again from the versions of the documents that the history holds.
Whether evidence is stale is judged for now only.</p>
<figure>
${verticalBars('trend-chart', 'Strong claims by verdict over the history', bars)}
</figure>
${verdictTable('trend', 'Strong claims and tasks by version', 'Version', rows, addVerdicts(rows.map(({ verdicts }) => verdicts)), () => undefined)}`;
}
