/** For each section of a document: which phase it is about, and what the headings above it say. */
import type { Heading } from '../../syntax/document';
import { plainText } from '../../syntax/inlineText';
import { TextMemo } from '../../syntax/textMemo';
import type { RoleContext, SectionRole } from '../claims/sectionRole';
import type { DocumentKind } from '../documentKind';
import type { Identity, PhaseDocument } from '../phaseDocument';
import { NameIndex, readHeadings, readWordPattern } from '../../schema/headingWords';
import type { PromiseKind } from './chainFacts';
import { subjectOfText } from './foldWords';
import { phasesNamed } from './phaseNames';

export interface SectionPlace {
  /** Key of the phase; empty for the initiative, undefined where several phases are meant. */
  readonly phase: string | undefined;
  /** It is the document's own phase, or one that a document of the initiative tells of. */
  readonly own: boolean;
  readonly kind: DocumentKind;
  /** What the headings are about, the nearest first; the title says what the document is about as a whole. */
  readonly subjects: readonly string[];
  readonly promises: PromiseKind | undefined;
  readonly role: SectionRole;
  /** Of a later phase, or in a part that plans. */
  readonly future: boolean;
  readonly heading: string;
}

interface ReadHeading {
  readonly text: string;
  readonly phases: ReturnType<typeof phasesNamed>;
  readonly subject: string;
  readonly promises: PromiseKind | 'none' | undefined;
}

/** Phase documents are headed alike: `Overview`, `Next Steps`. */
const read = new TextMemo<ReadHeading>();

/** Within a part about risks: what is done about them, and those that nobody has to see to. */
export const overHeadings = [
  'mitigated *',
  'resolved *',
  'closed *',
  'accepted *',
  '* acceptable *',
  'mitigation *',
  'contingency *',
] as const;

const promiseSections: readonly (readonly [PromiseKind | 'none', readonly string[]])[] = [
  ['none', overHeadings],
  [
    'output',
    [
      '* expected output',
      '* expected outputs',
      'output',
      'outputs',
      'output files',
      '* expected deliverable *',
      '* deliverable',
      'documentation output *',
      '* required output *',
      'document your work *',
    ],
  ],
  [
    'reference',
    ['* documentation reference *', '* required reading *', 'reference *', 'required document *', 'input documents'],
  ],
  [
    'deferred',
    [
      '* deferred *',
      '* carried over *',
      '* carry over *',
      '* open item *',
      '* remaining work',
      '* outstanding item *',
      '* outstanding work',
      '* postponed *',
      'known gaps',
    ],
  ],
  ['prerequisite', ['* prerequisite *']],
  ['next step', ['* next step *', '* next action *', '* immediate action *', '* required action *']],
  ['criterion', ['* success criteria *', '* acceptance criteria *', '* exit criteria *', '* completion criteria *']],
  ['risk', ['* risk', '* risk assessment *', '* risk and *', '* open risk *', '* risk mitigation *']],
  ['none', ['* lessons learned *', '* completed *']],
];
/** What the sections below a heading promise; of several, the one that stands first in the list. */
const promiseNames = new NameIndex<number>();
for (const [rank, [, names]] of promiseSections.entries())
  for (const name of names) promiseNames.add(readWordPattern(name), rank);

interface Kept {
  readonly above: SectionPlace;
  readonly context: RoleContext | undefined;
  readonly isTitle: boolean;
  readonly place: SectionPlace;
}

/** Kept, so that a section whose headings stay the same keeps its place as the same object. */
const kept = new WeakMap<object, Kept>();
const roots = new WeakMap<Identity, SectionPlace>();

/** Of the document that was read last: while somebody edits one, almost all of them stay. */
let latest: { readonly document: PhaseDocument; readonly places: readonly SectionPlace[] } | undefined;

/** One place for each section, in order. The same object as long as what the headings say is the same. */
export function sectionPlaces(document: PhaseDocument): readonly SectionPlace[] {
  const { parsed, identity, claims } = document;
  const before = latest?.document.identity === identity ? latest : undefined;
  const root = rootPlace(identity);
  const places: SectionPlace[] = [];
  for (const section of parsed.sections) {
    const { content, parent, index } = section;
    const above = places[parent] ?? root;
    const context = claims[index]?.context;
    const known = before?.places[index];
    const isSame =
      before?.document.parsed.sections[index] === section &&
      before.document.claims[index]?.context === context &&
      (before.places[parent] ?? root) === above;
    if (isSame && known) {
      places.push(known);
      continue;
    }
    const isTitle = content.heading?.level === 1 && parent === -1;
    const key = content.heading ?? content;
    const old = kept.get(key);
    if (old?.above === above && old.context === context && old.isTitle === isTitle) {
      places.push(old.place);
      continue;
    }
    const place = placeBelow(content.heading, above, context, isTitle, root);
    kept.set(key, { above, context, isTitle, place });
    places.push(place);
  }
  latest = { document, places };
  return places;
}

function rootPlace(identity: Identity): SectionPlace {
  let root = roots.get(identity);
  if (!root) {
    // What is told to a phase was found out before it; what is told of several belongs to none alone.
    const isOfOne = identity.direction !== 'to' && identity.phases.length <= 1;
    const phase = isOfOne ? (identity.phase?.key ?? '') : undefined;
    const { kind } = identity;
    root = { kind, phase, own: true, subjects: [], promises: undefined, role: 'neutral', future: false, heading: '' };
    roots.set(identity, root);
  }
  return root;
}

function placeBelow(
  heading: Heading | undefined,
  above: SectionPlace,
  context: RoleContext | undefined,
  isTitle: boolean,
  root: SectionPlace,
): SectionPlace {
  const role = context?.role ?? 'neutral';
  const future = context?.future ?? false;
  if (!heading) return { ...above, role, future };
  const known = read.get(plainText(heading.inline).trim(), readHeadingText);
  const { keys, several } = known.phases;
  // A title may name the next phase too, and the file's name says which one it is.
  const phase = isTitle || keys.length === 0 ? above.phase : several ? undefined : keys[0];
  return {
    kind: above.kind,
    phase,
    own: phase === root.phase || root.phase === '',
    subjects: isTitle ? above.subjects : [known.subject, ...above.subjects],
    promises: known.promises === 'none' ? undefined : (known.promises ?? above.promises),
    role,
    future: future || (phase !== root.phase && above.future),
    heading: known.text,
  };
}

function readHeadingText(text: string): ReadHeading {
  const readings = readHeadings(text);
  const ranks = [...promiseNames.find(readings).keys()];
  const promises = ranks.length === 0 ? undefined : promiseSections[Math.min(...ranks)]?.[0];
  return { text, phases: phasesNamed(text), subject: subjectOfText(text), promises };
}
