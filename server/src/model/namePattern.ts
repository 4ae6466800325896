/**
 * File name patterns such as `TODO<iter>_phase<phase>_<kind>.md`. Matching never backtracks beyond
 * pattern length × name length states, so a pattern from a configuration cannot make it slow.
 */
import { endsOfNameRef, unitOfWord } from './phaseRef';

export interface NameMatch {
  readonly iter: string | undefined;
  /** As written: an id, or several, `2_TO_PHASE3`. */
  readonly phase: string | undefined;
  readonly kind: string | undefined;
  /** The word in front of the phase, or of the part if there is one: `week`. */
  readonly unit: string | undefined;
  /** The part of a phase: `01` of plan 01. */
  readonly part: string | undefined;
  readonly slug: string | undefined;
  /** What stands between the word in front of the phase and the phase: empty, `_`, `-` or a blank. */
  readonly separator: string | undefined;
}

/** A compiled pattern: the parts of a path relative to some folder are matched, ignoring ASCII case of literals. */
export type NamePattern = (path: string) => NameMatch | undefined;

type Token =
  /** One of several texts, the most wanted first. */
  | { readonly type: 'text'; readonly texts: readonly string[] }
  | { readonly type: 'hole'; readonly name: HoleName }
  /** One star: anything within a path part. Two stars with their slash: any folders. */
  | { readonly type: 'star' }
  | { readonly type: 'folders' };

const holeNames = ['iter', 'phase', 'kind', 'slug', 'unit', 'part', 'number'] as const;
type HoleName = (typeof holeNames)[number];

const TOKEN = /<(iter|phase|kind|slug|unit|part|number)>|(\*\*\/)|(\*)|\{([^{}<>*]*)\}/g;

/** `003`, `TVDb001`: something with a digit. */
const ITERATION = /[A-Za-z]*\d+[A-Za-z0-9]*/y;
/** `handoff`, `testing_summary`, `FINAL-STATUS`, `Testing Summary`. */
const KIND = /[A-Za-z][A-Za-z0-9_ -]*/y;
const WORD = /[A-Za-z]+/y;
const NUMBER = /\d+/y;

const HOLE = /<([^<>]*)>/g;
/** Far beyond any that a person writes; the matcher goes as deep as a pattern has parts. */
const LONGEST_PATTERN = 500;

/** @returns what is wrong with a pattern that somebody wrote; undefined if it can be used */
export function mistakeInNamePattern(pattern: string): string | undefined {
  if (pattern === '') return 'A pattern is empty.';
  if (pattern.length > LONGEST_PATTERN) return `A pattern has at most ${LONGEST_PATTERN} characters.`;
  const known: readonly string[] = holeNames;
  const unknown = [...pattern.matchAll(HOLE)].find(([, name]) => !known.includes(name ?? ''));
  if (!unknown) return mistakeInText(pattern);
  return `Unknown part \`${unknown[0]}\`. Known: ${holeNames.map((name) => `<${name}>`).join(', ')}, {a,b}, *, **/.`;
}

/** What would be taken for text though it is meant as something else. */
function mistakeInText(pattern: string): string | undefined {
  const bracket = /[<>{}]/.exec(pattern.replace(TOKEN, ''))?.[0];
  if (bracket !== undefined)
    return `A \`${bracket}\` is without its counterpart. A pattern has parts such as <phase>, and {a,b} with plain texts.`;
  return pattern.split('/').some((part) => part === '..' || part === '.')
    ? 'A pattern counts from the folder of its configuration, and has no `.` or `..`.'
    : undefined;
}

/**
 * Compiles a pattern. Without a slash it is matched against the base name, else against the whole path.
 * Holes: `<iter>`, `<phase>`, `<kind>`, `<slug>`, `<unit>`, `<part>`, `<number>`; wild cards: a star within a part, two stars and
 * a slash for any folders; `{a,b}` for one of several texts.
 */
