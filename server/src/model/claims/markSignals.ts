/** Check marks, crosses and other signs as verdicts: a word beside them counts for more. */
import { statusAt, type StatusClass } from './statusWords';
import type { Reading, Signal } from './signal';
import type { Token } from './tokens';
import type { ClaimVocabulary } from './vocabulary';

/** What the signs of a line say. */
export interface MarkReading {
  /** A check mark that acts as a verdict. */
  readonly signal: Signal | undefined;
  /** The line has a check mark, verdict or not. */
  readonly ticked: boolean;
  /** The line has the sign of something that is not done: wholly, or in part. */
  readonly open: 'failed' | 'partly' | undefined;
}

/** Last words of labels after which a value is a bare fact: `✅ Version: 3.0.0`. */
const factLabels = new Set(
  'version date author url port license language branch repository location file path size duration name id environment platform model timestamp'.split(
    ' ',
  ),
);

/** Words by which a list of checks and crosses tells what to do, to take or to like. */
const adviceWords = new Set(
  'do good correct use yes pro pros recommended chosen option always never should must required require benefit advantage advantages preferred better keep avoid consider continue follow prefer proceed choose start begin remember'.split(
    ' ',
  ),
);

const adviceAdjectives = new Set(['good', 'correct']);

/** Reads the signs of a line. */
export function readMarks(
  reading: Pick<Reading, 'tokens' | 'labelEnd'>,
  vocabulary: ClaimVocabulary | undefined,
): MarkReading {
  const { tokens } = reading;
  const at = tokens.findIndex((token) => token.kind === 'mark' && token.mark === 'done');
  const open = at < 0 ? openSign(tokens) : undefined;
  if (at < 0) return { signal: undefined, ticked: false, open };
  if (isDeniedByWord(tokens, at, vocabulary)) return { signal: undefined, ticked: true, open: 'failed' };
  if (isAdvice(tokens, at) || isBareFact(reading, at)) return { signal: undefined, ticked: true, open: undefined };
  const sign = tokens[at]?.word ?? '';
  return {
    signal: { kind: 'status', strength: 'strong', level: 4, from: at, to: at + 1, reason: `"${sign}" as a verdict` },
    ticked: true,
    open: undefined,
  };
}

function openSign(tokens: readonly Token[]): MarkReading['open'] {
  const signs = tokens.filter((token) => token.kind === 'mark' && token.mark !== 'decoration');
  if (signs.length === 0) return undefined;
  return signs.every((token) => token.kind === 'mark' && token.mark === 'partial') ? 'partly' : 'failed';
}

/** `✅ IN PROGRESS`, `✅ PENDING`: the word beside the sign says otherwise. */
function isDeniedByWord(tokens: readonly Token[], at: number, vocabulary: ClaimVocabulary | undefined): boolean {
  // `Migration ✅ (Partial)`
  if (tokens[at + 1]?.word === '(' && tokens[at + 3]?.word === ')')
    return denying.has(statusAt(tokens, at + 2, vocabulary)?.value ?? 'done');
  const said = statusAt(tokens, at + 1, vocabulary);
  if (!said || !denying.has(said.value) || tokens[at + 1]?.word.startsWith('ready')) return false;
  const first = tokens[at + 1];
  const after = tokens[said.to];
  return after?.kind !== 'word' || (first?.kind === 'word' && first.shouted);
}

const denying: ReadonlySet<StatusClass> = new Set<StatusClass>([
  'active',
  'planned',
  'blocked',
  'failed',
  'cancelled',
  'partial',
]);

function isAdvice(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (next?.kind !== 'word' || !adviceWords.has(next.word)) return false;
  // `✅ Good: …` advises, `✅ Correct execution order` does not.
  return !adviceAdjectives.has(next.word) || tokens[at + 2]?.kind !== 'word';
}

function isBareFact({ tokens, labelEnd }: Pick<Reading, 'tokens' | 'labelEnd'>, at: number): boolean {
  if (labelEnd === 0 || at >= labelEnd + 2) return false;
  return factLabels.has(tokens[labelEnd - 1]?.word ?? '');
}
