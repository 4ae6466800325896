/** Numbers before headings: `## 3. Risks`, `### 2.1 Scope`. */
import type { TextEdit } from 'vscode-languageserver-types';
import type { ParsedDocument, Section } from '../syntax/document';
import { rangeInInline, shiftRange } from '../syntax/positions';

export interface NumberPlan {
  /** What stands before the words of the new heading: `4. `, or nothing. */
  readonly prefix: string;
  /** New numbers of later siblings. */
  readonly edits: readonly TextEdit[];
}

/** `3. `, `2.1 `, `4) ` at the start of a heading, perhaps in bold; not `2024 `, `3 workers`. */
const headingNumber = /^(?:\*\*)?((?:\d+\.)*)(\d{1,2})([.)]\s+|(?<=\.\d{1,2})\s+)/;

interface Numbered {
  readonly section: Section;
  /** `2.` of `2.1 Scope`. */
  readonly outer: string;
  readonly value: number;
  /** What follows the number: `. `, ` `. */
  readonly tail: string;
  readonly from: number;
}

const none: NumberPlan = { prefix: '', edits: [] };

/**
 * Plans the number of a heading that is inserted at a line among its siblings. If most siblings are numbered, so is the
 * new one, and those that follow move up; where they have numbered parts of their own, everything stays as it is.
 */
export function planNumber(parsed: ParsedDocument, siblings: readonly Section[], line: number): NumberPlan {
  const numbered = siblings.flatMap((section) => readNumber(section));
  if (numbered.length === 0 || numbered.length * 2 < siblings.length) return none;
  const previous = numbered.findLast(({ section }) => section.line < line);
  const following = numbered.filter(({ section }) => section.line >= line);
  const model = previous ?? following[0];
  if (!model) return none;
  if (following.some(({ section, value }) => hasNumberedParts(parsed, section, value))) return none;
  const value = previous ? previous.value + 1 : model.value;
  return { prefix: `${model.outer}${value}${model.tail}`, edits: following.flatMap((entry) => moveUp(entry)) };
}

function readNumber(section: Section): Numbered[] {
  const { heading } = section.content;
  const match = heading && headingNumber.exec(heading.inline.text);
  if (!match) return [];
  const [whole, outer = '', digits = '', tail = ''] = match;
  const from = whole.length - tail.length - digits.length;
  return [{ section, outer, value: Number(digits), tail, from }];
}

function moveUp({ section, value, from }: Numbered): TextEdit[] {
  const { heading } = section.content;
  if (!heading) return [];
  const range = rangeInInline(heading.inline, from, from + String(value).length);
  return [{ range: shiftRange(range, section.line), newText: String(value + 1) }];
}

/** Whether a section has children such as `3.1`. */
function hasNumberedParts(parsed: ParsedDocument, section: Section, value: number): boolean {
  return parsed.sections.some(
    (child) => child.parent === section.index && readNumber(child).some(({ outer }) => outer.endsWith(`${value}.`)),
  );
}
