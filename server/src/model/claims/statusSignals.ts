/** Fields whose value is a status: `**Status**: ✅ COMPLETE`, `**Operational Excellence**: ACHIEVED`. */
import type { DocumentKind } from '../documentKind';
import { classifyStatusTokens, isNegated, type StatusClass } from './statusWords';
import { isAccomplishment } from './predicates';
import type { Signal } from './signal';
import type { Token } from './tokens';
import type { ClaimVocabulary } from './vocabulary';
import { stateWords, verdictWords } from './words';

export interface StatusReading {
  readonly signal: Signal | undefined;
  /** The value is a status that is not done: nothing else in the line counts. */
  readonly open: boolean;
}

/** Last words of labels whose value is a status. */
const statusLabels = new Set(
  'status state result results outcome verdict readiness achievement 判定 ステータス 結果 総合判定'.split(' '),
);

/** First words of labels whose status is that of a machine or a request, not of the work. */
const machineLabels = new Set('http job git exit response request code'.split(' '));

/** Last words of labels that say what has to be there first. */
const conditionLabels = new Set(
  'dependencies dependency depends prerequisite prerequisites precondition preconditions requires'.split(' '),
);

/** Words that a status may hold besides its verdict. */
const fillers = new Set(
  'and with the now fully highly very is has been all day week phase successfully real'.split(' '),
);

export const statusReason = 'a status that says it is done';

/** A line with a label. */
export interface LabelledLine {
  readonly tokens: readonly Token[];
  readonly labelEnd: number;
  /** A line of its own, not an item of a list. */
  readonly field: boolean;
  /** Kind of the document. */
  readonly kind: DocumentKind | undefined;
}

/** Reads a line with a label as a status. */
export function readStatus(line: LabelledLine, vocabulary: ClaimVocabulary | undefined): StatusReading {
  const { tokens, labelEnd } = line;
  const value = tokens.slice(labelEnd + 1);
  if (labelEnd === 0 || value.length === 0) return none;
  const label = tokens.slice(0, labelEnd).filter((token) => token.kind === 'word');
  const named = statusLabels.has(label.at(-1)?.word ?? '');
  if (named && label.some((token) => machineLabels.has(token.word)))
    return value.some(isLoud) ? none : { signal: undefined, open: true };
  // `Dependencies: Phase 2 complete` sets a condition.
  if (conditionLabels.has(label.at(-1)?.word ?? '') && value[0]?.word === 'phase' && !value.some(isTick)) return none;
  if (isOfDecision(label, value, line.kind)) return { signal: undefined, open: true };
  const words = firstPart(value);
  // `**Outcome**: Testing appeared successful but …` is a sentence, not a status.
  const isStatus = named && (words.length <= longestStatus || label.at(-1)?.word === 'status');
  const told = classifyStatusTokens(value, vocabulary);
  if (told === 'done' && !isSaidFirst(words, vocabulary)) return none;
  const said = told ?? (label.at(-1)?.word === 'status' ? stateOf(words) : undefined);
  if (said === undefined) return none;
  const ready = words.some((token) => token.word === 'ready') && said === 'planned';
  if (isStatus && said !== 'done' && said !== 'partial' && !ready) return { signal: undefined, open: true };
  const verdictOnly = isVerdictOnly(words);
  if (!isStatus && !verdictOnly) return none;
  const level = isStatus || line.field || words.some(isLoud) ? 4 : 3;
  const passed = said === 'partial' && (words[0]?.word === 'pass' || words[0]?.word === 'passed');
  const share = shareOf(words, labelEnd + 1);
  if (share && (said === 'done' || said === 'partial')) return { signal: { ...share, level }, open: false };
  // `PASS_WITH_NOTES` is a verdict, though not the best.
  if (said !== 'done' && !ready && !passed) return none;
  return {
    signal: {
      kind: 'status',
      strength: 'strong',
      level: ready && !verdictOnly ? 3 : level,
      from: labelEnd + 1,
      to: labelEnd + 1 + words.length,
      reason: statusReason,
    },
    open: false,
  };
}

/** `**Pool Status**: 5 connections, healthy` */
function stateOf(words: readonly Token[]): StatusClass | undefined {
  const at = words.findIndex(({ word }) => stateWords.has(word) && word !== 'available');
  return at >= 0 && words[at + 1]?.kind !== 'word' && !isNegated(words, at) ? 'done' : undefined;
}

/** `Shows an error, but the service is functional`: a sentence that ends well is no status. */
function isSaidFirst(words: readonly Token[], vocabulary: ClaimVocabulary | undefined): boolean {
  const comma = words.findIndex((token) => token.word === ',');
  const first = comma < 0 ? words : words.slice(0, comma);
  return words.length <= longestStatus || classifyStatusTokens(first, vocabulary) !== undefined;
}

/** A sign or a word in capitals. */
function isLoud(token: Token): boolean {
  return isTick(token) || (token.kind === 'word' && token.shouted);
}

/** `**Status**: Accepted` of a decision record: what was decided, not what was done. */
function isOfDecision(label: readonly Token[], value: readonly Token[], kind: DocumentKind | undefined): boolean {
  if (label.at(-1)?.word !== 'status' || label.length > 2 || (label.length === 2 && label[0]?.word !== 'decision'))
    return false;
  const word = value.find((token) => token.kind === 'word')?.word ?? '';
  return decisionWords.has(word) || (word === 'approved' && (kind === 'decisions' || label.length === 2));
}

const decisionWords = new Set('accepted adopted ratified decided agreed proposed superseded'.split(' '));

function isTick(token: Token): boolean {
  return token.kind === 'mark' && token.mark === 'done';
}

/** Tokens that a status has at most, up to the first stop. */
const longestStatus = 5;

const none: StatusReading = { signal: undefined, open: false };

/** The value up to a stop, brackets included when they come first. */
function firstPart(value: readonly Token[]): readonly Token[] {
  const end = value.findIndex((token, i) => i > 0 && token.kind === 'stop' && token.word !== ',');
  return end < 0 ? value : value.slice(0, end);
}

/** `ACHIEVED`, `100% Complete`, `Success`, `EXCELLENT`: nothing but a verdict. */
function isVerdictOnly(words: readonly Token[]): boolean {
  const share = shareOf(words, 0) !== undefined;
  let verdict = false;
  for (const token of words) {
    if (token.kind !== 'word') continue;
    const strong =
      verdictWords.has(token.word) ||
      verdictNouns.has(token.word) ||
      (token.shouted && token.word.length > 3) ||
      (share && (isAccomplishment(token.word) || stateWords.has(token.word)));
    if (strong) verdict = true;
    else if (!fillers.has(token.word)) return false;
  }
  return verdict;
}

const verdictNouns = new Set('success complete done pass met'.split(' '));

/** `98% Complete`: a number told as a result. */
function shareOf(words: readonly Token[], offset: number): Omit<Signal, 'level'> | undefined {
  const at = words.findIndex((token) => token.kind === 'number' && (token.unit === '%' || token.outOf !== undefined));
  const token = words[at];
  if (!token) return undefined;
  return {
    kind: 'metric',
    strength: 'strong',
    from: offset + at,
    to: offset + at + 1,
    reason: `"${token.word}" as a status`,
  };
}
