/** Fields whose value is a status: `**Status**: ✅ COMPLETE`, `**Operational Excellence**: ACHIEVED`. */
import { classifyStatusTokens, type StatusClass } from './statusWords';
import type { Reading, Signal } from './signal';
import type { Token } from './tokens';
import type { ClaimVocabulary } from './vocabulary';
import { verdictWords } from './words';

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
const machineLabels = new Set(
  'http job git exit response worker database db service server container connection network request code system api current_job'.split(
    ' ',
  ),
);

/** Words that a status may hold besides its verdict. */
const fillers = new Set(
  'and with the now fully highly very is has been all day week phase successfully real'.split(' '),
);

/** Reads a line with a label as a status. */
export function readStatus(
  reading: Pick<Reading, 'tokens' | 'labelEnd'>,
  vocabulary: ClaimVocabulary | undefined,
): StatusReading {
  const { tokens, labelEnd } = reading;
  if (labelEnd === 0) return none;
  const value = tokens.slice(labelEnd + 1);
  if (value.length === 0) return none;
  const label = tokens.slice(0, labelEnd).filter((token) => token.kind === 'word');
  const isStatus = statusLabels.has(label.at(-1)?.word ?? '');
  const words = firstPart(value);
  const said = classifyStatusTokens(words, vocabulary);
  if (said === undefined) return none;
  const ready = words.some((token) => token.word === 'ready');
  if (isStatus && openClasses.has(said) && !(ready && said === 'planned'))
    return { signal: undefined, open: said !== 'partial' };
  const machine = label.some((token) => machineLabels.has(token.word));
  if (!(isStatus && !machine) && !isVerdictOnly(words)) return none;
  if (said === 'partial') return { signal: shareOf(reading), open: false };
  if (said !== 'done' && !ready) return none;
  const at = labelEnd + 1;
  return {
    signal: {
      kind: 'status',
      strength: 'strong',
      level: 4,
      from: at,
      to: at + words.length,
      reason: 'a status that says it is done',
    },
    open: false,
  };
}

const none: StatusReading = { signal: undefined, open: false };

const openClasses: ReadonlySet<StatusClass> = new Set<StatusClass>([
  'active',
  'planned',
  'blocked',
  'failed',
  'cancelled',
  'partial',
]);

/** The value up to a stop, brackets included when they come first. */
function firstPart(value: readonly Token[]): readonly Token[] {
  const end = value.findIndex((token, i) => i > 0 && token.kind === 'stop' && token.word !== ',');
  return end < 0 ? value : value.slice(0, end);
}

/** `ACHIEVED`, `100% Complete`, `Success`, `EXCELLENT`: nothing but a verdict. */
function isVerdictOnly(words: readonly Token[]): boolean {
  let verdict = false;
  for (const token of words) {
    if (token.kind === 'mark' || token.kind === 'number' || token.kind === 'stop') continue;
    const strong =
      verdictWords.has(token.word) || verdictNouns.has(token.word) || (token.shouted && token.word.length > 3);
    if (strong) verdict = true;
    else if (!fillers.has(token.word)) return false;
  }
  return verdict;
}

const verdictNouns = new Set('success complete done pass met'.split(' '));

/** `98% Complete`: a number told as a result. */
function shareOf({ tokens, labelEnd }: Pick<Reading, 'tokens' | 'labelEnd'>): Signal | undefined {
  const at = tokens.findIndex(
    (token, i) => i > labelEnd && token.kind === 'number' && (token.unit === '%' || token.outOf !== undefined),
  );
  const token = tokens[at];
  if (!token) return undefined;
  return { kind: 'metric', strength: 'strong', level: 4, from: at, to: at + 1, reason: `"${token.word}" as a status` };
}
