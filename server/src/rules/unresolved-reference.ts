import type { Severity } from '../diagnostic';
import { judgeSection, type JudgedClaim, type JudgedPointer } from '../model/evidence/judgeClaim';
import { pointersOf } from '../model/documentFacts';
import type { PhaseDocument } from '../model/phaseDocument';
import type { ProjectView, Resolution } from '../model/project';
import type { Block, Pointer, Section, SectionContent } from '../syntax/document';
import { plainText } from '../syntax/inlineText';
import { shiftRange } from '../syntax/positions';
import { rangeKey } from './offeredPointers';
import { retargetFixes } from './retargetFixes';
import { defineRule, type Finding } from './rule';
import { SectionFindings } from './sectionFindings';
import type { Range } from 'vscode-languageserver-types';

/** Sections whose references are promises: the files need not be there yet. */
const OUTPUT_HEADING = /\b(?:outputs?|deliverables|document your work)\b/i;
/** `Document your work in these files:`, `**Output**:` before a list. */
const OUTPUT_WORDS = /\b(?:document your work|expected outputs?|create|write to|save to|produce)\b/i;
const MARKDOWN = /\.(?:md|markdown)$/i;

/** A link, `@path` or document name in backticks that leads nowhere, and evidence that has moved. */
export const unresolvedReference = defineRule({
  id: 'unresolved-reference',
  family: 'references',
  summary: 'Require that references to files and headings lead somewhere',
  severity: 'warning',
  reads: 'project',
  *check({ document, project, config }) {
    const { uri, path, parsed } = document;
    for (const [index, section] of parsed.sections.entries()) {
      const judged = judgeSection(document, index, project);
      const moved = movedEvidenceIn(judged);
      if (moved.length > 0) yield* movedEvidence.of(judged, [section.line], () => movedFindings(moved, section.line));
      const pointers = checkablePointers(section.content);
      if (pointers.length === 0) continue;
      const about = isAboutOutputs(document, section);
      const on = [section.line, uri, about, document.claims[index], project.factsVersion, config];
      yield* findings.of(section.content, on, () => {
        if (about) return [];
        const reportedElsewhere = brokenEvidenceIn(document, index, project);
        return pointers.flatMap(({ pointer, line, promised }) => {
          const inSection = shiftRange(pointer.range, line);
          if (promised || reportedElsewhere.has(rangeKey(inSection))) return [];
          const resolution = project.resolve(pointer, path);
          return finding(pointer, resolution, shiftRange(inSection, section.line)) ?? [];
        });
      });
    }
  },
});

const findings = new SectionFindings();

function finding(pointer: Pointer, resolution: Resolution, range: Range): Finding | undefined {
  const severity = severityFor(pointer, resolution);
  return (
    severity && {
      range,
      severity,
      message: message(pointer, resolution),
      fixes: ({ document }) => retargetFixes(document.uri, document.path, range, pointer, targetsOf(resolution)),
    }
  );
}

function isReference({ form }: Pointer): boolean {
  return form === 'link' || form === 'at-path';
}

function isDocumentName({ form, target }: Pointer): boolean {
  return form === 'code-path' && MARKDOWN.test(target);
}

/** A wrong link is wrong; a name in backticks may be history, so it is only worth knowing. */
function severityFor(pointer: Pointer, resolution: Resolution): Severity | undefined {
  const strict = isReference(pointer);
  switch (resolution.status) {
    case 'found':
    case 'unchecked':
      return undefined;
    case 'ambiguous':
      // A bare name that several folders share is how people write; the reader finds it.
      return strict ? 'information' : undefined;
    case 'moved':
      return strict || pointer.target.includes('/') ? 'information' : undefined;
    case 'missing':
    case 'no-test':
    case 'no-anchor':
      return strict ? 'warning' : 'information';
  }
}

function message(pointer: Pointer, resolution: Resolution): string {
  const why = 'so a reader cannot follow it';
  switch (resolution.status) {
    case 'moved':
      return `"${pointer.target}" is not there, ${why}. The only file of that name is ${resolution.path}.`;
    case 'ambiguous':
      return `"${pointer.target}" is not there, ${why}. ${resolution.paths.length} files have that name; say which.`;
    case 'no-anchor':
      return `${resolution.path} has no heading "#${resolution.fragment}", ${why}. Correct the anchor.`;
    default:
      return `"${pointer.target}" does not exist, ${why}. Correct the path, or add the file.`;
  }
}

function targetsOf(resolution: Resolution): readonly string[] {
  if (resolution.status === 'moved') return [resolution.path];
  return resolution.status === 'ambiguous' ? resolution.paths : [];
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

function* pointersInBlock(block: Block, line: number, promised: boolean): Iterable<PlacedPointer> {
  for (const pointer of pointersOf(block)) yield { pointer, line, promised };
  if (block.type === 'item') {
    const inner = promised || (block.inline !== undefined && OUTPUT_WORDS.test(block.inline.text));
    for (const child of block.children) yield* pointersInBlock(child, line, inner);
  }
}

const movedEvidence = new SectionFindings();

/** Looked for once for each version of a section and of the files. */
const movedIn = new WeakMap<readonly JudgedClaim[], readonly JudgedPointer[]>();

/** Each once, whatever it is offered for. */
function movedEvidenceIn(judged: readonly JudgedClaim[]): readonly JudgedPointer[] {
  if (judged.length === 0) return [];
  const known = movedIn.get(judged);
  if (known) return known;
  const moved = judged.flatMap(({ judgement }) => judgement.pointers.filter(isMovedEvidence));
  const each = [...new Map(moved.map((pointer) => [rangeKey(pointer.offered.range), pointer])).values()];
  movedIn.set(judged, each);
  return each;
}

/**
 * Evidence that stood at the path that is written, and stands elsewhere now. The only file of its name still supports the
 * claim, until there is another one.
 */
function isMovedEvidence({ offered: { pointer }, resolution }: JudgedPointer): boolean {
  const isPath = pointer.form === 'code-path' || pointer.form === 'plain-path';
  return isPath && !isDocumentName(pointer) && resolution.status === 'moved' && pointer.target.includes('/');
}

/** @param line of the section */
function movedFindings(moved: readonly JudgedPointer[], line: number): readonly Finding[] {
  return moved.map(({ offered: { pointer, range }, resolution }) => {
    const place = shiftRange(range, line);
    return {
      range: place,
      severity: 'information',
      message: message(pointer, resolution),
      fixes: ({ document }) => retargetFixes(document.uri, document.path, place, pointer, targetsOf(resolution)),
    };
  });
}

function brokenEvidenceIn(document: PhaseDocument, index: number, project: ProjectView): ReadonlySet<string> {
  const broken = new Set<string>();
  for (const { judgement } of judgeSection(document, index, project)) {
    if (judgement.verdict === 'broken')
      for (const { offered } of judgement.pointers) broken.add(rangeKey(offered.range));
  }
  return broken;
}
