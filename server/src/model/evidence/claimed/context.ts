/** Which words of a line a number stands among. */
import type { Token } from './claimTokens';

/** Words near a number, the nearest to it last in `left` and first in `right`. */
export interface Context {
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** Before the colon, or the first cell of a row. */
  readonly label: readonly string[];
  /** Before the bracket or the "with" that it stands behind, with the label of that. */
  readonly outer: readonly string[];
  readonly opens: '(' | 'with' | undefined;
  /** Whether nothing but the label stands before it. */
  readonly follows: 'label' | 'words' | 'nothing';
}

/** @param at of the number (or word) in question */
export function contextOf(tokens: readonly Token[], at: number): Context {
  const left = wordsFrom(tokens, at - 1, -1);
  const right = wordsFrom(tokens, at + 1, 1);
  const label = labelBefore(tokens, at);
  const bracket = openBracket(tokens, at);
  const before = bracket === undefined ? undefined : contextAt(tokens, bracket);
  const outer = before ? [...before.label, ...before.left] : [];
  const stop = tokens[at - left.length - 1];
  const follows =
    left.length > 0 ? 'words' : stop?.kind === 'stop' && (stop.stop === ':' || stop.stop === '|') ? 'label' : 'nothing';
  const opener = bracket === undefined ? undefined : tokens[bracket];
  const opens = opener?.kind !== 'stop' ? undefined : opener.stop === 'with' ? 'with' : '(';
  return { left, right, label, outer, opens, follows };
}

function contextAt(tokens: readonly Token[], at: number): { label: readonly string[]; left: readonly string[] } {
  const left: string[] = [];
  // Numbers stand between them: `100% (3 of 3)` is about what stands before the 100 %.
  for (let index = at - 1; index >= 0; index--) {
    const token = tokens[index];
    if (token?.kind === 'word') left.unshift(token.word);
    else if (token?.kind === 'stop') break;
  }
  return { label: labelBefore(tokens, at), left };
}

/** Words without a gap from `start` in one direction, in reading order. */
function wordsFrom(tokens: readonly Token[], start: number, step: 1 | -1): readonly string[] {
  const words: string[] = [];
  for (let index = start; ; index += step) {
    const token = tokens[index];
    if (token?.kind !== 'word') return step === 1 ? words : words.reverse();
    words.push(token.word);
  }
}

/** `Test results: 38 passed, 2 failed` → the label of both numbers; `| Parser | 12/12 |` → the first cell. */
function labelBefore(tokens: readonly Token[], at: number): readonly string[] {
  let colon: number | undefined;
  let depth = 0;
  for (let index = at - 1; index >= 0; index--) {
    const token = tokens[index];
    if (token?.kind !== 'stop') continue;
    if (token.stop === ')') depth++;
    else if (token.stop === '(') depth--;
    if (depth > 0) continue;
    if (token.stop === ':') {
      colon = index;
      break;
    }
    if (token.stop === '.') return [];
    if (token.stop === '|') return rowLabel(tokens);
  }
  return colon === undefined ? [] : wordsBefore(tokens, colon);
}

/** Back to what ends a clause; what stands in brackets is left out. */
function wordsBefore(tokens: readonly Token[], end: number): readonly string[] {
  const words: string[] = [];
  let depth = 0;
  for (let index = end - 1; index >= 0; index--) {
    const token = tokens[index];
    if (token?.kind === 'stop' && token.stop === ')') depth++;
    else if (token?.kind === 'stop' && token.stop === '(') depth--;
    else if (depth > 0) continue;
    else if (token?.kind === 'word') words.unshift(token.word);
    else break;
    if (depth < 0) break;
  }
  return words;
}

function rowLabel(tokens: readonly Token[]): readonly string[] {
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'word') words.push(token.word);
    else if (token.kind === 'stop' && token.stop === '|' && words.length > 0) break;
  }
  return words;
}

/** The bracket around it, or the "with" that its clause begins with. */
function openBracket(tokens: readonly Token[], at: number): number | undefined {
  let depth = 0;
  let sameClause = true;
  for (let index = at - 1; index >= 0; index--) {
    const token = tokens[index];
    if (token?.kind !== 'stop') continue;
    if (token.stop === ')') depth++;
    else if (token.stop === '(' && depth-- === 0) return index;
    else if (token.stop === 'with' && depth === 0 && sameClause) return index;
    else if (token.stop !== 'with' && depth === 0) sameClause = false;
  }
  return undefined;
}
