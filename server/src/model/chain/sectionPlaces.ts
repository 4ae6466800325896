/** For each section of a document: which phase it is about, and what the headings above it say. */
import type { Heading } from '../../syntax/document';
import { plainText } from '../../syntax/inlineText';
import { TextMemo } from '../../syntax/textMemo';
import type { RoleContext, SectionRole } from '../claims/sectionRole';
import type { DocumentKind } from '../documentKind';
import type { Identity, PhaseDocument } from '../phaseDocument';
import { matchesName, readHeadings, readWordPattern, type WordPattern } from '../../schema/headingWords';
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

const promiseSections: readonly (readonly [PromiseKind | 'none', readonly string[]])[] = [
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
const patterns: readonly (readonly [PromiseKind | 'none', WordPattern])[] = promiseSections.flatMap(([kind, names]) =>
  names.map((name) => [kind, readWordPattern(name)] as const),
);

interface Kept {
  readonly above: SectionPlace;
  readonly context: RoleContext | undefined;
  readonly isTitle: boolean;
  readonly place: SectionPlace;
}

/** Kept, so that a section whose headings stay the same keeps its place as the same object. */
const kept = new WeakMap<object, Kept>();
const roots = new WeakMap<Identity, SectionPlace>();

/** One place for each section, in order. The same object as long as what the headings say is the same. */
export function sectionPlaces({ parsed, identity, claims }: PhaseDocument): readonly SectionPlace[] {
  const root = rootPlace(identity);
  const places: SectionPlace[] = [];
  for (const section of parsed.sections) {
    const { content, parent, index } = section;
    const above = places[parent] ?? root;
    const context = claims[index]?.context;
    const isTitle = content.heading?.level === 1 && parent === -1;
    const key = content.heading ?? content;
    const known = kept.get(key);
    if (known?.above === above && known.context === context && known.isTitle === isTitle) {
      places.push(known.place);
      continue;
    }
    const place = placeBelow(content.heading, above, context, isTitle, root);
    kept.set(key, { above, context, isTitle, place });
    places.push(place);
  }
  return places;
}

function rootPlace(identity: Identity): SectionPlace {
  let root = roots.get(identity);
  if (!root) {
    const phase = identity.phase?.key ?? '';
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
  const promises = patterns.find(([, pattern]) => readings.some((words) => matchesName(pattern, words)))?.[0];
  return { text, phases: phasesNamed(text), subject: subjectOfText(text), promises };
}
