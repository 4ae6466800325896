/** Reads `.phase-docs.yaml`. Every mistake is a problem at its line; the rest of the file still counts. */
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import type { Range } from 'vscode-languageserver-types';
import {
  defaultConfig,
  type Config,
  type DocumentPattern,
  type PhaseSettings,
  type PresetChoice,
  type RequiredKindSetting,
} from '../config';
import type { Severity } from '../diagnostic';
import { sectionRoles } from './claims/sectionRole';
import { statusClasses } from './claims/statusWords';
import type { ClaimVocabulary } from './claims/vocabulary';
import { ConfigReader, scalarText, type ConfigProblem } from './configReader';
import { completeSettings, type ConfigLayer, type ConfigSettings } from './configSettings';
import { documentKinds, isKindName, ownKind, type DocumentKind } from './documentKind';
import { mistakeInNamePattern } from './namePattern';
import { resolvePath } from './paths';
import { presetNames } from './presets/index';
import { suggestion } from '../suggestion';
import { isTooDeep } from './yamlDepth';

export const configFileName = '.phase-docs.yaml';

/** A file or preset that a configuration builds on, and where that is written. */
export interface Extension {
  readonly target: string;
  readonly isPreset: boolean;
  readonly range: Range;
}

export interface ParsedConfig {
  /** With defaults for everything that is missing or wrong, and without what it extends. */
  readonly config: Config;
  readonly layer: ConfigLayer;
  readonly extensions: readonly Extension[];
  readonly problems: readonly ConfigProblem[];
}

export const severities: readonly (Severity | 'off')[] = ['error', 'warning', 'information', 'hint', 'off'];
export const presetChoices: readonly PresetChoice[] = ['on', 'off', 'auto'];
export const phaseOrders = ['decimal', 'dotted', 'declared'] as const;
export const seriesChoices = ['auto', 'separator', 'ignore'] as const;
export const gapChoices = ['allow', 'warn'] as const;
export const phaseSettingNames = ['prefixes', 'order', 'declared', 'series', 'gaps'] as const;
export const wordSettingNames = ['statuses', 'sections', 'evidence'] as const;
/** `C:/work`, `file:///work`. */
const ADDRESS = /^[A-Za-z][\w+.-]*:/;
/** A prefix is a word: matched as it is, never as a pattern. */
const PREFIX = /^[\p{L}]{1,30}$/u;

/** @returns what the node sets */
type SettingReader = (reader: ConfigReader, node: Node | null, ruleIds: readonly string[]) => ConfigSettings;

const globList =
  (name: 'ignore' | 'archive' | 'templates' | 'generated'): SettingReader =>
  (reader, node) => ({ [name]: reader.strings(node, `\`${name}\` is a list of globs.`) });

/** Each setting but `root` and `extends`, which are about the file itself. */
const settingReaders: Readonly<Record<string, SettingReader>> = {
  presets: (reader, node) => ({ presets: readPresets(reader, node) }),
  phases: (reader, node) => ({ phases: readPhases(reader, node) }),
  rules: (reader, node, ruleIds) => ({ rules: readRules(reader, node, ruleIds) }),
  claims: (reader, node) => ({ claims: readClaims(reader, node) }),
  documents: (reader, node) => ({ documents: readDocuments(reader, node) }),
  ignore: globList('ignore'),
  archive: globList('archive'),
  templates: globList('templates'),
  generated: globList('generated'),
  roots: (reader, node) => ({ roots: readRoots(reader, node) }),
  schemas: (reader, node) => ({ schemas: reader.strings(node, '`schemas` is a list of paths or globs.') }),
  words: (reader, node) => ({ words: readWords(reader, node) }),
  metrics: (reader, node) => ({ metrics: readMetrics(reader, node) }),
  required: (reader, node) => ({ required: readRequired(reader, node) }),
};

export const settingNames: readonly string[] = ['root', 'extends', ...Object.keys(settingReaders)];

