/** Finds known phrases among the words of a text, in time linear in its length. */
import { isScript, type Token } from './tokens';

interface PhraseNode<T> {
  value: T | undefined;
  readonly next: Map<string, PhraseNode<T>>;
}

/** Phrases of one or more words, each with what it means. */
export interface PhraseTable<T> {
  readonly root: PhraseNode<T>;
  /** Phrases in scripts without spaces, longest first: looked for inside the words. */
  readonly runs: readonly (readonly [string, T])[];
}

export interface PhraseHit<T> {
  readonly value: T;
  /** Indices of the first token and of the token after the last one. */
  readonly from: number;
  readonly to: number;
}

/** Letters of a script that is written without spaces. Matches `完了`, does not match `done`. */
const scriptPattern = /[\u3040-\u30ff\u3400-\u9fff]/;

/** A table from groups of phrases; a later group overrides an earlier one. */
export function phraseTable<T>(groups: Iterable<readonly [T, readonly string[]]>): PhraseTable<T> {
  const root: PhraseNode<T> = { value: undefined, next: new Map() };
  const runs: [string, T][] = [];
  for (const [value, phrases] of groups) {
    for (const phrase of phrases) {
      if (scriptPattern.test(phrase)) runs.push([phrase, value]);
      else insert(root, phrase, value);
    }
  }
  return { root, runs: runs.sort((a, b) => b[0].length - a[0].length) };
}

function insert<T>(root: PhraseNode<T>, phrase: string, value: T): void {
  let node = root;
  for (const word of phrase.toLowerCase().split(/[\s_]+/)) {
    let child = node.next.get(word);
    if (!child) {
      child = { value: undefined, next: new Map() };
      node.next.set(word, child);
    }
    node = child;
  }
  node.value = value;
}

/** The longest phrase that begins at a token. */
export function phraseAt<T>(table: PhraseTable<T>, tokens: readonly Token[], at: number): PhraseHit<T> | undefined {
  let found: PhraseHit<T> | undefined;
  let node: PhraseNode<T> | undefined = table.root;
  for (let i = at; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || token.kind === 'mark' || token.kind === 'stop') break;
    node = node.next.get(token.word);
    if (!node) break;
    if (node.value !== undefined) found = { value: node.value, from: at, to: i + 1 };
  }
  return found ?? runAt(table, tokens[at], at);
}

function runAt<T>(table: PhraseTable<T>, token: Token | undefined, at: number): PhraseHit<T> | undefined {
  if (table.runs.length === 0 || token?.kind !== 'word' || !isScript(token.word.charCodeAt(0))) return undefined;
  const run = table.runs.find(([phrase]) => token.word.includes(phrase));
  return run && { value: run[1], from: at, to: at + 1 };
}

/** All phrases of a text from left to right, without overlaps. */
export function findPhrases<T>(table: PhraseTable<T>, tokens: readonly Token[]): readonly PhraseHit<T>[] {
  const hits: PhraseHit<T>[] = [];
  for (let i = 0; i < tokens.length;) {
    const hit = phraseAt(table, tokens, i);
    if (hit) hits.push(hit);
    i = hit ? hit.to : i + 1;
  }
  return hits;
}
