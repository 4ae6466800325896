/** What a section, or a list under a label, is for: telling results, or setting goals, planning, weighing, instructing. */
import type { DocumentKind } from '../documentKind';
import { isRoleLabel, readHeading, type HeadingReading } from './headingReading';
import type { Token } from './tokens';
import type { ClaimVocabulary } from './vocabulary';
import { resultLabels } from './words';

export const sectionRoles = [
  /** Results, status, achievements, what is done. */
  'report',
  /** Nothing said: a text that may tell or explain. */
  'neutral',
  /** How something is built or works; lessons; background. */
  'explanation',
  /** What was learned: advice and its reasons, with results here and there. */
  'lessons',
  /** Metrics, deliverables: results, unless a heading above sets goals. */
  'figures',
  /** Success metrics, KPIs, checklists: results in a report, goals elsewhere. */
  'measures',
  /** Success criteria, requirements, goals. */
  'criteria',
  /** Next steps, roadmap, recommendations, schedule. */
  'plan',
  'risk',
  /** Alternatives, advantages, reasons. */
  'options',
  /** How to do something; recurring procedures. */
  'instructions',
  /** Problems, gaps, blockers. */
  'issues',
] as const;

export type SectionRole = (typeof sectionRoles)[number];

/** A role and how firmly it holds for the headings below. */
export interface RoleContext {
  readonly role: SectionRole;
  /** A heading above says in so many words that this is done. */
  readonly settled: boolean;
  /** It is about a phase that has not begun. */
  readonly future: boolean;
  /** Part of the document that tells the state before: in an execution prompt, the only part that can claim. */
  readonly background: boolean;
}

/** The number of the phase a document is about, for telling later phases from it. */
export type PhaseNumber = number | undefined;

const reporting: ReadonlySet<DocumentKind | undefined> = new Set<DocumentKind>([
  'testing-summary',
  'completion',
  'status',
  'verification',
  'summary',
  'acceptance',
]);
const planning: ReadonlySet<DocumentKind | undefined> = new Set<DocumentKind>([
  'plan',
  'prd',
  'rfc',
  'context',
  'todo',
  'tasks',
  'checklist',
  'spec',
  'design',
  'requirements',
  'proposal',
  'roadmap',
  'validation',
]);
const listing: ReadonlySet<DocumentKind | undefined> = new Set<DocumentKind>(['todo', 'tasks', 'checklist']);
const instructing: ReadonlySet<DocumentKind | undefined> = new Set<DocumentKind>(['prompt', 'runbook']);

/** Is a document of this kind, on the whole, a text of goals and plans? */
export function isPlanning(kind: DocumentKind | undefined): boolean {
  return planning.has(kind);
}

/** Is a document of this kind a list of what is done and what is left? */
export function isTaskList(kind: DocumentKind | undefined): boolean {
  return listing.has(kind);
}

/** Is a document of this kind instructions throughout? */
export function isInstructing(kind: DocumentKind | undefined): boolean {
  return instructing.has(kind);
}

/** The role of the text before the first heading. */
export function rootRole(kind: DocumentKind | undefined): RoleContext {
  const role = reporting.has(kind)
    ? 'report'
    : instructing.has(kind)
      ? 'instructions'
      : planning.has(kind)
        ? 'measures'
        : 'neutral';
  return { role, settled: false, future: false, background: false };
}

/** The role of a section from what its heading says and from the role of the section above. */
export function sectionRole(
  own: HeadingReading,
  above: RoleContext,
  kind: DocumentKind | undefined,
  phase: PhaseNumber,
): RoleContext {
  const earlier = phase !== undefined && own.phases.some((number) => number < phase);
  const reached = phase !== undefined && own.phases.some((number) => number <= phase);
  const later = phase !== undefined && own.phases.length > 0 && own.phases.every((number) => number > phase);
  if (isInstructing(kind)) {
    const told = earlier || (own.background && own.role !== 'criteria');
    const background = above.background || (told && !own.wish);
    return { ...above, role: background ? 'neutral' : 'instructions', background };
  }
  if (above.role === 'lessons') return above;
  // `Faster reviews ✅`, below `Benefits`; `Archive moved ✅`, below `Phase 5 Success Criteria`.
  if (own.ticked && (above.role === 'options' || (above.future && above.role === 'criteria' && !reached))) return above;
  if (own.verdict === 'done') return { role: 'report', settled: true, future: false, background: false };
  if (own.verdict === 'open') return { ...above, role: 'issues', settled: false };
  if (above.future) return above;
  if (later && !own.ready && !own.addressed && !isPlanning(kind))
    return { role: own.role === 'criteria' ? 'criteria' : 'plan', settled: false, future: true, background: false };
  // A report tells of benefits that came about, a decision of those it hopes for.
  const said = own.role === 'options' && !own.why && reporting.has(kind) ? 'neutral' : own.role;
  // `AC5: Deployment Verification` of a plan is one of its criteria.
  const topic = said === 'report' && above.role === 'criteria' && isPlanning(kind) && !own.result;
  const role = topic ? above.role : nestedRole(said, above, own.wish);
  return { role, settled: above.settled && role === 'report', future: false, background: false };
}

