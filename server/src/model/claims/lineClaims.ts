/** Claims of one line of a paragraph or item, and what its label says of what follows. */
import type { Range } from 'vscode-languageserver-types';
import type { Inline, Pointer } from '../../syntax/document';
import { rangeInInline } from '../../syntax/positions';
import { cannotClaim, classifyLine, mayClaim, type LineContext, type LineShape } from './classify';
import { draftClaims, type ClaimDraft } from './draft';
import { evidencePointers, isEvidenceLabel } from './evidenceScope';
import { isAccomplishment } from './predicates';
import { prominenceOf } from './prominence';
import { isPlanning, labelRole, type SectionRole } from './sectionRole';
import { wishWords } from './sectionWords';
import type { Segment } from './segments';
import type { Level, Signal } from './signal';
import { statusReason } from './statusSignals';
import type { Token } from './tokens';
import { imperativeVerbs, measureWords } from './words';

export interface LineClaims {
  readonly drafts: readonly ClaimDraft[];
  /** What it introduces, if it is only a label: `**Success Criteria**:`. */
  readonly intro: Intro | undefined;
  /** Its field, if that is one of evidence. */
  readonly evidence: EvidenceField | undefined;
}

/** What the list or text after a label is for. */
export interface Intro {
  readonly role: SectionRole;
  /** It is about something still to come. */
  readonly wish: boolean;
  /** It says that somebody has done what follows. */
  readonly told: boolean;
  readonly measured: boolean;
  readonly evidence: boolean;
}

/** `**Evidence**: …`. */
export interface EvidenceField {
  readonly range: Range;
  readonly pointers: readonly Pointer[];
}

export type TextShape = 'item' | 'done-task' | 'prose';

const nothing: LineClaims = { drafts: [], intro: undefined, evidence: undefined };

/** Examines one segment of a paragraph or of an item. */
export function examineLine(
  inline: Inline,
  segment: Segment,
  context: LineContext,
  shape: TextShape,
  scope: readonly Pointer[],
): LineClaims {
  const { tokens, labelEnd } = segment;
  const label = tokens.slice(0, labelEnd);
  const isEvidence = isEvidenceLabel(label, context.vocabulary);
  const evidence = isEvidence ? evidenceField(inline, segment) : undefined;
  const plain = cannotClaim(context) || (shape !== 'done-task' && !mayClaim(tokens, context.vocabulary));
  if (plain && !segment.introduces) return evidence ? { ...nothing, evidence } : nothing;
  const role = labelEnd > 0 ? lineRole(label, segment, context, shape) : context.role;
  const measured = context.measured || label.some((token) => measureWords.has(token.word));
  const signals = lineSignals(inline, segment, { ...context, role, measured }, shape);
  return {
    drafts: draftClaims(inline, segment, signals, prominence(segment, shape, signals), scope),
    intro: segment.introduces ? introOf(segment, role, measured, isEvidence) : undefined,
    evidence,
  };
}

function introOf(segment: Segment, role: SectionRole, measured: boolean, evidence: boolean): Intro {
  const wish = isWish(segment);
  const told = !wish && isTold(segment);
  return { role: told ? 'report' : role, wish, told, measured, evidence };
}

/** `Phase 1 established:`, `We have delivered:`: a subject and what it has done. */
function isTold({ tokens }: Segment): boolean {
  const words = tokens.slice(tokens[0]?.word === 'the' ? 1 : 0, -1);
  const verb = words.at(-1);
  const subject = words.at(0);
  if (words.length < 2 || verb?.kind !== 'word' || !isAccomplishment(verb.word)) return false;
  return subject?.kind === 'word' && doers.has(subject.word);
}

const doers = new Set(
  'phase we team this project iteration release sprint milestone stage step work session plan'.split(' '),
);

/** `The next phase should focus on:`, `It can begin only after this was shown:` introduce what is still to come. */
function isWish({ tokens, labelEnd }: Segment): boolean {
  const sentence = tokens.length - 1 - (labelEnd < tokens.length - 1 ? labelEnd + 1 : 0) > longestLabel;
  return sentence && tokens.some((token) => introWishes.has(token.word));
}

const longestLabel = 4;
const introWishes = new Set(
  'should must will shall would need needs if once unless until only after before when whenever'.split(' '),
);

