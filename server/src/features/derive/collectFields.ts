/** Which fields documents of one kind begin or end with, and what they hold. */
import { classifyStatus } from '../../model/claims/statusWords';
import { readHeadingWords } from '../../schema/headingWords';
import type { ValueType } from '../../schema/schema';
import { blockFields } from '../../schema/sectionAnswers';
import { isDate } from '../../schema/valueTypes';
import { cleanHeading } from './collectSections';
import type { ParsedDocument, Section } from '../../syntax/document';
import { plainValue } from '../../syntax/inlineText';

export interface FieldGroup {
  readonly name: string;
  readonly names: readonly string[];
  readonly documents: ReadonlySet<number>;
  readonly type: ValueType;
  /** The usual ones of a status. */
  readonly values: readonly string[];
}

interface Collected {
  readonly names: Map<string, number>;
  readonly documents: Set<number>;
  readonly values: string[];
}

const longestValue = 40;
const mostValues = 6;

export function collectFields(documents: readonly ParsedDocument[]): readonly FieldGroup[] {
  const groups = new Map<string, Collected>();
  for (const [at, parsed] of documents.entries()) {
    const seen = new Set<string>();
    for (const section of ends(parsed)) {
      for (const { block } of section.content.blocks) {
        for (const { label, value } of blockFields(block)) {
          const key = readHeadingWords(label).plain.join(' ');
          if (value === '' || key === '' || seen.has(key)) continue;
          seen.add(key);
          const group = groups.get(key) ?? {
            names: new Map<string, number>(),
            documents: new Set<number>(),
            values: [],
          };
          groups.set(key, group);
          group.names.set(label, (group.names.get(label) ?? 0) + 1);
          group.documents.add(at);
          group.values.push(plainValue(value));
        }
      }
    }
  }
  return [...groups.values()]
    .map(toGroup)
    .sort((a, b) => b.documents.size - a.documents.size || (a.name < b.name ? -1 : 1));
}

/** Where fields of a document stand: up to the first section below the title, and in the last one. */
function ends({ sections }: ParsedDocument): readonly Section[] {
  return sections.filter(({ index }) => index <= 1 || index === sections.length - 1);
}

function toGroup({ names, documents, values }: Collected): FieldGroup {
  const ordered = [...names]
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .map(([name]) => name);
  const isMostly = (test: (value: string) => boolean): boolean => values.filter(test).length >= values.length * 0.9;
  const type: ValueType = isMostly(isDate)
    ? 'date'
    : /status/i.test(ordered[0] ?? '') && isMostly((value) => classifyStatus(value) !== undefined)
      ? 'status'
      : 'text';
  return {
    name: cleanHeading(ordered[0] ?? ''),
    names: [...new Set(ordered.map(cleanHeading))],
    documents,
    type,
    values: type === 'status' ? usualValues(values) : [],
  };
}

function usualValues(values: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const value of values) {
    const words = value.replace(/^[^\p{L}\p{N}]+/u, '');
    // What tells a phase or a percentage holds for one document.
    if (words !== '' && words.length <= longestValue && !/\d/.test(words))
      counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const ordered = [...counts].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
  return ordered.slice(0, mostValues).map(([value]) => value);
}
