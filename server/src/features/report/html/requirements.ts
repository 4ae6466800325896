/** What became of each requirement, step by step. */
import { countTrace } from '../../trace/countTrace';
import type { InitiativeReport, ReportedRequirement, TracedStep } from '../phaseReport';
import { placeText, traceText, type ReportLinks } from '../reportWords';
import { markup, type Html } from './escape';
import { more, placeLink } from './itemSections';

/** A list never grows without bounds; `phase-docs trace` shows all. */
const MOST_REQUIREMENTS = 500;
const MOST_STEPS = 6;

export function requirementSection({ name, requirements }: InitiativeReport, id: string, links: ReportLinks): Html {
  const heading = markup`<h3 id="${id}-requirements">Requirements</h3>
`;
  if (requirements.length === 0) return markup`${heading}<p>No document lists requirements.</p>`;
  const caption = `Requirements of ${name} from to-do list to evidence`;
  const rows = requirements.slice(0, MOST_REQUIREMENTS).map((requirement) => requirementRow(requirement, links));
  return markup`${heading}<p>${traceText(countTrace(requirements))}</p>
<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table aria-describedby="${id}-requirements-caption">
<caption id="${id}-requirements-caption">${caption}</caption>
<thead><tr><th scope="col">Requirement</th><th scope="col">To-do list</th><th scope="col">Claimed</th><th scope="col">Evidence</th></tr></thead>
<tbody>
${rows}</tbody>
</table></div>${more(requirements.length - MOST_REQUIREMENTS)}`;
}

function requirementRow(
  { place, id, words, tasks, claims, evidence, gaps }: ReportedRequirement,
  links: ReportLinks,
): Html {
  const label = id ?? 'no id';
  const lack = markup`<td class="lack">missing</td>`;
  const files = evidence.slice(0, MOST_STEPS).map(({ words: target, place: file }) => {
    const shown = target.split('/').at(-1) ?? target;
    return markup`<div>${file ? markup`<a href="${links.toPlace(file)}">${shown}</a>` : target}</div>`;
  });
  return markup`<tr><td class="words"><a href="${links.toPlace(place)}" aria-label="${label}, ${placeText(place)}">${label}</a> ${words}</td>${
    tasks.length === 0 ? lack : steps(tasks, links)
  }${claims.length === 0 ? lack : steps(claims, links)}${
    gaps.includes('evidence') && evidence.length === 0
      ? lack
      : markup`<td>${files}${more(evidence.length - MOST_STEPS)}${gaps.includes('evidence') && markup`<span class="note">bears nothing out</span>`}</td>`
  }</tr>
`;
}

function steps(all: readonly TracedStep[], links: ReportLinks): Html {
  const shown = all
    .slice(0, MOST_STEPS)
    .map(({ place, state }) => markup`<div>${state} ${placeLink(place, links)}</div>`);
  return markup`<td>${shown}${more(all.length - MOST_STEPS)}</td>`;
}
