/** Compiles a schema file. Mistakes are told with their line; what is right still counts. */
import { readData, readFields, readFrontMatter, readRecords, readTables } from './compileContent';
import { isRemoved, mergeSchemas } from './mergeSchemas';
import { lineOf, readRawSchema, textOf } from './rawSchema';
import type { RawMap, SchemaProblem, SchemaSource } from './rawSchema';
import { nameKeys, SchemaReader } from './schemaReader';
import type { Schema, SectionGroup, SectionSchema } from './schema';

export interface CompiledSchema {
  /** Undefined only if the text is no mapping or names no kind. Wrong entries are left out. */
  readonly schema: Schema | undefined;
  /** Of this file, in order of their line; those of the schemas that it extends are told there. */
  readonly problems: readonly SchemaProblem[];
}

/** Finds what `extends` names: another schema's tree, whatever it extends merged in; undefined if there is none. */
export type FindBase = (name: string) => RawMap | undefined;

export const schemaKeys = [
  'kind',
  'extends',
  'title',
  'description',
  'frontMatter',
  'fields',
  'sections',
  'ordered',
  'groups',
  'conditions',
  'tables',
  'data',
  'records',
];
export const sectionKeys = [
  ...nameKeys,
  'template',
  'level',
  'before',
  'after',
  'slot',
  'repeated',
  'ordered',
  'requires',
  'minimumTasks',
  'groups',
  'fields',
  'tables',
  'data',
  'records',
  'sections',
];
export const groupKeys = ['oneOf', 'allOf', 'severity', 'description'];

/**
 * Compiles the text of a schema file. Never throws.
 *
 * @param name the file's name, for messages
 * @param uri of a team's own file
 * @param findBase what `extends` may name; default: nothing
 */
export function compileSchema(text: string, name: string, uri?: string, findBase?: FindBase): CompiledSchema {
  const source: SchemaSource = { name, uri };
  const { root, problems } = readRawSchema(text, source);
  if (!root) return { schema: undefined, problems };
  const reader = new SchemaReader();
  const whole = withBase(root, findBase, reader);
  const schema = readSchema(whole, source, reader);
  const own = [...problems, ...reader.problems.filter(({ place }) => place.source === source)];
  return { schema, problems: own.sort((a, b) => a.line - b.line) };
}

/** The tree of a schema with what it extends; for {@link FindBase}. */
export function withBase(root: RawMap, findBase: FindBase | undefined, reader: SchemaReader): RawMap {
  const name = textOf(root, 'extends');
  if (name === undefined) return root;
  const base = findBase?.(name);
  if (base) return mergeSchemas(base, root);
  const place = root.entries.find(({ key }) => key === 'extends')?.value.place ?? root.place;
  reader.report(`There is no schema "${name}" to extend, or it extends this one.`, place);
  return root;
}

function readSchema(root: RawMap, source: SchemaSource, reader: SchemaReader): Schema | undefined {
  reader.keys(root, schemaKeys);
  const kind = reader.text(root, 'kind');
  if (kind === undefined || !/^[a-z][a-z0-9-]*$/.test(kind)) {
    reader.report(
      'The schema does not say its kind in small letters, for example "kind: handoff" or "kind: wave-report".',
      root.entries.find(({ key }) => key === 'kind')?.value.place ?? root.place,
    );
    return undefined;
  }
  const fields = readFields(reader, root);
  const sections = readSections(reader, root);
  return {
    name: source.name,
    uri: source.uri,
    kind,
    title: reader.text(root, 'title') ?? '',
    description: reader.text(root, 'description') ?? '',
    frontMatter: readFrontMatter(reader, root),
    fields,
    sections,
    ordered: reader.flag(root, 'ordered'),
    groups: readGroups(reader, root, sections),
    conditions: reader.conditions(
      root,
      fields.map(({ name }) => name),
    ),
    tables: readTables(reader, root),
    data: readData(reader, root),
    records: readRecords(reader, root),
  };
}

function readSections(reader: SchemaReader, parent: RawMap): readonly SectionSchema[] {
  const sections = reader.maps(parent, 'sections').flatMap((map) => readSection(reader, map));
  reader.duplicates(sections, 'section');
  for (const section of sections) {
    const beside = [section.before, section.after, ...section.requires];
    for (const neighbour of beside) {
      if (neighbour === undefined || sections.some((other) => other.name === neighbour && other !== section)) continue;
      reader.report(`There is no section "${neighbour}" beside "${section.name}".`, section.place);
    }
  }
  return sections;
}

function readSection(reader: SchemaReader, map: RawMap): SectionSchema[] {
  // A slot of its own (`- slot: details`) only marks a place.
  if (map.entries.length === 1 && map.entries[0]?.key === 'slot') return [];
  if (isRemoved(map)) return [];
  reader.keys(map, sectionKeys);
  const common = reader.named(map, 'section');
  if (!common) return [];
  const level = map.entries.find(({ key }) => key === 'level')?.value;
  const levelValue = level?.type === 'scalar' ? level.value : undefined;
  const isLevel = typeof levelValue === 'number' && Number.isInteger(levelValue) && levelValue >= 1 && levelValue <= 6;
  if (level && !isLevel) reader.report('level is a heading level from 1 to 6.', level.place);
  const sections = readSections(reader, map);
  return [
    {
      ...common,
      level: isLevel ? levelValue : undefined,
      template: reader.text(map, 'template') ?? '',
      before: reader.text(map, 'before'),
      after: reader.text(map, 'after'),
      repeated: reader.flag(map, 'repeated'),
      ordered: reader.flag(map, 'ordered'),
      requires: reader.texts(map, 'requires'),
      minimumTasks: reader.number(map, 'minimumTasks') ?? 0,
      groups: readGroups(reader, map, sections),
      fields: readFields(reader, map),
      tables: readTables(reader, map),
      data: readData(reader, map),
      records: readRecords(reader, map),
      sections,
    },
  ];
}

function readGroups(reader: SchemaReader, parent: RawMap, sections: readonly SectionSchema[]): readonly SectionGroup[] {
  return reader.maps(parent, 'groups').flatMap((map): SectionGroup[] => {
    reader.keys(map, groupKeys);
    const [oneOf, allOf] = [reader.texts(map, 'oneOf'), reader.texts(map, 'allOf')];
    const names = oneOf.length > 0 ? oneOf : allOf;
    if ((oneOf.length === 0) === (allOf.length === 0)) {
      reader.report('A group is a list of sections under either oneOf or allOf.', map.place);
      return [];
    }
    const unknown = names.find((name) => !sections.some((section) => section.name === name));
    if (unknown !== undefined) {
      reader.report(`There is no section "${unknown}" here.`, map.place);
      return [];
    }
    return [
      {
        type: oneOf.length > 0 ? 'oneOf' : 'allOf',
        names,
        severity: reader.severity(map),
        description: reader.text(map, 'description') ?? '',
        place: map.place,
        line: lineOf(map.place),
      },
    ];
  });
}
