/** Decides whether a line is a claim, and which: gathers the signals and weighs them by what the section is for. */
import { splitClauses } from './clauses';
import { readMarks } from './markSignals';
import { metricSignals } from './metricSignals';
import { findPredicates } from './predicates';
import { isInstructing, isPlanning, isTaskList, type RoleContext, type SectionRole } from './sectionRole';
import type { Level, Reading, Signal } from './signal';
import { scriptSignals } from './scriptSignals';
import { readStatus, type StatusReading } from './statusSignals';
import { isScript, type Token } from './tokens';
import { achievedWords, claimWords, verdictWords, workWords } from './words';
import { universalSignals } from './universalSignals';
import { verdictSignals } from './verdictSignals';
import type { ClaimVocabulary } from './vocabulary';
import type { DocumentKind } from '../documentKind';

/** What a line stands in. */
export interface LineContext {
  readonly section: RoleContext;
  /** Role of the line itself: its label's, its list's or its section's. */
  readonly role: SectionRole;
  readonly kind: DocumentKind | undefined;
  readonly vocabulary: ClaimVocabulary | undefined;
  /** A heading or label above speaks of measurements. */
  readonly measured: boolean;
}

export type LineShape = 'heading' | 'item' | 'done-task' | 'field' | 'prose' | 'cell';

/** A line to classify. */
export interface Line {
  readonly tokens: readonly Token[];
  /** Number of tokens before the colon of a label; 0 for none. */
  readonly labelEnd: number;
  readonly shape: LineShape;
}

/** The signals of a line that count in its place. */
export function classifyLine(line: Line, context: LineContext): readonly Signal[] {
  const { tokens, labelEnd, shape } = line;
  if (!mayClaim(tokens, context.vocabulary) || cannotClaim(context) || isDated(line) || isNoneDone(line)) return [];
  const level = line.shape === 'done-task' ? 0 : needed(context);
  // Most lines of plans and goals are done with here.
  if (level === 4 && !isLoud(line) && !isSentence(line, context)) return [];
  const marks = readMarks(line, context.vocabulary);
  const status =
    shape === 'heading'
      ? noStatus
      : readStatus({ tokens, labelEnd, field: shape === 'field', kind: context.kind }, context.vocabulary);
  const clauses = splitClauses(tokens, { ticked: marks.ticked || shape === 'done-task' });
  const predicates = clauses.map((clause) => findPredicates(tokens, clause));
  const reading: Reading = { tokens, labelEnd, clauses, predicates, measured: context.measured };
  const signals = [
    ...metricSignals(reading),
    ...universalSignals(reading),
    ...verdictSignals(reading),
    ...scriptSignals(reading),
  ];
  if (status.open) return [];
  if (marks.open) return signals.filter((signal) => isAdmitted(signal, tokens, marks.open) && signal.level >= level);
  if (status.signal) signals.push(status.signal);
  const verdict = marks.signal && isVerdict(line, context, signals) ? marks.signal : undefined;
  if (verdict) signals.push(verdict);
  if (shape === 'heading') return headingSignals(signals, reading, context);
  // What stands beside a verdict tells what is claimed: a number, all of something.
  const least = verdict ? Math.min(level, 2) : level;
  if (level === 4) return signals.filter((each) => each.level >= least || isStatedPlainly(each, line, context));
  // A list names its results, `Complete documentation`; a sentence has to say something of them.
  return signals.filter(
    (each) => each.level >= (shape === 'prose' && each.kind === 'universal' ? Math.max(2, least) : least),
  );
}

/** Is it prose of a plan: sentences that may say where things stand? */
function isSentence({ shape }: Line, { role, section }: LineContext): boolean {
  return (shape === 'prose' || shape === 'field') && (role === 'plan' || (role === 'criteria' && section.future));
}

