/** In which order the fixes of several findings at one place are offered. */
import type { Diagnostic, Fix, FixableDiagnostic } from '../diagnostic';

export interface RankedFix {
  readonly diagnostic: Diagnostic;
  readonly fix: Fix;
}

const severities: readonly Diagnostic['severity'][] = ['error', 'warning', 'information', 'hint'];

/** The preferred ones first, then those that need no look; of equals those of the worse finding. */
export function rankFixes(found: readonly FixableDiagnostic[]): readonly RankedFix[] {
  return found
    .flatMap(({ diagnostic, fixes }) => fixes.map((fix) => ({ diagnostic, fix })))
    .sort((a, b) => rankOf(a.fix) - rankOf(b.fix) || severityOf(a) - severityOf(b));
}

function rankOf({ preferred, safe }: Fix): number {
  return preferred ? 0 : safe ? 1 : 2;
}

function severityOf({ diagnostic }: RankedFix): number {
  return severities.indexOf(diagnostic.severity);
}

/** Rules that have a safe fix at this place, so that all their findings can be fixed at once. */
export function fixableRules(found: readonly FixableDiagnostic[]): readonly string[] {
  const safe = found.filter(({ fixes }) => fixes.some((fix) => fix.safe));
  return [...new Set(safe.map(({ diagnostic }) => diagnostic.rule))];
}
