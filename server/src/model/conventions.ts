/** Which conventions hold in a folder: what its configuration says and which presets the files show. */
import type { Config, DocumentPattern } from '../config';
import { ownKind, type DocumentKind } from './documentKind';
import { compileGlobs, type GlobSet } from './glob';
import { kindFromWords } from './kindWords';
import { compileNamePattern, type NamePattern } from './namePattern';
import { pathBelow } from './paths';
import type { PhaseOrder } from './phaseId';
import { unitOfPrefix } from './phaseRef';
import { presetNamed, presets, usualArchives, usualGenerated, usualTemplates } from './presets/index';
import type { Preset, PresetPattern } from './presets/preset';

/** A pattern and where it comes from. */
export interface PatternOrigin {
  /** Name of the preset, or `configuration`. */
  readonly preset: string;
  readonly pattern: PresetPattern;
}

interface CompiledPattern {
  readonly match: NamePattern;
  readonly origin: PatternOrigin;
}

export interface Conventions {
  /** Those of the configuration first, then those of the presets that are on, in order. */
  readonly patterns: readonly CompiledPattern[];
  readonly presets: readonly Preset[];
  /** What is archived, a template or written by a tool in any of them. */
  readonly lifecycle: Readonly<Record<'archive' | 'templates' | 'generated', GlobSet>>;
  orderOf(preset: string): PhaseOrder;
  /** The kind that these words of a name mean: one of the team's that is called so, else one that Phase Docs knows. */
  kindOf(words: string): DocumentKind | undefined;
}

type OwnPattern = DocumentPattern & { readonly unit?: string | undefined };

/** The presets whose markers are there, and one file that shows each. */
export type DetectedPresets = ReadonlyMap<string, string>;

const presetPatterns = new Map(
  presets.map((preset) => [preset.name, preset.documents.map((one) => compile(preset.name, one))]),
);
const markers = presets.map(({ name, markers: patterns }) => ({
  name,
  matches: patterns.map((pattern) => compileNamePattern(pattern)),
}));
interface KeptConventions {
  readonly detected: DetectedPresets;
  readonly ownKinds: readonly string[];
  readonly conventions: Conventions;
}

const known = new WeakMap<Config, KeptConventions>();

export const noPresets: DetectedPresets = new Map();
const noKinds: readonly string[] = [];
const NOT_A_WORD = /[^a-z0-9]+/g;

/** @param paths of all files, in any order; the same files give the same answer */
export function detectPresets(paths: Iterable<string>): DetectedPresets {
  const found = new Map<string, string>();
  for (const path of paths) {
    for (const name of presetsMarkedBy(path)) {
      const other = found.get(name);
      if (other === undefined || path < other) found.set(name, path);
    }
  }
  return found;
}

/** The presets of which this file is a marker. */
export function presetsMarkedBy(path: string): readonly string[] {
  return markers.filter(({ matches }) => matches.some((match) => match(path))).map(({ name }) => name);
}

/** Whether a preset is on, by the configuration or by what is detected. */
export function isPresetOn({ name, detection }: Preset, wanted: Config['presets'], detected: DetectedPresets): boolean {
  if (wanted !== 'auto' && Array.isArray(wanted)) return wanted.includes(name);
  const choice =
    wanted === 'auto' ? 'auto' : ((wanted as Readonly<Record<string, 'on' | 'off' | 'auto'>>)[name] ?? 'auto');
  if (choice !== 'auto') return choice === 'on';
  return detection === 'always' || (detection === 'markers' && detected.has(name));
}

/**
 * The answer is kept under the configuration.
 *
 * @param ownKinds kinds that schemas of the team define; the same list as long as they are the same
 */
export function conventionsOf(
  config: Config,
  detected: DetectedPresets,
  ownKinds: readonly string[] = noKinds,
): Conventions {
  const kept = known.get(config);
  if (kept?.detected === detected && kept.ownKinds === ownKinds) return kept.conventions;
  const kinds = new Map(ownKinds.map((name) => [name, ownKind(name)]));
  const on = presets.filter((preset) => isPresetOn(preset, config.presets, detected));
  const own = [...config.documents, ...config.phases.prefixes.flatMap(patternsOfPrefix)];
  const conventions: Conventions = {
    patterns: [...own.map(compileOwn), ...on.flatMap(({ name }) => presetPatterns.get(name) ?? [])],
    presets: on,
    lifecycle: {
      archive: compileGlobs([...usualArchives, ...on.flatMap(({ archive }) => archive)]),
      templates: compileGlobs([...usualTemplates, ...on.flatMap(({ templates }) => templates)]),
      generated: compileGlobs([...usualGenerated, ...on.flatMap(({ generated }) => generated)]),
    },
    orderOf: (name) => ({
      // What a preset says holds where the team says nothing.
      order: config.phases.order ?? presetNamed(name)?.order ?? 'decimal',
      declared: config.phases.declared,
    }),
    kindOf: (words) => kinds.get(words.toLowerCase().replace(NOT_A_WORD, '-')) ?? kindFromWords(words),
  };
  known.set(config, { detected, ownKinds, conventions });
  return conventions;
}

function compile(preset: string, pattern: PresetPattern): CompiledPattern {
  return { match: compileNamePattern(pattern.pattern), origin: { preset, pattern } };
}

function compileOwn({ pattern, kind, unit, folder }: OwnPattern): CompiledPattern {
  const match = compileNamePattern(pattern);
  const own: PresetPattern = { pattern, ...(kind && { kind }), ...(unit !== undefined && { unit }) };
  return {
    match: (path) => {
      // A pattern counts from the folder of its configuration.
      const below = pathBelow(path, folder ?? '');
      return below === undefined ? undefined : match(below);
    },
    origin: { preset: 'configuration', pattern: own },
  };
}

/** `wave-3-notes.md`, `wave-3.md` for a prefix `wave`. */
function patternsOfPrefix(prefix: string): readonly OwnPattern[] {
  const unit = unitOfPrefix(prefix);
  return [
    { pattern: `${prefix}{_,-,}<phase>{_,-}<kind>.md`, kind: undefined, unit },
    { pattern: `*{_,-}${prefix}{_,-,}<phase>{_,-}<kind>.md`, kind: undefined, unit },
    { pattern: `${prefix}{_,-,}<phase>.md`, kind: 'plan', unit },
  ];
}
