/** Compiles what may stand in sections: fields, tables, records, fenced data. */
import { entryOf, lineOf, type RawMap } from './rawSchema';
import { readWordPattern } from './headingWords';
import { nameKeys, valueKeys, type SchemaReader } from './schemaReader';
import { valueTypes } from './schema';
import type {
  ColumnSchema,
  DataKey,
  DataNode,
  DataSchema,
  FieldPlace,
  FieldSchema,
  RecordPart,
  RecordSchema,
  TableSchema,
} from './schema';

export const fieldKeys = [...nameKeys, ...valueKeys, 'template', 'where'];
export const tableKeys = [...nameKeys, 'columns', 'conditions', 'minimumRows', 'template'];
export const columnKeys = [...nameKeys, ...valueKeys];
export const recordKeys = [...nameKeys, 'headings', 'otherIds', 'notBelow', 'parts', 'template'];
export const partKeys = [...nameKeys, 'inTitle', 'template'];
export const nodeKeys = [...valueKeys, 'keys', 'each', 'conditions'];
export const dataKeys = [...nameKeys, ...nodeKeys, 'template'];
export const frontMatterKeys = ['required', 'severity', 'description', 'keys', 'conditions'];
const places: readonly FieldPlace[] = ['header', 'footer', 'ends', 'anywhere'];
const nodeTypes = [...valueTypes, 'map', 'list', 'any'] as const;

export function readFields(reader: SchemaReader, parent: RawMap): readonly FieldSchema[] {
  const fields = reader.maps(parent, 'fields').flatMap((map): FieldSchema[] => {
    reader.keys(map, fieldKeys);
    const common = reader.named(map, 'field');
    if (!common) return [];
    const where = reader.choice(map, 'where', places) ?? 'anywhere';
    return [{ ...common, ...reader.value(map), where, template: reader.template(map) }];
  });
  reader.duplicates(fields, 'field');
  return fields;
}

export function readTables(reader: SchemaReader, parent: RawMap): readonly TableSchema[] {
  const tables = reader.maps(parent, 'tables').flatMap((map): TableSchema[] => {
    reader.keys(map, tableKeys);
    const common = reader.named(map, 'table');
    if (!common) return [];
    const columns = reader.maps(map, 'columns').flatMap((column): ColumnSchema[] => {
      reader.keys(column, columnKeys);
      const own = reader.named(column, 'column');
      return own ? [{ ...own, ...reader.value(column) }] : [];
    });
    reader.duplicates(columns, 'column');
    if (columns.length === 0) reader.report(`The table "${common.name}" needs columns.`, map.place);
    return [
      {
        ...common,
        columns,
        conditions: reader.conditions(
          map,
          columns.map(({ name }) => name),
        ),
        minimumRows: reader.number(map, 'minimumRows') ?? 0,
        template: reader.template(map) ?? '',
      },
    ];
  });
  reader.duplicates(tables, 'table');
  return tables;
}

export function readRecords(reader: SchemaReader, parent: RawMap): readonly RecordSchema[] {
  const records = reader.maps(parent, 'records').flatMap((map): RecordSchema[] => {
    reader.keys(map, recordKeys);
    const common = reader.named(map, 'record');
    if (!common) return [];
    const headings = reader.patterns(map, 'headings', ['phase', 'number', 'id']);
    const parts = reader.maps(map, 'parts').flatMap((part): RecordPart[] => {
      reader.keys(part, partKeys);
      const own = reader.named(part, 'part');
      const [inTitle, template] = [reader.flag(part, 'inTitle'), reader.template(part) ?? ''];
      return own ? [{ ...own, inTitle, template }] : [];
    });
    reader.duplicates(parts, 'part');
    return [
      {
        ...common,
        headings: headings.filter((heading) => !recordForms.has(heading)).map(readWordPattern),
        numbered: headings.length === 0 || headings.includes('{number}'),
        hasIds: headings.includes('{id}'),
        otherIds: reader.texts(map, 'otherIds'),
        notBelow: reader.patterns(map, 'notBelow').map(readWordPattern),
        parts,
        template: reader.template(map) ?? '',
      },
    ];
  });
  reader.duplicates(records, 'record');
  return records;
}

const recordForms: ReadonlySet<string> = new Set(['{number}', '{id}']);

export function readData(reader: SchemaReader, parent: RawMap): readonly DataSchema[] {
  const data = reader.maps(parent, 'data').flatMap((map): DataSchema[] => {
    reader.keys(map, dataKeys);
    const common = reader.named(map, 'block of data');
    if (!common) return [];
    return [{ ...common, root: readNode(reader, map), template: reader.template(map) ?? '' }];
  });
  reader.duplicates(data, 'block of data');
  return data;
}

export function readFrontMatter(reader: SchemaReader, parent: RawMap): DataSchema | undefined {
  const map = reader.map(parent, 'frontMatter');
  if (!map) return undefined;
  reader.keys(map, frontMatterKeys);
  return {
    name: 'front matter',
    patterns: [],
    requirement: reader.requirement(map),
    severity: reader.severity(map),
    description: reader.text(map, 'description') ?? '',
    place: map.place,
    line: lineOf(map.place),
    root: readNode(reader, map),
    template: '',
  };
}

function readNode(reader: SchemaReader, map: RawMap): DataNode {
  const keys = reader.maps(map, 'keys').flatMap((entry): DataKey[] => {
    reader.keys(entry, [...nameKeys, ...nodeKeys]);
    const common = reader.named(entry, 'key');
    return common ? [{ ...common, node: readNode(reader, entry) }] : [];
  });
  reader.duplicates(keys, 'key');
  const each = reader.map(map, 'each');
  if (each) reader.keys(each, nodeKeys);
  const fallback = keys.length > 0 ? 'map' : 'any';
  const type = reader.choice(map, 'type', nodeTypes) ?? fallback;
  const values = reader.texts(map, 'values');
  if (type === 'enumeration' && values.length === 0) reader.report('An enumeration needs values.', map.place);
  const names = keys.length > 0 && entryOf(map, 'each') === undefined ? keys.map(({ name }) => name) : undefined;
  return {
    type,
    values,
    ...reader.bounds(map),
    keys,
    each: each && readNode(reader, each),
    conditions: reader.conditions(map, names),
  };
}
