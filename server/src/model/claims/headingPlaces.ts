/** What a heading makes of the section below it, kept by heading: an edit reads only the headings that it changed. */
import type { Heading } from '../../syntax/document';
import { TextMemo } from '../../syntax/textMemo';
import type { ContextPool } from './claimCache';
import type { LineContext } from './classify';
import { headingSegment } from './headingClaims';
import { readHeading, type HeadingReading } from './headingReading';
import { sectionRole, type PhaseNumber } from './sectionRole';
import type { ClaimVocabulary } from './vocabulary';
import { measureWords } from './words';

/** What was found for a heading, and from what. */
interface Kept {
  readonly above: LineContext;
  readonly phase: PhaseNumber;
  readonly place: LineContext;
}

/** What the words of a heading say by themselves. */
interface HeadingWords {
  readonly reading: HeadingReading;
  readonly measured: boolean;
}

/** The places of the headings of all documents that are read with one vocabulary. */
export class HeadingPlaces {
  readonly #contexts: ContextPool;
  readonly #words = new TextMemo<HeadingWords>();
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
    const { kind, vocabulary } = above;
    const words = this.#wordsOf(heading, vocabulary);
    const section = sectionRole(words.reading, above.section, kind, phase);
    const measured = above.measured || words.measured;
    return this.#contexts.intern({ section, role: section.role, measured, kind, vocabulary });
  }

  /** Phase documents are headed alike: `Overview`, `Next Steps`. */
  #wordsOf(heading: Heading, vocabulary: ClaimVocabulary | undefined): HeadingWords {
    return this.#words.get(heading.inline.text, (text) => {
      const { tokens } = headingSegment(heading);
      const reading = readHeading(tokens, vocabulary);
      return {
        reading: identifier.test(text) ? { ...reading, verdict: undefined } : reading,
        measured: tokens.some((token) => measureWords.has(token.word)),
      };
    });
  }
}

/** The name of a state or a setting, no verdict. Matches `2. **job_validated**`; does not match `validated`, `Job_Validated now`. */
const identifier = /^[\d.\s*`]*[a-z][a-z0-9]*_[a-z0-9_]*[\s*`]*$/;
