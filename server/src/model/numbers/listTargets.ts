/** Target, value and verdict in lines one below the other: `Target: <200 ms`, `Achieved: 240 ms`, `Status: ✅ Met`. */
import { shiftConflict, type NumberConflict } from './conflict';
import { labelWords, type NumberLine } from './lines';
import { valueOf, type PlacedLine } from './lists';
import { shiftRange } from '../../syntax/positions';
import {
  isWantedHigh,
  measureOf,
  metVerdict,
  missesTarget,
  sameMeasure,
  targetConflict,
  verdictPlace,
} from './targets';

type Role = 'target' | 'reached' | 'status';

/** The last word of a label says what the line gives. */
const roles = new Map<string, Role>([
  ...['target', 'goal', 'threshold', 'requirement', 'limit'].map((word) => [word, 'target'] as const),
  ...['achieved', 'actual', 'measured', 'reached', 'observed', 'current'].map((word) => [word, 'reached'] as const),
  ...['status', 'verdict', 'outcome'].map((word) => [word, 'status'] as const),
]);

/** Conflicts of three lines that follow each other, one of each kind, the verdict last. */
export function* listTargetConflicts(lines: readonly (PlacedLine | undefined)[]): Iterable<NumberConflict> {
  for (let i = 2; i < lines.length; i++) {
    const [one, two, status] = [lines[i - 2], lines[i - 1], lines[i]];
    if (!one || !two || !status || roleOf(status.line) !== 'status') continue;
    const [target, reached] = roleOf(one.line) === 'target' ? [one, two] : [two, one];
    if (roleOf(target.line) !== 'target' || roleOf(reached.line) !== 'reached') continue;
    const found = conflictOf(lines[i - 3]?.line, target, reached, status);
    if (found) yield found;
  }
}

function roleOf(line: NumberLine): Role | undefined {
  return roles.get(labelWords(line).at(-1) ?? '');
}

function conflictOf(
  above: NumberLine | undefined,
  target: PlacedLine,
  reached: PlacedLine,
  status: PlacedLine,
): NumberConflict | undefined {
  const wanted = valueOf(target.line);
  const value = valueOf(reached.line);
  const verdict = status.line.tokens.slice(status.line.labelEnd + 1);
  if (!wanted || !value || !metVerdict(status.line, verdict)) return undefined;
  if (!sameMeasure(measureOf(target.line.tokens, wanted), measureOf(reached.line.tokens, value))) return undefined;
  const name = [...(above?.tokens ?? []), ...target.line.tokens.slice(0, target.line.labelEnd - 1)];
  if (!missesTarget(value, wanted, isWantedHigh(name))) return undefined;
  const place = verdictPlace(status.line, verdict);
  const found = targetConflict(
    { line: reached.line, quantity: value },
    { line: target.line, quantity: wanted },
    { ...place, range: shiftRange(place.range, status.at - reached.at) },
  );
  if (found.kind !== 'target') return undefined;
  const from = { ...found.target, range: shiftRange(found.target.range, target.at - reached.at) };
  return shiftConflict({ ...found, target: from }, reached.at);
}