/** @param ruleIds ids of all rules, to tell a misspelt one */
export function parseConfig(text: string, uri: string, ruleIds: readonly string[]): ParsedConfig {
  const lines = new LineCounter();
  const reader = new ConfigReader(uri, lines);
  const result = (settings: ConfigSettings, isRoot = false, extensions: readonly Extension[] = []): ParsedConfig => ({
    config: completeSettings(settings, uri),
    layer: { uri, isRoot, settings },
    extensions,
    problems: reader.problems,
  });
  if (isTooDeep(text)) {
    reader.reportAt([0, 0], 'This is nested too deep to be a configuration.');
    return result({});
  }
  // Not `silent`: then all but the first of several documents would be passed over without a word.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  for (const error of document.errors) reader.reportAt(error.pos, `This is no valid YAML: ${error.message}.`);
  const root = document.contents;
  if (root === null || document.errors.length > 0) return result({});
  if (!isMap(root)) {
    reader.report(root, 'A configuration is a map of settings, for example `rules:`.');
    return result({});
  }
  reader.allowsOwnKinds = root.has('schemas');
  let settings: ConfigSettings = {};
  let isRoot = false;
  let extensions: readonly Extension[] = [];
  for (const pair of root.items) {
    const name = String(isScalar(pair.key) ? pair.key.value : '');
    const value = pair.value as Node | null;
    const read = Object.hasOwn(settingReaders, name) ? settingReaders[name] : undefined;
    if (read) settings = { ...settings, ...read(reader, value, ruleIds) };
    else if (name === 'root') isRoot = reader.flag(value ?? pair.key, '`root` is `true` or `false`.');
    else if (name === 'extends') extensions = readExtends(reader, value);
    else reader.report(pair.key, `Unknown setting \`${name}\`.${suggestion(name, settingNames)}`);
  }
  return result(settings, isRoot, extensions);
}

function readExtends(reader: ConfigReader, node: Node | null): readonly Extension[] {
  const expected = '`extends` is a preset, a path such as `./shared.yaml`, or a list of them.';
  const items = isSeq(node) ? (node.items as Node[]) : [node];
  return items.flatMap((item) => {
    const target = isScalar(item) && typeof item.value === 'string' ? item.value : undefined;
    if (target === undefined || !item) {
      reader.report(item, expected);
      return [];
    }
    const isPreset = presetNames.includes(target);
    if (!isPreset && !/[./]/.test(target)) {
      reader.report(
        item,
        `There is no preset \`${target}\`.${suggestion(target, presetNames)} A path begins with \`./\`.`,
      );
      return [];
    }
    return [{ target, isPreset, range: reader.rangeOf(item) }];
  });
}

function readPresets(reader: ConfigReader, node: Node | null): Config['presets'] {
  if (scalarText(node) === 'auto') return 'auto';
  if (isMap(node)) return readPresetChoices(reader, node);
  const expected = `\`presets\` is \`auto\`, a map such as \`incident: on\`, or a list of: ${presetNames.join(', ')}.`;
  const names = reader.strings(node, expected);
  for (const item of isSeq(node) ? (node.items as Node[]) : []) {
    const name = scalarText(item);
    if (name !== undefined && !presetNames.includes(name)) {
      reader.report(item, `Unknown preset \`${name}\`.${suggestion(name, presetNames)}`);
    }
  }
  return names.filter((name) => presetNames.includes(name));
}

function readPresetChoices(reader: ConfigReader, node: Node): Readonly<Record<string, PresetChoice>> {
  const choices: Record<string, PresetChoice> = {};
  for (const { key, value } of reader.pairs(node, '`presets` is a map of presets to `on`, `off` or `auto`.')) {
    const name = scalarText(key) ?? '';
    // YAML 1.1 habits: some tools turn `on` and `off` into true and false.
    const text = isScalar(value) && typeof value.value === 'boolean' ? (value.value ? 'on' : 'off') : scalarText(value);
    const choice = presetChoices.find((known) => known === text);
    if (!presetNames.includes(name)) reader.report(key, `Unknown preset \`${name}\`.${suggestion(name, presetNames)}`);
    else if (choice) choices[name] = choice;
    else reader.report(value ?? key, 'A preset is `on`, `off` or `auto`.');
  }
  return choices;
}

