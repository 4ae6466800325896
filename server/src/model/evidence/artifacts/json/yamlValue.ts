/** YAML as data that nobody vouches for. */
import { Composer, isAlias, isMap, isScalar, isSeq, Lexer, LineCounter, Parser } from 'yaml';
import type { Document, Node, ParsedNode } from 'yaml';
import { MOST_DEPTH } from '../limits';
import { quoted } from '../numbers';
import { escapeToken } from './jsonValue';
import type { JsonValue } from './jsonValue';

export type ParsedYaml =
  | { readonly value: JsonValue; readonly locate: (wanted: Map<string, number>) => void; readonly reason?: undefined }
  | { readonly value?: undefined; readonly reason: string };

/** Aliases are shared when they are composed, and copied when they are read: more than this is an attack. */
const MOST_NODES = 1_000_000;

/**
 * Parses one YAML document. Depth is bounded before anything recursive sees the text: the stack of the composer ends the
 * process, it throws nothing that could be caught. Its own check of unique keys is quadratic, so it is done here.
 */
export function parseYaml(text: string): ParsedYaml {
  const lines = new LineCounter();
  const tokens = [];
  lines.addNewLine(0);
  const parser = new Parser(lines.addNewLine);
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > MOST_DEPTH) return { reason: `nested more than ${MOST_DEPTH} deep` };
  }
  for (const token of parser.end()) tokens.push(token);

  const composer = new Composer({ uniqueKeys: false, logLevel: 'silent', stringKeys: true });
  const documents = composer.compose(tokens, true, text.length);
  const first = documents.next().value;
  if (!first) return { reason: 'the file is empty' };
  const [error] = first.errors;
  if (error) {
    const { line } = lines.linePos(error.pos[0]);
    return { reason: `not well-formed YAML at line ${line}: ${error.message.replace(/\s+/g, ' ').slice(0, 120)}` };
  }
  if (documents.next().value) return { reason: 'it holds several YAML documents' };

  const places = new Map<string, number>();
  const read = toValue(first, (pointer, offset) => places.set(pointer, lines.linePos(offset).line - 1));
  if (typeof read === 'string') return { reason: read };
  return {
    value: read.value,
    locate: (wanted) => {
      for (const pointer of wanted.keys()) wanted.set(pointer, places.get(pointer) ?? -1);
    },
  };
}

type Place = (pointer: string, offset: number) => void;

/** @returns what is wrong instead of a value */
function toValue(document: Document.Parsed<ParsedNode, false> | Document.Parsed, place: Place) {
  const anchors = new Map<string, Node>();
  const open = new Set<Node>();
  let nodes = 0;
  let wrong: string | undefined;

  const read = (node: unknown, pointer: string, depth: number): JsonValue => {
    if (++nodes > MOST_NODES) wrong ??= 'its aliases stand for too much';
    if (depth > MOST_DEPTH) wrong ??= `nested more than ${MOST_DEPTH} deep`;
    if (wrong !== undefined) return null;
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      // An alias into what it is part of has no end.
      if (!target || open.has(target)) {
        wrong ??= `the alias ${quoted(node.source)} stands for itself`;
        return null;
      }
      return read(target, pointer, depth + 1);
    }
    if (isScalar(node)) {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
      if (node.range) place(pointer, node.range[0]);
      return plain(node.value);
    }
    if (!isMap(node) && !isSeq(node)) return null;
    if (node.anchor !== undefined) anchors.set(node.anchor, node);
    open.add(node);
    const value = isSeq(node)
      ? node.items.map((item, index) => read(item, `${pointer}/${index}`, depth + 1))
      : readMap(node.items, pointer, depth);
    open.delete(node);
    return value;
  };

  const readMap = (
    items: readonly { readonly key: unknown; readonly value: unknown }[],
    pointer: string,
    depth: number,
  ): JsonValue => {
    const entries = new Map<string, JsonValue>();
    for (const { key, value } of items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (entries.has(name)) wrong ??= `the key ${quoted(name)} is written twice`;
      entries.set(name, read(value, `${pointer}/${escapeToken(name)}`, depth + 1));
    }
    return Object.fromEntries(entries);
  };

  const value = read(document.contents, '', 0);
  return wrong ?? { value };
}

function plain(value: unknown): JsonValue {
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
  return typeof value === 'bigint' ? Number(value) : null;
}
