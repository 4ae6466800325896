/** A number announced in an introduction against the list that follows: `Four deliverables:` before three items. */
import type { Block, PlacedBlock } from '../../syntax/document';
import { rangeInInline, shiftRange } from '../../syntax/positions';
import type { NumberConflict } from './conflict';
import { paragraphSegments } from '../claims/segments';
import type { Token } from '../claims/tokens';

const numberWords: ReadonlyMap<string, number> = new Map(
  'two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, i) => [word, i + 2]),
);

/** The conflicts of introductions with the lists right below them. */
export function* announcedConflicts(blocks: readonly PlacedBlock[]): Iterable<NumberConflict> {
  for (let i = 0; i + 2 < blocks.length; i++) {
    const intro = blocks[i];
    if (intro?.block.type !== 'paragraph') continue;
    const announced = readIntro(intro.block);
    if (!announced) continue;
    const listed = listLength(blocks, i + 1);
    if (listed < 2 || listed === announced.count) continue;
    const { inline } = intro.block;
    const range = rangeInInline(inline, announced.from, announced.to);
    yield {
      kind: 'list',
      wrong: { text: inline.text.slice(announced.from, announced.to), range: shiftRange(range, intro.line) },
      others: [],
      listed,
    };
  }
}

interface Announced {
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

/** Words between the number and the colon. */
const mostWords = 3;

/** The number of `The following 4 files were changed:` is not: what follows the noun may choose among them. */
function readIntro(block: Block & { readonly type: 'paragraph' }): Announced | undefined {
  if (!/:[*_]*\s*$/.test(block.inline.text)) return undefined;
  const tokens = paragraphSegments(block.inline).at(-1)?.tokens ?? [];
  const colon = tokens.at(-1);
  if (colon?.word !== ':') return undefined;
  const at = tokens.findLastIndex((token) => countOf(token) !== undefined);
  const number = tokens[at];
  const words = tokens.slice(at + 1, -1);
  const noun = words.at(-1);
  if (!number || !noun || words.length > mostWords || words.some(({ kind }) => kind !== 'word')) return undefined;
  const before = tokens[at - 1]?.word;
  if (!noun.word.endsWith('s') || (before !== undefined && !openings.has(before))) return undefined;
  return { count: countOf(number) ?? 0, from: number.from, to: noun.to };
}

/** What may stand before the number, if anything does. */
const openings = new Set([
  'the',
  'these',
  'following',
  'has',
  'have',
  'are',
  'delivered',
  'produced',
  'all',
  'with',
  'in',
]);

function countOf(token: Token): number | undefined {
  if (token.kind === 'word') return numberWords.get(token.word);
  if (token.kind !== 'number' || !/^\d{1,2}$/.test(token.word) || token.value < 2) return undefined;
  return token.value;
}

/** The items of the list that begins at a block. */
function listLength(blocks: readonly PlacedBlock[], start: number): number {
  const first = blocks[start]?.block;
  let end = start;
  for (let block = first; block?.type === 'item'; block = blocks[++end]?.block) {
    if (first?.type === 'item' && block.ordered !== first.ordered) break;
  }
  return end - start;
}
