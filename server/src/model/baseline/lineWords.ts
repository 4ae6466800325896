/** What a line is recognised by in another version of its document. */
import type { ParsedDocument, Section, SectionContent } from '../../syntax/document';
import { lineText, sectionAt } from '../../syntax/positions';

/** Longer ones are cut, and told apart by a number made of the rest. */
const LONGEST = 120;
const WORD = /[\p{L}\p{N}%]+/gu;

/** `success criteria 100% achieved`: letters and digits in lower case. Markup, signs and spaces do not count. */
export function lineWords(text: string): string {
  const words = (text.toLowerCase().match(WORD) ?? []).join(' ');
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST)} …${hash(words)}`;
}

/** FNV-1a, 32 bits. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}

/** For each line of a section, relative to its first, the words; kept as long as nothing in the section changes. */
const wordsOfSection = new WeakMap<SectionContent, readonly string[]>();

/** How many lines with the same words stand above this one. @param line absolute */
export function linesAbove(document: ParsedDocument, line: number): { readonly words: string; readonly above: number } {
  const words = lineWords(lineText(document, line));
  const home = sectionAt(document, line);
  let above = 0;
  for (const section of document.sections) {
    if (section.index > home.index) break;
    const known = sectionWords(document, section);
    const end = section.index === home.index ? line - section.line : known.length;
    for (let index = 0; index < end; index++) if (known[index] === words) above++;
  }
  return { words, above };
}

function sectionWords(document: ParsedDocument, { content, line }: Section): readonly string[] {
  const known = wordsOfSection.get(content);
  if (known) return known;
  const words = Array.from({ length: content.lineCount }, (_, index) => lineWords(lineText(document, line + index)));
  wordsOfSection.set(content, words);
  return words;
}
