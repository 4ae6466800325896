/** Why a file is the document that it is, or none: each source that was asked, in order, and what it said. */
import type { Config } from '../config';
import { conventionsOf, isPresetOn, noPresets } from '../model/conventions';
import {
  documentTitle,
  identifyContent,
  isMarkdown,
  isPlainFile,
  readAllPatterns,
  type PathIdentity,
} from '../model/identity';
import type { Identity } from '../model/phaseDocument';
import { presets } from '../model/presets/index';
import type { Preset } from '../model/presets/preset';
import type { ParsedDocument } from '../syntax/document';
import type { DocumentIdentities, Exclusion } from './documentIdentities';
import type { FolderSettings } from './folderSettings';

export interface IdentityExplanation {
  /** Undefined for a file that is no phase document. */
  readonly identity: Identity | undefined;
  /** What the file would be, were it not excluded. */
  readonly excludedBy: Exclusion | undefined;
  readonly steps: readonly ExplanationStep[];
  readonly presets: readonly PresetState[];
}

export interface ExplanationStep {
  readonly source: 'file' | 'configuration' | 'preset' | 'front matter' | 'title';
  /** Name of the preset, for a pattern of one. */
  readonly preset: string | undefined;
  /** The name pattern that the path fits. */
  readonly pattern: string | undefined;
  readonly outcome: 'decides' | 'rejected' | 'silent' | 'not asked';
  /** One sentence without a full stop. */
  readonly words: string;
}

export interface PresetState {
  readonly name: string;
  readonly isOn: boolean;
  /** Why: the file that shows it, the configuration, or what is missing. */
  readonly words: string;
}

/** @param parsed undefined for a file that cannot be read */
export function explainIdentity(
  path: string,
  parsed: ParsedDocument | undefined,
  identities: DocumentIdentities,
  settings: FolderSettings,
): IdentityExplanation {
  const config = settings.configFor(path);
  const identity = parsed ? identities.identify(path, parsed, false) : identities.byPath(path);
  return {
    identity,
    excludedBy: identity ? undefined : identities.exclusionOf(path),
    steps: [...pathSteps(path, parsed, identities, config), ...contentSteps(path, parsed, identity, config)],
    presets: presets.map((preset) => presetState(preset, identities, config)),
  };
}

function pathSteps(
  path: string,
  parsed: ParsedDocument | undefined,
  identities: DocumentIdentities,
  config: Config,
): readonly ExplanationStep[] {
  if (!isMarkdown(path)) return [ofFile('only Markdown files are read as documents')];
  if (isPlainFile(path)) return [ofFile('a file of this name is about its folder, never about a phase')];
  const steps: ExplanationStep[] = [];
  const decided = parsed && identities.decide(path, parsed);
  for (const found of readAllPatterns(path, identities.conventionsFor(path))) {
    const { outcome, words } = judge(path, found, parsed, identities, decided);
    steps.push(patternStep(found, outcome, words));
  }
  if (!steps.some(({ source }) => source === 'configuration')) {
    const words = config.documents.length > 0 ? 'none of its patterns fits' : 'it has no patterns of its own';
    steps.unshift({ source: 'configuration', preset: undefined, pattern: undefined, outcome: 'silent', words });
  }
  return [...steps, ...(decided ? [] : offSteps(path, identities, config))];
}

function judge(
  path: string,
  found: PathIdentity,
  parsed: ParsedDocument | undefined,
  identities: DocumentIdentities,
  decided: PathIdentity | undefined,
): Pick<ExplanationStep, 'outcome' | 'words'> {
  if (found.origin.pattern === decided?.origin.pattern) return { outcome: 'decides', words: 'the path fits' };
  const exclusion = identities.exclusionOf(path, found.origin.preset);
  if (exclusion) return { outcome: 'rejected', words: `it fits, but ${exclusionWords[exclusion]}` };
  if (identities.holds(path, found, parsed)) return { outcome: 'not asked', words: 'it fits too, but another decides' };
  return {
    outcome: 'rejected',
    words:
      found.needs === 'title'
        ? 'the name fits, but the title does not name the phase'
        : 'the name fits, but its folder holds no documents of phases',
  };
}

/** Presets that would know the file, but are off. */
function offSteps(path: string, identities: DocumentIdentities, config: Config): readonly ExplanationStep[] {
  return presets
    .filter((preset) => !isPresetOn(preset, config.presets, identities.detected))
    .flatMap((preset) => {
      const alone = conventionsOf({ ...config, documents: [], presets: [preset.name] }, noPresets);
      const [found] = readAllPatterns(path, alone);
      return found ? [patternStep(found, 'rejected', 'it fits, but the preset is off')] : [];
    });
}

function contentSteps(
  path: string,
  parsed: ParsedDocument | undefined,
  identity: Identity | undefined,
  config: Config,
): readonly ExplanationStep[] {
  if (!isMarkdown(path) || isPlainFile(path)) return [];
  const title = parsed && documentTitle(parsed);
  const own = parsed && identifyContent(path, parsed, config);
  return (['front matter', 'title'] as const).map((source) => {
    const step = { source, preset: undefined, pattern: undefined };
    if (identity && identity.source !== 'title' && identity.source !== source)
      return { ...step, outcome: 'not asked', words: 'an earlier source decides' };
    if (identity?.source === source) {
      const words = source === 'title' ? `it is "${title ?? ''}"` : 'it gives kind and phase';
      return { ...step, outcome: 'decides', words };
    }
    if (own?.source === source) return { ...step, outcome: 'rejected', words: 'it would do, but the file is excluded' };
    if (!parsed) return { ...step, outcome: 'silent', words: 'the file cannot be read' };
    const words =
      source === 'front matter'
        ? parsed.frontMatter
          ? 'it does not give both `kind` and `phase`'
          : 'there is none'
        : title === undefined
          ? 'there is none'
          : `"${title}" does not name both a phase and a kind such as hand-off or notes`;
    return { ...step, outcome: 'silent', words };
  });
}

function presetState(preset: Preset, identities: DocumentIdentities, config: Config): PresetState {
  const { name, detection } = preset;
  const isOn = isPresetOn(preset, config.presets, identities.detected);
  const marker = identities.detected.get(name);
  const isNamed = config.presets !== 'auto' && (Array.isArray(config.presets) || name in config.presets);
  const words = isNamed
    ? `the configuration says so`
    : detection === 'always'
      ? 'it needs no marker'
      : detection === 'never'
        ? 'it has to be named in the configuration'
        : marker === undefined
          ? `no file like \`${preset.markers[0] ?? ''}\``
          : `because of ${marker}`;
  return { name, isOn, words };
}

const exclusionWords: Readonly<Record<Exclusion, string>> = {
  ignore: 'the configuration ignores the file',
  templates: 'the file is a template',
  generated: 'a tool writes the file',
};

function ofFile(words: string): ExplanationStep {
  return { source: 'file', preset: undefined, pattern: undefined, outcome: 'rejected', words };
}

function patternStep({ origin }: PathIdentity, outcome: ExplanationStep['outcome'], words: string): ExplanationStep {
  const isOwn = origin.preset === 'configuration';
  return {
    source: isOwn ? 'configuration' : 'preset',
    preset: isOwn ? undefined : origin.preset,
    pattern: origin.pattern.pattern,
    outcome,
    words,
  };
}
