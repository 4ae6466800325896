/** Who the files of one workspace folder are: what they say themselves, seen among the others. */
import type { Config } from '../config';
import {
  conventionsOf,
  detectPresets,
  noPresets,
  presetsMarkedBy,
  type Conventions,
  type DetectedPresets,
} from '../model/conventions';
import {
  identifyContent,
  identifyNamed,
  identifyPath,
  readPath,
  refineKind,
  titleConfirms,
  type OwnIdentity,
  type PathIdentity,
} from '../model/identity';
import { findInitiative, findMarkerFolders, homeFolder, isMarkerFile, type MarkerFolders } from '../model/initiative';
import type { Identity } from '../model/phaseDocument';
import { presetNamed } from '../model/presets/index';
import type { ParsedDocument } from '../syntax/document';
import type { FolderSettings } from './folderSettings';

/** Why a file that looks like a phase document is none. */
export type Exclusion = 'ignore' | 'templates' | 'generated';

const none: readonly string[] = [];
const noKinds = () => none;

export class DocumentIdentities {
  readonly #settings: FolderSettings;
  readonly #paths: () => Iterable<string>;
  readonly #ownKindsOf: (config: Config) => readonly string[];
  #markers: MarkerFolders = new Map();
  #detected: DetectedPresets = noPresets;
  /** Folders that hold documents of phases, directly or in folders of a role; found when first asked for. */
  #homes: ReadonlySet<string> | undefined;

  /**
   * @param paths of all files of the folder, at the moment
   * @param ownKindsOf kinds that schemas of the team define, where a configuration asks for them
   */
  constructor(
    settings: FolderSettings,
    paths: () => Iterable<string>,
    ownKindsOf: (config: Config) => readonly string[] = noKinds,
  ) {
    this.#settings = settings;
    this.#ownKindsOf = ownKindsOf;
    this.#paths = paths;
  }

  /** The presets whose markers are there. */
  get detected(): DetectedPresets {
    return this.#detected;
  }

  get markers(): MarkerFolders {
    return this.#markers;
  }

  /** All files have changed, or the configuration. */
  reset(): void {
    this.#markers = findMarkerFolders(this.#paths());
    this.#detected = detectPresets(this.#paths());
    this.#homes = undefined;
  }

  /**
   * A file has come or gone.
   *
   * @returns whether other conventions hold now, so that any file may be another document
   */
  fileChanged(path: string, exists: boolean): boolean {
    this.#homes = undefined;
    if (isMarkerFile(path)) this.#markers = findMarkerFolders(this.#paths());
    const marked = presetsMarkedBy(path);
    const isNews = exists
      ? marked.some((name) => !this.#detected.has(name))
      : marked.some((name) => this.#detected.get(name) === path);
    if (!isNews) return false;
    const before = [...this.#detected.keys()].sort().join();
    this.#detected = detectPresets(this.#paths());
    return [...this.#detected.keys()].sort().join() !== before;
  }

  conventionsFor(path: string): Conventions {
    return this.#conventionsOf(this.#settings.configFor(path));
  }

  /** What keeps the file from being a phase document, if anything does. */
  exclusionOf(path: string, preset?: string): Exclusion | undefined {
    if (this.#settings.matches(path, 'ignore')) return 'ignore';
    const { lifecycle } = this.conventionsFor(path);
    for (const name of ['templates', 'generated'] as const) {
      // A pattern of the team's own is meant.
      if (this.#settings.matches(path, name)) return name;
      if (preset !== 'configuration' && lifecycle[name](path)) return name;
    }
    return undefined;
  }

  /** Who the file is by its path alone; undefined if only its content can tell, or if it is none. */
  byPath(path: string): Identity | undefined {
    for (const found of readPath(path, this.conventionsFor(path))) {
      if (this.exclusionOf(path, found.origin.preset)) continue;
      if (this.holds(path, found, undefined)) return this.#complete(path, found.identity, false);
    }
    return undefined;
  }

  /** Whether the name says that the content may make it a document. */
  needsContent(path: string): boolean {
    for (const { needs } of readPath(path, this.conventionsFor(path))) if (needs === 'title') return true;
    return false;
  }

  /** @param named the user has named the file: it is a document, whatever it is called */
  identify(path: string, parsed: ParsedDocument, named: boolean): Identity | undefined {
    const decided = this.decide(path, parsed);
    if (decided) return this.#complete(path, refineKind(decided.identity, parsed), named);
    const config = this.#settings.configFor(path);
    const own = this.exclusionOf(path) ? undefined : identifyContent(path, parsed, config);
    const found = own ?? (named ? identifyNamed(parsed, config.phases) : undefined);
    return found && this.#complete(path, found, named);
  }

  /** The pattern by which the name says what the file is; undefined if no name does. */
  decide(path: string, parsed: ParsedDocument): PathIdentity | undefined {
    let vague: PathIdentity | undefined;
    for (const found of readPath(path, this.conventionsFor(path))) {
      if (this.exclusionOf(path, found.origin.preset) || !this.holds(path, found, parsed)) continue;
      // A name of which only the phase is known may be known better further on.
      const isVague = found.needs === 'title' && refineKind(found.identity, parsed).kind === 'other';
      if (!isVague) return found;
      vague ??= found;
    }
    return vague;
  }

  /** Whether what the name needs besides itself is there. */
  holds(path: string, { identity, needs }: PathIdentity, parsed: ParsedDocument | undefined): boolean {
    switch (needs) {
      case undefined:
        return true;
      case 'neighbours':
        return this.#homeFolders().has(homeFolder(path));
      case 'title':
        return parsed !== undefined && titleConfirms(parsed, identity, this.#settings.configFor(path));
    }
  }

  #complete(path: string, found: OwnIdentity, named: boolean): Identity {
    const { folder, iteration } = findInitiative(path, this.#markers, found.preset);
    const isGeneral = found.source === 'title' || presetNamed(found.preset)?.detection === 'always';
    return {
      ...found,
      iteration: found.iteration ?? iteration,
      initiative: folder,
      archived: this.isArchived(path),
      tentative: !named && isGeneral && this.#detected.size === 0 && !this.#settings.isConfigured(path),
    };
  }

  isArchived(path: string): boolean {
    return this.#settings.matches(path, 'archive') || this.conventionsFor(path).lifecycle.archive(path);
  }

  #conventionsOf(config: Config): Conventions {
    return conventionsOf(config, this.#detected, this.#ownKindsOf(config));
  }

  #homeFolders(): ReadonlySet<string> {
    if (this.#homes) return this.#homes;
    const homes = new Set<string>();
    const perConfig = new Map<Config, Conventions>();
    for (const path of this.#paths()) {
      const config = this.#settings.configFor(path);
      const conventions = perConfig.get(config) ?? this.#conventionsOf(config);
      perConfig.set(config, conventions);
      if (identifyPath(path, conventions)?.identity.phase) homes.add(homeFolder(path));
    }
    this.#homes = homes;
    return homes;
  }
}
