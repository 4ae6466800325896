/**
 * The file beside a document in which reviewers answer its claims: `HANDOFF.md.review.yaml` for `HANDOFF.md`.
 *
 *     # Review of HANDOFF.md
 *     version: 1
 *     reviews:
 *       - claim: All 12 tests passed
 *         section: Results
 *         answer: needs evidence        # accepted, needs evidence or question
 *         note: The report is of May.
 *         reviewer: Ada Example <ada@example.org>
 *         date: 2026-11-21
 *         fingerprint: { claim: 0f4c2a…, evidence: 9b1d77… }
 *
 * Claim, section and note are for people. The fingerprints tell whether the claim and what it points to are still those
 * that the reviewer saw.
 */
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type Pair } from 'yaml';
import type { Range } from 'vscode-languageserver-types';
import { claimAnswers, type ClaimAnswer } from '../../reviewProtocol';
import { isTooDeep } from '../yamlDepth';

export const reviewSuffix = '.review.yaml';

/** Path of the review of a document. */
export function reviewPathOf(documentPath: string): string {
  return `${documentPath}${reviewSuffix}`;
}

/** Path of the document that a review is of; undefined for files that are no reviews. */
export function reviewedPathOf(path: string): string | undefined {
  return REVIEW_NAME.test(path) ? path.slice(0, -reviewSuffix.length) : undefined;
}

/** Matches `docs/HANDOFF.md.review.yaml`; does not match `peer.review.yaml`. */
const REVIEW_NAME = /\.(?:md|markdown)\.review\.yaml$/i;

export interface ReviewEntry {
  /** What the claim said, without markup. */
  readonly claim: string;
  /** Heading of its section; undefined above the first. */
  readonly section: string | undefined;
  readonly answer: ClaimAnswer;
  readonly note: string | undefined;
  /** `Name <address>` as git has it; undefined where git could not be asked. */
  readonly reviewer: string | undefined;
  /** `2026-11-21`. */
  readonly date: string | undefined;
  readonly fingerprint: ReviewFingerprint;
  /** Lines of the file from that of the dash on; zero-based, the end exclusive. */
  readonly lines: { readonly from: number; readonly to: number };
}

export interface ReviewFingerprint {
  readonly claim: string;
  readonly evidence: string;
}

export interface ReviewProblem {
  readonly range: Range;
  readonly message: string;
}

export interface ReviewFile {
  readonly entries: readonly ReviewEntry[];
  /** Mistakes in it. What is wrong does not count; the rest does. */
  readonly problems: readonly ReviewProblem[];
  /**
   * The line before which a new entry can be written, and the columns that its dash stands in; undefined where that
   * cannot be told: the file is empty, or written in another style than ours.
   */
  readonly end: { readonly line: number; readonly indent: number } | undefined;
  /** Whether it holds nothing but comments, so that everything has to be written. */
  readonly isBlank: boolean;
}

const VERSION = 1;
const entryKeys = ['claim', 'section', 'answer', 'note', 'reviewer', 'date', 'fingerprint'];

export function parseReviewFile(text: string): ReviewFile {
  return new ReviewReader(text).read();
}

class ReviewReader {
  readonly #text: string;
  readonly #lines = new LineCounter();
  readonly #problems: ReviewProblem[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  read(): ReviewFile {
    if (isTooDeep(this.#text)) return this.#failed([0, 0], 'This is nested too deep to be a review.');
    const document = parseDocument(this.#text, {
      lineCounter: this.#lines,
      prettyErrors: false,
      // A date stays what was written.
      schema: 'failsafe',
      logLevel: 'error',
    });
    for (const error of document.errors) this.#reportAt(error.pos, `This is no valid YAML: ${error.message}.`);
    const root = document.contents;
    if (document.errors.length > 0) return this.#result([], undefined);
    if (root === null || isBlankScalar(root)) return { ...this.#result([], undefined), isBlank: true };
    if (!isMap(root)) return this.#failed(root.range, 'A review is a map with `version` and `reviews`.');
    let list: Node | null = null;
    let version: string | undefined;
    for (const { key, value } of root.items as Pair<Node, Node | null>[]) {
      const name = textOf(key);
      if (name === 'reviews') list = value;
      else if (name === 'version') version = textOf(value);
      else this.#report(key, `Unknown key \`${name ?? ''}\`. Known: version, reviews.`);
    }
    if (version !== String(VERSION)) {
      const wanted = `This review is not in version ${VERSION} of the format, so nothing in it counts.`;
      return this.#failed(root.range, `${wanted} Write \`version: ${VERSION}\`, or use a newer Phase Docs.`);
    }
    if (list === null || isBlankScalar(list)) return this.#result([], undefined);
    if (!isSeq(list)) return this.#failed(list.range, '`reviews` is a list of answers to claims.');
    return this.#readList(list.items as (Node | null)[], list.flow === true);
  }

  #readList(items: readonly (Node | null)[], isFlow: boolean): ReviewFile {
    const entries: ReviewEntry[] = [];
    let end: ReviewFile['end'];
    for (const item of items) {
      if (!isMap(item) || !item.range) {
        this.#report(item, 'An answer is a map with `claim`, `answer` and `fingerprint`.');
        continue;
      }
      const from = this.#position(item.range[0]);
      // Behind the value stand its comment and its line end.
      const last = this.#position(Math.max(item.range[0], item.range[1] - 1)).line;
      const entry = this.#readEntry(item, item.items as Pair<Node, Node | null>[], { from: from.line, to: last + 1 });
      if (entry) entries.push(entry);
      const indent = this.#dashColumn(from.line);
      end = isFlow || indent === undefined ? undefined : { line: last + 1, indent };
    }
    return this.#result(entries, end);
  }