export function compileNamePattern(pattern: string): NamePattern {
  const tokens = tokenize(pattern);
  const onPath = pattern.includes('/');
  const [first] = tokens;
  const heads = first?.type === 'text' ? first.texts : undefined;
  const needed = longestText(tokens);
  return (path) => {
    const text = onPath ? path : path.slice(path.lastIndexOf('/') + 1);
    if (text.length > LONGEST_PATH) return undefined;
    const lower = text.toLowerCase();
    // Nearly all names lack what a pattern cannot do without; that is told at a glance.
    if (!lower.includes(needed) || (heads && !heads.some((head) => lower.startsWith(head)))) return undefined;
    return match(tokens, text, lower);
  };
}

function longestText(tokens: readonly Token[]): string {
  const fixed = tokens.flatMap((token) => (token.type === 'text' && token.texts.length === 1 ? token.texts : []));
  return fixed.reduce((longest, text) => (text.length > longest.length ? text : longest), '');
}

function tokenize(pattern: string): readonly Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const found of pattern.matchAll(TOKEN)) {
    if (found.index > end) tokens.push({ type: 'text', texts: [pattern.slice(end, found.index).toLowerCase()] });
    const [, hole, folders, , choices] = found;
    if (hole !== undefined) tokens.push({ type: 'hole', name: hole as HoleName });
    else if (choices !== undefined) tokens.push({ type: 'text', texts: choices.toLowerCase().split(',') });
    else tokens.push({ type: folders !== undefined ? 'folders' : 'star' });
    end = found.index + found[0].length;
  }
  if (end < pattern.length) tokens.push({ type: 'text', texts: [pattern.slice(end).toLowerCase()] });
  return tokens;
}

/** Longer than any name that a person gives; keeps the work of a hostile pattern small. */
const LONGEST_PATH = 1024;

function match(tokens: readonly Token[], text: string, lower: string): NameMatch | undefined {
  const dead = new Set<number>();
  const values: Partial<Record<HoleName, string>> = {};
  let separator: string | undefined;

  const tryFrom = (token: number, at: number): boolean => {
    const current = tokens[token];
    if (current === undefined) return at === text.length;
    const state = token * (text.length + 1) + at;
    if (dead.has(state)) return false;
    if (current.type === 'star') {
      if (at < text.length && text[at] !== '/' && tryFrom(token, at + 1)) return true;
      if (tryFrom(token + 1, at)) return true;
      dead.add(state);
      return false;
    }
    for (const end of ends(current, text, lower, at)) {
      if (tryFrom(token + 1, end)) {
        if (current.type === 'hole') values[current.name] = text.slice(at, end);
        if (current.type === 'hole' && current.name === 'phase')
          separator = /[_ -]$/.exec(text.slice(0, at))?.[0] ?? '';
        return true;
      }
    }
    dead.add(state);
    return false;
  };

  if (!tryFrom(0, 0)) return undefined;
  const { iter, phase, kind, unit, part, slug } = values;
  return { iter, phase, kind, unit, part, slug, separator };
}

/** The places where a token that starts at `at` may end, the most wanted first. */
function* ends(token: Exclude<Token, { type: 'star' }>, text: string, lower: string, at: number): Iterable<number> {
  switch (token.type) {
    case 'text':
      for (const wanted of token.texts) if (lower.startsWith(wanted, at)) yield at + wanted.length;
      return;
    case 'folders':
      yield at;
      for (let slash = text.indexOf('/', at); slash >= 0; slash = text.indexOf('/', slash + 1)) yield slash + 1;
      return;
    case 'hole':
      yield* holeEnds(token.name, text, at);
  }
}

function* holeEnds(name: HoleName, text: string, at: number): Iterable<number> {
  switch (name) {
    case 'slug':
      for (let end = partEnd(text, at); end > at; end--) yield end;
      return;
    case 'phase':
    case 'part':
      yield* endsOfNameRef(text, at);
      return;
    case 'unit': {
      const end = matchEnd(WORD, text, at);
      // Behind `PHASE2-` another `PHASE3` is no part of it.
      if (typeof unitOfWord(text.slice(at, end)) === 'string') yield end;
      return;
    }
    case 'number': {
      const end = matchEnd(NUMBER, text, at);
      if (end > at) yield end;
      return;
    }
    case 'iter':
    case 'kind':
      for (let end = matchEnd(name === 'iter' ? ITERATION : KIND, text, at); end > at; end--) yield end;
  }
}

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function partEnd(text: string, at: number): number {
  const slash = text.indexOf('/', at);
  return slash < 0 ? text.length : slash;
}
