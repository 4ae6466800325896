/** Gathers {@link ChainFacts} of a document, section by section; a section is read again only when it changes. */
import type { Range } from 'vscode-languageserver-types';
import type { Block, ParsedDocument, Section, SectionContent } from '../../syntax/document';
import { plainText } from '../../syntax/inlineText';
import { shiftRange } from '../../syntax/positions';
import type { ClaimVocabulary } from '../claims/vocabulary';
import { sectionNumbers } from '../numbers/sectionNumbers';
import type { PhaseDocument } from '../phaseDocument';
import type {
  ChainFacts,
  DateFact,
  DefinitionFact,
  MetricFact,
  PlacedStatements,
  PlacedWords,
  PromiseFact,
  StatusFact,
  TaskFact,
  TitleFact,
} from './chainFacts';
import { sectionBlockers } from './blockerFacts';
import { sectionDates } from './dateFacts';
import { digestsOf } from './digests';
import { frontMatterStatus } from './frontMatterStatus';
import { leadingId } from './ids';
import { sectionMetrics } from './metricFacts';
import { phasesNamed } from './phaseNames';
import { sectionPromises } from './promiseFacts';
import { sectionPlaces, type SectionPlace } from './sectionPlaces';
import { standingOf } from './standing';
import { noStatements, sectionStatements } from './statements';
import { sectionStatuses, type SectionStatus } from './statusFacts';

/** The team's own words. */
export interface ChainWords {
  readonly vocabulary: ClaimVocabulary | undefined;
  readonly synonyms: ReadonlyMap<string, string>;
  /** `PHASE3` and `PHASE_3` may be phases of two series. */
  readonly hasSeries: boolean;
}

/** Facts of a section in its place; the same object while the section stays as it is and where it is. */
interface SectionChain {
  readonly words: ChainWords;
  readonly place: SectionPlace;
  readonly line: number;
  readonly statuses: readonly SectionStatus[];
  readonly titles: readonly TitleFact[];
  readonly metrics: readonly MetricFact[];
  readonly tasks: readonly TaskFact[];
  readonly promises: readonly PromiseFact[];
  readonly blockers: readonly PlacedWords[];
  readonly definitions: readonly DefinitionFact[];
  readonly finals: readonly PlacedWords[];
  readonly dates: readonly DateFact[];
  readonly statements: PlacedStatements;
}

const kept = new WeakMap<SectionContent, SectionChain>();

/** What the sections of a document tell, put together. */
type Told = Omit<ChainFacts, 'statements' | 'standing' | 'series'>;

interface Version {
  readonly document: PhaseDocument;
  readonly words: ChainWords;
  readonly all: readonly SectionChain[];
  readonly told: Told;
}

/** Of the document that was read last: while somebody edits one, the version before. */
let latest: Version | undefined;

export function collectChain(document: PhaseDocument, words: ChainWords): ChainFacts {
  const { parsed, identity } = document;
  const isNext =
    latest?.words === words && latest.document.identity === identity && latest.document.uri === document.uri;
  const before = isNext ? latest : undefined;
  const places = sectionPlaces(document);
  const reading: Reading = { words, answers: identity.phase !== undefined };
  const all: SectionChain[] = [];
  for (const [index, section] of parsed.sections.entries()) {
    const place = places[index];
    if (!place) continue;
    const known = before?.document.parsed.sections[index] === section ? before.all[index] : undefined;
    all.push(known?.place === place ? known : sectionChain(section, place, reading));
  }
  const told = before && tellsTheSame(before, parsed, all) ? before.told : putTogether(document, words, all);
  latest = { document, words, all, told };
  return {
    ...told,
    statements: all.map(({ statements }) => statements),
    standing: standingOf(document),
    series: words.hasSeries ? identity.series : undefined,
  };
}

function putTogether({ parsed, identity }: PhaseDocument, words: ChainWords, all: readonly SectionChain[]): Told {
  const front = parsed.frontMatter && frontMatterStatus(parsed.frontMatter, words.vocabulary);
  const facts = {
    statuses: [...(front ? [front] : []), ...wholeStatuses(all, parsed)],
    titles: gather(all, ({ titles }) => titles),
    metrics: gather(all, ({ metrics }) => metrics),
    tasks: gather(all, ({ tasks }) => tasks),
    promises: gather(all, ({ promises }) => promises),
    blockers: gather(all, ({ blockers }) => blockers),
    definitions: gather(all, ({ definitions }) => definitions),
    finals: gather(all, ({ finals }) => finals),
    dates: gather(all, ({ dates }) => dates),
  };
  return { ...facts, ...digestsOf(facts, identity.phase?.key ?? '') };
}

