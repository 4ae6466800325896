/** Below the numbers: each claim and each open task of a phase, with a link to its place. */
import { reportedVerdicts, type ReportedVerdict } from '../../claimReports';
import { countOf } from '../../countOf';
import type { InitiativeReport, PhaseRow, ReportedClaim } from '../phaseReport';
import { openVerdicts, type ReportLinks } from '../reportWords';
import { markup, type Html } from './escape';
import { itemList, more, placeLink } from './itemSections';

/** Of one verdict in one phase; `phase-docs claims` lists all. */
const MOST_CLAIMS = 300;

export function detailSection({ phases }: InitiativeReport, id: string, links: ReportLinks): Html {
  const parts = phases.map((phase, index) => phaseDetails(phase, `${id}-p${index + 1}`, links));
  return markup`<h3 id="${id}-details">Claims and tasks by phase</h3>
${parts}`;
}

function phaseDetails(phase: PhaseRow, id: string, links: ReportLinks): Html {
  const claims = phase.documents.flatMap((document) => document.claims);
  const tasks = phase.documents.flatMap(({ openTasks }) => openTasks);
  const lists = reportedVerdicts.flatMap((verdict) => {
    const some = claims.filter((claim) => claim.verdict === verdict);
    return some.length === 0 ? [] : [claimList(some, verdict, `${id}-${verdict}`, links)];
  });
  const open =
    tasks.length > 0 &&
    markup`<details id="${id}-tasks"><summary>${countOf(tasks.length, 'open task')}</summary>
${itemList(tasks, links)}</details>
`;
  const nothing = lists.length === 0 && tasks.length === 0 && markup`<p>No strong claims and no open tasks.</p>`;
  return markup`<h4 id="${id}" tabindex="-1">${phase.label}</h4>
<p class="muted">${phase.progress.explanation}</p>
${lists}${open}${nothing}
`;
}

/** What somebody has to look at stands open. */
function claimList(claims: readonly ReportedClaim[], verdict: ReportedVerdict, id: string, links: ReportLinks): Html {
  const items = claims.slice(0, MOST_CLAIMS).map(
    ({
      place,
      words,
      note,
    }) => markup`<li>${placeLink(place, links)} ${words}${note !== '' && markup`<span class="note">${note}</span>`}</li>
`,
  );
  const isOpen = openVerdicts.includes(verdict);
  return markup`<details id="${id}"${isOpen && markup` open`}><summary>${countOf(claims.length, 'claim')} ${verdict}</summary>
<ul>
${items}</ul>${more(claims.length - MOST_CLAIMS)}</details>
`;
}