  #dashColumn(line: number): number | undefined {
    const start = this.#lines.lineStarts[line] ?? 0;
    return DASH.exec(this.#text.slice(start, start + 200))?.[1]?.length;
  }

  #readEntry(item: Node, pairs: readonly Pair<Node, Node | null>[], lines: ReviewEntry['lines']) {
    const values = new Map<string, Node | null>();
    for (const { key, value } of pairs) {
      const name = textOf(key) ?? '';
      if (entryKeys.includes(name)) values.set(name, value);
      else this.#report(key, `Unknown key \`${name}\`. Known: ${entryKeys.join(', ')}.`);
    }
    const text = (name: string) => nonBlank(textOf(values.get(name)));
    const answer = claimAnswers.find((known) => known === text('answer'));
    const claim = text('claim');
    const fingerprint = this.#readFingerprint(values.get('fingerprint'));
    if (answer === undefined)
      this.#report(values.get('answer') ?? item, `An answer is one of: ${claimAnswers.join(', ')}.`);
    else if (claim === undefined) this.#report(item, 'The claim is missing: nobody can tell what was answered.');
    else if (!fingerprint)
      this.#report(
        values.get('fingerprint') ?? item,
        'The fingerprint is missing or broken, so nobody can tell whether the claim is still what was reviewed. Answer the claim again.',
      );
    else {
      const [section, note, reviewer, date] = ['section', 'note', 'reviewer', 'date'].map(text);
      return { claim, section, answer, note, reviewer, date, fingerprint, lines };
    }
    return undefined;
  }

  #readFingerprint(node: Node | null | undefined): ReviewFingerprint | undefined {
    if (!isMap(node)) return undefined;
    const pairs = node.items as Pair<Node, Node | null>[];
    const of = (name: string) => textOf(pairs.find(({ key }) => textOf(key) === name)?.value);
    const [claim, evidence] = [of('claim'), of('evidence')];
    return claim !== undefined && evidence !== undefined && HEX.test(claim) && HEX.test(evidence)
      ? { claim, evidence }
      : undefined;
  }

  #failed(range: readonly number[] | null | undefined, message: string): ReviewFile {
    this.#reportAt([range?.[0] ?? 0, range?.[1] ?? 0], message);
    return this.#result([], undefined);
  }

  #result(entries: readonly ReviewEntry[], end: ReviewFile['end']): ReviewFile {
    return { entries, problems: this.#problems, end, isBlank: false };
  }

  #report(node: Node | null | undefined, message: string): void {
    this.#reportAt(node?.range ? [node.range[0], node.range[1]] : [0, 0], message);
  }

  #reportAt([from, to]: readonly [number, number], message: string): void {
    this.#problems.push({ range: { start: this.#position(from), end: this.#position(to) }, message });
  }

  #position(offset: number): Range['start'] {
    const { line, col } = this.#lines.linePos(offset);
    return { line: Math.max(0, line - 1), character: Math.max(0, col - 1) };
  }
}

/** A fingerprint. */
const HEX = /^[0-9a-f]{8,64}$/;
/** The dash of a list item. Matches `  - claim: x`; does not match `[{claim: x}]`. */
const DASH = /^( *)- /;

function textOf(node: Node | null | undefined): string | undefined {
  return isScalar(node) && typeof node.value === 'string' ? node.value : undefined;
}

function isBlankScalar(node: Node): boolean {
  return isScalar(node) && (node.value === '' || node.value === null);
}

function nonBlank(text: string | undefined): string | undefined {
  const words = text?.trim();
  return words === '' ? undefined : words;
}
