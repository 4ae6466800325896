/**
 * The configuration as a JSON Schema (draft 7), for completion and a first check in editors. `configFile.ts` is what
 * counts; a test compares the two.
 */
import { sectionRoles } from './claims/sectionRole';
import { statusClasses } from './claims/statusWords';
import { gapChoices, phaseOrders, presetChoices, seriesChoices, severities } from './configFile';
import { documentKinds } from './documentKind';
import { presets } from './presets/index';

type Schema = Readonly<Record<string, unknown>>;

const strings: Schema = { type: 'array', items: { type: 'string' } };
/** Small letters, digits and hyphens, as `isKindName` has it. */
const anyKind: Schema = { anyOf: [{ enum: documentKinds }, { type: 'string', pattern: '^[a-z][a-z0-9-]{0,60}$' }] };
const knownKind: Schema = { enum: documentKinds };
const namePattern: Schema = {
  type: 'string',
  minLength: 1,
  maxLength: 500,
  description: 'Literal text with <iter>, <phase>, <kind>, <slug>, <unit>, <part>, <number>, {a,b}, *, **/.',
};

/** @param rules all rules: their ids and what they require */
export function configSchema(rules: readonly { readonly id: string; readonly summary: string }[]): Schema {
  return {
    ...settings(rules),
    // Only schemas of a team define kinds of a team.
    if: { required: ['schemas'] },
    else: { properties: { documents: documentsOf(knownKind), required: requiredOf(knownKind) } },
  };
}

function settings(rules: readonly { readonly id: string; readonly summary: string }[]): Schema {
  const presetNames = presets.map(({ name }) => name);
  return object('Configuration of Phase Docs', {
    root: {
      type: 'boolean',
      description: 'The folder is a workspace of its own: nothing above it counts, references count from here.',
    },
    extends: {
      description: 'Presets and files, such as ./shared.yaml, that this configuration builds on.',
      anyOf: [extension(presetNames), { type: 'array', items: extension(presetNames) }],
    },
    presets: {
      description: 'Conventions of file names: those that the files show, these alone, or with exceptions.',
      anyOf: [
        { const: 'auto' },
        { type: 'array', items: { enum: presetNames } },
        object(
          'Presets one by one',
          Object.fromEntries(
            presets.map(({ name, summary }) => [
              name,
              // Some tools write `on` and `off` as true and false.
              { enum: [...presetChoices, true, false], description: summary },
            ]),
          ),
        ),
      ],
    },
    phases: {
      ...object('How phases are named and counted', {
        prefixes: {
          type: 'array',
          items: { type: 'string', pattern: '^\\p{L}{1,30}$' },
          description: 'Words in front of a phase besides phase: [wave].',
        },
        order: { enum: phaseOrders, description: 'decimal: 3.5, 3.51, 3.6; dotted: 3.6, 3.51; declared: a list.' },
        declared: {
          type: 'array',
          items: { type: ['string', 'number'] },
          description: 'The phases in their order: [setup, 1, 2].',
        },
        series: {
          enum: seriesChoices,
          description: 'Whether PHASE3 and PHASE_3 are phases of two series: separator, ignore, or auto.',
        },
        gaps: {
          enum: gapChoices,
          description: 'Whether a phase without any document between two that have some is reported.',
        },
      }),
      if: { properties: { order: { const: 'declared' } }, required: ['order'] },
      then: { required: ['declared'] },
    },
    rules: object(
      'Severities of rules',
      Object.fromEntries(
        rules.map(({ id, summary }) => [id, { enum: [...severities, false], description: `${summary}.` }]),
      ),
    ),
    claims: object('How claims are reported', {
      report: { enum: ['section', 'each'], description: 'One finding for each section, or one for each claim.' },
    }),
    documents: documentsOf(anyKind),
    ignore: { ...strings, description: 'Globs of files that are no phase documents.' },
    archive: { ...strings, description: 'Globs of finished material: read, not checked.' },
    templates: { ...strings, description: 'Globs of templates: no phase documents.' },
    generated: { ...strings, description: 'Globs of what tools write: no phase documents.' },
    required: requiredOf(anyKind),
    roots: { ...strings, description: 'Folders that references may count from, relative to the workspace folder.' },
    schemas: { ...strings, description: 'Paths or globs of schema files of your own, relative to this file.' },
    metrics: object('Numbers that documents are compared by', {
      synonyms: {
        type: 'object',
        description: 'Names of one metric, by the one that stands for them all',
        additionalProperties: strings,
      },
    }),
    words: object('Words of your own', {
      statuses: phrases('Words in a status, by what they mean', statusClasses),
      sections: phrases('Words in a heading, by what the section holds', sectionRoles),
      evidence: { ...strings, description: 'Labels of fields that hold evidence.' },
    }),
  });
}

function documentsOf(kind: Schema): Schema {
  return {
    type: 'array',
    description: 'File names of your own, tried before the presets.',
    items: {
      anyOf: [
        namePattern,
        { ...object('A name pattern with its kind', { pattern: namePattern, kind }), required: ['pattern'] },
      ],
    },
  };
}

function requiredOf(kind: Schema): Schema {
  const severity: Schema = { enum: ['warning', 'information'] };
  return {
    type: 'array',
    description: 'Kinds that each phase must have once it has ended.',
    items: {
      anyOf: [kind, { ...object('A kind with the severity of its absence', { kind, severity }), required: ['kind'] }],
    },
  };
}

function object(description: string, properties: Readonly<Record<string, unknown>>): Schema {
  return { type: 'object', description, properties, additionalProperties: false };
}

function phrases(description: string, names: readonly string[]): Schema {
  return object(description, Object.fromEntries(names.map((name) => [name, strings])));
}

function extension(presetNames: readonly string[]): Schema {
  return { anyOf: [{ enum: presetNames }, { type: 'string', pattern: '[./]' }] };
}
