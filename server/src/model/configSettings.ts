/** How configurations come together: defaults, files that one extends, and the files of outer and inner folders. */
import { defaultConfig, type Config, type PhaseSettings } from '../config';
import type { ClaimVocabulary } from './claims/vocabulary';

/** What one file sets; everything else is left open. */
export type ConfigSettings = Partial<Omit<Config, 'uri' | 'phases'>> & { readonly phases?: Partial<PhaseSettings> };

/** One file: what it sets, and what it builds on. */
export interface ConfigLayer {
  readonly uri: string;
  /** Nothing above its folder counts, and the folder is the root of a workspace of its own. */
  readonly isRoot: boolean;
  readonly settings: ConfigSettings;
}

/** Lists of which all members count. A pattern that comes first decides first. */
const listNames = ['documents', 'ignore', 'archive', 'templates', 'generated', 'roots', 'schemas'] as const;

/** What holds if `over` is read after `base`: its own word first, lists together, maps name by name. */
export function combineSettings(base: ConfigSettings, over: ConfigSettings): ConfigSettings {
  const lists = Object.fromEntries(
    listNames.flatMap((name) => {
      const all = [...(over[name] ?? []), ...(base[name] ?? [])];
      return all.length > 0 ? [[name, all]] : [];
    }),
  );
  return {
    ...base,
    ...over,
    ...lists,
    ...(base.rules && over.rules && { rules: { ...base.rules, ...over.rules } }),
    ...(base.phases && over.phases && { phases: { ...base.phases, ...over.phases } }),
    ...(base.words && over.words && { words: combineWords(base.words, over.words) }),
    ...(base.metrics &&
      over.metrics && {
        metrics: { synonyms: { ...base.metrics.synonyms, ...over.metrics.synonyms } },
      }),
    ...(isMap(base.presets) && isMap(over.presets) && { presets: { ...base.presets, ...over.presets } }),
  };
}

/** @param uri of the innermost file */
export function completeSettings(settings: ConfigSettings, uri: string | undefined): Config {
  return { ...defaultConfig, ...settings, uri, phases: { ...defaultConfig.phases, ...settings.phases } };
}

function combineWords(base: ClaimVocabulary, over: ClaimVocabulary): ClaimVocabulary {
  return {
    ...base,
    ...over,
    ...(base.statuses && over.statuses && { statuses: combineLists(base.statuses, over.statuses) }),
    ...(base.sections && over.sections && { sections: combineLists(base.sections, over.sections) }),
    ...(base.evidenceLabels &&
      over.evidenceLabels && { evidenceLabels: [...over.evidenceLabels, ...base.evidenceLabels] }),
  };
}

function combineLists(
  base: Readonly<Record<string, readonly string[] | undefined>>,
  over: Readonly<Record<string, readonly string[] | undefined>>,
): Readonly<Record<string, readonly string[]>> {
  const names = new Set([...Object.keys(over), ...Object.keys(base)]);
  return Object.fromEntries([...names].map((name) => [name, [...(over[name] ?? []), ...(base[name] ?? [])]]));
}

function isMap(presets: Config['presets'] | undefined): presets is Readonly<Record<string, 'on' | 'off' | 'auto'>> {
  return typeof presets === 'object' && !Array.isArray(presets);
}
