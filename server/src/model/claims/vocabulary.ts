/** What a team adds to the words that claims are read with. */
import type { SectionRole } from './sectionRole';
import type { StatusClass } from './statusWords';

/**
 * Words of a team's own, on top of the defaults. Phrases are plain words, matched without regard to case; there are no
 * patterns. One object stands for one configuration: results are cached by its identity.
 */
export interface ClaimVocabulary {
  /** What a status may be called: `{ done: ['ausgeliefert'] }`. */
  readonly statuses?: Readonly<Partial<Record<StatusClass, readonly string[]>>>;
  /** What a section's heading says about its content: `{ plan: ['Ausblick'] }`. */
  readonly sections?: Readonly<Partial<Record<SectionRole, readonly string[]>>>;
  /** Labels of fields that offer evidence: `['Nachweis']`. */
  readonly evidenceLabels?: readonly string[];
}
