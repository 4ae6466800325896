/** Lists of places that somebody has to look at. */
import { obligationKinds, type InitiativeReport, type ReportItem } from '../phaseReport';
import { obligationCount, placeText, quietObligations, type ReportLinks } from '../reportWords';
import { markup, type Html } from './escape';

export function conflictSection({ conflicts }: InitiativeReport, id: string, links: ReportLinks): Html {
  return markup`<h3 id="${id}-conflicts">Conflicts</h3>
${conflicts.length === 0 ? markup`<p>No statement contradicts another one.</p>` : itemList(conflicts, links)}`;
}

export function obligationSection({ obligations }: InitiativeReport, id: string, links: ReportLinks): Html {
  const heading = markup`<h3 id="${id}-obligations">Open obligations</h3>
`;
  if (obligations.length === 0) return markup`${heading}<p>Nothing that was promised is still open.</p>`;
  const groups = obligationKinds.flatMap((kind) => {
    const items = obligations.filter((item) => item.kind === kind);
    if (items.length === 0) return [];
    const isOpen = !quietObligations.has(kind);
    return [
      markup`<details id="${id}-${kind.replace(' ', '-')}"${isOpen && markup` open`}><summary>${obligationCount(kind, items.length)}</summary>
${itemList(items, links)}</details>
`,
    ];
  });
  return markup`${heading}${groups}`;
}

/** A list never grows without bounds: further items are counted. */
const MOST_ITEMS = 500;

export function itemList(items: readonly ReportItem[], links: ReportLinks): Html {
  const shown = items.slice(0, MOST_ITEMS).map(
    ({
      place,
      words,
      source,
      related,
    }) => markup`<li>${placeLink(place, links)} ${words} <span class="muted">(${source})</span>${related
      .slice(0, MOST_RELATED)
      .map(
        (other) => markup`<span class="note">${placeLink(other.place, links)} ${other.words}</span>`,
      )}${more(related.length - MOST_RELATED)}</li>
`,
  );
  return markup`<ul>
${shown}</ul>${more(items.length - MOST_ITEMS)}`;
}

const MOST_RELATED = 4;

export function placeLink(place: ReportItem['place'], links: ReportLinks): Html {
  return markup`<a href="${links.toPlace(place)}">${placeText({ ...place, path: place.path.split('/').at(-1) ?? '' })}</a>`;
}

export function more(count: number): Html | false {
  return count > 0 && markup`<span class="note">and ${count} more</span>`;
}
