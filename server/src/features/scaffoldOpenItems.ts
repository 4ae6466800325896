/** What a next phase takes over: what the previous one leaves open, and what nobody has answered so far. */
import { foldedWords, keyOfWords } from '../model/chain/foldWords';
import { answeringEntries, findAnswer, isDue, isDueIn, type Obligation } from '../model/chain/obligations';
import { pointersOf } from '../model/documentFacts';
import { comparePhases, phaseName } from '../model/phaseId';
import type { PhaseId } from '../model/phaseDocument';
import type { DocumentEntry, ProjectView } from '../model/project';
import type { ParsedDocument } from '../syntax/document';
import { parseDocument } from '../syntax/parseDocument';
import { walkDocument } from '../syntax/walk';
import { countOf } from './countOf';
import { openItemsOf, sectionSlugs, type OpenItem } from './openItems';
import { linkTo } from './scaffoldReferences';

/** More than that is a list for a to-do document, not for a prompt. */
const maximumItems = 40;
/** A to-do list with more open tasks of a phase is named as a whole. */
const maximumTasks = 10;

export interface Handover {
  readonly documents: readonly DocumentEntry[];
  readonly previous: PhaseId;
  readonly next: PhaseId;
  /** Path of the document that takes it over. */
  readonly target: string;
  readonly read: (entry: DocumentEntry) => Promise<ParsedDocument | undefined>;
}

/** One open box each, with a link to where it stands; undefined if nothing is open. Nothing is invented. */
export async function collectOpenItems(project: ProjectView, handover: Handover): Promise<string | undefined> {
  const { target } = handover;
  const lines: string[] = [];
  const seen = new Set<number>();
  for await (const { entry, raw, words, slug, kind, note } of carriedItems(project, handover)) {
    const key = keyOfWords(foldedWords(words));
    if (key !== 0 && seen.has(key)) continue;
    seen.add(key);
    const text = [raw, words].find((candidate) => referencesHold(project, target, candidate)) ?? 'Open item in';
    const label = kind === 'risk' && !/^risk\b/i.test(text) ? 'Risk: ' : '';
    lines.push(`- [ ] ${label}${text} (${linkTo(target, entry.path, slug)}${note})`);
  }
  const all = [...new Set(lines)];
  const rest = all.length - maximumItems;
  if (rest > 0) all.splice(maximumItems, rest, `- [ ] Read the ${rest} further open items of the previous hand-off`);
  return all.length === 0 ? undefined : all.join('\n');
}

interface CarriedItem extends Pick<OpenItem, 'raw' | 'words' | 'slug' | 'kind'> {
  readonly entry: DocumentEntry;
  /** What is to be said beside the link. */
  readonly note: string;
}

async function* carriedItems(project: ProjectView, handover: Handover): AsyncGenerator<CarriedItem> {
  yield* leftByPhase(project, handover);
  yield* unanswered(project, handover);
  yield* openTasks(handover);
}

/** Documents that hand over come first: what they say of an item counts more than what the notes said. */
async function* leftByPhase(project: ProjectView, handover: Handover): AsyncGenerator<CarriedItem> {
  const { documents, previous, next, read } = handover;
  const source = documents.filter(({ identity }) => identity.phase?.key === previous.key && identity.kind !== 'prompt');
  const handing = source.filter(({ identity }) => identity.kind === 'handoff');
  const others = source.filter((entry) => entry.identity.kind === 'notes' || entry.identity.kind === 'completion');
  for (const entry of [...handing, ...others]) {
    const parsed = await read(entry);
    if (!parsed) continue;
    const isLast = handing.length === 0 || handing.includes(entry);
    const later = [...(isLast ? [] : handing), ...answeringEntries(entry, next, project)];
    for (const item of openItemsOf(parsed)) {
      // Next steps in the notes are those of the phase itself, and the hand-off says which risks are left.
      if (!isLast && (item.kind === 'next step' || item.kind === 'risk')) continue;
      if (answerTo(item.words, later).state === 'open') yield { ...item, entry, note: '' };
    }
  }
}