/** Roles that hold for everything below, unless a heading below says that something is done. */
const dominant: ReadonlySet<SectionRole> = new Set<SectionRole>(['plan', 'options', 'instructions']);

/** Roles that set goals. */
const goals: ReadonlySet<SectionRole> = new Set<SectionRole>(['criteria', 'measures']);

function nestedRole(own: SectionRole | undefined, above: RoleContext, wish: boolean): SectionRole {
  if (own === undefined || dominant.has(above.role)) return above.role;
  if (wish) return own;
  if (own === 'figures') return goals.has(above.role) ? above.role : 'report';
  if (above.settled && (own === 'criteria' || own === 'measures' || own === 'explanation' || own === 'risk'))
    return 'report';
  if (own === 'measures' && above.role !== 'neutral' && above.role !== 'explanation') return above.role;
  if (own === 'explanation' && above.role === 'report') return 'neutral';
  if (own === 'neutral' && above.role === 'report') return 'report';
  return own;
}

/** Last words of labels that introduce what a decision brought, told and hoped for side by side. */
const weighing = new Set(['impact', 'impacts', 'effect', 'effects']);

/** What a label is: it introduces a list, begins a line of its own, or names an item of a list. */
export type LabelUse = 'intro' | 'field' | 'name';

const trials = new Set(['test', 'test case', 'test scenario', 'scenario', 'check', 'procedure', 'expectation']);

function isTrial(label: readonly Token[]): boolean {
  return trials.has(
    label
      .filter(({ kind }) => kind === 'word')
      .map(({ word }) => word)
      .join(' '),
  );
}

/** The role of what a label introduces: `**Success Criteria**:`, `- **Mitigation**: …`. */
export function labelRole(
  label: readonly Token[],
  use: LabelUse,
  section: RoleContext,
  vocabulary: ClaimVocabulary | undefined,
): SectionRole {
  if (section.role === 'instructions' || section.future) return section.role;
  // `- **Test**: All routes answer`: what is looked at; how it came out stands beside it.
  if (use === 'name' && isTrial(label)) return 'plan';
  // `- Task 4: …` names one of them.
  if (use === 'name' && label[0]?.word === 'task' && label[1]?.kind === 'number') return section.role;
  // Most labels of items name a thing; they need not be read further.
  if (use === 'name' && !isRoleLabel(label, vocabulary)) return section.role;
  const own = readHeading(label, vocabulary);
  if (use === 'intro') {
    if (weighing.has(label.at(-1)?.word ?? '')) return 'lessons';
    if (own.verdict === 'done' || (label.at(-1)?.word === 'status' && !own.wish)) return 'report';
    if (own.verdict === 'open') return 'issues';
  }
  // `- **Result**: …` tells how it came out, also under a heading that plans.
  if (use === 'name' && own.role === 'report' && !own.wish && resultLabels.has(label.at(-1)?.word ?? ''))
    return goals.has(section.role) ? section.role : 'report';
  if (own.role === undefined || own.role === 'figures') return section.role;
  if (own.role === 'measures') return section.role === 'report' || use !== 'intro' ? section.role : 'measures';
  if (use !== 'intro' && (own.role === 'neutral' || (own.role === 'instructions' && !own.whole))) return section.role;
  if (dominant.has(section.role) && (use === 'intro' || own.role !== 'report')) return section.role;
  // `**Quality Score**: 100%` among next steps is a report, `- **Coverage**: 100%` among goals is not.
  const wishful = goals.has(section.role) || (use === 'name' && dominant.has(section.role));
  if (own.role === 'report' && use !== 'intro' && wishful) return section.role;
  return own.role;
}
