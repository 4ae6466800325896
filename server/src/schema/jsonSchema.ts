/** The dialect as JSON Schema, for completion and checks in editors. `scripts/generate.mjs` writes it to `schemas/`. */
import { valueTypes } from './schema';

type Json = Readonly<Record<string, unknown>>;

const text = (description: string): Json => ({ type: ['string', 'number'], description });
const flag = (description: string): Json => ({ type: 'boolean', description });
const number = (description: string): Json => ({ type: 'number', description });
const texts = (description: string): Json => ({ type: 'array', items: { type: ['string', 'number'] }, description });
const list = (definition: string, description: string): Json => ({
  type: 'array',
  items: { $ref: `#/definitions/${definition}` },
  description,
});
const choice = (values: readonly unknown[], description: string): Json => ({ enum: values, description });

const named = {
  name: text('As it is written into documents.'),
  aliases: texts('Other names that mean the same. `*` stands for any number of words, `{phase}` for a named phase.'),
  required: choice(
    [true, false, 'recommended'],
    'true: reported when missing. recommended: part of new documents and offered first. false: offered.',
  ),
  severity: choice(
    ['error', 'warning', 'information', 'hint'],
    'Of findings. Makes a recommended entry reported, too.',
  ),
  description: text('What it is for. Becomes part of messages and hovers.'),
  remove: flag('Takes away the entry of this name of the schema that is extended.'),
} satisfies Json;

const value = (types: readonly string[]): Json => ({
  type: choice(types, 'What a value must be.'),
  values: texts('Values to choose from; of an enumeration the only ones.'),
  minimum: number('Of a number or percentage.'),
  maximum: number('Of a number or percentage.'),
});

const template = text('Text of a new one, with placeholders such as {phase} and {?words to replace}.');
const conditions: Json = {
  type: 'array',
  description: 'What must go together: "when Status is done then Evidence is not empty".',
  items: {
    anyOf: [
      { type: 'string', pattern: '^when .+ is .+ then .+ is .+$' },
      {
        type: 'object',
        properties: { when: text('Status is done'), then: text('Evidence is not empty') },
        required: ['when', 'then'],
        additionalProperties: false,
      },
    ],
  },
};
const content: Json = {
  tables: list('table', 'Tables: their columns, values and conditions.'),
  data: list('data', 'Fenced YAML or JSON.'),
  records: list('record', 'Things of one form, such as decisions.'),
};
const node: Json = {
  ...value([...valueTypes, 'map', 'list', 'any']),
  keys: list('key', 'Keys of a map.'),
  each: {
    $ref: '#/definitions/node',
    description: 'What every entry of a list, or value of a map with free keys, must be.',
  },
  conditions,
};

function entry(properties: Json, required: readonly string[] = ['name']): Json {
  return { type: 'object', properties, required, additionalProperties: false };
}

const definitions: Readonly<Record<string, Json>> = {
  section: {
    anyOf: [
      entry({ slot: text('Marks a place for sections of schemas that extend this one.') }, ['slot']),
      entry({
        ...named,
        template,
        level: {
          type: 'integer',
          minimum: 1,
          maximum: 6,
          description: 'Heading level. Default: one below its parent.',
        },
        before: text('Name of the neighbour that a new section stands before.'),
        after: text('Name of the neighbour that a new section stands after.'),
        slot: text('Where it stands in the schema that is extended.'),
        repeated: flag('Whether there may be several; each is checked.'),
        ordered: flag('Whether the sections inside must stand in their order.'),
        requires: texts('Names of sections that must be there if this one is.'),
        minimumTasks: number('How many check boxes it must hold.'),
        groups: list('group', 'Sections of which one, or all or none, must be there.'),
        fields: list('field', 'Fields inside the section.'),
        ...content,
        sections: list('section', 'Sections inside.'),
      }),
    ],
  },
  group: {
    ...entry(
      {
        oneOf: texts('Names of sections of which one must be there.'),
        allOf: texts('Names of sections of which all or none must be there.'),
        severity: named.severity,
        description: named.description,
      },
      [],
    ),
  },
  field: entry({
    ...named,
    ...value(valueTypes),
    template: text('Value in new documents. Without it they have no such field.'),
    where: choice(['header', 'footer', 'ends', 'anywhere'], 'Where it is looked for. Default: anywhere.'),
  }),
  table: entry(
    {
      ...named,
      columns: list('column', 'A table with two of them, or with the only one, is meant.'),
      conditions,
      minimumRows: number('How many rows it must have.'),
      template,
    },
    ['name', 'columns'],
  ),
  column: entry({ ...named, ...value(valueTypes) }),
  record: entry({
    ...named,
    headings: texts('How their headings begin: words, {number} for "1. Title", {id} for "AD-001: Title".'),
    otherIds: texts('Prefixes of ids that are something else.'),
    notBelow: texts('Headings below which nothing is such a record.'),
    parts: list('part', 'What each record has to say: a label, a heading or a cell.'),
    template,
  }),
  part: entry({ ...named, inTitle: flag('Whether the title of the record says it.'), template }),
  data: entry({ ...named, ...node, template }),
  key: entry({ ...named, ...node }),
  node: entry(node, []),
};

/** A JSON Schema of draft 7, which editors understand. */
export const dialectSchema: Json = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Phase Docs schema',
  description: 'What a kind of phase document should hold.',
  ...entry(
    {
      kind: { type: 'string', pattern: '^[a-z][a-z0-9-]*$', description: 'The kind of document that it is for.' },
      extends: text('A kind, or the path of another schema file, that this one builds on.'),
      title: text('Heading of a new document: Phase {phase} Hand-off.'),
      description: text('What such a document is for, in one sentence.'),
      frontMatter: entry(
        {
          required: named.required,
          severity: named.severity,
          description: named.description,
          keys: list('key', 'Keys of the front matter.'),
          conditions,
        },
        [],
      ),
      fields: list('field', 'Lines such as **Status**: In progress.'),
      sections: list('section', 'In the order of a document.'),
      ordered: flag('Whether sections must stand in their order.'),
      groups: list('group', 'Sections of which one, or all or none, must be there.'),
      conditions,
      ...content,
    },
    ['kind'],
  ),
  definitions,
};
