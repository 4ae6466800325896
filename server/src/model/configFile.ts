/** Reads `.phase-docs.yaml`. Every mistake is a problem at its line; the rest of the file still counts. */
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type Pair } from 'yaml';
import type { Range } from 'vscode-languageserver-types';
import { defaultConfig, type Config, type DocumentPattern } from '../config';
import type { Severity } from '../diagnostic';
import { sectionRoles } from './claims/sectionRole';
import { statusClasses } from './claims/statusWords';
import type { ClaimVocabulary } from './claims/vocabulary';
import { documentKinds, isKindName, ownKind, type DocumentKind } from './documentKind';
import { mistakeInNamePattern } from './namePattern';
import { presets } from './presets';
import { isTooDeep } from './yamlDepth';

export const configFileName = '.phase-docs.yaml';

export interface ConfigProblem {
  readonly uri: string;
  readonly range: Range;
  readonly message: string;
}

const severities: readonly (Severity | 'off')[] = ['error', 'warning', 'information', 'hint', 'off'];
const presetNames = presets.map((preset) => preset.name);

/**
 * @param ruleIds ids of all rules, to tell a misspelt one
 * @returns the configuration, with defaults for everything that is missing or wrong
 */
export function parseConfig(
  text: string,
  uri: string,
  ruleIds: readonly string[],
): { config: Config; problems: readonly ConfigProblem[] } {
  const lines = new LineCounter();
  const reader = new Reader(uri, lines);
  // Not `silent`: then all but the first of several documents would be passed over without a word.
  if (isTooDeep(text)) {
    reader.reportAt([0, 0], 'This is nested too deep to be a configuration.');
    return { config: { ...defaultConfig, uri }, problems: reader.problems };
  }
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  for (const error of document.errors) reader.reportAt(error.pos, `This is no valid YAML: ${error.message}.`);
  const root = document.contents;
  if (root === null || document.errors.length > 0)
    return { config: { ...defaultConfig, uri }, problems: reader.problems };
  if (!isMap(root)) {
    reader.report(root, 'A configuration is a map of settings, for example `rules:`.');
    return { config: { ...defaultConfig, uri }, problems: reader.problems };
  }
  let config: Config = { ...defaultConfig, uri };
  reader.allowsOwnKinds = root.has('schemas');
  for (const pair of root.items) {
    const name = String(isScalar(pair.key) ? pair.key.value : '');
    const value = pair.value as Node | null;
    switch (name) {
      case 'presets':
        config = { ...config, presets: readPresets(reader, value) };
        break;
      case 'rules':
        config = { ...config, rules: readRules(reader, value, ruleIds) };
        break;
      case 'claims':
        config = { ...config, claims: readClaims(reader, value) };
        break;
      case 'documents':
        config = { ...config, documents: readDocuments(reader, value) };
        break;
      case 'ignore':
      case 'archive':
        config = { ...config, [name]: reader.strings(value, `\`${name}\` is a list of globs.`) };
        break;
      case 'roots':
        config = { ...config, roots: reader.strings(value, '`roots` is a list of folders.').map(trimSlashes) };
        break;
      case 'schemas':
        config = { ...config, schemas: reader.strings(value, '`schemas` is a list of paths or globs.') };
        break;
      case 'words':
        config = { ...config, words: readWords(reader, value) };
        break;
      case 'required':
        config = { ...config, required: readKinds(reader, value) };
        break;
      default:
        reader.report(pair.key, `Unknown setting \`${name}\`.${suggestion(name, settingNames)}`);
    }
  }
  return { config, problems: reader.problems };
}

const settingNames = [
  'presets',
  'rules',
  'claims',
  'documents',
  'ignore',
  'archive',
  'roots',
  'schemas',
  'words',
  'required',
];

class Reader {
  readonly problems: ConfigProblem[] = [];
  /** Whether the file names schemas, which may define kinds of their own. */
  allowsOwnKinds = false;
  readonly #uri: string;
  readonly #lines: LineCounter;

  constructor(uri: string, lines: LineCounter) {
    this.#uri = uri;
    this.#lines = lines;
  }

  report(node: Node | null | undefined, message: string): void {
    this.reportAt(node?.range ? [node.range[0], node.range[1]] : [0, 0], message);
  }

