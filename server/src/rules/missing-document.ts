import type { PhaseSettings } from '../config';
import { kindTitle } from '../model/documentKind';
import { titleRange } from '../model/documentFacts';
import type { Identity, PhaseDocument, PhaseId } from '../model/phaseDocument';
import { gapBefore } from '../model/phaseGaps';
import { comparePhases, isSubPhase, phaseLabel, phaseName } from '../model/phaseId';
import { presetNamed } from '../model/presets/index';
import type { DocumentEntry, ProjectView, RequiredKind } from '../model/project';
import { defineRule, type Finding } from './rule';

/** Where the finding stands: on the document that speaks for the phase. */
const speakers = ['handoff', 'testing-summary', 'notes', 'decisions', 'completion', 'verification', 'summary'] as const;

/** A phase that has ended, or was followed by another, without the documents that its convention asks for. */
export const missingDocument = defineRule({
  id: 'missing-document',
  family: 'phases',
  summary: 'Require the documents that each phase must have',
  severity: 'warning',
  reads: 'project',
  *check({ document, project, config }) {
    const { phase } = document.identity;
    if (!phase) return;
    if (config.phases.gaps === 'warn') yield* gap(document, phase, project, config.phases);
    yield* missingPartners(document, phase, project);
    yield* missingKinds(document, phase, project);
  },
});

/** Told at the phase that follows: there is nothing where it is missing. */
function* gap(
  document: PhaseDocument,
  phase: PhaseId,
  project: ProjectView,
  settings: PhaseSettings,
): Iterable<Finding> {
  const { identity } = document;
  const set = project.phaseSet(identity);
  if ((speakerOf(set) ?? set[0])?.uri !== document.uri) return;
  const found = gapBefore(phase, project.phasesOf(identity.initiative), settings);
  const missing = (found?.missing ?? []).filter((one) => !project.isDropped({ ...identity, phase: one }));
  const [first] = missing;
  if (!found || !first) return;
  const { unit = 'phase' } = first;
  const which = missing.length > 1 ? `the ${unit}s ${listOf(missing.map(({ text }) => text))}` : phaseName(first);
  yield {
    range: titleRange(document.parsed),
    message:
      `There is no document of ${which}, though there are some of ${phaseName(found.before)} and of ${phaseName(phase)}. ` +
      'Nobody can see whether it was left out or lost. Write what became of it, or say in a heading of the plan that it was removed.',
  };
}

function* missingKinds(document: PhaseDocument, phase: PhaseId, project: ProjectView): Iterable<Finding> {
  const { identity } = document;
  const set = project.phaseSet(identity);
  if (speakerOf(set)?.uri !== document.uri || !hasEnded(document, set, project)) return;
  // Given up: by the status of one of its documents, or by a heading of a plan or to-do list.
  if (set.some(({ facts }) => facts.status?.class === 'cancelled') || project.isDropped(identity)) return;
  const present = new Set(set.map((entry) => entry.identity.kind));
  const parts = project.phasesOf(identity.initiative).filter((other) => isSubPhase(other, phase));
  const missing = project
    .requiredKinds(identity)
    .filter(({ kind }) => !present.has(kind) && !isSplit(identity, parts, kind, project));
  for (const severity of ['warning', 'information'] as const) {
    const kinds = missing.filter((required) => required.severity === severity);
    if (kinds.length === 0) continue;
    yield { range: titleRange(document.parsed), severity, message: message(phase, kinds) };
  }
}

/** A summary tells how a plan was carried out: which? */
function* missingPartners(document: PhaseDocument, phase: PhaseId, project: ProjectView): Iterable<Finding> {
  const { kind, preset, part } = document.identity;
  for (const pair of presetNamed(preset)?.pairs ?? []) {
    if (pair.kind !== kind) continue;
    const isThere = project
      .phaseSet(document.identity)
      .some(({ identity: other }) => other.kind === pair.needs && other.part?.key === part?.key);
    if (isThere) continue;
    const of = part ? `${phaseLabel(part)} of ${phaseName(phase)}` : phaseLabel(phase);
    yield {
      range: titleRange(document.parsed),
      severity: 'information',
      message: `${of} has a ${kindTitle(kind)} and no ${kindTitle(pair.needs)}, so nobody can see what was meant to be done. Add it.`,
    };
  }
}

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
  if (!identity.phase || !last || last.unit !== identity.phase.unit) return false;
  return comparePhases(last, identity.phase) > 0;
}

/** Done in parts: 3.1, 3.2 … have the document that 3 has not. */
function isSplit(
  identity: Identity,
  parts: readonly PhaseId[],
  kind: RequiredKind['kind'],
  project: ProjectView,
): boolean {
  return parts.some((part) =>
    project.phaseSet({ ...identity, phase: part }).some((entry) => entry.identity.kind === kind),
  );
}

function message(phase: PhaseId, kinds: readonly RequiredKind[]): string {
  const titles = kinds.map(({ kind }) => kindTitle(kind));
  const names = listOf(titles);
  const habit = kinds.find((required) => required.habit)?.habit;
  const because = habit
    ? `though ${kinds.length > 1 ? 'most' : `${habit.having} of ${habit.of}`} other phases have ${kinds.length > 1 ? 'them' : 'one'}; who takes over has to guess`
    : 'so who takes over has to guess';
  const todo = kinds.length > 1 ? 'Write them' : 'Write it';
  return `${phaseLabel(phase)} has no ${names}, ${because}. ${todo}, or change \`required\` in the configuration.`;
}

/** `a, b and c`. */
function listOf(words: readonly string[]): string {
  return [words.slice(0, -1).join(', '), words.at(-1)].filter(Boolean).join(' and ');
}
