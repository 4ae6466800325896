/** Compiles a schema file. Mistakes are told with their line; what is right still counts. */
import { readData, readFields, readFrontMatter, readRecords, readTables } from './compileContent';
import { mergeSchemas } from './mergeSchemas';
import { entryOf, lineOf, readRawSchema, textOf } from './rawSchema';
import type { RawMap, SchemaPlace, SchemaProblem, SchemaSource } from './rawSchema';
import { meant, nameKeys, SchemaReader } from './schemaReader';
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
 * @param kinds that it may name, to tell a misspelt one
 */
export function compileSchema(
  text: string,
  name: string,
  uri?: string,
  findBase?: FindBase,
  kinds: readonly string[] = [],
): CompiledSchema {
  const source: SchemaSource = { name, uri };
  const { root, problems } = readRawSchema(text, source);
  if (!root) return { schema: undefined, problems };
  const reader = new SchemaReader();
  const whole = withBase(root, findBase, reader, kinds);
  const schema = readSchema(whole, source, reader);
  const own = [...problems, ...reader.problems.filter(({ place }) => place.source === source)];
  return { schema, problems: own.sort((a, b) => a.line - b.line) };
}

/** The tree of a schema with what it extends; for {@link FindBase}. */
export function withBase(
  root: RawMap,
  findBase: FindBase | undefined,
  reader: SchemaReader,
  kinds: readonly string[] = [],
): RawMap {
  const name = textOf(root, 'extends');
  if (name === undefined) return root;
  const base = findBase?.(name);
  if (base) return mergeSchemas(base, root);
  const place = root.entries.find(({ key }) => key === 'extends')?.value.place ?? root.place;
  const hint = meant(name, kinds);
  reader.report(`There is no schema "${name}" to extend, or it extends this one.${hint}`, place);
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
    title: reader.template(root, 'title') ?? '',
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
  const maps = reader.maps(parent, 'sections');
  const sections = maps.flatMap((map) => readSection(reader, map));
  reader.duplicates(sections, 'section');
  const names = sections.map(({ name }) => name);
  const slots = maps.filter(isSlot).map((map) => textOf(map, 'slot') ?? '');
  for (const map of maps.filter((candidate) => !isSlot(candidate))) {
    const own = textOf(map, 'name') ?? '';
    const others = names.filter((name) => name !== own);
    for (const { text, place } of neighbours(map)) {
      if (own === '' || others.includes(text)) continue;
      reader.report(`There is no section "${text}" beside "${own}".${meant(text, others)}`, place);
    }
    const slot = entryOf(map, 'slot');
    const wanted = textOf(map, 'slot') ?? '';
    if (slot && !slots.includes(wanted))
      reader.report(`There is no slot "${wanted}" in the schema that is extended.${meant(wanted, slots)}`, slot.place);
  }
  return sections;
}

/** A slot of its own, `- slot: details`, only marks a place. */
function isSlot(map: RawMap): boolean {
  return map.entries.length === 1 && map.entries[0]?.key === 'slot';
}

/** Sections that another one names, where it does. */
function neighbours(map: RawMap): readonly { readonly text: string; readonly place: SchemaPlace }[] {
  const required = entryOf(map, 'requires');
  const nodes = [entryOf(map, 'before'), entryOf(map, 'after'), ...(required?.type === 'list' ? required.items : [])];
  return nodes.flatMap((node) =>
    node?.type === 'scalar' && typeof node.value === 'string' ? [{ text: node.value.trim(), place: node.place }] : [],
  );
}

function readSection(reader: SchemaReader, map: RawMap): SectionSchema[] {
  if (isSlot(map)) return [];
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
      template: reader.template(map) ?? '',
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
    const known = sections.map(({ name }) => name);
    const list = entryOf(map, oneOf.length > 0 ? 'oneOf' : 'allOf');
    const stranger = names.findIndex((name) => !known.includes(name));
    if (stranger >= 0) {
      const name = names[stranger] ?? '';
      const place = (list?.type === 'list' ? list.items[stranger]?.place : undefined) ?? map.place;
      reader.report(`There is no section "${name}" here.${meant(name, known)}`, place);
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
