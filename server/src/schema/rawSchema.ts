/** A schema file as a tree of plain values that know where they stand: what `extends` merges and the compiler reads. */
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Range } from 'vscode-languageserver-types';
import { isTooDeep } from '../syntax/yamlDepth';

/** The file that something was written in. */
export interface SchemaSource {
  /** As cited in messages: `handoff.yaml`. */
  readonly name: string;
  /** Undefined for the schemas that come with Phase Docs. */
  readonly uri: string | undefined;
}

/** A place in a schema file. */
export interface SchemaPlace {
  readonly source: SchemaSource;
  /** Zero-based lines and UTF-16 columns. */
  readonly range: Range;
}

export type RawNode = RawScalar | RawList | RawMap;

export interface RawScalar {
  readonly type: 'scalar';
  readonly value: string | number | boolean | null;
  readonly place: SchemaPlace;
}

export interface RawList {
  readonly type: 'list';
  readonly items: readonly RawNode[];
  readonly place: SchemaPlace;
}

export interface RawMap {
  readonly type: 'map';
  readonly entries: readonly RawEntry[];
  readonly place: SchemaPlace;
}

export interface RawEntry {
  readonly key: string;
  readonly keyPlace: SchemaPlace;
  readonly value: RawNode;
}

/** A mistake in a schema. */
export interface SchemaProblem {
  /** Says what is wrong and what is allowed. */
  readonly message: string;
  /** One-based. */
  readonly line: number;
  readonly place: SchemaPlace;
}

export interface RawSchema {
  /** Undefined if the text is no mapping. */
  readonly root: RawMap | undefined;
  readonly problems: readonly SchemaProblem[];
}

/** Longer texts are no schemas, and would only keep the editor waiting. */
const longestText = 500_000;

/** Reads the text of a schema file. Never throws. */
export function readRawSchema(text: string, source: SchemaSource): RawSchema {
  const lines = new LineCounter();
  const problems: SchemaProblem[] = [];
  const place = (from: number, to: number): SchemaPlace => ({
    source,
    range: { start: positionOf(lines, from), end: positionOf(lines, Math.max(from, to)) },
  });
  const report = (message: string, where: SchemaPlace): void => {
    problems.push({ message, line: where.range.start.line + 1, place: where });
  };
  if (text.length > longestText || isTooDeep(text)) {
    report('This is too long or nested too deep to be a schema.', place(0, 0));
    return { root: undefined, problems };
  }
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  for (const error of yaml.errors) report(`This is no valid YAML: ${error.message}.`, place(...error.pos));
  if (!isMap(yaml.contents)) {
    report('A schema is a mapping with kind, title, description, fields and sections.', place(0, 0));
    return { root: undefined, problems };
  }
  const root = convert(yaml.contents, place(0, 0));
  return { root: root.type === 'map' ? root : undefined, problems };

  function convert(node: unknown, outer: SchemaPlace): RawNode {
    const own = placeOf(node) ?? outer;
    if (isAlias(node)) report('Schemas have no YAML anchors and aliases. Write the value out.', own);
    if (isSeq(node)) return { type: 'list', items: node.items.map((item) => convert(item, own)), place: own };
    if (isMap(node)) {
      const entries = node.items.map((pair): RawEntry => {
        const keyPlace = placeOf(pair.key) ?? own;
        const key = isScalar(pair.key) ? String(pair.key.value) : '';
        return { key, keyPlace, value: convert(pair.value, keyPlace) };
      });
      return { type: 'map', entries, place: own };
    }
    const value: unknown = isScalar(node) ? node.value : null;
    const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return { type: 'scalar', value: isPlain ? value : null, place: own };
  }

  function placeOf(node: unknown): SchemaPlace | undefined {
    const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
    if (!Array.isArray(range)) return undefined;
    const [from, to] = range as unknown[];
    return typeof from === 'number' && typeof to === 'number' ? place(from, to) : undefined;
  }
}

/** The value of a key; undefined where it is not written or empty. */
export function entryOf(map: RawMap, key: string): RawNode | undefined {
  const value = map.entries.find((entry) => entry.key === key)?.value;
  return value?.type === 'scalar' && value.value === null ? undefined : value;
}

/** The text of a key, if it is one. */
export function textOf(map: RawMap, key: string): string | undefined {
  const value = entryOf(map, key);
  return value?.type === 'scalar' && typeof value.value !== 'boolean' && value.value !== null
    ? String(value.value).trim()
    : undefined;
}

/** One-based line of a place, as messages cite it. */
export function lineOf({ range }: SchemaPlace): number {
  return range.start.line + 1;
}

function positionOf(lines: LineCounter, offset: number): Range['start'] {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(0, line - 1), character: Math.max(0, col - 1) };
}