function lineSignals(inline: Inline, segment: Segment, context: LineContext, shape: TextShape): readonly Signal[] {
  const { tokens, labelEnd } = segment;
  if (shape === 'done-task') return taskSignals(segment, context);
  const lineShape: LineShape = labelEnd > 0 && shape === 'prose' ? 'field' : shape;
  const signals = classifyLine({ tokens, labelEnd, shape: lineShape }, context);
  if (!segment.introduces) return signals;
  // A label in bold type only introduces; a sentence that ends in a colon asserts too.
  const bold = isBold(inline, segment);
  return signals.filter(({ level }) => level >= (bold ? 4 : 2));
}

function isBold(inline: Inline, segment: Segment): boolean {
  const first = segment.tokens[0]?.from ?? segment.from;
  const last = segment.tokens.at(-2)?.to ?? segment.to;
  return inline.spans.some((span) => span.type === 'strong' && span.from <= first && span.to >= last);
}

/** A ticked task has been done wherever it stands, but the boxes of instructions are their own business. */
function taskSignals({ tokens, labelEnd }: Segment, context: LineContext): readonly Signal[] {
  if (tokens.length === 0 || cannotClaim(context)) return [];
  const role = context.role === 'options' ? 'options' : 'report';
  // The tick settles it, also in a list of things to do.
  const section = { ...context.section, settled: true, future: false };
  const signals = classifyLine({ tokens, labelEnd, shape: 'done-task' }, { ...context, section, role });
  // A ticked order tells that it was carried out; what it says of its object, `Add complete examples`, describes it.
  const order = imperativeVerbs.has(tokens[0]?.word ?? '');
  const strong = signals.filter(
    (signal) =>
      signal.strength === 'strong' && signal.level >= taskLevel(signal, tokens, order || isPlanning(context.kind)),
  );
  if (strong.length > 0) return strong;
  return [{ kind: 'task', strength: 'weak', level: 4, from: 0, to: tokens.length, reason: 'a ticked task' }];
}

/** How openly the words of a ticked task must assert to be more than the tick. */
function taskLevel({ kind, from, to }: Signal, tokens: readonly Token[], strict: boolean): Level {
  if (kind === 'universal' && tokens.slice(from, to).some((token) => allWords.has(token.word))) return 0;
  if (kind === 'metric' || kind === 'comparison') return 2;
  return strict ? 3 : 2;
}

const allWords = new Set(['all', 'every', 'entire', 'no', 'zero']);

/** Roles that the label of a list item says nothing of when the list reports: there it names the thing. */
const nameRoles: ReadonlySet<SectionRole> = new Set<SectionRole>(['explanation', 'instructions', 'criteria']);

/** The role of a line with a label: `**Objective**: …`, `- **Mitigation**: …`. */
function lineRole(label: readonly Token[], segment: Segment, context: LineContext, shape: TextShape): SectionRole {
  const item = shape !== 'prose';
  const ticked = segment.tokens.some((token) => token.kind === 'mark' && token.mark === 'done');
  const wished = label.every((token) => token.kind !== 'word' || wishWords.has(token.word));
  if (ticked && item && !wished) return context.role;
  const use = segment.introduces ? 'intro' : item ? 'name' : 'field';
  const own = labelRole(label, use, { ...context.section, role: context.role }, context.vocabulary);
  return use === 'name' && context.role === 'report' && nameRoles.has(own) ? 'report' : own;
}

/** The value of an evidence field; of a label alone, the label. */
function evidenceField(inline: Inline, segment: Segment): EvidenceField {
  const colon = segment.tokens[segment.labelEnd]?.to ?? segment.from;
  const value = inline.text.slice(colon, segment.to);
  const text = value.trim();
  const from = text === '' ? segment.from : colon + value.indexOf(text);
  const range = rangeInInline(inline, from, text === '' ? segment.to : from + text.length);
  const pointers = evidencePointers(inline).filter((pointer) => isWithin(pointer.range, range));
  return { range, pointers };
}

function isWithin(inner: Range, outer: Range): boolean {
  const { start } = inner;
  if (start.line < outer.start.line || start.line > outer.end.line) return false;
  return start.line > outer.start.line || start.character >= outer.start.character;
}

function prominence(segment: Segment, shape: TextShape, signals: readonly Signal[]): number {
  if (signals.some((signal) => signal.reason === statusReason)) return prominenceOf.status;
  if (shape !== 'prose') return prominenceOf.item;
  return segment.labelEnd > 0 ? prominenceOf.field : prominenceOf.prose;
}
