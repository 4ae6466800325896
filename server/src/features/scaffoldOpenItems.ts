/** What a phase has left open, as far as its hand-off says so unambiguously. Nothing is invented. */
import { pointersOf } from '../model/documentFacts';
import type { DocumentEntry, ProjectView } from '../model/project';
import { matchesName, readHeadings, readWordPattern } from '../schema/headingWords';
import type { WordPattern } from '../schema/headingWords';
import type { ListItem, ParsedDocument, Section } from '../syntax/document';
import { plainText } from '../syntax/inlineText';
import { parseDocument } from '../syntax/parseDocument';
import { createSlugger } from '../syntax/slugs';
import { walkDocument } from '../syntax/walk';
import { linkTo } from './scaffoldReferences';

/** Sections whose items are still to be done, box or not. */
const openSections = [
  '* next step *',
  'next action *',
  'immediate action *',
  '* deferred *',
  '* carried over *',
  '* open item *',
  '* open task *',
  '* remaining work',
].map(readWordPattern);
/** Boxes there are conditions, not tasks. */
const criteriaSections = [
  '* success criteria *',
  '* acceptance criteria *',
  '* exit criteria *',
  '* success metric *',
].map(readWordPattern);
/** `✅`, `☑`, `✔` in an item say that it is done; `~~…~~` that it is dropped. */
const doneMarks = /[✅☑✔]|~~/u;
/** More than that is a list for a to-do document, not for a prompt. */
const maximumItems = 40;

/** Open check boxes, and items below "Next steps" or "Deferred": one open box each, with a link to where it stands. */
export async function collectOpenItems(
  project: ProjectView,
  source: readonly DocumentEntry[],
  target: string,
  read: (entry: DocumentEntry) => Promise<ParsedDocument | undefined>,
): Promise<string | undefined> {
  const lines = new Set<string>();
  for (const entry of source) {
    if (entry.identity.kind !== 'handoff') continue;
    const parsed = await read(entry);
    if (!parsed) continue;
    for (const { words, raw, slug } of openItemsOf(parsed)) {
      const link = linkTo(target, entry.path, slug);
      const text = [raw, words].find((candidate) => referencesHold(project, target, candidate)) ?? 'Open item in';
      lines.add(`- [ ] ${text} (${link})`);
    }
  }
  const all = [...lines];
  const rest = all.length - maximumItems;
  if (rest > 0) all.splice(maximumItems, rest, `- [ ] Read the ${rest} further open items of the previous hand-off`);
  return all.length === 0 ? undefined : all.join('\n');
}

interface OpenItem {
  /** With markup. */
  readonly raw: string;
  /** Without markup. */
  readonly words: string;
  readonly slug: string | undefined;
}

function* openItemsOf(parsed: ParsedDocument): Generator<OpenItem> {
  const nextSlug = createSlugger();
  const kinds: SectionKind[] = [];
  for (const section of parsed.sections) {
    const { heading } = section.content;
    const title = heading && plainText(heading.inline);
    const slug = title === undefined ? undefined : nextSlug(title);
    const kind = (title === undefined ? undefined : kindOfSection(title)) ?? kinds[section.parent] ?? 'plain';
    kinds[section.index] = kind;
    if (kind !== 'criteria') yield* itemsOf(section, kind === 'open', slug);
  }
}

/** A section has the kind of the one that holds it, unless its heading says otherwise. */
type SectionKind = 'open' | 'criteria' | 'plain';

function kindOfSection(title: string): SectionKind | undefined {
  const readings = readHeadings(title);
  const fits = (patterns: readonly WordPattern[]): boolean =>
    patterns.some((pattern) => readings.some((words) => matchesName(pattern, words)));
  return fits(criteriaSections) ? 'criteria' : fits(openSections) ? 'open' : undefined;
}

function* itemsOf(section: Section, isOpenSection: boolean, slug: string | undefined): Generator<OpenItem> {
  for (const { block } of section.content.blocks) {
    if (block.type === 'item') yield* openPartsOf(block, isOpenSection, slug);
  }
}

/** The item itself if it is open, else what is open below it. */
function* openPartsOf(item: ListItem, isOpenSection: boolean, slug: string | undefined): Generator<OpenItem> {
  const isOpen = item.task ? item.task.mark === ' ' : isOpenSection;
  const raw = item.inline?.text.replace(/\s*\n\s*/g, ' ').trim() ?? '';
  if (isOpen && item.inline && raw !== '' && !doneMarks.test(raw) && item.inline.comments.length === 0) {
    yield { raw, words: plainText(item.inline).trim(), slug };
    return;
  }
  for (const child of item.children) {
    if (child.type === 'item' && child.task) yield* openPartsOf(child, false, slug);
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
