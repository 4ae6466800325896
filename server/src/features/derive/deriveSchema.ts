/** A schema as a team's own documents have it, with a comment beside each entry on how many do. */
import { stringify } from 'yaml';
import { compileSchema } from '../../schema/compileSchema';
import { readHeadingWords } from '../../schema/headingWords';
import { matchSections } from '../../schema/matchSections';
import type { Schema } from '../../schema/schema';
import type { ParsedDocument } from '../../syntax/document';
import { collectFields, type FieldGroup } from './collectFields';
import { collectSections, type SectionGroup } from './collectSections';

export interface DerivedSchema {
  /** YAML with comments. */
  readonly text: string;
  readonly documents: number;
  /** Documents that have all that the schema requires. */
  readonly passing: number;
}

/** Shares of the documents from which on something is required, recommended, named at all. */
const shares = { required: 0.9, recommended: 0.5, named: 0.2 };
/** So many documents must have all that is required together. */
const passingShare = 0.8;
const mostAliases = 30;
/** Characters of a line. */
const widest = 110;
/** Words that many headings share and that say nothing of what is below. */
const weakWords: ReadonlySet<string> = new Set(
  [
    'and',
    'of',
    'the',
    'for',
    'to',
    'in',
    'a',
    'with',
    'on',
    'by',
    'from',
    'final',
    'detailed',
    'key',
    'overall',
    'phase',
  ].concat(['document', 'project', 'system', 'summary', 'status', 'test', 'success', 'new', 'next']),
);

/**
 * @param kind of the new schema
 * @param known schema of that kind, by which names that mean the same are recognised, and whose words are taken over
 */
export function deriveSchema(
  kind: string,
  documents: readonly ParsedDocument[],
  known: Schema | undefined,
): DerivedSchema {
  const total = documents.length;
  const least = Math.max(shares.named * total, Math.min(2, total));
  const sections = collectSections(documents, known).filter((group) => group.documents.size >= least);
  const fields = collectFields(documents).filter((group) => group.documents.size >= Math.max(least, total / 4));
  // The rarest are asked for last: together they must not leave too many documents behind.
  const wanted = sections
    .filter((group) => group.documents.size >= shares.required * total)
    .sort((a, b) => b.documents.size - a.documents.size);
  for (;;) {
    const required = new Set(wanted);
    const body = writeSchema(kind, total, sections, fields, required, known);
    const passing = countPassing(body, documents);
    if (passing >= passingShare * total || wanted.length === 0)
      return { text: writeHead(total, passing) + body, documents: total, passing };
    wanted.pop();
  }
}

function countPassing(text: string, documents: readonly ParsedDocument[]): number {
  const { schema } = compileSchema(text, 'derived.yaml');
  if (!schema) return 0;
  return documents.filter((parsed) => {
    const { matches } = matchSections(parsed, schema);
    return schema.sections.every(
      (section) => section.requirement !== 'required' || matches.get(section)?.state !== 'missing',
    );
  }).length;
}

function writeHead(total: number, passing: number): string {
  return [
    `# Made from ${total} ${total === 1 ? 'document' : 'documents'}, of which ${passing} pass. Change it as you like: the counts say how many have what.`,
    '# Required is what nine of ten have, recommended (offered, not reported) what half of them have.',
    '# To use it, name it in .phase-docs.yaml: schemas: [path/of/this/file.yaml]',
    '',
  ].join('\n');
}

function writeSchema(
  kind: string,
  total: number,
  sections: readonly SectionGroup[],
  fields: readonly FieldGroup[],
  required: ReadonlySet<SectionGroup>,
  known: Schema | undefined,
): string {
  const lines = [
    `kind: ${text(kind)}`,
    `title: ${text(known?.title ?? `Phase {phase} ${kind}`)}`,
    `description: ${text(known?.description ?? 'Say what such a document is for.')}`,
  ];
  if (fields.length > 0) lines.push('', 'fields:');
  for (const group of fields) lines.push(...writeField(group, total));
  if (sections.length > 0) lines.push('', '# In the order in which most documents have them.', 'sections:');
  for (const group of sections) lines.push(...writeSection(group, total, required.has(group)));
  return `${lines.join('\n')}\n`;
}

function writeField({ name, names, documents, type, values }: FieldGroup, total: number): readonly string[] {
  const share = documents.size / total;
  return [
    `  - name: ${text(name)} # ${countWords(documents.size, total)}`,
    ...listLine('    aliases', names.slice(1, mostAliases)),
    ...(share >= shares.recommended ? ['    required: recommended'] : []),
    ...(type === 'text' ? [] : [`    type: ${type}`]),
    '    where: ends',
    ...listLine('    values', values),
  ];
}

function writeSection(
  { name, names, documents, known }: SectionGroup,
  total: number,
  isRequired: boolean,
): readonly string[] {
  const share = documents.size / total;
  const aliases = names.slice(1, mostAliases).map((entry) => entry.name);
  const pattern = commonPattern(names);
  const template = known && known.template !== '' ? known.template : '- [ ] {?Say what belongs here}';
  return [
    `  - name: ${text(name)} # ${countWords(documents.size, total)}`,
    ...listLine('    aliases', [...(pattern === undefined ? [] : [pattern]), ...aliases]),
    ...(isRequired ? ['    required: true'] : share >= shares.recommended ? ['    required: recommended'] : []),
    ...(known?.description ? [`    description: ${text(known.description)}`] : []),
    '    template: |',
    ...template.split('\n').map((line) => (line === '' ? '' : `      ${line}`)),
  ];
}

/** A word that most of several names share, as a pattern: names of documents to come will have it as well. */
function commonPattern(names: SectionGroup['names']): string | undefined {
  if (names.length < 3) return undefined;
  const counts = new Map<string, number>();
  let all = 0;
  for (const { name, documents } of names) {
    all += documents;
    for (const word of new Set(readHeadingWords(name).plain)) counts.set(word, (counts.get(word) ?? 0) + documents);
  }
  const [best] = [...counts].filter(([word]) => !weakWords.has(word)).sort(([, a], [, b]) => b - a);
  return best && best[1] >= all * 0.6 ? `* ${best[0]} *` : undefined;
}

function countWords(count: number, total: number): string {
  return `in ${count} of ${total} (${Math.round((100 * count) / total)}%)`;
}

/** `key: [a, b]`, on several lines where it is long. */
function listLine(key: string, values: readonly string[]): readonly string[] {
  if (values.length === 0) return [];
  const line = `${key}: [${values.map(text).join(', ')}]`;
  if (line.length <= widest) return [line];
  const indent = `${/^ */.exec(key)?.[0] ?? ''}  `;
  const rows: string[] = [];
  let row = '';
  for (const value of values.map(text)) {
    if (row !== '' && indent.length + row.length + value.length + 3 > widest) {
      rows.push(`${row},`);
      row = '';
    }
    row += row === '' ? value : `, ${value}`;
  }
  return [`${key}: [`, ...[...rows, row].map((one) => indent + one), `${indent.slice(2)}]`];
}

/** A YAML scalar on one line, fit for a list in brackets. */
function text(value: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N} .()'/-]*$/u.test(value) && stringify(value, { lineWidth: 0 }).trim() === value
    ? value
    : JSON.stringify(value);
}
