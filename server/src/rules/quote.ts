/** How messages quote the words of a claim. */
import type { Claim } from '../model/claims/claim';

/** More than fits a line of the Problems view helps nobody: the place shows the rest. */
const LONGEST_QUOTE = 72;

export function quote(claim: Claim): string {
  // Where markup stood, a blank is left beside the bracket.
  const text = claim.text.replaceAll('( ', '(').replaceAll(' )', ')');
  if (text.length <= LONGEST_QUOTE) return `"${text}"`;
  const cut = text.slice(0, LONGEST_QUOTE);
  const space = cut.lastIndexOf(' ');
  // A long path has no blank to cut at.
  return `"${space > LONGEST_QUOTE / 2 ? cut.slice(0, space) : cut} …"`;
}
