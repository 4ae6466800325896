/** Reads a configuration with all that it extends. */
import { parseConfig, type Extension } from '../model/configFile';
import type { ConfigProblem } from '../model/configReader';
import { combineSettings, type ConfigLayer, type ConfigSettings } from '../model/configSettings';
import { parentFolder, resolvePath } from '../model/paths';

export interface LoadedConfig {
  /** Undefined if the file itself cannot be read. */
  readonly layer: ConfigLayer | undefined;
  readonly problems: readonly ConfigProblem[];
  /** Paths of the files that it extends, directly or not, whether they are there or not. */
  readonly extended: ReadonlySet<string>;
}

/** Of a file that is not there. */
export const noConfig: LoadedConfig = { layer: undefined, problems: [], extended: new Set() };

export interface ConfigFiles {
  readonly ruleIds: readonly string[];
  /** By path relative to the workspace folder; undefined if it is not there or no text. */
  read(path: string): Promise<string | undefined>;
  uriOf(path: string): string;
}

/** Far more than any team keeps apart; ends what only grows. */
const MOST_FILES = 32;

/** @param path of the configuration, relative to the workspace folder. Nothing outside of that folder is read. */
export async function loadConfig(path: string, files: ConfigFiles): Promise<LoadedConfig> {
  const problems: ConfigProblem[] = [];
  const extended = new Set<string>();

  /** @param chain the files that led here, the given one included */
  const load = async (at: string, chain: readonly string[]): Promise<ConfigLayer | undefined> => {
    const text = await files.read(at);
    if (text === undefined) return undefined;
    const uri = files.uriOf(at);
    const parsed = parseConfig(text, uri, files.ruleIds);
    problems.push(...parsed.problems);
    let settings: ConfigSettings = {};
    for (const extension of parsed.extensions) {
      const report = (message: string) => void problems.push({ uri, range: extension.range, message });
      settings = combineSettings(settings, await settingsOf(extension, at, chain, report));
    }
    const own = fromFile(parsed.layer.settings, at, path);
    return { ...parsed.layer, settings: combineSettings(settings, own) };
  };

  const settingsOf = async (
    { target, isPreset }: Extension,
    from: string,
    chain: readonly string[],
    report: (message: string) => void,
  ): Promise<ConfigSettings> => {
    if (isPreset) return { presets: { [target]: 'on' } };
    const base =
      target.startsWith('/') || /^[A-Za-z][\w+.-]*:/.test(target) ? undefined : resolvePath(parentFolder(from), target);
    if (base === undefined)
      report(`\`${target}\` lies outside of the workspace. Only files inside of it can be extended.`);
    else if (chain.includes(base)) report(`\`${target}\` extends this file in turn. Leave out one of the two.`);
    else if (extended.size >= MOST_FILES) report(`A configuration can extend at most ${MOST_FILES} files.`);
    else {
      extended.add(base);
      const layer = await load(base, [...chain, base]);
      if (layer) return layer.settings;
      report(`There is no file \`${base}\` that can be read. The path counts from the folder of this configuration.`);
    }
    return {};
  };

  return { layer: await load(path, [path]), problems, extended };
}

/** Schemas count from the file that names them, patterns from the configuration that is in force. */
function fromFile(settings: ConfigSettings, file: string, configuration: string): ConfigSettings {
  const { documents, schemas } = settings;
  const folder = parentFolder(configuration);
  return {
    ...settings,
    ...(documents && { documents: documents.map((pattern) => ({ ...pattern, folder })) }),
    ...(schemas && { schemas: schemas.map((schema) => prefixed(parentFolder(file), schema)) }),
  };
}

function prefixed(folder: string, glob: string): string {
  const path = glob.replace(/^(?:\.?\/)+/, '');
  return resolvePath(folder, path) ?? path;
}

/** What is to be said of a configuration of which nothing can be had. */
export function unreadableConfig(uri: string): ConfigProblem {
  const start = { line: 0, character: 0 };
  const message =
    'The configuration cannot be read: it is no UTF-8 text, too large or protected. Nothing of it counts.';
  return { uri, range: { start, end: start }, message };
}
