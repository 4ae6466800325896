/** How many strong claims a document makes, how many of them something supports and how many its authors waive. */
import type { Range } from 'vscode-languageserver-types';
import type { Diagnostic } from '../diagnostic';
import type { Waiver } from '../model/suppressions';
import type { Findings } from '../rules/runRules';

/** What is neither supported nor waived is open. */
export interface ClaimCounts {
  readonly total: number;
  readonly supported: number;
  /** With a reason: without one they are open. */
  readonly waived: number;
}

/** @param total strong claims of the document */
export function countClaims(total: number, { diagnostics, waived }: Findings): ClaimCounts {
  const open = new Set<string>();
  for (const diagnostic of diagnostics) for (const place of claimPlaces(diagnostic)) open.add(placeKey(place));
  for (const { diagnostic, waiver } of waived) {
    if (waiver.reason === undefined) for (const place of claimPlaces(diagnostic)) open.add(placeKey(place));
  }
  const settled = new Set<string>();
  for (const { diagnostic } of waived) {
    for (const place of claimPlaces(diagnostic)) if (!open.has(placeKey(place))) settled.add(placeKey(place));
  }
  return { total, supported: Math.max(0, total - open.size - settled.size), waived: settled.size };
}

/** How many claims lack support in which way, the worst first; without those that are waived with a reason. */
export function countByVerdict(
  { diagnostics, waived }: Findings,
  isMeant: (place: Range) => boolean,
): readonly VerdictCount[] {
  const open = waived.filter(({ waiver }) => waiver.reason === undefined).map(({ diagnostic }) => diagnostic);
  const found = [...diagnostics, ...open].filter(({ rule }) => verdictOfRule.has(rule));
  const verdicts = new Map<string, string>();
  for (const [rule, verdict] of verdictOfRule) {
    for (const diagnostic of found) {
      if (diagnostic.rule !== rule) continue;
      for (const place of claimPlaces(diagnostic)) {
        const key = placeKey(place);
        if (isMeant(place) && !verdicts.has(key)) verdicts.set(key, verdict);
      }
    }
  }
  const words = [...verdicts.values()];
  return [...verdictOfRule.values()]
    .map((verdict) => ({ verdict, count: words.filter((word) => word === verdict).length }))
    .filter(({ count }) => count > 0);
}

export interface VerdictCount {
  readonly verdict: string;
  readonly count: number;
}

/** The worst first. */
const verdictOfRule: ReadonlyMap<string, string> = new Map([
  ['contradicted-claim', 'contradicted'],
  ['broken-evidence', 'broken'],
  ['vacuous-evidence', 'vacuous'],
  ['stale-evidence', 'stale'],
  ['unsupported-claim', 'unsupported'],
]);

/** Rules whose findings stand on a strong claim, hints included, and those that stand on a pointer offered for claims. */
const onClaims: ReadonlySet<string> = new Set(['unsupported-claim', 'contradicted-claim']);
const onPointers: ReadonlySet<string> = new Set(['broken-evidence', 'vacuous-evidence', 'stale-evidence']);

/** The claims that a finding says to lack support. */
export function claimPlaces({ rule, range, related }: Diagnostic): readonly Range[] {
  if (onClaims.has(rule)) return [range];
  return onPointers.has(rule) ? related.map((place) => place.range) : [];
}

/** The claims that a finding is about, weak ones included, to explain it. */
export function explainedPlaces(diagnostic: Diagnostic): readonly Range[] {
  return diagnostic.rule === 'weak-claim' ? [diagnostic.range] : claimPlaces(diagnostic);
}

/** What waives the finding that stands on the claim at this place. */
export function waiverAt({ waived }: Findings, { start }: Range): Waiver | undefined {
  const isHere = (place: Range) => place.start.line === start.line && place.start.character === start.character;
  return waived.find(({ diagnostic }) => claimPlaces(diagnostic).some(isHere))?.waiver;
}

function placeKey({ start }: Range): string {
  return `${start.line}:${start.character}`;
}
