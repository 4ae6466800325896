/** Total, passed, failed and skipped told in one line: `Tests: 3 failed, 43 passed, 45 total`. */
import type { Token } from '../claims/tokens';
import type { NumberConflict } from './conflict';
import type { NumberLine } from './lines';
import { isCount, type Quantity } from './quantity';
import { tallyConflicts, type Counted } from './tally';

type Role = 'total' | 'passed' | 'failed' | 'other';

/** The first that stands after a number decides: `43 tests passed` counts what passed. */
const roleWords: readonly (readonly [Role, ReadonlySet<string>])[] = [
  ['other', new Set(['skipped', 'pending', 'ignored', 'todo', 'xfailed', 'deselected'])],
  ['failed', new Set(['failed', 'failing', 'failures', 'failure'])],
  ['passed', new Set(['passed', 'passing', 'successful', 'succeeded'])],
  ['total', new Set(['total', 'tests', 'executed', 'run'])],
];

/** The conflicts of a line in which every number has its role and just one is the total. */
export function* inlineTallyConflicts(line: NumberLine): Iterable<NumberConflict> {
  const counts = line.quantities.filter(({ unit }) => unit.dimension === 'count');
  if (counts.length < 3 || !counts.every(isCount)) return;
  const byRole = new Map<Role, Counted>();
  for (const quantity of counts) {
    const role = roleOf(line.tokens, quantity);
    // Two numbers of one kind are of two runs, and one of no kind makes all the others doubtful.
    if (!role || byRole.has(role)) return;
    byRole.set(role, { line, quantity });
  }
  const total = byRole.get('total');
  const passed = byRole.get('passed');
  const other = byRole.get('other');
  if (!total || !passed) return;
  yield* tallyConflicts({
    total,
    passed,
    failed: byRole.get('failed'),
    others: other ? [other] : [],
    complete: other !== undefined,
    rate: undefined,
  });
}

/** Words after a number that may say what it counts. */
const mostWords = 3;

function roleOf(tokens: readonly Token[], { endToken }: Quantity): Role | undefined {
  const words: string[] = [];
  for (const token of tokens.slice(endToken, endToken + mostWords)) {
    if (token.kind !== 'word') break;
    words.push(token.word);
  }
  return roleWords.find(([, names]) => words.some((word) => names.has(word)))?.[0];
}
