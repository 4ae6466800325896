/**
 * File name patterns such as `TODO<iter>_phase<phase>_<kind>.md`. Matching never backtracks beyond
 * pattern length × name length states, so a pattern from a configuration cannot make it slow.
 */

export interface NameMatch {
  readonly iter: string | undefined;
  readonly phase: string | undefined;
  readonly kind: string | undefined;
}

/** A compiled pattern: the parts of a path relative to some folder are matched, ignoring ASCII case of literals. */
export type NamePattern = (path: string) => NameMatch | undefined;

type Token =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'hole'; readonly name: HoleName }
  /** One star: anything within a path part. Two stars with their slash: any folders. */
  | { readonly type: 'star' }
  | { readonly type: 'folders' };

type HoleName = 'iter' | 'phase' | 'kind' | 'slug';

const TOKEN = /<(iter|phase|kind|slug)>|(\*\*\/)|(\*)/g;

/** `3`, `2.5`, `3_5`, `07b`; a letter alone only where no letter stands before it: `PHASE_C`, but not `PHASED`. */
const NUMBER_PHASE = /\d+(?:[._]\d+)*[A-Za-z]?/y;
const LETTER_PHASE = /[A-Za-z]/y;
/** `003`, `TVDb001`: something with a digit. */
const ITERATION = /[A-Za-z]*\d+[A-Za-z0-9]*/y;
/** `handoff`, `testing_summary`, `FINAL-STATUS`. */
const KIND = /[A-Za-z][A-Za-z0-9_-]*/y;
const LETTER_OR_DIGIT = /[A-Za-z0-9]/;

const HOLE = /<([^<>]*)>/g;
const holeNames: readonly string[] = ['iter', 'phase', 'kind', 'slug'];
/** Far beyond any that a person writes; the matcher goes as deep as a pattern has parts. */
const LONGEST_PATTERN = 500;

/** @returns what is wrong with a pattern that somebody wrote; undefined if it can be used */
export function mistakeInNamePattern(pattern: string): string | undefined {
  if (pattern === '') return 'A pattern is empty.';
  if (pattern.length > LONGEST_PATTERN) return `A pattern has at most ${LONGEST_PATTERN} characters.`;
  const unknown = [...pattern.matchAll(HOLE)].find(([, name]) => !holeNames.includes(name ?? ''));
  return (
    unknown && `Unknown part \`${unknown[0]}\`. Known: ${holeNames.map((name) => `<${name}>`).join(', ')}, *, **/.`
  );
}

/**
 * Compiles a pattern. Without a slash it is matched against the base name, else against the whole path.
 * Holes: `<iter>`, `<phase>`, `<kind>`, `<slug>`; wild cards: a star within a part, two stars and a slash for any folders.
 */
export function compileNamePattern(pattern: string): NamePattern {
  const tokens = tokenize(pattern);
  const onPath = pattern.includes('/');
  return (path) => match(tokens, onPath ? path : path.slice(path.lastIndexOf('/') + 1));
}

function tokenize(pattern: string): readonly Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const found of pattern.matchAll(TOKEN)) {
    if (found.index > end) tokens.push({ type: 'text', text: pattern.slice(end, found.index).toLowerCase() });
    if (found[1] !== undefined) tokens.push({ type: 'hole', name: found[1] as HoleName });
    else tokens.push({ type: found[2] !== undefined ? 'folders' : 'star' });
    end = found.index + found[0].length;
  }
  if (end < pattern.length) tokens.push({ type: 'text', text: pattern.slice(end).toLowerCase() });
  return tokens;
}

/** Longer than any name that a person gives; keeps the work of a hostile pattern small. */
const LONGEST_PATH = 1024;

function match(tokens: readonly Token[], text: string): NameMatch | undefined {
  if (text.length > LONGEST_PATH) return undefined;
  const lower = text.toLowerCase();
  const dead = new Set<number>();
  const values: Partial<Record<HoleName, string>> = {};

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
        return true;
      }
    }
    dead.add(state);
    return false;
  };

  if (!tryFrom(0, 0)) return undefined;
  return { iter: values.iter, phase: values.phase, kind: values.kind };
}

/** The places where a token that starts at `at` may end, the most wanted first. */
function* ends(token: Exclude<Token, { type: 'star' }>, text: string, lower: string, at: number): Iterable<number> {
  switch (token.type) {
    case 'text':
      if (lower.startsWith(token.text, at)) yield at + token.text.length;
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
  if (name === 'slug') {
    for (let end = partEnd(text, at); end > at; end--) yield end;
  } else if (name === 'phase') {
    yield* phaseEnds(text, at);
  } else {
    for (let end = matchEnd(name === 'iter' ? ITERATION : KIND, text, at); end > at; end--) yield end;
  }
}

function* phaseEnds(text: string, at: number): Iterable<number> {
  const number = matchEnd(NUMBER_PHASE, text, at);
  for (let end = number; end > at; end--) {
    // `3_5` may be phase 3.5 or phase 3 and something that starts with 5, but never phase 3 followed by a digit.
    const last = text[end - 1] ?? '';
    if (last !== '.' && last !== '_' && !/\d\d/.test(text.slice(end - 1, end + 1))) yield end;
  }
  const after = text[at + 1] ?? '';
  const before = text[at - 1] ?? '';
  if (matchEnd(LETTER_PHASE, text, at) > at && !LETTER_OR_DIGIT.test(after) && !LETTER_OR_DIGIT.test(before)) {
    yield at + 1;
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
