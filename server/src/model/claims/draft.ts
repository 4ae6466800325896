/** A claim before its section is known: measured from its block, with the pointers in its own scope. */
import type { Range } from 'vscode-languageserver-types';
import type { Inline, Pointer } from '../../syntax/document';
import { maskedText } from '../../syntax/inlineText';
import { positionInInline, rangeInInline } from '../../syntax/positions';
import type { ClaimKind, ClaimStrength } from './claim';
import type { Segment } from './segments';
import type { Signal } from './signal';
import type { Token } from './tokens';

export interface ClaimDraft {
  readonly strength: ClaimStrength;
  readonly kind: ClaimKind;
  readonly range: Range;
  readonly text: string;
  readonly key: string;
  readonly reason: string;
  readonly prominence: number;
  /** Pointers in the claim's line, item, row or paragraph. */
  readonly scope: readonly Pointer[];
  /** A heading is supported by any pointer of its section. */
  readonly heading: boolean;
}

/** Which kind a line is called by when several signals agree. */
const rank: Readonly<Record<ClaimKind, number>> = {
  comparison: 6,
  approval: 5,
  metric: 4,
  universal: 3,
  status: 2,
  task: 1,
  feature: 0,
};

/** The best claim of each line of a segment. */
export function draftClaims(
  inline: Inline,
  segment: Segment,
  signals: readonly Signal[],
  prominence: number,
  scope: readonly Pointer[],
): readonly ClaimDraft[] {
  if (signals.length === 0) return [];
  const best = new Map<number, Signal>();
  for (const signal of signals) {
    const line = lineOf(inline, segment.tokens[signal.from]);
    const other = best.get(line);
    if (!other || isBetter(signal, other)) best.set(line, signal);
  }
  return [...best.values()].map((signal) => draft(inline, segment, signal, prominence, scope));
}

function isBetter(signal: Signal, other: Signal): boolean {
  if (signal.strength !== other.strength) return signal.strength === 'strong';
  if (achieved(signal) !== achieved(other)) return achieved(signal);
  return rank[signal.kind] > rank[other.kind];
}

/** A value reached, told beside its target, says more than any comparison. */
function achieved(signal: Signal): boolean {
  return signal.kind === 'metric' && signal.level === 4;
}

function draft(
  inline: Inline,
  segment: Segment,
  signal: Signal,
  prominence: number,
  scope: readonly Pointer[],
): ClaimDraft {
  const { from, to } = assertingWords(inline, segment, signal);
  const text = collapse(maskedText(inline).slice(from, to));
  return {
    strength: signal.strength,
    kind: signal.kind,
    range: rangeInInline(inline, from, to),
    text,
    key: claimKey(segment.tokens.filter((token) => token.from >= from && token.to <= to)),
    reason: signal.reason,
    prominence,
    scope,
    heading: false,
  };
}

function lineOf(inline: Inline, token: Token | undefined): number {
  return positionInInline(inline, token?.from ?? 0).line;
}

const sentenceEnds = new Set(['.', '!', '?', ';']);

/** The sentence around the signal, cut at the ends of its line. */
function assertingWords(
  inline: Inline,
  segment: Segment,
  signal: Signal,
): { readonly from: number; readonly to: number } {
  const { tokens } = segment;
  let first = signal.from;
  while (first > 0 && !sentenceEnds.has(tokens[first - 1]?.word ?? '')) first--;
  let last = Math.min(signal.to, tokens.length) - 1;
  while (last + 1 < tokens.length && !sentenceEnds.has(tokens[last]?.word ?? '')) last++;
  const at = tokens[signal.from]?.from ?? segment.from;
  const lineStart = inline.text.lastIndexOf('\n', at - 1) + 1;
  const lineBreak = inline.text.indexOf('\n', at);
  const from = Math.max(tokens[first]?.from ?? segment.from, lineStart);
  const to = Math.min(tokens[last]?.to ?? segment.to, lineBreak < 0 ? inline.text.length : lineBreak);
  return { from, to: Math.max(to, from) };
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

const unsaid = new Set('the a an of and with has have been is are was were in on for to by'.split(' '));

/** What a claim says, whatever its markup, signs and small words. */
function claimKey(tokens: readonly Token[]): string {
  return tokens
    .filter((token) => (token.kind === 'word' || token.kind === 'number') && !unsaid.has(token.word))
    .map((token) => token.word)
    .join(' ');
}