/** Most keystrokes change a text of which nothing is told. */
function tellsTheSame(before: Version, parsed: ParsedDocument, all: readonly SectionChain[]): boolean {
  const { parsed: old } = before.document;
  return (
    old.frontMatter === parsed.frontMatter &&
    old.lineStarts.length === parsed.lineStarts.length &&
    firstHeadingLine(old) === firstHeadingLine(parsed) &&
    before.all.length === all.length &&
    all.every((section, index) => {
      const other = before.all[index];
      return section === other || (other !== undefined && tellsNothing(section) && tellsNothing(other));
    })
  );
}

function tellsNothing(section: SectionChain): boolean {
  const { statuses, titles, metrics, tasks, promises, blockers, definitions, finals, dates } = section;
  return [statuses, titles, metrics, tasks, promises, blockers, definitions, finals, dates].every(
    ({ length }) => length === 0,
  );
}

/** Most sections have none: a loop costs a tenth of `flatMap` over thousands of empty lists. */
function gather<T>(all: readonly SectionChain[], of: (section: SectionChain) => readonly T[]): readonly T[] {
  const found: T[] = [];
  for (const section of all) for (const fact of of(section)) found.push(fact);
  return found;
}

/** In the body, most statuses are those of the section they stand in; they are left out. */
function* wholeStatuses(all: readonly SectionChain[], parsed: ParsedDocument): Iterable<StatusFact> {
  for (const { statuses, place } of all) {
    for (const status of statuses) {
      const fact = placed(status, place, parsed);
      const isOfWhole = fact.place !== 'body' || fact.scope !== 'document';
      if (isOfWhole || (isGeneral(place) && /overall|final/.test(fact.label))) yield fact;
    }
  }
}

/** Conditions and instructions are not ticked off, and what a later phase has to do is not this one's. */
function isApart({ kind, own, role, future, promises }: SectionPlace): boolean {
  // The boxes of a to-do list are its work, whatever their headings say; most of a hand-off's are for who takes over.
  if (kind === 'todo') return !own;
  if (kind === 'handoff' && role !== 'report') return true;
  return (
    !own ||
    future ||
    role === 'instructions' ||
    role === 'plan' ||
    promises === 'next step' ||
    promises === 'deferred' ||
    promises === 'criterion'
  );
}

/** Roles of sections whose numbers are goals, plans and the like. */
const withoutResults: ReadonlySet<SectionPlace['role']> = new Set([
  'criteria',
  'plan',
  'options',
  'instructions',
  'risk',
  'measures',
]);

/** How the sections of a document are read; another phase of it gives its sections other places too. */
interface Reading {
  readonly words: ChainWords;
  /** Only documents of a phase answer what others promised. */
  readonly answers: boolean;
}

/** Read once for each version of a section, then moved to where the section stands. */
function sectionChain({ content, line }: Section, place: SectionPlace, reading: Reading): SectionChain {
  const { words } = reading;
  const known = kept.get(content);
  const isCurrent = known?.place === place && known.words === words;
  if (isCurrent && known.line === line) return known;
  const found = moveTo(isCurrent ? known : readSection(content, place, reading), line);
  kept.set(content, found);
  return found;
}

function readSection(content: SectionContent, place: SectionPlace, { words, answers }: Reading): SectionChain {
  const metrics = [...metricsOf(content, place, words)];
  // The rule that compares numbers within a section asks for them later, when their lines would have to be read again.
  sectionNumbers(content);
  return {
    words,
    place,
    line: 0,
    ...sectionStatuses(content, words.vocabulary),
    metrics,
    tasks: place.phase === undefined ? [] : countTasks(content, place.phase, isApart(place)),
    promises: sectionPromises(content, place),
    blockers: place.own && !place.future ? sectionBlockers(content) : [],
    definitions: sectionDefinitions(content),
    finals: sectionFinals(content),
    dates: place.own && !place.future && isGeneral(place) ? sectionDates(content) : [],
    statements: { line: 0, ...(answers ? sectionStatements(content) : noStatements) },
  };
}

const PHASES = /phases?/i;

function* metricsOf(content: SectionContent, place: SectionPlace, words: ChainWords): Iterable<MetricFact> {
  const { kind, role, subjects, future, own } = place;
  const hasResults = !withoutResults.has(role) && !future && kind !== 'prompt' && kind !== 'plan';
  // Of how many phases there are, plans speak too.
  const only = hasResults ? undefined : PHASES;
  for (const metric of sectionMetrics(content, { subjects, synonyms: words.synonyms, only })) {
    if (metric.measure === 'phases') yield { ...metric, phase: '' };
    const phase = metric.phase ?? (own ? place.phase : undefined);
    if (hasResults && metric.measure !== 'phases' && phase !== undefined) yield { ...metric, phase };
  }
}

