import { kindTitle } from '../model/documentKind';
import { comparePhases } from '../model/phaseId';
import type { DocumentEntry, ProjectView, RequiredKind } from '../model/project';
import type { PhaseDocument } from '../model/phaseDocument';
import { titleRange } from '../model/documentFacts';
import { defineRule } from './rule';

/** Where the finding stands: on the document that speaks for the phase. */
const speakers = ['handoff', 'testing-summary', 'notes', 'decisions'] as const;

/** A phase that has ended, or was followed by another, without the documents that its convention asks for. */
export const missingDocument = defineRule({
  id: 'missing-document',
  family: 'phases',
  summary: 'Require the documents that each phase must have',
  severity: 'warning',
  reads: 'project',
  *check({ document, project }) {
    const { identity } = document;
    if (!identity.phase) return;
    const set = project.phaseSet(identity);
    if (speakerOf(set)?.uri !== document.uri || !hasEnded(document, set, project)) return;
    const present = new Set(set.map((entry) => entry.identity.kind));
    const missing = project.requiredKinds(identity).filter(({ kind }) => !present.has(kind));
    for (const severity of ['warning', 'information'] as const) {
      const kinds = missing.filter((required) => required.severity === severity);
      if (kinds.length === 0) continue;
      yield { range: titleRange(document.parsed), severity, message: message(identity.phase.text, kinds) };
    }
  },
});

function speakerOf(set: readonly DocumentEntry[]): DocumentEntry | undefined {
  for (const kind of speakers) {
    const entry = set.find((candidate) => candidate.identity.kind === kind);
    if (entry) return entry;
  }
  return undefined;
}

/**
 * A phase has ended when it was handed off or a later one of the same initiative has begun. A hand-off that was scaffolded
 * at the start says that it is planned.
 */
function hasEnded({ identity }: PhaseDocument, set: readonly DocumentEntry[], project: ProjectView): boolean {
  if (set.some((entry) => entry.identity.kind === 'handoff' && entry.facts.status?.class !== 'planned')) return true;
  const last = project.lastPhase(identity.initiative);
  return identity.phase !== undefined && last !== undefined && comparePhases(last, identity.phase) > 0;
}

function message(phase: string, kinds: readonly RequiredKind[]): string {
  const names = kinds.map(({ kind }) => kindTitle(kind)).join(' and ');
  return `Phase ${phase} has no ${names}, so who takes over has to guess. Write it, or change \`required\` in the configuration.`;
}
