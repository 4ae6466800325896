/** Which pairs of characters people write on purpose, though they could be a character that was read wrongly. */
import type { CodePageName } from './codePages';

export type Script =
  /** No character of a text: what is left of signs that were broken twice. */
  'control' | 'sign' | 'latin' | 'greek' | 'cyrillic' | 'hebrew' | 'arabic' | 'indic' | 'cjk' | 'hangul' | 'vietnamese';

/** A few characters that may be one that was read wrongly. Offsets in UTF-16 units. */
export interface Suspect {
  readonly from: number;
  readonly to: number;
  /** The one that it was. */
  readonly was: string;
  /** The script of that one. */
  readonly script: Script;
  readonly codePage: CodePageName;
}

/** What adjoins a suspect, at most: another one that was read by the same code page, or even one of the same script. */
export type Company = 'none' | 'same code page' | 'same script';

/** What follows a word in good text: closing quotes, dots, dashes, signs set above the line. */
const afterWord = new Set('…‘’“”–—•·\u00a0»«›‹®™°ªº²³¹†‡±\u00ad');
/** Of these, what joins a word to the next one. */
const joining = new Set('’‘–—·\u00a0\u00ad±');
/** What also ends a word in Persian, Urdu and Arabic: letters and punctuation. */
const afterArabicWord = new Set('پٹچژڈگکڑںھ،؛؟\u200c\u200d…‘’“”–—•\u00a0»«›‹°');
/** Mathematical signs as they follow `√`, `≈` and `¬`. */
const afterMathSign = new Set('±≤≥¥µ∂∑∏π∫Ω∞≠£¢');
/** Those that hardly ever stand between two letters, and those that never follow `¬`. */
const betweenLetters = new Set('±≤≥¥µ∂≠£¢');
const neverNegated = new Set('±¥µ£¢');

const LETTER = /\p{L}/u;
const LOWER_CASE = /\p{Ll}/u;
const UPPER_CASE = /\p{Lu}/u;
const ASCII_LETTER = /[A-Za-z]/;
const LETTER_OR_DIGIT = /[A-Za-z\d]/;

/** May it be good text? */
export function isOrdinary(text: string, suspect: Suspect, company: Company): boolean {
  if (suspect.script === 'control') return company === 'none';
  switch (suspect.codePage) {
    case 'Windows-1252':
    case 'ISO 8859-1':
      return isOrdinaryWestern(text, suspect, company);
    case 'Mac Roman':
      return isOrdinaryOnMac(text, suspect, company);
    case 'Windows-1256':
      return isOrdinaryArabic(text, suspect, company);
  }
}

function isOrdinaryWestern(text: string, { from, to, script }: Suspect, company: Company): boolean {
  // `3 × 4` and `Ø±0.1` are no Hebrew and no Arabic.
  if (script === 'hebrew' || script === 'arabic') return company !== 'same script';
  if (!every(text, from + 1, to, afterWord)) return false;
  if (company !== 'none') return false;
  const [lead, before, after] = [text.charAt(from), text.charAt(from - 1), text.charAt(to)];
  // `voilÃ`, `Ã®le`: no word is spelt so.
  if (UPPER_CASE.test(lead) && LOWER_CASE.test(before)) return false;
  if (LOWER_CASE.test(after) && !some(text, from + 1, to, joining)) return false;
  // No language has these as a word.
  return !('ÃÂâ'.includes(lead) && !LETTER.test(before));
}

function isOrdinaryOnMac(text: string, { from, to, script }: Suspect, company: Company): boolean {
  const [follower, before, after] = [text.charAt(from + 1), text.charAt(from - 1), text.charAt(to)];
  const inWord = ASCII_LETTER.test(before) && ASCII_LETTER.test(after);
  if (script === 'sign' || script === 'vietnamese') return to - from === 2 && !inWord;
  // `5 Œºs` was `5 μs`.
  if (script === 'greek' && !isLetterOfWord(follower)) return false;
  if (script !== 'latin') return company !== 'same script';
  if (company !== 'none') return false;
  if (afterMathSign.has(follower)) {
    // `¬£3`, `20¬∞C` and `5 m¬≤` were `£3`, `20°C` and `5 m²`.
    if (text.charAt(from) === '¬' && (neverNegated.has(follower) || LETTER_OR_DIGIT.test(before))) return false;
    // ` ¬∑ ` was ` · `.
    if (text.charAt(from) === '¬' && before === ' ' && after === ' ') return false;
    return !(inWord && betweenLetters.has(follower));
  }
  // `3 √ó 4` was `3 × 4`.
  if (text.startsWith('√ó', from) && !LETTER.test(after)) return false;
  // `√Änderung` ticks off a change, `na√Øve` was `naïve`.
  return isLetterOfWord(follower) && !ASCII_LETTER.test(before);
}

/** A letter with which a word may begin behind a sign: not `ª`, `º` and `ß`, and hardly `æ`. */
function isLetterOfWord(character: string): boolean {
  return LETTER.test(character) && !'ªºßæÆ'.includes(character);
}

function isOrdinaryArabic(text: string, { from, to, script }: Suspect, company: Company): boolean {
  switch (script) {
    case 'sign':
      return every(text, from + 1, to, afterArabicWord) && LETTER.test(text.charAt(from - 1));
    case 'latin':
      // `آ§7` was `§7`: no Arabic word is followed by such a sign.
      if (!every(text, from + 1, to, afterArabicWord)) return false;
      return !ASCII_LETTER.test(text.charAt(from - 1)) && !ASCII_LETTER.test(text.charAt(to));
    case 'arabic':
      return company !== 'same script' || every(text, from + 1, to, afterArabicWord);
    default:
      return true;
  }
}

function every(text: string, from: number, to: number, characters: ReadonlySet<string>): boolean {
  for (let i = from; i < to; i++) if (!characters.has(text.charAt(i))) return false;
  return true;
}

function some(text: string, from: number, to: number, characters: ReadonlySet<string>): boolean {
  for (let i = from; i < to; i++) if (characters.has(text.charAt(i))) return true;
  return false;
}