/** `The importer is complete and ready for release. The next phase should …`: a plan that says where it starts from. */
function isStatedPlainly(signal: Signal, line: Line, context: LineContext): boolean {
  if (!isSentence(line, context) || signal.kind !== 'status' || signal.strength !== 'strong' || signal.level < 2)
    return false;
  for (let i = signal.from - 1; i >= Math.max(0, signal.from - copulaReach); i--) {
    const token = line.tokens[i];
    // `Phase 2 completed early`, not `Dependencies: Phase 2 complete`.
    if (token?.kind === 'number')
      return (
        periods.has(line.tokens[i - 1]?.word ?? '') &&
        line.tokens.slice(i + 1, i + 3).some(({ word }) => word.endsWith('ed'))
      );
    if (token?.kind !== 'word') return false;
    if (copulas.has(token.word)) return true;
  }
  return false;
}

const copulaReach = 4;
const copulas = new Set("is are was were been we're it's has have".split(' '));

/** Most lines hold nothing that any of the stages looks for. */
export function mayClaim(tokens: readonly Token[], vocabulary: ClaimVocabulary | undefined): boolean {
  if (vocabulary?.statuses) return tokens.length > 0;
  return tokens.some((token) => {
    if (token.kind !== 'word') return token.kind !== 'stop';
    return token.word.endsWith('ed') || claimWords.has(token.word) || isScript(token.word.charCodeAt(0));
  });
}

/** Could the line hold a verdict: a label, a sign, capitals or `achieved`? */
function isLoud({ tokens, labelEnd, shape }: Line): boolean {
  if (labelEnd > 0 || shape === 'heading') return true;
  return tokens.some((token) => {
    if (token.kind === 'word') return token.shouted || achievedWords.has(token.word);
    return token.kind === 'mark';
  });
}

/** Of a line with a sign of something open, only a number is a fact: `⚠️ 95% complete`, `Failed: 0 ❌`. */
function isAdmitted(signal: Signal, tokens: readonly Token[], open: 'failed' | 'partly' | undefined): boolean {
  if (signal.kind !== 'metric') return false;
  if (open === 'partly') return true;
  return tokens.slice(signal.from, signal.to).some((token) => token.kind === 'number' && token.value === 0);
}

const noStatus: StatusReading = { signal: undefined, open: false };

/** `Final Testing Completed: 2025-01-14`: a date, not a verdict. */
function isDated({ tokens, labelEnd }: Line): boolean {
  const value = tokens[labelEnd + 1];
  if (labelEnd === 0 || tokens.some((token) => token.kind === 'mark')) return false;
  if (value?.kind !== 'number') return months.has(value?.word ?? '');
  return (value.value >= 1990 && value.value < 2100) || months.has(tokens[labelEnd + 2]?.word ?? '');
}

/** `Completed files: 0` admits; `Failed files: 0` does not. */
function isNoneDone({ tokens, labelEnd }: Line): boolean {
  const value = tokens[labelEnd + 1];
  if (labelEnd === 0 || value?.kind !== 'number' || value.value !== 0 || value.outOf !== undefined) return false;
  return tokens.slice(0, labelEnd).some(({ word }) => verdictWords.has(word) || workWords.has(word));
}

const months = new Set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep oct nov dec'.split(
    ' ',
  ),
);

/** Instructions report nothing, except where they tell the state before. */
export function isSilent({ section, kind }: LineContext): boolean {
  return isInstructing(kind) && !section.background;
}

/** Advantages are no results. */
export function cannotClaim(context: LineContext): boolean {
  return context.role === 'options' || isSilent(context);
}

/** Does a check mark act as a verdict here? */
function isVerdict(line: Line, context: LineContext, others: readonly Signal[]): boolean {
  const { role, kind, section } = context;
  if (line.shape === 'heading') return role !== 'lessons' && !(section.future && role === 'criteria');
  if (isExpected(line)) return false;
  if (role === 'lessons') return others.some((signal) => signal.level >= 2);
  const goals = role === 'criteria' || role === 'measures';
  // In plans and specifications a check mark is a bullet, unless a heading says that the part is done.
  if (isPlanning(kind) && !isTaskList(kind) && !section.settled)
    return !goals && others.some((signal) => signal.level >= 3);
  if (goals) return !section.future;
  // `✅ Are used everywhere`, below `These parts:`: what a thing is like, not how it came out.
  if ((role === 'explanation' || role === 'neutral') && isProperty(line)) return false;
  // `✅ Day 1: …` in a timeline tells how far it has come.
  if (role === 'plan' && isPeriod(line)) return true;
  if (role === 'plan' || section.future || role === 'instructions') return others.some((signal) => signal.level >= 2);
  return true;
}

