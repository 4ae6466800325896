/** The 8-bit encodings as which UTF-8 is most often read by mistake, and what their readers would see. */

export type CodePageName = 'Windows-1252' | 'ISO 8859-1' | 'Mac Roman' | 'Windows-1256';

export interface CodePage {
  readonly name: CodePageName;
  /** The characters of the bytes 0x80 to 0xFF; each is one UTF-16 unit. */
  readonly characters: string;
  /** The byte of each of them, by its UTF-16 unit. */
  readonly bytes: ReadonlyMap<number, number>;
}

/** Bytes that Windows-1252 does not assign are read as control characters, as browsers and editors do. */
export const windows1252 = codePage(
  'Windows-1252',
  '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ' +
    '\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿' +
    'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß' +
    'àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ',
);

/** As programs read it that take each byte for the character of that number: `✅` has two control characters. */
export const iso88591 = codePage(
  'ISO 8859-1',
  Array.from({ length: 0x80 }, (_, i) => String.fromCharCode(0x80 + i)).join(''),
);

export const macRoman = codePage(
  'Mac Roman',
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü' +
    '†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø' +
    '¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ' +
    '‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
);

export const windows1256 = codePage(
  'Windows-1256',
  '€پ‚ƒ„…†‡ˆ‰ٹ‹Œچژڈگ‘’“”•–—ک™ڑ›œ\u200c\u200dں' +
    '\u00a0،¢£¤¥¦§¨©ھ«¬\u00ad®¯°±²³´µ¶·¸¹؛»¼½¾؟' +
    'ہءآأؤإئابةتثجحخدذرزسشصض×طظعغـفقك' +
    'àلâمنهوçèéêëىيîïًٌٍَôُِ÷ّùْûü\u200e\u200fے',
);

/** The most frequent first. */
export const codePages: readonly CodePage[] = [windows1252, iso88591, macRoman, windows1256];

function codePage(name: CodePageName, characters: string): CodePage {
  const bytes = new Map<number, number>();
  for (let i = 0; i < characters.length; i++) bytes.set(characters.charCodeAt(i), 0x80 + i);
  return { name, characters, bytes };
}

/** Is there a character that stands on none of the code pages? Those of a misread text all do, what was lost aside. */
export function hasWideCharacter(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0xff && !codePages.some(({ bytes }) => bytes.has(code))) return true;
  }
  return false;
}

/** A character that was read as several. */
export interface Misread {
  readonly character: string;
  /** How many UTF-16 units it was read as. */
  readonly length: number;
}

/** What `character` looks like to somebody who reads its UTF-8 bytes by a code page: `✅` is `âœ…`. */
export function misreadAs(character: string, { characters }: CodePage): string {
  let text = '';
  for (const each of character) {
    for (const byte of utf8(each.codePointAt(0) ?? 0))
      text += byte < 0x80 ? String.fromCharCode(byte) : characters.charAt(byte - 0x80);
  }
  return text;
}

function utf8(code: number): readonly number[] {
  if (code < 0x80) return [code];
  const tail = (shift: number) => 0x80 | ((code >> shift) & 0x3f);
  if (code < 0x800) return [0xc0 | (code >> 6), tail(0)];
  if (code < 0x10000) return [0xe0 | (code >> 12), tail(6), tail(0)];
  return [0xf0 | (code >> 18), tail(12), tail(6), tail(0)];
}

/** The character whose UTF-8 bytes a code page shows as the text at an offset; undefined unless it is well-formed UTF-8. */
export function misreadAt(text: string, offset: number, { bytes }: CodePage): Misread | undefined {
  const lead = bytes.get(text.charCodeAt(offset)) ?? 0;
  if (lead < 0xc2 || lead > 0xf4) return undefined;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  let code = lead & (0x7f >> length);
  for (let i = 1; i < length; i++) {
    const byte = bytes.get(text.charCodeAt(offset + i)) ?? 0;
    if ((byte & 0xc0) !== 0x80) return undefined;
    code = (code << 6) | (byte & 0x3f);
  }
  // Longer than need be, half of a pair, or beyond Unicode.
  const least = length === 3 ? 0x800 : length === 4 ? 0x10000 : 0;
  if (code < least || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  return { character: String.fromCodePoint(code), length };
}
