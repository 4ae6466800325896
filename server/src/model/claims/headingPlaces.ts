/** What a heading makes of the section below it, kept by heading: an edit reads only the headings that it changed. */
import type { Heading } from '../../syntax/document';
import type { ContextPool } from './claimCache';
import type { LineContext } from './classify';
import { headingSegment } from './headingClaims';
import { sectionRole, type PhaseNumber } from './sectionRole';
import { measureWords } from './words';

/** What was found for a heading, and from what. */
interface Kept {
  readonly above: LineContext;
  readonly phase: PhaseNumber;
  readonly place: LineContext;
}

/** The places of the headings of all documents that are read with one vocabulary. */
export class HeadingPlaces {
  readonly #contexts: ContextPool;
  readonly #kept = new WeakMap<Heading, Kept>();

  constructor(contexts: ContextPool) {
    this.#contexts = contexts;
  }

  /** The context of the lines below a heading. Equal contexts are one object, so that `above` is compared by identity. */
  below(heading: Heading, above: LineContext, phase: PhaseNumber): LineContext {
    const kept = this.#kept.get(heading);
    if (kept?.above === above && kept.phase === phase) return kept.place;
    const place = this.#read(heading, above, phase);
    this.#kept.set(heading, { above, phase, place });
    return place;
  }

  #read(heading: Heading, above: LineContext, phase: PhaseNumber): LineContext {
    const { tokens } = headingSegment(heading);
    const { kind, vocabulary } = above;
    const section = sectionRole(tokens, above.section, kind, phase, vocabulary);
    const measured = above.measured || tokens.some((token) => measureWords.has(token.word));
    return this.#contexts.intern({ section, role: section.role, measured, kind, vocabulary });
  }
}