/** `Gap: expected to close ✅`: the sign is part of what is hoped for. */
function isExpected({ tokens, labelEnd }: Line): boolean {
  const value = tokens.slice(labelEnd > 0 ? labelEnd + 1 : 0).find((token) => token.kind !== 'mark');
  return value?.word === 'expected' || value?.word === 'should' || value?.word === 'will';
}

function isProperty({ tokens }: Line): boolean {
  const at = tokens.findIndex((token) => token.kind !== 'mark');
  return propertyVerbs.has(tokens[at]?.word ?? '');
}

const propertyVerbs = new Set(
  "have has are is show shows don't doesn't allow allows enable enables avoid avoids make makes need needs offer offers provide provides let lets give gives".split(
    ' ',
  ),
);

/** Is the line's label a numbered part of a schedule: `Phase 2: …`, `Days 1-3: …`? */
function isPeriod({ tokens, labelEnd }: Line): boolean {
  const label = tokens.slice(0, labelEnd).filter((token) => token.kind !== 'mark');
  return periods.has(label[0]?.word ?? '') && label[1]?.kind === 'number';
}

const periods = new Set(
  'phase phases day days week weeks sprint stage step milestone iteration block part month'.split(' '),
);

/** How openly a line must assert to be a claim, by what its place is for. */
function needed({ role, kind, section }: LineContext): Level {
  if (isInstructing(kind)) return 2;
  if (section.future) return 4;
  switch (role) {
    case 'report':
      return isPlanning(kind) && !section.settled ? 3 : 1;
    case 'neutral':
      return 2;
    case 'risk':
      return 2;
    case 'explanation':
    case 'lessons':
    case 'issues':
      return 3;
    default:
      return 4;
  }
}

/** What a heading may say of its subject short of a verdict: `Integration Points Verified`. */
const checkedWords = new Set(['verified', 'validated', 'tested', 'working']);

/** `What Was Achieved`, `Comparison: What We Have Reached` */
function isWhat({ tokens, clauses }: Reading, at: number): boolean {
  const clause = clauses.find((each) => at >= each.from && at < each.to);
  return tokens[0]?.word === 'what' || (clause !== undefined && tokens[clause.from]?.word === 'what');
}

/** How far before a word of a heading the words it goes with are looked for. */
const headingReach = 30;

const aims: ReadonlySet<SectionRole> = new Set<SectionRole>(['criteria', 'measures', 'plan', 'issues', 'risk']);

/** In a heading only what is said of it as a whole: `Success Criteria Met`, `✅ …`, not `Completed Components`. */
function headingSignals(signals: readonly Signal[], reading: Reading, context: LineContext): readonly Signal[] {
  return signals.filter((signal) => {
    if (signal.level === 4) return true;
    if (isWhat(reading, signal.from)) return false;
    if (signal.strength === 'weak' && !checkedWords.has(reading.tokens[signal.from]?.word ?? '')) return false;
    if (signal.kind === 'metric') return signal.level >= 2;
    if (signal.kind === 'comparison') return signal.level >= 3;
    if (signal.kind === 'universal') return signal.level >= 2 && signal.to - signal.from > 1;
    const clause = reading.clauses.find((each) => signal.from >= each.from && signal.from < each.to);
    if (!clause) return false;
    // `Success Criteria for Phase 8 Complete`
    if (
      reading.tokens
        .slice(Math.max(clause.from, signal.from - headingReach), signal.from)
        .some(({ word }) => word === 'for')
    )
      return false;
    if (signal.reason === '"ready"') return signal.from === clause.from;
    // `Production Ready` as a whole is a verdict, unless it is a goal.
    if (signal.from === clause.from && signal.to < clause.to) return false;
    if (signal.from === clause.from && signal.to - signal.from > 1 && aims.has(context.role)) return false;
    return signal.level >= 2;
  });
}
