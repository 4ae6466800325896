/** Phases by rows, kinds of documents by columns; in each cell how the document stands. */
import type { DocumentRow, InitiativeReport, PhaseRow } from '../phaseReport';
import { findingTexts, openVerdicts, openWorkOf, stateNames, stateSigns, type ReportLinks } from '../reportWords';
import { numberLink } from './evidence';
import { markup, type Html } from './escape';

export function matrixSection({ name, kinds, phases }: InitiativeReport, id: string, links: ReportLinks): Html {
  const head = kinds.map(({ title }) => markup`<th scope="col">${title}</th>`);
  const rows = phases.map((phase, index) => {
    const cells = kinds.map(({ kind }) => {
      const documents = phase.documents.filter((document) => document.kind === kind);
      if (documents.length > 0) return markup`<td>${documents.map((document) => documentCell(document, links))}</td>`;
      return phase.missing.includes(kind) ? markup`<td class="lack">missing</td>` : markup`<td class="muted">–</td>`;
    });
    return markup`<tr>${phaseCell(phase, `${id}-p${index + 1}`)}${cells}</tr>
`;
  });
  const caption = `Phases and documents of ${name}`;
  return markup`<h3 id="${id}-matrix">Phases and documents</h3>
<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table aria-describedby="${id}-matrix-caption">
<caption id="${id}-matrix-caption">Each phase with the status that it declares, what was found open, and its documents</caption>
<thead><tr><th scope="col">Phase</th><th scope="col">Status</th><th scope="col">Found open</th>${head}</tr></thead>
<tbody>
${rows}</tbody>
</table></div>`;
}

function phaseCell(phase: PhaseRow, id: string): Html {
  const { label, progress } = phase;
  const status = phase.phase === undefined ? '–' : `${stateSigns[progress.state]} ${stateNames[progress.state]}`;
  const source = phase.phase !== undefined && markup`<span class="note">${progress.declared ?? 'not declared'}</span>`;
  return markup`<th scope="row"><a href="#${id}">${label}</a></th><td>${status}${source}</td><td class="open">${openWork(phase, id)}</td>`;
}

/** Each number leads to the list below. */
function openWork(phase: PhaseRow, id: string): Html | string {
  const parts = openWorkOf(phase);
  if (parts.length === 0) return 'nothing open';
  const links = parts.map(({ words, what }) =>
    numberLink(words, `#${id}${what === 'tasks' ? '-tasks' : ''}`, `${words}, ${phase.label}`),
  );
  return markup`${links.map((link, index) => (index === 0 ? link : markup`, ${link}`))}`;
}

function documentCell(document: DocumentRow, links: ReportLinks): Html {
  const { place, status, progress, title } = document;
  const words = `${stateSigns[progress.state]} ${stateNames[progress.state]}`;
  const name = place.path.split('/').at(-1) ?? '';
  return markup`<div><a href="${links.toPlace(status?.place ?? place)}" aria-label="${words}: ${title}, ${name}">${words}</a>${numbersOf(document, links)}</div>`;
}

/** `3/5 tasks · 2/7 claims · 1 error`: each leads to the first that is open. */
function numbersOf(document: DocumentRow, links: ReportLinks): Html | false {
  const { progress, findings, claims, openTasks, firstFinding, place, title } = document;
  const { tasks } = progress;
  const parts: Html[] = [];
  if (tasks.total > 0) {
    const target = links.toPlace(openTasks[0]?.place ?? place);
    const label = `${tasks.done}/${tasks.total} tasks done, ${title}`;
    parts.push(numberLink(`${tasks.done}/${tasks.total} tasks`, target, label));
  }
  if (claims.length > 0) {
    const open = claims.find(({ verdict }) => openVerdicts.includes(verdict));
    const share = `${document.verdicts.supported}/${claims.length} claims`;
    parts.push(numberLink(share, links.toPlace((open ?? claims[0])?.place ?? place), `${share} supported, ${title}`));
  }
  for (const found of findingTexts(findings)) {
    if (firstFinding) parts.push(numberLink(found, links.toPlace(firstFinding), `${found}, ${title}`));
  }
  if (parts.length === 0) return false;
  return markup`<span class="cell-numbers">${parts.map((part, index) => (index === 0 ? part : markup` · ${part}`))}</span>`;
}
