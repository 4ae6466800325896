/** Reads the nodes of a YAML file, and tells each mistake at its place. */
import { isMap, isScalar, isSeq, type LineCounter, type Node, type Pair } from 'yaml';
import type { Range } from 'vscode-languageserver-types';

export interface ConfigProblem {
  readonly uri: string;
  readonly range: Range;
  readonly message: string;
}

export class ConfigReader {
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

  rangeOf(node: Node): Range {
    const [from, to] = node.range ?? [0, 0];
    return { start: this.#position(from), end: this.#position(to) };
  }

  /** False, with a problem, for anything but true and false. */
  flag(node: Node, expected: string): boolean {
    if (isScalar(node) && typeof node.value === 'boolean') return node.value;
    this.report(node, expected);
    return false;
  }

  /** @param name of the setting, as the message names it */
  oneOf<Value extends string>(node: Node, values: readonly Value[], name: string): Value | undefined {
    const value = values.find((known) => known === scalarText(node));
    if (value === undefined) this.report(node, `${name} is one of ${values.join(', ')}.`);
    return value;
  }

  reportAt([from, to]: readonly [number, number], message: string): void {
    this.problems.push({ uri: this.#uri, range: { start: this.#position(from), end: this.#position(to) }, message });
  }

  /** The strings of a list; anything else is reported with `expected` and left out. */
  strings(node: Node | null, expected: string): readonly string[] {
    return this.texts(node, expected).map(({ text }) => text);
  }

  /** As {@link strings}, with their places. */
  texts(node: Node | null, expected: string): readonly { readonly text: string; readonly node: Node }[] {
    return this.nodes(node, expected).flatMap((item) => {
      if (isScalar(item) && typeof item.value === 'string' && item.value.trim() !== '')
        return [{ text: item.value, node: item }];
      const isEmpty = isScalar(item) && typeof item.value === 'string';
      this.report(item, isEmpty ? `An entry is empty, so it would mean nothing. ${expected}` : expected);
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

export function scalarText(node: Node | null | undefined): string | undefined {
  return isScalar(node) ? String(node.value) : undefined;
}
