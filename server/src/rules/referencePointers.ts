/** The references of a document that can be checked, each with where it leads. Shared by the rules about references. */
import type { Range } from 'vscode-languageserver-types';
import { documentByName } from '../model/chain/namedFile';
import { judgeSection } from '../model/evidence/judgeClaim';
import { pointersOf } from '../model/documentFacts';
import type { PhaseDocument } from '../model/phaseDocument';
import type { ProjectView, Resolution } from '../model/project';
import type { Block, Pointer, Section, SectionContent } from '../syntax/document';
import { plainText } from '../syntax/inlineText';
import { shiftRange } from '../syntax/positions';
import { rangeKey } from './offeredPointers';
import type { RuleContext } from './rule';

/** Sections whose references are promises: the files need not be there yet. */
const OUTPUT_HEADING = /\b(?:outputs?|deliverables|document your work)\b/i;
/** `Document your work in these files:`, `**Output**:` before a list. */
const OUTPUT_WORDS = /\b(?:document your work|expected outputs?|create|write to|save to|produce)\b/i;
const MARKDOWN = /\.(?:md|markdown)$/i;

export interface CheckedReference {
  readonly pointer: Pointer;
  /** Absolute place of the target as written. */
  readonly range: Range;
  readonly resolution: Resolution;
}

interface CheckedSection {
  /** What the references depend on besides the section's content. */
  readonly on: readonly unknown[];
  readonly references: readonly CheckedReference[];
}

/** Kept, because a keystroke leaves most sections as they are; both rules about references ask. */
const checked = new WeakMap<SectionContent, CheckedSection>();

/** Links, `@paths` and documents in backticks; not what is promised, nor broken evidence, which has a rule of its own. */
export function* checkReferences({ document, project, config }: RuleContext): Iterable<CheckedReference> {
  for (const [index, section] of document.parsed.sections.entries()) {
    const pointers = checkablePointers(section.content);
    if (pointers.length === 0) continue;
    const about = isAboutOutputs(document, section);
    const on = [section.line, document.uri, about, document.claims[index], project.factsVersion, config];
    const known = checked.get(section.content);
    if (known?.on.every((part, at) => part === on[at])) {
      yield* known.references;
      continue;
    }
    const references = about ? [] : checkSection(pointers, section, document, project);
    checked.set(section.content, { on, references });
    yield* references;
  }
}

function checkSection(
  pointers: readonly PlacedPointer[],
  section: Section,
  document: PhaseDocument,
  project: ProjectView,
): readonly CheckedReference[] {
  let reportedElsewhere: ReadonlySet<string> | undefined;
  const found: CheckedReference[] = [];
  for (const { pointer, line, promised } of pointers) {
    if (promised) continue;
    const resolution = withinInitiative(project.resolve(pointer, document.path), pointer, document, project);
    if (resolution.status === 'found' || resolution.status === 'unchecked') continue;
    const inSection = shiftRange(pointer.range, line);
    reportedElsewhere ??= brokenEvidenceIn(document, section.index, project);
    if (reportedElsewhere.has(rangeKey(inSection))) continue;
    found.push({ pointer, range: shiftRange(inSection, section.line), resolution });
  }
  return found;
}

/** `TODO001_phase4_notes.md` is a document of this initiative: one of another that has the name too is not meant. */
function withinInitiative(
  resolution: Resolution,
  { target }: Pointer,
  { identity }: PhaseDocument,
  project: ProjectView,
): Resolution {
  if (resolution.status !== 'moved' && resolution.status !== 'ambiguous') return resolution;
  if (target.includes('/') || !documentByName(target)) return resolution;
  const paths = resolution.status === 'moved' ? [resolution.path] : resolution.paths;
  const own = paths.filter((path) => (project.entry(path)?.identity.initiative ?? '') === identity.initiative);
  const [only] = own;
  if (only === undefined) return { status: 'missing' };
  return own.length > 1 ? { status: 'ambiguous', paths: own } : { status: 'moved', path: only };
}

/** A link or `@path`: written to be followed. */
export function isReference({ form }: Pointer): boolean {
  return form === 'link' || form === 'at-path';
}

/** A Markdown file in backticks. */
export function isDocumentName({ form, target }: Pointer): boolean {
  return form === 'code-path' && MARKDOWN.test(target);
}

function isAboutOutputs(document: PhaseDocument, section: Section): boolean {
  for (let current: Section | undefined = section; current; current = document.parsed.sections[current.parent]) {
    const { heading } = current.content;
    if (heading && OUTPUT_HEADING.test(plainText(heading.inline))) return true;
  }
  return false;
}

interface PlacedPointer {
  readonly pointer: Pointer;
  /** Line of the origin of the pointer's range, relative to the section. */
  readonly line: number;
  readonly promised: boolean;
}

/** Only these are ever reported, and few sections have any: found once for each version of a section. */
const checkable = new WeakMap<SectionContent, readonly PlacedPointer[]>();

function checkablePointers(content: SectionContent): readonly PlacedPointer[] {
  let pointers = checkable.get(content);
  if (!pointers) {
    pointers = [...pointersIn(content)].filter(({ pointer }) => isReference(pointer) || isDocumentName(pointer));
    checkable.set(content, pointers);
  }
  return pointers;
}

function* pointersIn({ heading, blocks }: SectionContent): Iterable<PlacedPointer> {
  for (const pointer of heading?.inline.pointers ?? []) yield { pointer, line: 0, promised: false };
  let promised = false;
  for (const { block, line } of blocks) {
    // A list belongs to the paragraph before it: "Document your work in these files:".
    if (block.type === 'paragraph') promised = OUTPUT_WORDS.test(block.inline.text);
    else if (block.type !== 'item' && block.type !== 'html') promised = false;
    yield* pointersInBlock(block, line, promised);
  }
}

/** An open box that begins so asks for the file that it names. */
const PRODUCES = /^\W{0,4}(?:save|write|create|draft|produce|prepare|document)\b/i;

function* pointersInBlock(block: Block, line: number, promised: boolean): Iterable<PlacedPointer> {
  const isAsked = block.type === 'item' && block.task?.mark === ' ' && PRODUCES.test(block.inline?.text ?? '');
  for (const pointer of pointersOf(block)) yield { pointer, line, promised: promised || isAsked };
  if (block.type === 'item') {
    const inner = promised || (block.inline !== undefined && OUTPUT_WORDS.test(block.inline.text));
    for (const child of block.children) yield* pointersInBlock(child, line, inner);
  }
}

function brokenEvidenceIn(document: PhaseDocument, index: number, project: ProjectView): ReadonlySet<string> {
  const broken = new Set<string>();
  for (const { judgement } of judgeSection(document, index, project)) {
    if (judgement.verdict === 'broken')
      for (const { offered } of judgement.pointers) broken.add(rangeKey(offered.range));
  }
  return broken;
}