function moveTo(found: SectionChain, line: number): SectionChain {
  const by = line - found.line;
  if (by === 0) return found;
  const move = <T extends { readonly range: Range }>(items: readonly T[]): readonly T[] =>
    items.length === 0 ? items : items.map((item) => ({ ...item, range: shiftRange(item.range, by) }));
  const { tasks, statements } = found;
  return {
    ...found,
    line,
    statuses: move(found.statuses),
    titles: move(found.titles),
    metrics: move(found.metrics),
    tasks: tasks.map((task) => ({ ...task, first: { ...task.first, range: shiftRange(task.first.range, by) } })),
    promises: move(found.promises),
    blockers: move(found.blockers),
    definitions: move(found.definitions),
    finals: move(found.finals),
    dates: move(found.dates),
    statements: { ...statements, line },
  };
}

/** How far from either end a line still speaks for the whole document. */
const END_LINES = 15;
/** What headings say besides general words without speaking of a part. */
const atEnds = new Set(
  'production readiness next step conclusion reference contact support recommendation lesson learned timeline'.split(
    ' ',
  ),
);

function placed({ afterBreak, ...status }: SectionStatus, place: SectionPlace, parsed: ParsedDocument): StatusFact {
  const { line } = status.range.start;
  if (line < Math.max(END_LINES, firstHeadingLine(parsed)) && isGeneral(place)) return { ...status, place: 'header' };
  const isEnd = line >= parsed.lineStarts.length - END_LINES && (afterBreak || isGeneral(place));
  return { ...status, place: isEnd ? 'footer' : 'body' };
}

/** Of the first heading below the title. */
function firstHeadingLine({ sections }: ParsedDocument): number {
  return sections.find(({ content: { heading } }) => (heading?.level ?? 1) > 1)?.line ?? 0;
}

/** `Assessment`, `Next Steps`; not `Import of tide tables`: what is said below them is said of the whole. */
function isGeneral({ subjects }: SectionPlace): boolean {
  return subjects.every((subject) => subject === '' || subject.split(' ').every((word) => atEnds.has(word)));
}

/** `**Deferred to later phases**:`, `Optional:` before a list: what follows is not this phase's work. */
const LATER =
  /^\W{0,4}(?:deferred|postponed|optional|future|later|out of scope|nice to have|stretch|for (?:the )?next phase|next phase)\b[^\n]{0,60}:\W{0,4}$/i;

function countTasks({ heading, blocks }: SectionContent, phase: string, apart: boolean): readonly TaskFact[] {
  let done = 0;
  let open = 0;
  let first: PlacedWords | undefined;
  const visit = (block: Block, line: number): void => {
    if (block.type === 'item' && block.task && block.task.mark !== '-' && block.task.mark !== '~') {
      if (block.task.mark.toLowerCase() === 'x') done++;
      else {
        open++;
        first ??= {
          words: block.inline ? plainText(block.inline) : '',
          range: shiftRange(block.inline?.range ?? block.range, line),
        };
      }
    }
    if (block.type === 'item' || block.type === 'quote') for (const child of block.children) visit(child, line);
  };
  let isLater = false;
  for (const { block, line } of blocks) {
    if (block.type === 'paragraph') isLater = LATER.test(block.inline.text);
    if (!isLater) visit(block, line);
  }
  if (done + open === 0) return [];
  const start = { line: 0, character: 0 };
  const atHeading = { words: heading ? plainText(heading.inline) : '', range: heading?.range ?? { start, end: start } };
  return [{ phase, done, open, first: first ?? atHeading, apart }];
}

/** Ids that headings and bold labels of items give. */
function sectionDefinitions({ heading, blocks }: SectionContent): readonly DefinitionFact[] {
  const found: DefinitionFact[] = [];
  const title = heading && plainText(heading.inline);
  const leading = title === undefined ? undefined : leadingId(title);
  if (heading && leading) found.push({ id: leading.id, words: title ?? '', range: heading.inline.range });
  for (const { block, line } of blocks) {
    if (block.type !== 'item' || !block.inline) continue;
    const [span] = block.inline.spans;
    if (span?.type !== 'strong' || span.from !== 0) continue;
    const text = plainText(block.inline);
    const id = leadingId(text);
    if (id && id.rest !== '') found.push({ id: id.id, words: text, range: shiftRange(block.inline.range, line) });
  }
  return found;
}

/** `This final phase completes the project`, `Phase 8 is the last phase`; not `the final phase of testing`. */
const FINAL =
  /\b(?:this (?:is the )?(?:final|last) phase\b|(?:is|as) the (?:final|last) phase (?:of (?:the|this) (?:project|initiative|iteration)|and)\b|final phase completes the project)/i;

function sectionFinals({ blocks }: SectionContent): readonly PlacedWords[] {
  return blocks.flatMap(({ block, line }) => {
    const inline = block.type === 'paragraph' || block.type === 'item' ? block.inline : undefined;
    if (!inline || !/phase/i.test(inline.text) || !FINAL.test(inline.text)) return [];
    if (phasesNamed(inline.text).several) return [];
    return [{ words: plainText(inline), range: shiftRange(inline.range, line) }];
  });
}
