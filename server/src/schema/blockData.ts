/** Fenced YAML and JSON as data with places. */
import { LineCounter, parseDocument, type Document } from 'yaml';
import type { Position, Range } from 'vscode-languageserver-types';
import type { Block, CodeBlock, SectionContent } from '../syntax/document';
import { isTooDeep } from '../syntax/yamlDepth';
import { findJsonMistake } from './jsonMistake';

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
/** `// so`: no JSON, and welcome in documents. */
const COMMENT_LINE = /^[ \t]*\/\/.*$/gm;
const longestContent = 100_000;
const dataOfBlock = new WeakMap<CodeBlock, BlockData>();

/** Which language a fence says that it holds; undefined for others than YAML and JSON. */
export function dataLanguage({ fenced, info }: CodeBlock): BlockData['language'] | undefined {
  const [word = ''] = info.toLowerCase().split(/[\s{,:]/);
  return fenced ? languages.get(word) : undefined;
}

/** A fence of YAML or JSON in its section. */
export interface PlacedFence {
  readonly block: CodeBlock;
  /** Of the block's origin, relative to the section. */
  readonly line: number;
}

const fencesOfSection = new WeakMap<SectionContent, readonly PlacedFence[]>();
const noFences: readonly PlacedFence[] = [];

/** The fences of YAML and JSON in a section, in order. Kept for its content: most sections have none. */
export function dataFences(content: SectionContent): readonly PlacedFence[] {
  const known = fencesOfSection.get(content);
  if (known) return known;
  const fences: PlacedFence[] = [];
  const visit = (block: Block, line: number): void => {
    if (block.type === 'code' && dataLanguage(block)) fences.push({ block, line });
    if (block.type === 'item' || block.type === 'quote') for (const child of block.children) visit(child, line);
  };
  for (const { block, line } of content.blocks) visit(block, line);
  const found = fences.length === 0 ? noFences : fences;
  fencesOfSection.set(content, found);
  return found;
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
  const plain = language === 'json' ? text.replace(COMMENT_LINE, (comment) => ' '.repeat(comment.length)) : text;
  const yaml = parseDocument(plain, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const errors = yaml.errors.map(({ message, pos: [from, to] }) => ({
    message: unsentence(message),
    range: range(from, to),
  }));
  const mistake = language === 'json' ? findJsonMistake(text) : undefined;
  if (mistake) errors.unshift({ message: mistake.message, range: range(mistake.from, mistake.to) });
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

function unsentence(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1).replace(/\.$/, '');
}
