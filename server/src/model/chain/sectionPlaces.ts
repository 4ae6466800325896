/** For each section of a document: which phase it is about, and what the headings above it say. */
import type { Heading } from '../../syntax/document';
import { plainText } from '../../syntax/inlineText';
import type { SectionRole } from '../claims/sectionRole';
import type { PhaseDocument } from '../phaseDocument';
import { matchesName, readHeadings, readWordPattern, type WordPattern } from '../../schema/headingWords';
import type { PromiseKind } from './chainFacts';
import { subjectOfText } from './foldWords';
import { phasesNamed } from './phaseNames';

export interface SectionPlace {
  /** Key of the phase; empty for the initiative, undefined where several phases are meant. */
  readonly phase: string | undefined;
  /** It is the document's own phase, or one that a document of the initiative tells of. */
  readonly own: boolean;
  /** Indexes of the sections above, the outermost first, the section's own last. */
  readonly path: readonly number[];
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

const read = new WeakMap<Heading, ReadHeading>();

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

/** One place for each section, in order. */
export function sectionPlaces({ parsed, identity, claims }: PhaseDocument): readonly SectionPlace[] {
  const own = identity.phase?.key ?? '';
  const root: SectionPlace = {
    phase: own,
    own: true,
    path: [],
    subjects: [],
    promises: undefined,
    role: 'neutral',
    future: false,
    heading: '',
  };
  const places: SectionPlace[] = [];
  for (const section of parsed.sections) {
    const above = places[section.parent] ?? root;
    const { heading } = section.content;
    const context = claims[section.index]?.context;
    const role = context?.role ?? 'neutral';
    const future = context?.future ?? false;
    const path = [...above.path, section.index];
    if (!heading) {
      places.push({ ...above, path, role, future });
      continue;
    }
    const known = readHeadingOnce(heading);
    const isTitle = heading.level === 1 && section.parent === -1;
    const promises = known.promises === 'none' ? undefined : (known.promises ?? above.promises);
    const { keys, several } = known.phases;
    // A title may name the next phase too, and the file's name says which one it is.
    const phase = isTitle || keys.length === 0 ? above.phase : several ? undefined : keys[0];
    places.push({
      phase,
      own: phase === own || own === '',
      path,
      subjects: isTitle ? above.subjects : [known.subject, ...above.subjects],
      promises,
      role,
      future: future || (phase !== own && above.future),
      heading: known.text,
    });
  }
  return places;
}

function readHeadingOnce(heading: Heading): ReadHeading {
  let known = read.get(heading);
  if (known) return known;
  const text = plainText(heading.inline).trim();
  const readings = readHeadings(text);
  const promises = patterns.find(([, pattern]) => readings.some((words) => matchesName(pattern, words)))?.[0];
  known = { text, phases: phasesNamed(text), subject: subjectOfText(text), promises };
  read.set(heading, known);
  return known;
}
