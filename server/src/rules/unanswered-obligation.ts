import { answeringEntries, endOfPhase, findAnswer, type Obligation } from '../model/chain/obligations';
import type { PromiseFact } from '../model/chain/chainFacts';
import type { DocumentEntry } from '../model/project';
import type { DocumentKind } from '../model/documentKind';
import { baseName } from '../model/paths';
import { comparePhases, phaseName } from '../model/phaseId';
import type { PhaseId } from '../model/phaseDocument';
import { defineRule, type Finding } from './rule';

/** Nobody hands over more than that; what stands behind it is not looked for. */
const MOST_PROMISES = 200;
/** More would hide the place that matters. */
const MOST_PLACES = 6;

/** A prerequisite or deferred item of a hand-off that the next phase ended without mentioning. */
export const unansweredObligation = defineRule({
  id: 'unanswered-obligation',
  family: 'phases',
  summary: 'Require an answer to what a hand-off leaves to the next phase',
  severity: 'warning',
  reads: 'project',
  *check({ document, project }) {
    const { phase, initiative } = document.identity;
    const entry = project.entry(document.path);
    if (!entry || !phase || entry.facts.chain.standing !== 'current') return;
    const next = project.chain.nextPhase(initiative, phase);
    if (!next) return;
    const due = entry.facts.chain.promises.filter(isDue).slice(0, MOST_PROMISES);
    if (due.length === 0) return;
    // `Moved to phase 5` is not due in phase 4.
    const later = project.chain.phases(initiative).filter((other) => comparePhases(other, phase) > 0);
    for (const target of later) {
      const here = due.filter((promise) => isDueIn(promise, target, phase, next));
      if (here.length === 0 || !endOfPhase(entry, target, project)) continue;
      const answering = answeringEntries(entry, target, project);
      // Of a phase that only has a prompt nobody can tell what it did.
      if (!answering.some(({ identity }) => identity.phase?.key === target.key && isTold(identity.kind))) continue;
      const open = here
        .map((promise) => ({ promise, obligation: findAnswer(promise, answering) }))
        .filter(({ obligation }) => obligation.state === 'open');
      yield* findings(document.uri, open, target, answering);
    }
  },
});

function isDue({ kind, settled, binding }: PromiseFact): boolean {
  return !settled && binding && (kind === 'deferred' || kind === 'prerequisite');
}

function isDueIn({ phase: named }: PromiseFact, target: PhaseId, own: PhaseId, next: PhaseId): boolean {
  return named === undefined || named === own.key ? target.key === next.key : target.key === named;
}

function isTold(kind: DocumentKind): boolean {
  return kind !== 'prompt' && kind !== 'plan';
}

interface OpenPromise {
  readonly promise: PromiseFact;
  readonly obligation: Obligation;
}

/** One finding for each section; what has a line that may be its answer is only shown in the text. */
function* findings(
  uri: string,
  open: readonly OpenPromise[],
  next: PhaseId,
  answering: readonly DocumentEntry[],
): Iterable<Finding> {
  const sections = new Map<string, PromiseFact[]>();
  for (const { promise, obligation } of open) {
    const suggestion = obligation.state === 'open' ? obligation.suggestion : undefined;
    if (suggestion) {
      const { entry, line } = suggestion;
      yield {
        range: promise.range,
        severity: 'hint',
        message: `Nothing in ${phaseName(next)} says in these words what became of this. It may be answered in ${baseName(entry.path)}, line ${line + 1}; a link would tell.`,
        related: [placeIn(entry, line, 'May be the answer')],
      };
      continue;
    }
    const key = `${promise.kind} ${promise.heading}`;
    const section = sections.get(key);
    if (section) section.push(promise);
    else sections.set(key, [promise]);
  }
  for (const [first, ...others] of sections.values()) {
    if (!first) continue;
    const what = first.kind === 'deferred' ? 'was left to' : 'is a prerequisite of';
    const more = others.length === 0 ? '' : ` (and ${others.length} more of this section)`;
    yield {
      range: first.range,
      message:
        `"${short(first.words)}"${more} ${what} ${phaseName(next)}, but no document of that phase or a later one mentions it. ` +
        'It may be forgotten. Say there that it is done, put off with a reason, or dropped with a decision.',
      related: [
        ...others
          .slice(0, MOST_PLACES)
          .map(({ words, range }) => ({ uri, range, message: `Not mentioned either: ${short(words)}` })),
        ...answering
          .slice(0, MOST_PLACES)
          .map((entry) => placeIn(entry, entry.facts.titleRange.start.line, 'Looked for here')),
      ],
    };
  }
}

function placeIn({ uri }: DocumentEntry, line: number, message: string) {
  return { uri, range: { start: { line, character: 0 }, end: { line, character: 0 } }, message };
}

/** More than that does not fit a message. */
const LONGEST = 70;

function short(words: string): string {
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST - 1).trimEnd()}…`;
}
