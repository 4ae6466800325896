/** What a schema wants of a section or field, in Markdown. */
import { citation } from '../schema/schema';
import type { FieldSchema, NamedSchema, Requirement, SectionSchema, ValueType } from '../schema/schema';
import { offeredValues } from './offeredValues';

const requirements: Readonly<Record<Requirement, string>> = {
  required: 'Required',
  recommended: 'Recommended',
  optional: 'Optional',
};
const types: Readonly<Partial<Record<ValueType, string>>> = {
  date: 'A date such as 2025-03-31.',
  percentage: 'A percentage.',
  number: 'A number.',
  boolean: 'true or false.',
  reference: 'A link or path that leads to something.',
};

export function describeSection(section: SectionSchema): string {
  const { tables, data, records, fields, minimumTasks, requires } = section;
  const wants = [
    ...fields.map((field) => `the field “${field.name}”`),
    ...tables.map((table) => `a table with ${table.columns.map(({ name }) => name).join(', ')}`),
    ...data.map(({ name }) => `data: ${name}`),
    ...records.map((record) => `${record.name} records with ${record.parts.map(({ name }) => name).join(', ')}`),
    ...(minimumTasks > 0 ? [`at least ${minimumTasks} ${minimumTasks === 1 ? 'check box' : 'check boxes'}`] : []),
    ...requires.map((name) => `the section “${name}” beside it`),
  ];
  const holds = wants.length === 0 ? '' : `What belongs there:\n${wants.map((want) => `- ${want}`).join('\n')}`;
  return describe(section, holds);
}

export function describeField(field: FieldSchema): string {
  const values = offeredValues(field);
  const choice = field.type === 'enumeration' ? 'One of' : 'For example';
  const words = values.length > 0 ? `${choice}: ${values.join(', ')}.` : (types[field.type] ?? '');
  return describe(field, words);
}

function describe(wanted: NamedSchema, more: string): string {
  const { name, description, requirement } = wanted;
  const head = description === '' ? `**${name}**` : `**${name}** — ${description}`;
  return [head, more, `${requirements[requirement]} by ${citation(wanted)}`].filter(Boolean).join('\n\n');
}
