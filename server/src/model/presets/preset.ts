/** What a preset is: the file names, folders and habits of one convention, as data. */
import type { DocumentKind } from '../documentKind';
import type { PhaseOrder } from '../phaseId';
import type { RequiredKind } from '../project';

export interface Preset {
  readonly name: string;
  /** One line: what a repository of this convention looks like. */
  readonly summary: string;
  /**
   * `markers`: on where one of {@link markers} is in the workspace. `always`: on without a marker; in a workspace without
   * any marker its findings are information. `never`: only if a configuration names it.
   */
  readonly detection: 'markers' | 'always' | 'never';
  /** Name patterns of files, of any type, that nobody has by chance. */
  readonly markers: readonly string[];
  /** Which file is which document. The first that fits decides. */
  readonly documents: readonly PresetPattern[];
  /** Name patterns of files whose folder owns phases: `TODO003.md`. */
  readonly ownerFiles: readonly string[];
  /** Patterns of folders that own phases, from the workspace folder on: `plans/*`. */
  readonly ownerFolders: readonly string[];
  readonly order: PhaseOrder['order'];
  /** Tools of its own number and create its files; scaffolding a next phase is left to them. */
  readonly hasOwnTools: boolean;
  /** Globs of finished material: read, not checked. */
  readonly archive: readonly string[];
  /** Globs of templates and of what tools write: no documents of any phase. */
  readonly templates: readonly string[];
  readonly generated: readonly string[];
  /** What each phase needs, once it has ended. */
  readonly required: readonly RequiredKind[];
  /** Which kind of document answers which, for the same phase and part: a summary tells how a plan was carried out. */
  readonly pairs: readonly { readonly kind: DocumentKind; readonly needs: DocumentKind }[];
}

export interface PresetPattern {
  /** A name pattern, see `namePattern.ts`. With a slash it is matched against the path from the workspace folder. */
  readonly pattern: string;
  /** Undefined: from the words of `<kind>`. */
  readonly kind?: DocumentKind;
  /** What a phase is called that is no phase, where no `<unit>` says it: `stage`. */
  readonly unit?: string;
  /** What `<part>` counts, where no `<unit>` says it: `plan`. */
  readonly partUnit?: string;
  /** A hand-off is addressed to the phase that it names, not from it. */
  readonly direction?: 'to';
  /**
   * What has to be there besides the name. `title`: the title names the phase. `neighbours`: the folder that would own it
   * holds documents of phases.
   */
  readonly needs?: 'title' | 'neighbours';
  /**
   * What it is where `<kind>` has no known word: nothing, something only if the title names the phase, or a document of
   * kind `other`. Default: `other` if it has a phase.
   */
  readonly unknownKind?: 'ignore' | 'title' | 'other';
}

/** What most presets share. */
export const presetDefaults = {
  detection: 'markers',
  markers: [],
  ownerFiles: [],
  ownerFolders: [],
  order: 'decimal',
  hasOwnTools: false,
  archive: [],
  templates: [],
  generated: [],
  required: [],
  pairs: [],
} satisfies Partial<Preset>;
