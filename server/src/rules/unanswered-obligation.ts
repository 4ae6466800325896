import { dueObligations, type DueObligation } from '../model/chain/dueObligations';
import { endOfPhase } from '../model/chain/obligations';
import type { PromiseFact, PromiseKind } from '../model/chain/chainFacts';
import type { DocumentEntry } from '../model/project';
import { baseName } from '../model/paths';
import { phaseName } from '../model/phaseId';
import type { PhaseId } from '../model/phaseDocument';
import { defineRule, type Finding } from './rule';

/** More would hide the place that matters. */
const MOST_PLACES = 6;

/** What a hand-off leaves to the next phase, or requirements ask of a phase, and that phase ended without mentioning. */
export const unansweredObligation = defineRule({
  id: 'unanswered-obligation',
  family: 'phases',
  summary: 'Require an answer to what a hand-off leaves to the next phase',
  severity: 'warning',
  reads: 'project',
  *check({ document, project }) {
    const entry = project.entry(document.path);
    if (entry?.facts.chain.standing !== 'current') return;
    for (const { target, answering, obligations } of dueObligations(entry, project)) {
      if (!endOfPhase(entry, target, project)) continue;
      // That its open boxes are at odds with it, `premature-completion` says.
      const isCalledDone = entry.facts.chain.statuses.some(
        ({ scope, phase, class: state }) => scope === 'phase' && phase === target.key && state === 'done',
      );
      const open = obligations.filter(
        ({ promise, obligation }) => obligation.state === 'open' && !(isCalledDone && promise.kind === 'criterion'),
      );
      yield* findings(document.uri, open, target, answering);
    }
  },
});

/** One finding for each section; what has a line that may be its answer is only shown in the text. */
function* findings(
  uri: string,
  open: readonly DueObligation[],
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
    const more = others.length === 0 ? '' : ` (and ${others.length} more of this section)`;
    yield {
      range: first.range,
      message:
        `"${short(first.words)}"${more} ${relations[first.kind]} ${phaseName(next)}, ` +
        (first.kind === 'criterion'
          ? 'which is over, but it is not ticked, and no document of that phase or a later one says the same. A reader cannot tell whether it is met. Tick what is, and say of the rest what became of it.'
          : 'but no document of that phase or a later one mentions it. It may be forgotten. Say there that it is done, put off with a reason, or dropped with a decision.'),
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

/** What an obligation is to the phase that has to answer it. */
const relations: Readonly<Record<PromiseKind, string>> = {
  output: 'is an output of',
  reference: 'is to be read in',
  prerequisite: 'is a prerequisite of',
  deferred: 'was left to',
  'next step': 'is a next step for',
  risk: 'is an open risk for',
  criterion: 'is an open criterion of',
};

function placeIn({ uri }: DocumentEntry, line: number, message: string) {
  return { uri, range: { start: { line, character: 0 }, end: { line, character: 0 } }, message };
}

/** More than that does not fit a message. */
const LONGEST = 70;

function short(words: string): string {
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST - 1).trimEnd()}…`;
}
