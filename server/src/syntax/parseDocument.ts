import type { Tree } from '@lezer/common';
import type { ParsedDocument } from './document';
import { parseBlockTree } from './blockTree';
import { keepTree } from './blockTreeUpdate';
import { findFrontMatter, lineAfterFrontMatter } from './frontMatter';
import { groupUnits, linkSections } from './sections';
import { bodyOf, wholeSource } from './source';
import { findLineStarts, normalizeText } from './sourceLines';
import { readUnits } from './units';

/** Parses a Markdown text. Never fails: bad text is text. */
export function parseDocument(text: string): ParsedDocument {
  return parse(text).document;
}

/** As {@link parseDocument}, for a document that is going to be edited: already the first edit parses no more than it must. */
export function parseForEditing(text: string): ParsedDocument {
  const { document, tree } = parse(text);
  keepTree(document, tree);
  return document;
}

function parse(text: string): { document: ParsedDocument; tree: Tree } {
  const normalized = normalizeText(text);
  const lineStarts = findLineStarts(normalized);
  const frontMatter = findFrontMatter(normalized, lineStarts);
  const firstLine = lineAfterFrontMatter(frontMatter);
  const source = wholeSource(normalized, lineStarts, lineStarts[firstLine] ?? normalized.length);
  const tree = parseBlockTree(bodyOf(source));
  const { units } = readUnits(source, tree, firstLine, () => false);
  const sections = groupUnits({ heading: undefined, line: firstLine, blocks: [] }, units, lineStarts.length);
  return { document: { text: normalized, lineStarts, frontMatter, sections: linkSections(sections) }, tree };
}