function readPhases(reader: ConfigReader, node: Node | null): Partial<PhaseSettings> {
  let phases: Partial<PhaseSettings> = {};
  let declared: readonly string[] | undefined;
  for (const { key, value } of reader.pairs(node, '`phases` is a map, for example `order: dotted`.')) {
    const name = scalarText(key) ?? '';
    if (name === 'prefixes') {
      phases = { ...phases, prefixes: readPrefixes(reader, value) };
    } else if (name === 'order') {
      const order = reader.oneOf(value ?? key, phaseOrders, '`phases.order`');
      if (order) phases = { ...phases, order };
    } else if (name === 'declared') {
      const expected = '`phases.declared` is a list of phases in their order, for example `[setup, 1, 2]`.';
      declared = reader.nodes(value, expected).map((item) => scalarText(item) ?? '');
      phases = { ...phases, declared };
    } else if (name === 'series') {
      const series = reader.oneOf(value ?? key, seriesChoices, '`phases.series`');
      if (series) phases = { ...phases, series };
    } else if (name === 'gaps') {
      const gaps = reader.oneOf(value ?? key, gapChoices, '`phases.gaps`');
      if (gaps) phases = { ...phases, gaps };
    } else reader.report(key, `Unknown setting \`phases.${name}\`.${suggestion(name, phaseSettingNames)}`);
  }
  if (phases.order === 'declared' && !declared)
    reader.report(node, '`order: declared` needs `declared`, a list of phases.');
  // A list says enough.
  return declared && phases.order === undefined ? { ...phases, order: 'declared' } : phases;
}

function readPrefixes(reader: ConfigReader, node: Node | null): readonly string[] {
  const expected = '`phases.prefixes` is a list of words, for example `[wave]`.';
  return reader.nodes(node, expected).flatMap((item) => {
    const word = scalarText(item) ?? '';
    if (PREFIX.test(word)) return [word.toLowerCase()];
    reader.report(item, expected);
    return [];
  });
}

function readRules(reader: ConfigReader, node: Node | null, ruleIds: readonly string[]): Config['rules'] {
  const rules: Record<string, Severity | 'off'> = {};
  for (const { key, value } of reader.pairs(node, '`rules` is a map of rule ids to severities.')) {
    const id = scalarText(key) ?? '';
    if (!ruleIds.includes(id)) {
      reader.report(key, `Unknown rule \`${id}\`.${suggestion(id, ruleIds)}`);
      continue;
    }
    // YAML 1.1 habits: `off` may be written without quotes and some tools turn it into false.
    const wanted = isScalar(value) && value.value === false ? 'off' : scalarText(value);
    const severity = severities.find((known) => known === wanted);
    if (severity) rules[id] = severity;
    else reader.report(value ?? key, `A severity is one of ${severities.join(', ')}.`);
  }
  return rules;
}

function readClaims(reader: ConfigReader, node: Node | null): Config['claims'] {
  let { report } = defaultConfig.claims;
  for (const { key, value } of reader.pairs(node, '`claims` is a map, for example `report: each`.')) {
    const wanted = scalarText(value);
    if (scalarText(key) !== 'report')
      reader.report(
        key,
        `Unknown setting \`claims.${scalarText(key)}\`.${suggestion(scalarText(key) ?? '', ['report'])}`,
      );
    else if (wanted === 'section' || wanted === 'each') report = wanted;
    else reader.report(value ?? key, '`claims.report` is `section` or `each`.');
  }
  return { report };
}

function readDocuments(reader: ConfigReader, node: Node | null): readonly DocumentPattern[] {
  const expected = '`documents` is a list of name patterns: `{ pattern: "PHASE<phase>_<kind>.md", kind: notes }`.';
  return reader.nodes(node, expected).flatMap((item) => {
    const text = scalarText(item);
    if (text !== undefined) return isNamePattern(reader, item, text) ? [{ pattern: text, kind: undefined }] : [];
    let pattern: string | undefined;
    let kind: DocumentKind | undefined;
    for (const { key, value } of reader.pairs(item, expected)) {
      if (scalarText(key) === 'pattern') pattern = scalarText(value);
      else if (scalarText(key) === 'kind') kind = readKind(reader, value);
      else {
        const hint = suggestion(scalarText(key) ?? '', ['pattern', 'kind']);
        reader.report(key, `A document pattern has \`pattern\` and \`kind\`.${hint}`);
      }
    }
    if (pattern === undefined) reader.report(item, 'The pattern is missing.');
    return pattern === undefined || !isNamePattern(reader, item, pattern) ? [] : [{ pattern, kind }];
  });
}

function isNamePattern(reader: ConfigReader, node: Node, pattern: string): boolean {
  const mistake = mistakeInNamePattern(pattern);
  if (mistake) reader.report(node, mistake);
  return mistake === undefined;
}

