/** Gathers {@link ChainFacts} of a document, section by section; a section is read again only when it changes. */
import type { Range } from 'vscode-languageserver-types';
import type { Block, ParsedDocument, Section, SectionContent } from '../../syntax/document';
import { plainText } from '../../syntax/inlineText';
import { shiftRange } from '../../syntax/positions';
import type { ClaimVocabulary } from '../claims/vocabulary';
import type { DocumentKind } from '../documentKind';
import type { PhaseDocument } from '../phaseDocument';
import type {
  ChainFacts,
  DefinitionFact,
  MetricFact,
  PlacedWords,
  PromiseFact,
  StatusFact,
  TaskFact,
  TitleFact,
} from './chainFacts';
import { sectionBlockers } from './blockerFacts';
import { digestsOf } from './digests';
import { frontMatterStatus } from './frontMatterStatus';
import { leadingId } from './ids';
import { sectionMetrics, type SectionMetric } from './metricFacts';
import { phasesNamed } from './phaseNames';
import { sectionPromises } from './promiseFacts';
import { sectionPlaces, type SectionPlace } from './sectionPlaces';
import { standingOf } from './standing';
import { joinStatements, sectionStatements, type SectionStatement } from './statements';
import { sectionStatuses, type SectionStatus } from './statusFacts';

/** The team's own words. */
export interface ChainWords {
  readonly vocabulary: ClaimVocabulary | undefined;
  readonly synonyms: ReadonlyMap<string, string>;
}

/** Facts of a section in its place; the same object while the section stays as it is and where it is. */
interface SectionChain {
  readonly words: ChainWords;
  readonly placeKey: string;
  readonly line: number;
  readonly statuses: readonly SectionStatus[];
  readonly titles: readonly TitleFact[];
  readonly metrics: readonly SectionMetric[];
  readonly tasks: { readonly done: number; readonly open: number; readonly first: PlacedWords } | undefined;
  readonly promises: readonly PromiseFact[];
  readonly blockers: readonly PlacedWords[];
  readonly definitions: readonly DefinitionFact[];
  readonly finals: readonly PlacedWords[];
  readonly statements: readonly SectionStatement[];
}

const kept = new WeakMap<SectionContent, SectionChain>();

export function collectChain(document: PhaseDocument, words: ChainWords): ChainFacts {
  const { parsed, identity } = document;
  const places = sectionPlaces(document);
  const statuses: StatusFact[] = [];
  const titles: TitleFact[] = [];
  const metrics: MetricFact[] = [];
  const tasks: TaskFact[] = [];
  const promises: PromiseFact[] = [];
  const blockers: PlacedWords[] = [];
  const definitions: DefinitionFact[] = [];
  const finals: PlacedWords[] = [];
  const statements: { line: number; statements: readonly SectionStatement[] }[] = [];
  const front = parsed.frontMatter && frontMatterStatus(parsed.frontMatter, words.vocabulary);
  if (front) statuses.push(front);
  for (const section of parsed.sections) {
    const place = places[section.index];
    if (!place) continue;
    const found = sectionChain(section, place, document, words);
    for (const status of found.statuses) {
      const fact = placed(status, place, parsed);
      // In the body, most statuses are those of the section they stand in.
      if (fact.place !== 'body' || fact.scope !== 'document' || (isGeneral(place) && /overall|final/.test(fact.label)))
        statuses.push(fact);
    }
    titles.push(...found.titles);
    for (const metric of found.metrics) {
      const phase = metric.measure === 'phases' ? '' : (metric.phase ?? place.phase);
      if (phase !== undefined && (metric.phase !== undefined || place.own)) metrics.push({ ...metric, phase });
    }
    if (found.tasks && place.phase !== undefined) {
      tasks.push({ ...found.tasks, phase: place.phase, sections: place.path, apart: isApart(place, identity.kind) });
    }
    promises.push(...found.promises);
    if (place.own) blockers.push(...found.blockers);
    definitions.push(...found.definitions);
    finals.push(...found.finals);
    statements.push({ line: section.line, statements: found.statements });
  }
  const facts = { statuses, titles, metrics, tasks, promises, blockers, definitions, finals };
  return {
    ...facts,
    statements: joinStatements(statements),
    standing: standingOf(document),
    ...digestsOf(facts, identity.phase?.key ?? ''),
  };
}

