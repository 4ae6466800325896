import type { RelatedPlace } from '../diagnostic';
import { dateConflict } from '../model/chain/dateConflicts';
import { finalPhaseConflicts } from '../model/chain/finalPhase';
import { startWithPhase } from '../model/chain/phaseNames';
import { statusConflicts, titleConflicts, type StatusConflict } from '../model/chain/statusConflicts';
import { baseName } from '../model/paths';
import { defineRule, type Finding } from './rule';

/** More would hide the place that matters. */
const MOST_PLACES = 8;

/** A phase or initiative that is done in one place and not in another. */
export const conflictingStatus = defineRule({
  id: 'conflicting-status',
  family: 'phases',
  summary: 'Report statuses of a phase or initiative that contradict each other',
  severity: 'warning',
  reads: 'project',
  *check({ document, project }) {
    const entry = project.entry(document.path);
    if (!entry) return;
    for (const conflict of statusConflicts(entry, project.chain)) yield finding(document.uri, conflict);
    for (const { title, other } of titleConflicts(entry)) {
      yield {
        range: title.range,
        message:
          `${startWithPhase(title.phase)} is called "${title.words}" here, but "${other.words}" in line ${other.range.start.line + 1}. ` +
          'What is said of one may not hold for the other. Use one name, or say that the phase was changed.',
        related: [{ uri: document.uri, range: other.range, message: `Called otherwise: ${other.words}` }],
      };
    }
    const dated = dateConflict(entry, project.chain);
    if (dated) {
      const { date, previous, other } = dated;
      yield {
        range: date.range,
        severity: 'information',
        message:
          `Phase ${document.identity.phase?.text ?? ''} ended "${short(date.words)}" here, but the phase before it, ${previous.text}, "${short(other.date.words)}" in ${baseName(other.entry.path)}. ` +
          'A reader cannot tell what came first. Correct the date that is wrong, or say that the phases overlapped.',
        related: [
          { uri: other.entry.uri, range: other.date.range, message: `Ended later: ${short(other.date.words)}` },
        ],
      };
    }
    for (const { words, range, later } of finalPhaseConflicts(entry, project.chain)) {
      yield {
        range,
        message:
          `Phase ${document.identity.phase?.text ?? ''} is called the last one here, but there is a phase ${later.text}. ` +
          'A reader takes the work for finished. Say that the plan was extended, and where.',
        related: words.map((place) => ({ uri: place.uri, range: place.range, message: place.message })),
      };
    }
  },
});

function finding(uri: string, conflict: StatusConflict): Finding {
  const { kind, status, others } = conflict;
  const again = conflict.kind === 'behind' ? (conflict.again ?? []) : [];
  const [other] = others;
  const where =
    other === undefined
      ? ''
      : kind === 'twice'
        ? `line ${other.status.range.start.line + 1}`
        : baseName(other.entry.path);
  const there = other?.status.words ?? '';
  const what =
    status.scope === 'initiative'
      ? 'The project'
      : status.scope === 'phase'
        ? startWithPhase(status.phase)
        : 'The status';
  const text =
    kind === 'past'
      ? `"${short(status.words)}" waits for a phase that is over: ${where} says "${short(there)}". A reader takes the work to be at its start. Bring the status up to date.`
      : `${what} is "${short(status.words)}" here, but "${short(there)}" in ${where}. A reader cannot tell how far the work is. Bring the one that is behind up to date.`;
  const related = others.map(({ entry, status: said }): RelatedPlace => ({
    uri: entry.uri,
    range: said.range,
    message: `Says otherwise: ${short(said.words)}`,
  }));
  const same = again.map((said): RelatedPlace => ({
    uri,
    range: said.range,
    message: `Says the same: ${short(said.words)}`,
  }));
  return { range: status.range, message: text, related: [...related, ...same].slice(0, MOST_PLACES) };
}

/** More than that does not fit a message. */
const LONGEST = 60;

function short(words: string): string {
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST - 1).trimEnd()}…`;
}
