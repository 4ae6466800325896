/** Completion in fences of YAML and JSON, and in front matter: keys and values that the schema knows. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { CompletionItem, Position, Range } from 'vscode-languageserver-types';
import { dataFences, dataLanguage } from '../schema/blockData';
import { isCalled } from '../schema/checkData';
import { citation } from '../schema/schema';
import type { DataNode, DataSchema, NamedSchema, Requirement, Schema } from '../schema/schema';
import { scopesOf } from '../schema/sectionScopes';
import type { ParsedDocument } from '../syntax/document';
import { lineText, sectionAt } from '../syntax/positions';
import { jsonPlace, yamlPlace, type DataPlace } from './dataPlace';
import { offeredValues } from './offeredValues';

/** The lines of a fence or front matter around the cursor. */
interface DataText {
  readonly lines: readonly string[];
  readonly language: 'yaml' | 'json';
  /** Line of the cursor, from the first of {@link lines} on. */
  readonly line: number;
  /** How much further right the lines stand in the document. */
  readonly indent: number;
  /** What the outermost level may be, the nearest first. */
  readonly roots: readonly DataNode[];
}

const ranks: Readonly<Record<Requirement, number>> = { required: 0, recommended: 1, optional: 2 };
/** Far beyond any fence that somebody writes by hand. */
const LONGEST_FENCE = 2000;

/** @returns undefined where there is neither a fence of data nor front matter */
export function completeData(
  parsed: ParsedDocument,
  schema: Schema,
  position: Position,
): readonly CompletionItem[] | undefined {
  const text = frontMatterAt(parsed, schema, position) ?? fenceAt(parsed, schema, position);
  if (!text) return undefined;
  const character = position.character - text.indent;
  if (character < 0 || text.lines.length > LONGEST_FENCE) return [];
  const find = text.language === 'yaml' ? yamlPlace : jsonPlace;
  const place = find(text.lines, text.line, character);
  if (!place) return [];
  const written = text.lines[text.line] ?? '';
  // A closing mark that the editor has set already is replaced, too.
  const end = text.language === 'json' && written.charAt(character) === '"' ? character + 1 : character;
  const range: Range = {
    start: { line: position.line, character: place.from + text.indent },
    end: { line: position.line, character: end + text.indent },
  };
  const nodes = text.roots.flatMap((root) => descend(root, place.path) ?? []);
  return place.slot === 'key' ? keyItems(nodes, place, text, range) : valueItems(nodes, text.language, range);
}

function frontMatterAt({ frontMatter }: ParsedDocument, schema: Schema, { line }: Position): DataText | undefined {
  if (!frontMatter || line < frontMatter.textLine || line >= frontMatter.range.end.line) return undefined;
  const lines = frontMatter.text.split('\n');
  const roots = schema.frontMatter ? [schema.frontMatter.root] : [];
  return { lines, language: 'yaml', line: line - frontMatter.textLine, indent: 0, roots };
}

function fenceAt(parsed: ParsedDocument, schema: Schema, { line }: Position): DataText | undefined {
  const section = sectionAt(parsed, line);
  for (const { block, line: lineInSection } of dataFences(section.content)) {
    const first = section.line + lineInSection + block.contentLine;
    // Up to the closing fence; one that is still open goes on to the end.
    const lines = block.content.split('\n');
    const language = dataLanguage(block);
    const at = line - first;
    if (!language || at < 0 || at >= Math.max(1, lines.length)) continue;
    const scopes = scopesOf(parsed, schema).filter(({ sections }) => sections.includes(section));
    const roots = scopes.reverse().flatMap((scope) => [
      named(scope.data),
      // A section that asks for one kind of data means each of its fences.
      ...(scope.section?.data.length === 1 ? scope.data.map(({ root }) => root) : []),
    ]);
    const indent = Math.max(0, lineText(parsed, line).length - (lines[at] ?? '').length);
    return { lines, language, line: at, indent, roots };
  }
  return undefined;
}

/** A map whose keys are the names of the data. */
function named(data: readonly DataSchema[]): DataNode {
  const keys = data.map((schema) => ({ ...schema, node: schema.root }));
  return { type: 'map', values: [], minimum: undefined, maximum: undefined, keys, each: undefined, conditions: [] };
}

function descend(root: DataNode, path: DataPlace['path']): DataNode | undefined {
  let node: DataNode | undefined = root;
  for (const name of path) {
    const key: DataNode | undefined =
      name === undefined ? undefined : node.keys.find((candidate) => isCalled(candidate, name))?.node;
    node = key ?? node.each;
    if (!node) return undefined;
  }
  return node;
}

function keyItems(
  nodes: readonly DataNode[],
  { siblings }: DataPlace,
  { lines, language }: DataText,
  range: Range,
): readonly CompletionItem[] {
  const items = new Map<string, CompletionItem>();
  const writes = writerOf(lines);
  for (const key of nodes.flatMap((node) => node.keys)) {
    if (siblings.some((name) => isCalled(key, name))) continue;
    const name = writes(key.name);
    const written = language === 'json' ? `"${name}"` : name;
    if (items.has(name)) continue;
    items.set(name, {
      label: name,
      kind: CompletionItemKind.Property,
      filterText: written,
      sortText: `${ranks[key.requirement]}${String(items.size).padStart(3, '0')}`,
      detail: key.requirement,
      documentation: documentationOf(key),
      textEdit: { range, newText: `${written}: ` },
    });
  }
  return [...items.values()];
}

function valueItems(nodes: readonly DataNode[], language: 'yaml' | 'json', range: Range): readonly CompletionItem[] {
  const values = nodes.flatMap((node) => {
    const { type } = node;
    if (type === 'map' || type === 'list' || type === 'any') return [];
    return offeredValues({ ...node, type }).map((value) => ({ value, isPlain: type === 'boolean' }));
  });
  return values.map(({ value, isPlain }, index) => {
    const written = language === 'json' && !isPlain ? JSON.stringify(value) : value;
    return {
      label: value,
      kind: CompletionItemKind.EnumMember,
      filterText: written,
      sortText: String(index).padStart(3, '0'),
      textEdit: { range, newText: written },
    };
  });
}

/** In the style of the keys that are there: `validation_method`, `validationMethod`, `validation-method`. */
function writerOf(lines: readonly string[]): (name: string) => string {
  const text = lines.join('\n');
  if (/\b[a-z]+[A-Z][A-Za-z]*"?\s*:/.test(text) && !/\b[a-z]+_[a-z]+\w*"?\s*:/.test(text))
    return (name) => name.toLowerCase().replace(/[ _-]+(\p{L})/gu, (_, letter: string) => letter.toUpperCase());
  const joint = /\b[a-z]+-[a-z]+[a-z-]*"?\s*:/.test(text) ? '-' : '_';
  return (name) => name.toLowerCase().replace(/[ _-]+/g, joint);
}

function documentationOf(key: NamedSchema): string {
  return [key.description, citation(key)].filter((part) => part !== '').join('\n\n');
}
