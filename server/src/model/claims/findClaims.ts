/** Finds the claims of a document. Results are kept per section and per block, so that an edit costs what it changes. */
import type { Block, Heading, ParsedDocument, Section, SectionContent } from '../../syntax/document';
import type { DocumentKind } from '../documentKind';
import { examineBlock, type BlockClaims } from './blockClaims';
import type { Claim } from './claim';
import type { LineContext } from './classify';
import { examineHeading } from './headingClaims';
import { gatherSection, type ExaminedBlock } from './sectionEvidence';
import { rootRole, sectionRole, type PhaseNumber, type RoleContext } from './sectionRole';
import { wholeSegment } from './segments';
import type { Token } from './tokens';
import type { ClaimVocabulary } from './vocabulary';
import { measureWords } from './words';

/** The claims of one section, in the order of their lines. */
export interface SectionClaims {
  readonly claims: readonly Claim[];
}

export interface ClaimContext {
  readonly kind: DocumentKind | undefined;
  readonly vocabulary?: ClaimVocabulary;
}

/** What is known of a section before its blocks are read. */
interface Place {
  readonly role: RoleContext;
  readonly measured: boolean;
}

/** The claims of each section, in the order of `document.sections`. */
export function findClaims(document: ParsedDocument, context: ClaimContext): readonly SectionClaims[] {
  const { kind, vocabulary } = context;
  const phase = documentPhase(document);
  const cache = cacheOf(vocabulary);
  const places: Place[] = [];
  return document.sections.map((section) => {
    const place = placeOf(section, places, kind, phase, vocabulary);
    places.push(place);
    return sectionClaims(
      section.content,
      { section: place.role, role: place.role.role, measured: place.measured, kind, vocabulary },
      cache,
    );
  });
}

function placeOf(
  section: Section,
  places: readonly Place[],
  kind: DocumentKind | undefined,
  phase: PhaseNumber,
  vocabulary: ClaimVocabulary | undefined,
): Place {
  const above = places[section.parent] ?? { role: rootRole(kind), measured: false };
  const { heading } = section.content;
  // The title names the kind and the phase, both known; what its words say of a section does not hold for the document.
  if (!heading || isTitle(section)) return above;
  const tokens = headingTokens(heading);
  return {
    role: sectionRole(tokens, above.role, kind, phase, vocabulary),
    measured: above.measured || tokens.some((token) => measureWords.has(token.word)),
  };
}

function isTitle({ index, parent, content }: Section): boolean {
  return index <= 1 && parent === -1 && content.heading?.level === 1;
}

/** The phase that the title names first: of `Phase 7 to Phase 8 Handoff` it is 7. */
function documentPhase(document: ParsedDocument): PhaseNumber {
  for (const { content } of document.sections.slice(0, 2)) {
    if (!content.heading) continue;
    const tokens = headingTokens(content.heading);
    const at = tokens.findIndex((token) => token.word === 'phase');
    const number = at < 0 ? undefined : tokens[at + 1];
    return number?.kind === 'number' ? number.value : undefined;
  }
  return undefined;
}

const tokensOfHeadings = new WeakMap<Heading, readonly Token[]>();

function headingTokens(heading: Heading): readonly Token[] {
  let tokens = tokensOfHeadings.get(heading);
  if (!tokens) {
    tokens = wholeSegment(heading.inline).tokens;
    tokensOfHeadings.set(heading, tokens);
  }
  return tokens;
}

/** Results by what they were made from; inside, by the context they were made in. */
interface ClaimCache {
  readonly sections: WeakMap<SectionContent, Map<string, SectionClaims>>;
  readonly blocks: WeakMap<Block, Map<string, BlockClaims>>;
}

const defaultCache: ClaimCache = { sections: new WeakMap(), blocks: new WeakMap() };
const ownCaches = new WeakMap<ClaimVocabulary, ClaimCache>();

function cacheOf(vocabulary: ClaimVocabulary | undefined): ClaimCache {
  if (!vocabulary) return defaultCache;
  let cache = ownCaches.get(vocabulary);
  if (!cache) {
    cache = { sections: new WeakMap(), blocks: new WeakMap() };
    ownCaches.set(vocabulary, cache);
  }
  return cache;
}

function contextKey({ section, role, measured, kind }: LineContext): string {
  const flags = `${section.settled ? 's' : ''}${section.future ? 'f' : ''}${section.background ? 'b' : ''}${measured ? 'm' : ''}`;
  return `${kind ?? ''} ${section.role} ${role} ${flags}`;
}

function remember<K extends object, V>(cache: WeakMap<K, Map<string, V>>, object: K, key: string, make: () => V): V {
  let results = cache.get(object);
  if (!results) {
    results = new Map();
    cache.set(object, results);
  }
  let result = results.get(key);
  if (result === undefined) {
    result = make();
    results.set(key, result);
  }
  return result;
}

function sectionClaims(content: SectionContent, context: LineContext, cache: ClaimCache): SectionClaims {
  return remember(cache.sections, content, contextKey(context), () => {
    const heading = content.heading ? examineHeading(content.heading, context) : [];
    return { claims: gatherSection(content, heading, examineBlocks(content, context, cache)) };
  });
}

/** Reads the blocks in order; a label such as `**Mitigation**:` says what the blocks up to the next paragraph are for. */
function examineBlocks(content: SectionContent, context: LineContext, cache: ClaimCache): readonly ExaminedBlock[] {
  const examined: ExaminedBlock[] = [];
  let here = context;
  for (const { block, line } of content.blocks) {
    const place = here;
    const result = remember(cache.blocks, block, contextKey(place), () => examineBlock(block, place));
    examined.push({ result, line, paragraph: block.type === 'paragraph' });
    if (block.type === 'paragraph') {
      const { intro } = result;
      here = intro ? { ...context, role: intro.role, measured: context.measured || intro.measured } : context;
    }
  }
  return examined;
}
