/** What a team can set, with a default for everything. Read from `.phase-docs.yaml` by `model/configFile`. */
import type { Severity } from './diagnostic';
import type { ClaimVocabulary } from './model/claims/vocabulary';
import type { DocumentKind } from './model/documentKind';

export interface Config {
  /** URI of the file it was read from; undefined for the defaults. */
  readonly uri: string | undefined;
  /** Presets to try, in order; `auto` detects them from the files of the workspace. */
  readonly presets: 'auto' | readonly string[];
  /** Severity of a rule, where it is not the rule's own. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly claims: {
    /** One finding per section, or one per claim. */
    readonly report: 'section' | 'each';
  };
  /** File name patterns of the team, tried before the presets: `PHASE<phase>_<kind>.md`. */
  readonly documents: readonly DocumentPattern[];
  /** Globs, relative to the configuration file, of files that are no phase documents. */
  readonly ignore: readonly string[];
  /** Globs of finished material: read as reference, not checked. */
  readonly archive: readonly string[];
  /** Kinds that each phase must have; undefined: what the preset says. */
  readonly required: readonly DocumentKind[] | undefined;
  /** Folders, relative to the workspace folder, that references may count from. */
  readonly roots: readonly string[];
  /** Paths or globs, relative to the workspace folder, of the team's own schema files. */
  readonly schemas: readonly string[];
  /** The team's own words for statuses, sections and evidence; undefined: the defaults alone. */
  readonly words: ClaimVocabulary | undefined;
}

/** A name pattern: literal text with `<iter>`, `<phase>`, `<kind>`, `<slug>`, `*` and `**`. */
export interface DocumentPattern {
  readonly pattern: string;
  /** Undefined: from `<kind>` in the pattern. */
  readonly kind: DocumentKind | undefined;
}

export const defaultConfig: Config = {
  uri: undefined,
  presets: 'auto',
  rules: {},
  claims: { report: 'section' },
  documents: [],
  ignore: [],
  archive: [],
  required: undefined,
  roots: [],
  schemas: [],
  words: undefined,
};
