/** Lines that give target, value and verdict: `Target: <200 ms, achieved 240 ms ✅`, `240 ms (target: <200 ms) ✅`. */
import type { Token } from '../claims/tokens';
import type { NumberConflict } from './conflict';
import type { NumberLine } from './lines';
import type { Quantity } from './quantity';
import {
  isWantedHigh,
  measureOf,
  metVerdict,
  missesTarget,
  sameMeasure,
  targetConflict,
  verdictPlace,
} from './targets';

const targetKeys = new Set(['target', 'goal', 'threshold', 'requirement', 'required', 'budget', 'limit', 'sla']);
const reachedKeys = new Set(['achieved', 'actual', 'reached', 'measured', 'observed', 'result', 'got']);

/** The conflict of a line that says of a value that misses its target that it was met. */
export function* lineTargetConflicts(line: NumberLine): Iterable<NumberConflict> {
  const found = splitLine(line);
  if (!found) return;
  const { target, reached } = found;
  const verdict = verdictTokens(line, target, reached);
  if (!metVerdict(line, verdict)) return;
  if (!sameMeasure(measureOf(line.tokens, target), measureOf(line.tokens, reached))) return;
  // Without a label the value is named by the words before it.
  const nameEnd = line.labelEnd || Math.min(target.firstToken, reached.firstToken);
  if (!missesTarget(reached, target, isWantedHigh(line.tokens.slice(0, nameEnd)))) return;
  yield targetConflict({ line, quantity: reached }, { line, quantity: target }, verdictPlace(line, verdict));
}

/** Of just two numbers at least one has to be named by the word before it; the other then is what remains. */
function splitLine(line: NumberLine): { readonly target: Quantity; readonly reached: Quantity } | undefined {
  const { quantities, tokens } = line;
  const [one, two] = quantities.filter(({ firstToken }) => firstToken > line.labelEnd || line.labelEnd === 0);
  if (!one || !two || quantities.length !== 2) return undefined;
  const [first, second] = [keyOf(tokens, one), keyOf(tokens, two)];
  if (first === second) return undefined;
  if (first === 'target' || second === 'reached') {
    // What was reached is told with a limit of its own only as a target: `<500ms (achieved: 600ms)`.
    if (first !== 'target' && one.bound === 'exact') return undefined;
    return { target: one, reached: two };
  }
  return { target: two, reached: one };
}

/** Tokens between the key and the number: a colon, `of`, `is`. */
const farthestKey = 3;

function keyOf(tokens: readonly Token[], quantity: Quantity): 'target' | 'reached' | undefined {
  for (let i = quantity.firstToken - 1; i >= Math.max(0, quantity.firstToken - farthestKey); i--) {
    const token = tokens[i];
    if (!token || token.kind === 'number') return undefined;
    if (targetKeys.has(token.word)) return 'target';
    if (reachedKeys.has(token.word)) return 'reached';
    if (token.kind === 'stop' && token.word !== ':') return undefined;
  }
  return undefined;
}

/** Signs and words outside the label and the brackets; the key of the value reached is no verdict. */
function verdictTokens({ tokens, labelEnd }: NumberLine, target: Quantity, reached: Quantity): readonly Token[] {
  const keys = new Set([...keysBefore(tokens, target), ...keysBefore(tokens, reached)]);
  return tokens.filter(
    (token, i) =>
      (token.kind === 'mark' || (token.kind === 'word' && i > labelEnd && verdictWords.has(token.word))) &&
      !keys.has(i),
  );
}

const verdictWords = new Set(
  'met exceeded achieved passed pass satisfied not missed failed fail partial partially pending close nearly'.split(
    ' ',
  ),
);

function keysBefore(tokens: readonly Token[], { firstToken }: Quantity): readonly number[] {
  const found: number[] = [];
  for (let i = Math.max(0, firstToken - farthestKey); i < firstToken; i++) {
    const word = tokens[i]?.word ?? '';
    if (targetKeys.has(word) || reachedKeys.has(word)) found.push(i);
  }
  return found;
}
