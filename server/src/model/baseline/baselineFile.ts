/**
 * The baseline: findings that a team knows and has put off, so that only new ones are reported. A readable file beside the
 * documents; a finding is recognised by its rule, the words of its line and what it is about, never by a line number.
 */
import { isMap, isScalar, isSeq, LineCounter, parseDocument as parseYaml, stringify, type Node } from 'yaml';
import { ConfigReader, type ConfigProblem } from '../configReader';
import { baseName } from '../paths';
import { isTooDeep } from '../yamlDepth';

export const baselineFileName = '.phase-docs-baseline.yaml';

export function isBaseline(path: string): boolean {
  return baseName(path) === baselineFileName;
}

const VERSION = 1;

/** A finding in the baseline; of lines with the same words, the first {@link lines} ones are meant. */
export interface BaselineEntry {
  readonly rule: string;
  /** See `lineWords.ts`. */
  readonly words: string;
  /** What tells findings of one line apart: `Results`, for a section that is missing. Empty where nothing needs to. */
  readonly about: string;
  readonly lines: number;
}

/** Paths are relative to the folder of the file. */
export type Baseline = ReadonlyMap<string, readonly BaselineEntry[]>;

/** Anything that cannot be read is told at its place and left out: then its findings are reported. */
export function parseBaseline(
  text: string,
  uri: string,
): { readonly baseline: Baseline; readonly problems: readonly ConfigProblem[] } {
  const lines = new LineCounter();
  const reader = new ConfigReader(uri, lines);
  const baseline = new Map<string, BaselineEntry[]>();
  if (isTooDeep(text)) {
    reader.reportAt([0, 0], 'This is nested too deeply to be a baseline.');
    return { baseline, problems: reader.problems };
  }
  const { contents, errors } = parseYaml(text, { lineCounter: lines });
  for (const { pos, message } of errors) reader.reportAt(pos, message);
  if (errors.length > 0 || contents === null) return { baseline, problems: reader.problems };
  const top = isMap(contents) ? contents : undefined;
  const version: unknown = top?.get('version');
  if (!top || version !== VERSION) {
    reader.report(
      contents,
      `A baseline begins with "version: ${VERSION}". Write it anew by \`phase-docs baseline --update\`.`,
    );
    return { baseline, problems: reader.problems };
  }
  const documents = top.get('documents', true) as Node | undefined;
  if (isMap(documents)) {
    for (const { key, value } of documents.items) {
      const path = isScalar(key) ? String(key.value) : '';
      baseline.set(path, isSeq(value) ? value.items.flatMap((item) => readEntry(item as Node, reader) ?? []) : []);
    }
  }
  return { baseline, problems: reader.problems };
}

function readEntry(node: Node, reader: ConfigReader): BaselineEntry | undefined {
  const text = (name: string) => {
    const value: unknown = isMap(node) ? node.get(name) : undefined;
    return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
  };
  const rule = text('rule');
  const words = text('words');
  const lines = Number(text('lines') ?? 1);
  if (rule === undefined || words === undefined || !Number.isInteger(lines) || lines < 1) {
    reader.report(node, 'An entry of a baseline has "rule" and "words", and "lines" if there are several.');
    return undefined;
  }
  return { rule, words, about: text('about') ?? '', lines };
}

/** @param baseline written in order of paths, then of rules and words, so that a change shows as a small difference */
export function formatBaseline(baseline: Baseline): string {
  const documents = [...baseline]
    .filter(([, entries]) => entries.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, entries]) => [path, [...entries].sort(byKey).map(toPlain)] as const);
  return [
    '# Findings that were there when this file was written: they are not reported, new ones are.',
    '# A finding is known by the words of its line, wherever that stands. `phase-docs baseline --prune` takes out what is',
    '# settled, `--update` writes the file anew.',
    stringify({ version: VERSION, documents: Object.fromEntries(documents) }, { lineWidth: 0 }),
  ].join('\n');
}

function toPlain({ rule, words, about, lines }: BaselineEntry): object {
  return { rule, words, ...(about !== '' && { about }), ...(lines > 1 && { lines }) };
}

export function keyOfEntry({ rule, words, about }: Omit<BaselineEntry, 'lines'>): string {
  return JSON.stringify([rule, words, about]);
}

function byKey(a: BaselineEntry, b: BaselineEntry): number {
  const [left, right] = [keyOfEntry(a), keyOfEntry(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
