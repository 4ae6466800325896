/** Fenced data and front matter against a schema, with the place of each mistake. */
import { isMap, isScalar, isSeq, type Pair } from 'yaml';
import type { Range } from 'vscode-languageserver-types';
import type { BlockData } from './blockData';
import { isBroken, isEmptyValue, type ValueReader } from './conditions';
import { matchesName, readHeadingWords } from './headingWords';
import { citation } from './schema';
import type { DataKey, DataNode, DataSchema, NamedSchema } from './schema';
import { shorten } from './checkTables';
import { mistakeInValue } from './valueTypes';

export interface DataMistake {
  readonly message: string;
  /** Counts from the first line of the content. */
  readonly range: Range;
  /** A key that is missing, and the place of the map that lacks it. */
  readonly missing: DataKey | undefined;
  readonly severity: NamedSchema['severity'];
}

interface Check {
  readonly data: BlockData;
  readonly ofDocument: (name: string) => string | undefined;
  readonly reader: ValueReader;
  readonly mistakes: DataMistake[];
}

/**
 * The part of the data that a schema speaks of: the value of the key that it names.
 *
 * @returns undefined if there is no such key
 */
export function findData(
  data: BlockData,
  schema: DataSchema,
): { readonly node: unknown; readonly key: unknown } | undefined {
  if (!isMap(data.root)) return undefined;
  const pair = data.root.items.find(({ key }) => isCalled(schema, keyText(key)));
  return pair && { node: pair.value, key: pair.key };
}

/** Whether a key or heading is a name of the schema, word by word. */
export function isCalled({ patterns }: Pick<NamedSchema, 'patterns'>, name: string): boolean {
  const words = readHeadingWords(spaced(name));
  return patterns.some((pattern) => matchesName(pattern, words));
}

/**
 * @param place of the data as a whole, for what is missing in it
 * @param ofDocument fields of the document that conditions speak of
 */
export function checkData(
  data: BlockData,
  node: unknown,
  place: Range,
  schema: DataNode,
  ofDocument: (name: string) => string | undefined,
  reader: ValueReader,
): readonly DataMistake[] {
  const check: Check = { data, ofDocument, reader, mistakes: [] };
  checkNode(node, place, schema, undefined, check);
  return check.mistakes;
}

function checkNode(node: unknown, place: Range, schema: DataNode, named: DataKey | undefined, check: Check): void {
  const own = check.data.rangeOf(node) ?? place;
  const report = (message: string, range: Range): void => {
    check.mistakes.push({ message, range, missing: undefined, severity: named?.severity });
  };
  const origin = named ? ` (${citation(named)})` : '';
  if (schema.type === 'list' ? !isSeq(node) : schema.type === 'map' && !isMap(node)) {
    report(`Here should be a ${schema.type}${origin}.`, isMap(node) || isSeq(node) ? place : own);
    return;
  }
  if (isSeq(node)) {
    if (schema.each)
      for (const item of node.items) checkNode(item, check.data.rangeOf(item) ?? place, schema.each, named, check);
  } else if (isMap(node)) {
    checkMap(node.items, place, schema, check);
  } else if (schema.type !== 'any' && schema.type !== 'map' && schema.type !== 'list') {
    const text = scalarText(node);
    const expected =
      text === undefined ? undefined : mistakeInValue(text, { ...schema, type: schema.type }, check.reader);
    if (text !== undefined && expected !== undefined) report(`"${shorten(text)}" is not ${expected}${origin}.`, own);
  }
}

function checkMap(pairs: readonly Pair[], place: Range, schema: DataNode, check: Check): void {
  const known = new Map<DataKey, Pair>();
  for (const pair of pairs) {
    const key = schema.keys.find((candidate) => !known.has(candidate) && isCalled(candidate, keyText(pair.key)));
    const range = check.data.rangeOf(pair.key) ?? place;
    if (key) {
      known.set(key, pair);
      checkNode(pair.value, range, key.node, key, check);
    } else if (schema.each) {
      checkNode(pair.value, range, schema.each, undefined, check);
    }
  }
  for (const key of schema.keys) {
    if (key.requirement !== 'required' || known.has(key)) continue;
    const message = `There is no "${key.name}" here (required by ${citation(key)}).`;
    check.mistakes.push({ message, range: place, missing: key, severity: key.severity });
  }
  const lookup = {
    own: (name: string) => {
      const key = schema.keys.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
      const pair = key ? known.get(key) : pairs.find((candidate) => keyText(candidate.key) === name);
      return pair && valueText(pair.value);
    },
    ofDocument: check.ofDocument,
  };
  for (const condition of schema.conditions) {
    if (!isBroken(condition, lookup, check.reader)) continue;
    const message = `Here does not hold: ${condition.text} (${citation(condition)}).`;
    check.mistakes.push({ message, range: place, missing: undefined, severity: undefined });
  }
}

function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : '';
}

function scalarText(node: unknown): string | undefined {
  if (!isScalar(node) || node.value === null) return undefined;
  const { value } = node;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

/** What a condition sees of a value: its text, or that there is something. */
function valueText(node: unknown): string {
  if (isMap(node) || isSeq(node)) return node.items.length > 0 ? 'some' : '';
  const text = scalarText(node) ?? '';
  return isEmptyValue(text) ? '' : text;
}

/** `validation_method`, `validationMethod` as words. */
function spaced(name: string): string {
  return name.replace(/_/g, ' ').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
}