function readWords(reader: ConfigReader, node: Node | null): ClaimVocabulary {
  let words: ClaimVocabulary = {};
  for (const { key, value } of reader.pairs(node, '`words` is a map with `statuses`, `sections` and `evidence`.')) {
    const name = scalarText(key) ?? '';
    if (name === 'statuses') words = { ...words, statuses: readPhrases(reader, value, statusClasses) };
    else if (name === 'sections') words = { ...words, sections: readPhrases(reader, value, sectionRoles) };
    else if (name === 'evidence') {
      words = { ...words, evidenceLabels: reader.strings(value, '`words.evidence` is a list of field labels.') };
    } else reader.report(key, `Unknown setting \`words.${name}\`.${suggestion(name, wordSettingNames)}`);
  }
  return words;
}

/** `done: [ausgeliefert, abgenommen]`: phrases by what they mean. */
function readPhrases<Name extends string>(
  reader: ConfigReader,
  node: Node | null,
  names: readonly Name[],
): Partial<Record<Name, readonly string[]>> {
  const phrases: Partial<Record<Name, readonly string[]>> = {};
  for (const { key, value } of reader.pairs(node, `A map of phrases by meaning: ${names.join(', ')}.`)) {
    const name = names.find((known) => known === scalarText(key));
    if (name) phrases[name] = reader.strings(value, 'A list of phrases, for example `[shipped, delivered]`.');
    else reader.report(key, `Unknown meaning \`${scalarText(key)}\`.${suggestion(scalarText(key) ?? '', names)}`);
  }
  return phrases;
}

/** `synonyms: { success rate: [pass rate, test success] }`. */
function readMetrics(reader: ConfigReader, node: Node | null): Config['metrics'] {
  const synonyms: Record<string, readonly string[]> = {};
  for (const { key, value } of reader.pairs(node, '`metrics` is a map with `synonyms`.')) {
    const name = scalarText(key) ?? '';
    if (name !== 'synonyms') {
      reader.report(key, `Unknown setting \`metrics.${name}\`.${suggestion(name, ['synonyms'])}`);
      continue;
    }
    const expected = '`metrics.synonyms` is a map of names to lists of names: `success rate: [pass rate]`.';
    for (const pair of reader.pairs(value, expected)) {
      synonyms[scalarText(pair.key) ?? ''] = reader.strings(pair.value, expected);
    }
  }
  return { synonyms };
}

function readRoots(reader: ConfigReader, node: Node | null): readonly string[] {
  return reader.texts(node, '`roots` is a list of folders.').flatMap(({ text, node: item }) => {
    const folder = ADDRESS.test(text) ? undefined : resolvePath('', text);
    if (folder !== undefined) return [folder];
    reader.report(item, `\`${text}\` lies outside of the workspace. References count from folders inside of it.`);
    return [];
  });
}

function readRequired(reader: ConfigReader, node: Node | null): readonly RequiredKindSetting[] {
  const expected = '`required` is a list of document kinds, or of `{ kind: notes, severity: information }`.';
  return reader.nodes(node, expected).flatMap((item) => {
    let severity: RequiredKindSetting['severity'] = 'warning';
    if (!isMap(item)) {
      const kind = readKind(reader, item);
      return kind ? [{ kind, severity }] : [];
    }
    let kind: DocumentKind | undefined;
    for (const { key, value } of reader.pairs(item, expected)) {
      if (scalarText(key) === 'kind') kind = readKind(reader, value);
      else if (scalarText(key) === 'severity') {
        severity = reader.oneOf(value ?? key, ['warning', 'information'], '`severity`') ?? severity;
      } else {
        const hint = suggestion(scalarText(key) ?? '', ['kind', 'severity']);
        reader.report(key, `A required document has \`kind\` and \`severity\`.${hint}`);
      }
    }
    if (!kind) reader.report(item, expected);
    return kind ? [{ kind, severity }] : [];
  });
}

function readKind(reader: ConfigReader, node: Node | null): DocumentKind | undefined {
  const name = scalarText(node) ?? '';
  const known = documentKinds.find((candidate) => candidate === name);
  // Whether a schema defines it shows once the schemas are read.
  const kind = known ?? (reader.allowsOwnKinds && isKindName(name) ? ownKind(name) : undefined);
  if (!kind) reader.report(node, `Unknown document kind \`${name}\`.${suggestion(name, documentKinds)}`);
  return kind;
}
