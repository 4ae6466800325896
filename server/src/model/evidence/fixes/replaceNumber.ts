/** The fix that lets a claim say what its evidence says. */
import type { Fix } from '../../../diagnostic';
import { lineText } from '../../../syntax/positions';
import type { PhaseDocument } from '../../phaseDocument';
import { compareClaim } from '../compareClaim';
import type { JudgedClaim } from '../judgeClaim';

/**
 * Only where it is clear what to replace, and the claim then agrees with its evidence: `All 40 tests passed` is not made
 * true by another number.
 *
 * @param sectionLine absolute line of the section that the claim's range is relative to
 */
export function replaceNumber(
  document: PhaseDocument,
  { claim, judgement }: JudgedClaim,
  sectionLine: number,
): readonly Fix[] {
  const { claimed, replacement } = judgement.comparison ?? {};
  if (claimed === undefined || replacement === undefined) return [];
  const line = sectionLine + claim.range.start.line;
  const at = onlyPlaceOf(claimed, lineText(document.parsed, line));
  const inWords = onlyPlaceOf(claimed, claim.text);
  if (at === undefined || inWords === undefined) return [];
  const text = `${claim.text.slice(0, inWords)}${replacement}${claim.text.slice(inWords + claimed.length)}`;
  const readings = judgement.pointers.flatMap(({ reading }) => reading ?? []);
  if (compareClaim(text, readings).status !== 'agrees') return [];
  // The words behind the number stay as they are written.
  const shared = sharedEnd(claimed, replacement);
  const range = { start: { line, character: at }, end: { line, character: at + claimed.length - shared } };
  const newText = replacement.slice(0, replacement.length - shared);
  return [
    {
      title: `Replace ${claimed} by the measured ${replacement}`,
      preferred: true,
      safe: false,
      edits: [{ type: 'change', uri: document.uri, edits: [{ range, newText }] }],
    },
  ];
}

/** Undefined unless there is exactly one; `5%` is not in `95%`. */
function onlyPlaceOf(words: string, text: string): number | undefined {
  const [within, wanted] = [text.toLowerCase(), words.toLowerCase()];
  const places: number[] = [];
  for (let at = within.indexOf(wanted); at >= 0; at = within.indexOf(wanted, at + 1)) {
    const isWhole = !/[\p{L}\p{N}]$|\d[.,/]$/u.test(within.slice(0, at));
    if (isWhole && !/^(?:[\p{L}\p{N}]|[.,/]\d)/u.test(within.slice(at + wanted.length))) places.push(at);
  }
  return places.length === 1 ? places[0] : undefined;
}

function sharedEnd(a: string, b: string): number {
  let count = 0;
  while (
    count < Math.min(a.length, b.length) &&
    /[^\d.,]/.test(a.at(-1 - count) ?? '') &&
    a.at(-1 - count) === b.at(-1 - count)
  )
    count++;
  return count;
}
