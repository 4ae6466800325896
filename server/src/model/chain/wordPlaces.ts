/** Where the words of a text are. Written out, because every line of every document goes through it. */

/** A word, as offsets in UTF-16 units. */
export interface WordPlace {
  readonly from: number;
  readonly to: number;
}

/** What a character of the first 128 is. */
const NONE = 0;
const LETTER = 1;
/** Joins two parts of a word. */
const JOINT = 2;

const ascii = new Uint8Array(0x80);
for (const [characters, kind] of [
  ['abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789', LETTER],
  ["-'._", JOINT],
] as const) {
  for (const character of characters) ascii[character.charCodeAt(0)] = kind;
}

const APOSTROPHE = 0x2019;
const WIDE_LETTER = /[\p{L}\p{N}]/u;

/** Words of letters and digits, joined by single marks: `end-to-end`, `3.5`, `LlamaParse`, `worker's`. */
export function* wordPlaces(text: string): Iterable<WordPlace> {
  for (let from = wordStart(text, 0); from < text.length;) {
    const to = wordEnd(text, from);
    yield { from, to };
    from = wordStart(text, to);
  }
}

/** Where the next word begins; the end of the text if there is none. */
export function wordStart(text: string, at: number): number {
  let from = at;
  while (from < text.length && letterAt(text, from) === 0) from++;
  return from;
}

/** Where the word that begins at an offset ends. */
export function wordEnd(text: string, from: number): number {
  let at = from;
  for (let next = partAt(text, at); next > 0; next = partAt(text, at)) at += next;
  return at;
}

/** How many units a word goes on with: a letter, or a joint before one. */
function partAt(text: string, at: number): number {
  const letter = letterAt(text, at);
  if (letter > 0) return letter;
  const code = text.charCodeAt(at);
  const isJoint = code < 0x80 ? ascii[code] === JOINT : code === APOSTROPHE;
  const after = isJoint ? letterAt(text, at + 1) : 0;
  return after > 0 ? 1 + after : 0;
}

/** Units of the letter or digit at a place; 0 if there is none. */
function letterAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0x80) return ascii[code] === LETTER ? 1 : NONE;
  if (isSign(code)) return 0;
  const point = text.codePointAt(at);
  if (point === undefined || !WIDE_LETTER.test(String.fromCodePoint(point))) return 0;
  return point > 0xffff ? 2 : 1;
}

/** Dashes, quotes, frames of diagrams, signs: common, and never letters. */
function isSign(code: number): boolean {
  return (code >= 0x2010 && code < 0x2028) || (code >= 0x2500 && code < 0x2700);
}
