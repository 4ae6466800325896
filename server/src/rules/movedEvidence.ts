/** Evidence that stands elsewhere now: the claim is supported all the same, the path is to be corrected. */
import { judgeSection, type JudgedClaim, type JudgedPointer } from '../model/evidence/judgeClaim';
import type { Resolution } from '../model/project';
import type { Pointer } from '../syntax/document';
import { shiftRange } from '../syntax/positions';
import { rangeKey } from './offeredPointers';
import { isDocumentName } from './referencePointers';
import { retargetFixes } from './retargetFixes';
import type { Finding, RuleContext } from './rule';
import { SectionFindings } from './sectionFindings';

/** What is said of a pointer and of where it leads. */
type Describe = (pointer: Pointer, resolution: Resolution) => string;

export function* movedEvidence({ document, project }: RuleContext, message: Describe): Iterable<Finding> {
  for (const [index, section] of document.parsed.sections.entries()) {
    const judged = judgeSection(document, index, project);
    const moved = movedEvidenceIn(judged);
    if (moved.length > 0) yield* kept.of(judged, [section.line], () => movedFindings(moved, section.line, message));
  }
}

const kept = new SectionFindings();

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
function movedFindings(moved: readonly JudgedPointer[], line: number, message: Describe): readonly Finding[] {
  return moved.map(({ offered: { pointer, range }, resolution }) => {
    const place = shiftRange(range, line);
    return {
      range: place,
      severity: 'information',
      message: message(pointer, resolution),
      fixes: ({ document }) =>
        retargetFixes(
          document.uri,
          document.path,
          place,
          pointer,
          resolution.status === 'moved' ? [resolution.path] : [],
        ),
    };
  });
}
