/** What a team can set, with a default for everything. Read from `.phase-docs.yaml` by `model/configFile`. */
import type { Severity } from './diagnostic';
import type { ClaimVocabulary } from './model/claims/vocabulary';
import type { DocumentKind } from './model/documentKind';

export interface Config {
  /** URI of the file it was read from; undefined for the defaults. */
  readonly uri: string | undefined;
  /**
   * Which presets are tried: those that the files show (`auto`), these alone, or those that the files show with
   * exceptions.
   */
  readonly presets: 'auto' | readonly string[] | Readonly<Record<string, PresetChoice>>;
  /** How phases are named and counted. */
  readonly phases: PhaseSettings;
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
  /** Globs of templates, and of what tools write: no phase documents. */
  readonly templates: readonly string[];
  readonly generated: readonly string[];
  /** Kinds that each phase must have; undefined: what the preset says. */
  readonly required: readonly RequiredKindSetting[] | undefined;
  /** Folders, relative to the workspace folder, that references may count from. */
  readonly roots: readonly string[];
  /** Paths or globs, relative to the workspace folder, of the team's own schema files. */
  readonly schemas: readonly string[];
  /** The team's own words for statuses, sections and evidence; undefined: the defaults alone. */
  readonly words: ClaimVocabulary | undefined;
  readonly metrics: {
    /** Names of one metric, by the one that stands for them all. */
    readonly synonyms: Readonly<Record<string, readonly string[]>>;
  };
}

export type PresetChoice = 'on' | 'off' | 'auto';

export interface PhaseSettings {
  /** Words in front of a phase besides `phase`, in lower case: `wave`. */
  readonly prefixes: readonly string[];
  /** Undefined: as the preset counts. `declared`: in the order of {@link declared}. */
  readonly order: 'decimal' | 'dotted' | 'declared' | undefined;
  readonly declared: readonly string[];
  /**
   * Whether `PHASE3` and `PHASE_3` are phases of two series: always (`separator`), never (`ignore`), or where a kind of
   * document is there in both (`auto`).
   */
  readonly series: 'auto' | 'separator' | 'ignore';
  /** Whether a phase without any document between two that have some is reported. */
  readonly gaps: 'allow' | 'warn';
}

/** A name pattern: literal text with `<iter>`, `<phase>`, `<kind>`, `<slug>`, `*` and `**`. */
export interface DocumentPattern {
  readonly pattern: string;
  /** Undefined: from `<kind>` in the pattern. */
  readonly kind: DocumentKind | undefined;
  /** The folder that the pattern counts from, relative to the workspace folder. Default: the workspace folder. */
  readonly folder?: string;
}

export interface RequiredKindSetting {
  readonly kind: DocumentKind;
  readonly severity: 'warning' | 'information';
}

export const defaultConfig: Config = {
  uri: undefined,
  presets: 'auto',
  phases: { prefixes: [], order: undefined, declared: [], series: 'auto', gaps: 'allow' },
  rules: {},
  claims: { report: 'section' },
  documents: [],
  ignore: [],
  archive: [],
  templates: [],
  generated: [],
  required: undefined,
  roots: [],
  schemas: [],
  words: undefined,
  metrics: { synonyms: {} },
};