/** Conditions and instructions are not ticked off, and what a later phase has to do is not this one's. */
function isApart({ own, role, future, promises }: SectionPlace, kind: DocumentKind): boolean {
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

function sectionChain(section: Section, place: SectionPlace, document: PhaseDocument, words: ChainWords): SectionChain {
  const { content, line } = section;
  const { kind } = document.identity;
  const placeKey = `${kind} ${place.phase} ${place.own} ${place.role} ${place.future} ${place.promises} ${place.subjects.join('|')}`;
  const known = kept.get(content);
  if (known?.placeKey === placeKey && known.words === words) {
    if (known.line === line) return known;
  }
  const move = <T extends { readonly range: Range }>(items: readonly T[]): readonly T[] =>
    items.length === 0 || line === 0 ? items : items.map((item) => ({ ...item, range: shiftRange(item.range, line) }));
  const { statuses, titles } = sectionStatuses(content, words.vocabulary);
  const hasResults = !withoutResults.has(place.role) && !place.future && kind !== 'prompt' && kind !== 'plan';
  const tasks = countTasks(content);
  const found: SectionChain = {
    words,
    placeKey,
    line,
    statuses: move(statuses),
    titles: move(titles),
    // Of how many phases there are, plans speak too.
    metrics: move(
      sectionMetrics(content, { subjects: place.subjects, synonyms: words.synonyms }).filter(
        ({ measure }) => hasResults || measure === 'phases',
      ),
    ),
    tasks: tasks && { ...tasks, first: { ...tasks.first, range: shiftRange(tasks.first.range, line) } },
    promises: move(sectionPromises(content, place, kind)),
    blockers: place.future ? [] : move(sectionBlockers(content)),
    definitions: move(sectionDefinitions(content)),
    finals: move(sectionFinals(content)),
    statements: sectionStatements(content),
  };
  kept.set(content, found);
  return found;
}

/** How far from either end a line still speaks for the whole document. */
const END_LINES = 15;
/** What headings say besides general words without speaking of a part. */
const atEnds = new Set(
  'production readiness next step conclusion reference contact support recommendation lesson learned timeline'.split(
    ' ',
  ),
);

function placed(
  { afterBreak, ...status }: SectionStatus,
  place: SectionPlace,
  { lineStarts, sections }: ParsedDocument,
): StatusFact {
  const { line } = status.range.start;
  const firstHeading = sections.find(({ content: { heading } }) => (heading?.level ?? 1) > 1)?.line ?? 0;
  if (line < Math.max(END_LINES, firstHeading) && isGeneral(place)) return { ...status, place: 'header' };
  const isEnd = line >= lineStarts.length - END_LINES && (afterBreak || isGeneral(place));
  return { ...status, place: isEnd ? 'footer' : 'body' };
}

/** `Assessment`, `Next Steps`; not `Import of tide tables`: what is said below them is said of the whole. */
function isGeneral({ subjects }: SectionPlace): boolean {
  return subjects.every((subject) => subject === '' || subject.split(' ').every((word) => atEnds.has(word)));
}

/** `**Deferred to later phases**:`, `Optional:` before a list: what follows is not this phase's work. */
const LATER =
  /^\W{0,4}(?:deferred|postponed|optional|future|later|out of scope|nice to have|stretch|for (?:the )?next phase|next phase)\b[^\n]{0,60}:\W{0,4}$/i;

function countTasks({ heading, blocks }: SectionContent): SectionChain['tasks'] {
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
  if (done + open === 0) return undefined;
  const start = { line: 0, character: 0 };
  const atHeading = { words: heading ? plainText(heading.inline) : '', range: heading?.range ?? { start, end: start } };
  return { done, open, first: first ?? atHeading };
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