function answerTo(words: string, entries: readonly DocumentEntry[]): Obligation {
  return findAnswer({ key: keyOfWords(foldedWords(words)), ids: [], files: [], wordHashes: [] }, entries);
}

/** What earlier hand-offs left to a phase that is over now, or to the new one, and nobody has said anything about. */
async function* unanswered(project: ProjectView, handover: Handover): AsyncGenerator<CarriedItem> {
  const { documents, previous, next, read } = handover;
  const phases = project.chain.phases(documents[0]?.identity.initiative ?? '');
  for (const entry of documents) {
    const own = entry.identity.phase;
    if (!own || comparePhases(own, previous) >= 0 || entry.facts.chain.standing !== 'current') continue;
    const follower = phases.find((phase) => comparePhases(phase, own) > 0);
    const due = entry.facts.chain.promises.filter(isDue);
    if (!follower || due.length === 0) continue;
    const targets = [...phases.filter((phase) => comparePhases(phase, previous) <= 0), next];
    const parsed = await read(entry);
    const slugs = parsed ? sectionSlugs(parsed) : [];
    for (const promise of due) {
      const target = targets.find((phase) => isDueIn(promise, phase, own, follower));
      if (!target) continue;
      // A prompt may repeat what is wanted; whether it came about is said elsewhere.
      const answering = answeringEntries(entry, target, project).filter(({ identity }) => identity.kind !== 'prompt');
      const obligation = findAnswer(promise, answering);
      if (obligation.state !== 'open') continue;
      const section = parsed?.sections.findLast(({ line }) => line <= promise.range.start.line);
      const { words } = promise;
      const { suggestion } = obligation;
      const note = suggestion ? `, perhaps answered in ${linkTo(handover.target, suggestion.entry.path)}` : '';
      const kind = promise.kind === 'risk' ? 'risk' : 'deferred';
      yield { kind, raw: words, words, slug: section && slugs[section.index], entry, note };
    }
  }
}

/** Open boxes of the to-do lists for phases up to the previous one. */
async function* openTasks({ documents, previous, read }: Handover): AsyncGenerator<CarriedItem> {
  const phases = new Map(documents.flatMap(({ identity: { phase } }) => (phase ? [[phase.key, phase] as const] : [])));
  const over = [...phases.values()].filter((phase) => comparePhases(phase, previous) <= 0).sort(comparePhases);
  for (const entry of documents) {
    if (entry.identity.kind !== 'todo' || entry.identity.phase) continue;
    const parsed = await read(entry);
    if (!parsed) continue;
    const slugs = sectionSlugs(parsed);
    const items = [...openItemsOf(parsed)].filter(({ kind }) => kind === 'task');
    for (const phase of over) {
      const open = entry.facts.chain.tasks.filter((task) => task.phase === phase.key && !task.apart && task.open > 0);
      const sections = open.map(({ first }) => parsed.sections.findLast(({ line }) => line <= first.range.start.line));
      const [first] = sections;
      const own = items.filter(({ section }) => sections.some((each) => each?.index === section));
      if (own.length > maximumTasks && first) {
        const words = `${countOf(own.length, 'open task')} of ${phaseName(phase)}`;
        yield { kind: 'task', raw: words, words, slug: slugs[first.index], entry, note: '' };
      } else for (const item of own) yield { ...item, entry, note: '' };
    }
  }
}

/** Whether every reference in a text also leads somewhere from the new document. */
function referencesHold(project: ProjectView, target: string, text: string): boolean {
  for (const { block } of walkDocument(parseDocument(`- ${text}\n`))) {
    for (const pointer of pointersOf(block)) {
      const { status } = project.resolve(pointer, target);
      if (status !== 'found' && status !== 'unchecked') return false;
    }
  }
  return true;
}
