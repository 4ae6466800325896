import { dueObligations, type DueObligation } from '../model/chain/dueObligations';
import { endOfPhase } from '../model/chain/obligations';
import type { PromiseFact } from '../model/chain/chainFacts';
import type { DocumentEntry } from '../model/project';
import { baseName } from '../model/paths';
import { phaseName } from '../model/phaseId';
import type { PhaseId } from '../model/phaseDocument';
import { defineRule, type Finding } from './rule';

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
    const entry = project.entry(document.path);
    if (entry?.facts.chain.standing !== 'current') return;
    for (const { target, answering, obligations } of dueObligations(entry, project)) {
      if (!endOfPhase(entry, target, project)) continue;
      const open = obligations.filter(({ obligation }) => obligation.state === 'open');
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
