import type { ParsedDocument } from './document';
import { parseBlockTree } from './blockTree';
import { findFrontMatter, lineAfterFrontMatter } from './frontMatter';
import { groupUnits, linkSections } from './sections';
import { bodyOf, wholeSource } from './source';
import { findLineStarts, normalizeText } from './sourceLines';
import { readUnits } from './units';

/** Parses a Markdown text. Never fails: bad text is text. */
export function parseDocument(text: string): ParsedDocument {
  const normalized = normalizeText(text);
  const lineStarts = findLineStarts(normalized);
  const frontMatter = findFrontMatter(normalized, lineStarts);
  const firstLine = lineAfterFrontMatter(frontMatter);
  const source = wholeSource(normalized, lineStarts, lineStarts[firstLine] ?? normalized.length);
  const { units } = readUnits(source, parseBlockTree(bodyOf(source)), firstLine, () => false);
  const sections = groupUnits({ heading: undefined, line: firstLine, blocks: [] }, units, lineStarts.length);
  return { text: normalized, lineStarts, frontMatter, sections: linkSections(sections) };
}
