/** Where a document is broken: see {@link findBrokenText}. */
import { findBrokenText, hasBrokenText, type BrokenText } from './brokenText';
import { hasWideCharacter } from './codePages';
import { BlockMemo } from './blockMemo';
import type { Block, Inline, ParsedDocument, SectionContent } from './document';
import { maskedText } from './inlineText';
import { offsetAt, shiftRange, rangeInInline } from './positions';
import { inlinesOf, walkDocument } from './walk';
import type { Range } from 'vscode-languageserver-types';

const brokenSections = new WeakMap<SectionContent, boolean>();
const brokenBlocks = new BlockMemo<boolean>();

/** Is anything broken outside code? Code alone may show broken text on purpose. */
export function isBroken(document: ParsedDocument): boolean {
  return document.sections.some(({ content }) => {
    const broken = brokenSections.get(content) ?? isBrokenSection(content);
    brokenSections.set(content, broken);
    return broken;
  });
}

function isBrokenSection(section: SectionContent): boolean {
  const { heading, blocks } = section;
  if (heading && isBrokenInline(heading.inline)) return true;
  return blocks.some(({ block }) => brokenBlocks.get(block, section, isBrokenBlock));
}

function isBrokenBlock(block: Block): boolean {
  if (block.type === 'html') return hasBrokenText(block.text);
  if (inlinesOf(block).some(isBrokenInline)) return true;
  return (block.type === 'item' || block.type === 'quote') && block.children.some(isBrokenBlock);
}

function isBrokenInline(inline: Inline): boolean {
  return hasBrokenText(maskedText(inline, { code: true }));
}

/**
 * The broken places of the whole text, as offsets. Those in code are among them if everything is broken that can be: then
 * the file was read by the wrong encoding, while code in a text that is good in part may show broken characters on purpose.
 */
export function brokenTextOf(document: ParsedDocument): readonly BrokenText[] {
  const places = findBrokenText(document.text);
  if (!isGoodInPart(document.text, places)) return places;
  const code = codeRanges(document).map(({ start, end }) => ({
    from: offsetAt(document, start),
    to: offsetAt(document, end),
  }));
  let next = 0;
  return places.filter(({ from, to }) => {
    while ((code[next]?.to ?? Infinity) <= from) next++;
    return (code[next]?.from ?? Infinity) >= to;
  });
}

/** Is there a character that no reader of single bytes could have seen, such as `✅`? */
function isGoodInPart(text: string, places: readonly BrokenText[]): boolean {
  let at = 0;
  for (const { from, to } of places) {
    if (hasWideCharacter(text.slice(at, from))) return true;
    at = to;
  }
  return hasWideCharacter(text.slice(at));
}

/** Code blocks and code spans in order. */
function codeRanges(document: ParsedDocument): readonly Range[] {
  const ranges: Range[] = [];
  const add = (inline: Inline, line: number) => {
    for (const { type, from, to } of inline.spans)
      if (type === 'code') ranges.push(shiftRange(rangeInInline(inline, from, to), line));
  };
  for (const { content, line } of document.sections) if (content.heading) add(content.heading.inline, line);
  for (const { block, line } of walkDocument(document)) {
    if (block.type === 'code') ranges.push(shiftRange(block.range, line));
    for (const inline of inlinesOf(block)) add(inline, line);
  }
  return ranges.sort((a, b) => a.start.line - b.start.line || a.start.character - b.start.character);
}
