/** How a new record goes on counting: `DEC-004: ` after `DEC-003: …`, `4. ` after `3. …`. */
import type { PhaseDocument } from '../model/phaseDocument';
import type { ProjectView } from '../model/project';
import type { RecordSchema } from '../schema/schema';
import { plainText } from '../syntax/inlineText';
import type { Section } from '../syntax/document';

/** `DEC-003: `, `3. `, `Decision 3 – `: prefix, number, and what parts it from the title. */
const START = /^([A-Z]{1,8}[-_]|[A-Za-z]{1,20} |)(\d{1,6})(\s*[:.)–—-]\s*|\s+)(?=\S|$)/;

interface Start {
  readonly prefix: string;
  /** With its leading zeros. */
  readonly digits: string;
  readonly separator: string;
}

/**
 * @param own the section whose heading is being written
 * @param level of that heading, from 1
 * @returns what comes before the title of the new record; empty where those beside it are not counted
 */
export function nextRecordStart(
  document: PhaseDocument,
  own: Section,
  level: number,
  record: RecordSchema,
  project: ProjectView | undefined,
): string {
  const siblings = document.parsed.sections.filter(
    ({ content, index, parent }) => content.heading?.level === level && parent === own.parent && index !== own.index,
  );
  const starts = siblings.flatMap(({ content }) =>
    readStart(content.heading ? plainText(content.heading.inline) : '', record),
  );
  const last = starts.at(-1);
  if (!last) return '';
  const alike = starts.filter(({ prefix }) => prefix === last.prefix).map(({ digits }) => Number(digits));
  const next = String(Math.max(...alike, ...numbersElsewhere(last.prefix, document, project)) + 1);
  const separator = /\s$/.test(last.separator) ? last.separator : `${last.separator} `;
  return `${last.prefix}${next.padStart(last.digits.length, '0')}${separator}`;
}

function readStart(title: string, { numbered, hasIds, otherIds }: RecordSchema): readonly Start[] {
  const [, prefix, digits, separator] = START.exec(title) ?? [];
  if (prefix === undefined || digits === undefined || separator === undefined) return [];
  const isId = /[-_]$/.test(prefix);
  if (isId ? !hasIds || otherIds.includes(prefix.slice(0, -1)) : prefix === '' && !numbered) return [];
  return [{ prefix, digits, separator }];
}

/** Ids are given once in an initiative; plain numbers begin anew in each section. */
function numbersElsewhere(
  prefix: string,
  document: PhaseDocument,
  project: ProjectView | undefined,
): readonly number[] {
  if (!project || !/[-_]$/.test(prefix)) return [];
  const related = project.documents.filter(({ identity }) => identity.initiative === document.identity.initiative);
  return related
    .flatMap(({ facts }) => facts.named.ids)
    .filter(({ id }) => id.startsWith(prefix) && /^\d{1,6}$/.test(id.slice(prefix.length)))
    .map(({ id }) => Number(id.slice(prefix.length)));
}
