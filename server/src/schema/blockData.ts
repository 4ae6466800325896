/** Fenced YAML and JSON as data with places. */
import { LineCounter, parseDocument, type Document } from 'yaml';
import type { Position, Range } from 'vscode-languageserver-types';
import type { CodeBlock } from '../syntax/document';
import { isTooDeep } from '../syntax/yamlDepth';

/** What a fence holds. Positions count from the first line of its content. */
export interface BlockData {
  readonly language: 'yaml' | 'json';
  readonly root: Document['contents'];
  readonly errors: readonly { readonly message: string; readonly range: Range }[];
  rangeOf(node: unknown): Range | undefined;
}

const languages: ReadonlyMap<string, BlockData['language']> = new Map([
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['json', 'json'],
  ['jsonc', 'json'],
]);
const longestContent = 100_000;
const dataOfBlock = new WeakMap<CodeBlock, BlockData>();

/** Which language a fence says that it holds; undefined for others than YAML and JSON. */
export function dataLanguage({ fenced, info }: CodeBlock): BlockData['language'] | undefined {
  const [word = ''] = info.toLowerCase().split(/[\s{,:]/);
  return fenced ? languages.get(word) : undefined;
}

/** Parses a fence; undefined for other languages. Kept for the block. */
export function readBlockData(block: CodeBlock): BlockData | undefined {
  const language = dataLanguage(block);
  if (!language) return undefined;
  const known = dataOfBlock.get(block) ?? parseData(block.content, language);
  dataOfBlock.set(block, known);
  return known;
}

/** Parses YAML or JSON. Never throws. */
export function parseData(text: string, language: BlockData['language']): BlockData {
  const lines = new LineCounter();
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(0, line - 1), character: Math.max(0, col - 1) };
  };
  const range = (from: number, to: number): Range => ({ start: position(from), end: position(Math.max(from, to)) });
  const start = range(0, 0);
  if (text.length > longestContent || isTooDeep(text)) {
    const errors = [{ message: 'it is too long or nested too deep', range: start }];
    return { language, root: null, errors, rangeOf: () => undefined };
  }
  // JSON is YAML, but for comments, commas at the end and the like, which YAML allows or names in its own words.
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const errors = yaml.errors.map(({ message, pos: [from, to] }) => ({
    message: unsentence(message),
    range: range(from, to),
  }));
  if (language === 'json' && errors.length === 0 && !isJson(text)) {
    errors.push({ message: 'it is YAML, but no JSON: quotes, commas or braces are missing or too many', range: start });
  }
  return {
    language,
    root: yaml.contents,
    errors,
    rangeOf: (node) => {
      const found = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
      const [from, to] = Array.isArray(found) ? (found as unknown[]) : [];
      return typeof from === 'number' && typeof to === 'number' ? range(from, to) : undefined;
    },
  };
}

/** Comments are welcome in documents. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^[ \t]*\/\/.*$/gm, ''));
    return true;
  } catch {
    return false;
  }
}

function unsentence(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1).replace(/\.$/, '');
}
