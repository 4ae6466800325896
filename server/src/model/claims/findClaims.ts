/** Finds the claims of a document. Results are kept per section and per block, so that an edit costs what it changes. */
import type { Block, ParsedDocument, Section, SectionContent } from '../../syntax/document';
import { isLong } from '../../syntax/blockMemo';
import type { DocumentKind } from '../documentKind';
import { examineBlock, type BlockClaims } from './blockClaims';
import { LabelScope } from './labelScope';
import type { Claim } from './claim';
import type { LineContext } from './classify';
import { ContextPool, perVocabulary, ResultCache } from './claimCache';
import { examineHeading, headingSegment } from './headingClaims';
import { gatherSection, type ExaminedBlock } from './sectionEvidence';
import { HeadingPlaces } from './headingPlaces';
import type { PhaseNumber, RoleContext } from './sectionRole';
import type { ClaimVocabulary } from './vocabulary';

/** The claims of one section, in the order of their lines. */
export interface SectionClaims {
  readonly claims: readonly Claim[];
  /** What the section is for, by its heading and those above it. */
  readonly context: RoleContext;
}

export interface ClaimContext {
  readonly kind: DocumentKind | undefined;
  readonly vocabulary?: ClaimVocabulary;
}

/** The claims of each section, in the order of `document.sections`. */
export function findClaims(document: ParsedDocument, context: ClaimContext): readonly SectionClaims[] {
  const { kind, vocabulary } = context;
  const phase = documentPhase(document);
  const cache = cacheOf(vocabulary);
  const root = cache.contexts.root(kind, vocabulary);
  const places: LineContext[] = [];
  return document.sections.map((section) => {
    const above = places[section.parent] ?? root;
    const { heading } = section.content;
    // The title names the kind and the phase, both known; what its words say of a section does not hold for the document.
    const place = !heading || isTitle(section) ? above : cache.places.below(heading, above, phase);
    places.push(place);
    return sectionClaims(section.content, place, cache);
  });
}

function isTitle({ index, parent, content }: Section): boolean {
  return index <= 1 && parent === -1 && content.heading?.level === 1;
}

/** The phase that the title names first: of `Phase 7 to Phase 8 Handoff` it is 7. */
function documentPhase(document: ParsedDocument): PhaseNumber {
  for (const { content } of document.sections.slice(0, 2)) {
    if (!content.heading) continue;
    const tokens = headingSegment(content.heading).tokens;
    const at = tokens.findIndex((token) => token.word === 'phase');
    const number = at < 0 ? undefined : tokens[at + 1];
    return number?.kind === 'number' ? number.value : undefined;
  }
  return undefined;
}

interface ClaimCache {
  readonly contexts: ContextPool;
  readonly places: HeadingPlaces;
  readonly sections: ResultCache<SectionContent, SectionClaims>;
  readonly blocks: ResultCache<Block, BlockClaims>;
}

const cacheOf = perVocabulary((): ClaimCache => {
  const contexts = new ContextPool();
  return { contexts, places: new HeadingPlaces(contexts), sections: new ResultCache(), blocks: new ResultCache() };
});

function sectionClaims(content: SectionContent, context: LineContext, cache: ClaimCache): SectionClaims {
  return cache.sections.get(content, context, () => {
    const heading = content.heading ? examineHeading(content.heading, context) : [];
    const blocks = examineBlocks(content, context, cache);
    return { claims: gatherSection(heading, blocks, isLong(content)), context: context.section };
  });
}

/** Reads the blocks in order; a label such as `**Mitigation**:` says what the blocks after it are for. */
function examineBlocks(content: SectionContent, context: LineContext, cache: ClaimCache): readonly ExaminedBlock[] {
  const scope = new LabelScope(context, (changed) => cache.contexts.intern(changed));
  const keeps = isLong(content);
  return content.blocks.map(({ block, line }) => {
    const here = scope.contextFor(block);
    const result = keeps ? cache.blocks.get(block, here, () => examineBlock(block, here)) : examineBlock(block, here);
    scope.pass(block, result.intro, result.settles);
    return { result, line, paragraph: block.type === 'paragraph' };
  });
}