  reportAt([from, to]: readonly [number, number], message: string): void {
    this.problems.push({ uri: this.#uri, range: { start: this.#position(from), end: this.#position(to) }, message });
  }

  /** The strings of a list; anything else is reported with `expected` and left out. */
  strings(node: Node | null, expected: string): readonly string[] {
    return this.nodes(node, expected).flatMap((item) => {
      if (isScalar(item) && typeof item.value === 'string') return [item.value];
      this.report(item, expected);
      return [];
    });
  }

  nodes(node: Node | null, expected: string): readonly Node[] {
    if (isSeq(node)) return node.items as Node[];
    this.report(node, expected);
    return [];
  }

  pairs(node: Node | null, expected: string): readonly Pair<Node, Node | null>[] {
    if (isMap(node)) return node.items as Pair<Node, Node | null>[];
    this.report(node, expected);
    return [];
  }

  #position(offset: number) {
    const { line, col } = this.#lines.linePos(offset);
    return { line: Math.max(0, line - 1), character: Math.max(0, col - 1) };
  }
}

function scalarText(node: Node | null | undefined): string | undefined {
  return isScalar(node) ? String(node.value) : undefined;
}

function readPresets(reader: Reader, node: Node | null): Config['presets'] {
  if (scalarText(node) === 'auto') return 'auto';
  const expected = `\`presets\` is \`auto\` or a list of: ${presetNames.join(', ')}.`;
  const names = reader.strings(node, expected);
  for (const item of isSeq(node) ? (node.items as Node[]) : []) {
    const name = scalarText(item);
    if (name !== undefined && !presetNames.includes(name)) {
      reader.report(item, `Unknown preset \`${name}\`.${suggestion(name, presetNames)}`);
    }
  }
  return names.filter((name) => presetNames.includes(name));
}

function readRules(reader: Reader, node: Node | null, ruleIds: readonly string[]): Config['rules'] {
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

function readClaims(reader: Reader, node: Node | null): Config['claims'] {
  let { report } = defaultConfig.claims;
  for (const { key, value } of reader.pairs(node, '`claims` is a map, for example `report: each`.')) {
    const wanted = scalarText(value);
    if (scalarText(key) !== 'report')
      reader.report(key, `Unknown setting \`claims.${scalarText(key)}\`. Known: report.`);
    else if (wanted === 'section' || wanted === 'each') report = wanted;
    else reader.report(value ?? key, '`claims.report` is `section` or `each`.');
  }
  return { report };
}

function readDocuments(reader: Reader, node: Node | null): readonly DocumentPattern[] {
  const expected = '`documents` is a list of name patterns: `{ pattern: "PHASE<phase>_<kind>.md", kind: notes }`.';
  return reader.nodes(node, expected).flatMap((item) => {
    const text = scalarText(item);
    if (text !== undefined) return isNamePattern(reader, item, text) ? [{ pattern: text, kind: undefined }] : [];
    let pattern: string | undefined;
    let kind: DocumentKind | undefined;
    for (const { key, value } of reader.pairs(item, expected)) {
      if (scalarText(key) === 'pattern') pattern = scalarText(value);
      else if (scalarText(key) === 'kind') kind = readKind(reader, value);
      else reader.report(key, 'A document pattern has `pattern` and `kind`.');
    }
    if (pattern === undefined) reader.report(item, 'The pattern is missing.');
    return pattern === undefined || !isNamePattern(reader, item, pattern) ? [] : [{ pattern, kind }];
  });
}

function isNamePattern(reader: Reader, node: Node, pattern: string): boolean {
  const mistake = mistakeInNamePattern(pattern);
  if (mistake) reader.report(node, mistake);
  return mistake === undefined;
}

const wordSettings = ['statuses', 'sections', 'evidence'];

function readWords(reader: Reader, node: Node | null): ClaimVocabulary {
  let words: ClaimVocabulary = {};
  for (const { key, value } of reader.pairs(node, '`words` is a map with `statuses`, `sections` and `evidence`.')) {
    const name = scalarText(key) ?? '';
    if (name === 'statuses') words = { ...words, statuses: readPhrases(reader, value, statusClasses) };
    else if (name === 'sections') words = { ...words, sections: readPhrases(reader, value, sectionRoles) };
    else if (name === 'evidence') {
      words = { ...words, evidenceLabels: reader.strings(value, '`words.evidence` is a list of field labels.') };
    } else reader.report(key, `Unknown setting \`words.${name}\`.${suggestion(name, wordSettings)}`);
  }
  return words;
}

/** `done: [ausgeliefert, abgenommen]`: phrases by what they mean. */
function readPhrases<Name extends string>(
  reader: Reader,
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

function trimSlashes(folder: string): string {
  return folder.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '');
}

function readKinds(reader: Reader, node: Node | null): readonly DocumentKind[] {
  return reader.nodes(node, '`required` is a list of document kinds.').flatMap((item) => readKind(reader, item) ?? []);
}

function readKind(reader: Reader, node: Node | null): DocumentKind | undefined {
  const name = scalarText(node) ?? '';
  const known = documentKinds.find((candidate) => candidate === name);
  // Whether a schema defines it shows once the schemas are read.
  const kind = known ?? (reader.allowsOwnKinds && isKindName(name) ? ownKind(name) : undefined);
  if (!kind) reader.report(node, `Unknown document kind \`${name}\`.${suggestion(name, documentKinds)}`);
  return kind;
}

/** ` Did you mean …?` for a name that is close to a known one, else the list of known names. */
export function suggestion(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near ? ` Did you mean \`${near}\`?` : ` Known: ${known.join(', ')}.`;
}

/** The known name with the fewest edits, if they are few. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Levenshtein's distance, row by row. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const change = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
