/** The lines of a block that may hold numbers: paragraphs, items and cells, without quotes, code and struck-out words. */
import type { Range } from 'vscode-languageserver-types';
import { BlockMemo } from '../../syntax/blockMemo';
import type { Block, Inline, SectionContent } from '../../syntax/document';
import { rangeInInline } from '../../syntax/positions';
import { itemSegments, paragraphSegments, wholeSegment, type Segment } from '../claims/segments';
import type { Token } from '../claims/tokens';
import { readQuantities, type Quantity } from './quantity';

/** A line with its numbers. Ranges that are made from it are relative to the block's origin. */
export interface NumberLine {
  readonly inline: Inline;
  readonly tokens: readonly Token[];
  /** Number of tokens before the colon of a label; 0 for none. */
  readonly labelEnd: number;
  readonly quantities: readonly Quantity[];
}

const kept = new BlockMemo<readonly NumberLine[]>();

/** The lines of a paragraph or item, nested items included, in order; those of tables are read by `readTable`. */
export function blockLines(block: Block, section: SectionContent): readonly NumberLine[] {
  return kept.get(block, section, readLines);
}

function readLines(block: Block): readonly NumberLine[] {
  switch (block.type) {
    case 'paragraph':
      return hasDigit(block.inline)
        ? paragraphSegments(block.inline).map((segment) => lineOf(block.inline, segment))
        : withoutNumber(block.inline);
    case 'item': {
      const { inline, children } = block;
      const own = inline && hasDigit(inline) ? itemSegments(inline).map((segment) => lineOf(inline, segment)) : [];
      const silent = inline && own.length === 0 ? withoutNumber(inline) : [];
      return [...own, ...silent, ...children.flatMap(readLines)];
    }
    default:
      return [];
  }
}

function hasDigit(inline: Inline): boolean {
  return /\d/.test(inline.text);
}

/** Most lines hold no number. Only those that give a verdict of the lines above are read. */
function withoutNumber(inline: Inline): readonly NumberLine[] {
  if (mayBeVerdict.test(inline.text)) return [lineOf(inline, wholeSegment(inline))];
  return [{ inline, tokens: [], labelEnd: 0, quantities: [] }];
}

/** Matches `**Status**: ✅ Met`, `Verdict: pass`; does not match `The status of`. */
const mayBeVerdict = /^\W{0,4}(?:status|verdict|result|outcome)\W{0,4}:/i;

/** A cell or heading as one line. */
export function wholeLine(inline: Inline): NumberLine {
  return lineOf(inline, wholeSegment(inline));
}

function lineOf(inline: Inline, segment: Segment): NumberLine {
  const struck = inline.spans.filter((span) => span.type === 'strikethrough');
  const stays = (token: Token) => !struck.some((span) => span.from <= token.from && token.to <= span.to);
  const tokens = struck.length === 0 ? segment.tokens : segment.tokens.filter(stays);
  const labelEnd = struck.length === 0 && !hasOpenBracket(tokens, segment.labelEnd) ? segment.labelEnd : 0;
  const hasNumber = tokens.some((token) => token.kind === 'number');
  return { inline, tokens, labelEnd, quantities: hasNumber ? readQuantities(inline.text, tokens) : [] };
}

/** Of `Coverage ≥95% (actual: 92%)` the colon ends no label. */
function hasOpenBracket(tokens: readonly Token[], end: number): boolean {
  let depth = 0;
  for (const { word } of tokens.slice(0, end)) {
    if (word === '(' || word === '（') depth++;
    else if (word === ')' || word === '）') depth--;
  }
  return depth > 0;
}

/** Where a quantity stands, relative to the block's origin. */
export function quantityRange({ inline }: NumberLine, { from, to }: Quantity): Range {
  return rangeInInline(inline, from, to);
}

/** A quantity as it is written. */
export function quantityText({ inline }: NumberLine, { from, to }: Quantity): string {
  return inline.text.slice(from, to).trim();
}

/** The words of the label, in lower case. */
export function labelWords({ tokens, labelEnd }: NumberLine): readonly string[] {
  return wordsOf(tokens.slice(0, labelEnd));
}

/** The words among tokens. */
export function wordsOf(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap((token) => (token.kind === 'word' ? [token.word] : []));
}
