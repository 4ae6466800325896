import type { ParsedDocument } from './document';
import { parseUnits } from './blockParser';
import { findFrontMatter, lineAfterFrontMatter } from './frontMatter';
import { wholeSource } from './lineCursor';
import { groupUnits, linkSections } from './sections';
import { findLineStarts, normalizeText } from './sourceLines';

/** Parses a Markdown text. Never fails: bad text is text. */
export function parseDocument(text: string): ParsedDocument {
  const normalized = normalizeText(text);
  const lineStarts = findLineStarts(normalized);
  const frontMatter = findFrontMatter(normalized, lineStarts);
  const firstLine = lineAfterFrontMatter(frontMatter);
  const { units } = parseUnits(wholeSource(normalized, lineStarts), firstLine, () => false);
  const sections = groupUnits({ heading: undefined, line: firstLine, blocks: [] }, units, lineStarts.length);
  return { text: normalized, lineStarts, frontMatter, sections: linkSections(sections) };
}
