/** The configurations of one workspace folder: those of inner folders have the last word over those of outer ones. */
import { defaultConfig, type Config } from '../config';
import type { ConfigProblem } from '../model/configReader';
import { combineSettings, completeSettings, type ConfigLayer, type ConfigSettings } from '../model/configSettings';
import { compileGlobs, type GlobSet } from '../model/glob';
import { foldersUpwards, parentFolder, pathBelow } from '../model/paths';
import type { LoadedConfig } from './loadConfig';

export type GlobName = 'ignore' | 'archive' | 'templates' | 'generated';

interface Level {
  readonly folder: string;
  readonly layer: ConfigLayer;
  readonly globs: Readonly<Record<GlobName, GlobSet>>;
}

export class FolderSettings {
  readonly #levels = new Map<string, Level>();
  readonly #problems = new Map<string, readonly ConfigProblem[]>();
  readonly #extended = new Map<string, ReadonlySet<string>>();
  /** By folder; forgotten as soon as any file changes. */
  #merged = new Map<string, Config>();

  /** @param path of the configuration file */
  set(path: string, { layer, problems, extended }: LoadedConfig): void {
    const folder = parentFolder(path);
    if (layer) {
      const compile = (name: GlobName) => compileGlobs(layer.settings[name] ?? []);
      const globs = {
        ignore: compile('ignore'),
        archive: compile('archive'),
        templates: compile('templates'),
        generated: compile('generated'),
      };
      this.#levels.set(folder, { folder, layer, globs });
    } else {
      this.#levels.delete(folder);
    }
    this.#extended.set(path, extended);
    this.#merged = new Map();
    this.setProblems(path, problems);
  }

  setProblems(path: string, problems: readonly ConfigProblem[]): void {
    if (problems.length > 0) this.#problems.set(path, problems);
    else this.#problems.delete(path);
  }

  /** Other mistakes of the file at `uri`, which these configurations are or extend. */
  preview(configs: readonly string[], uri: string, problems: readonly ConfigProblem[]): void {
    for (const config of configs) {
      const others = (this.#problems.get(config) ?? []).filter((problem) => problem.uri !== uri);
      this.setProblems(config, [...others, ...problems]);
    }
  }

  /** A mistake in a file that several extend is told once. */
  get problems(): readonly ConfigProblem[] {
    const all = [...this.#problems.values()].flat();
    const told = new Map(all.map((problem) => [JSON.stringify(problem), problem]));
    return [...told.values()];
  }

  /** Paths of the configurations that build on a file. */
  extending(path: string): readonly string[] {
    return [...this.#extended].flatMap(([config, extended]) => (extended.has(path) ? [config] : []));
  }

  /** Folders, other than the workspace folder, that say they are the root of a workspace of their own. */
  get roots(): readonly string[] {
    return [...this.#levels.values()].flatMap(({ folder, layer }) => (layer.isRoot && folder !== '' ? [folder] : []));
  }

  isConfigured(path: string): boolean {
    return this.#levelsOf(path).length > 0;
  }

  /** What is in force in each folder that has a configuration. */
  get configs(): readonly Config[] {
    return [...this.#levels.keys()].map((folder) => this.configFor(folder === '' ? 'x' : `${folder}/x`));
  }

  configFor(path: string): Config {
    if (this.#levels.size === 0) return defaultConfig;
    const folder = parentFolder(path);
    const known = this.#merged.get(folder);
    if (known) return known;
    const levels = this.#levelsOf(path);
    // The same levels give the same object, because much is kept under it.
    const nearest = levels[0]?.folder;
    const shared =
      nearest === undefined ? defaultConfig : nearest === folder ? undefined : this.configFor(`${nearest}/x`);
    const config = shared ?? this.#merge(levels);
    this.#merged.set(folder, config);
    return config;
  }

  /** Whether one of the globs in force matches, each counted from the folder of its configuration. */
  matches(path: string, name: GlobName): boolean {
    if (this.#levels.size === 0) return false;
    return this.#levelsOf(path).some(({ folder, globs }) => {
      const below = pathBelow(path, folder);
      return below !== undefined && globs[name](below);
    });
  }

  #merge(levels: readonly Level[]): Config {
    const settings = levels.reduceRight<ConfigSettings>(
      (outer, { layer }) => combineSettings(outer, layer.settings),
      {},
    );
    return completeSettings(settings, levels[0]?.layer.uri);
  }

  /** The innermost first, up to one that says it is the root. */
  #levelsOf(path: string): readonly Level[] {
    const levels: Level[] = [];
    if (this.#levels.size === 0) return levels;
    for (const folder of foldersUpwards(parentFolder(path))) {
      const level = this.#levels.get(folder);
      if (level) levels.push(level);
      if (level?.layer.isRoot) break;
    }
    return levels;
  }
}
