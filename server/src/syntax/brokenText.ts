/**
 * Finds text whose UTF-8 bytes were read by another encoding: `âœ…` was `✅`, `CafÃ©` was `Café`. Character by character,
 * because a file may be broken in part, and only what can be read back exactly. Letters and signs that stand side by side in
 * good text (`« café »` with narrow spaces, `„Spaß“`, `2√π`) can look the same: such are taken only in company.
 */
import {
  codePages,
  iso88591,
  macRoman,
  misreadAt,
  windows1252,
  windows1256,
  type CodePage,
  type CodePageName,
} from './codePages';
import { isOrdinary, type Company, type Script, type Suspect } from './ordinaryText';

/** Adjoining characters that were broken in the same way. Offsets in UTF-16 units. */
export interface BrokenText {
  readonly from: number;
  readonly to: number;
  /** What stood there. */
  readonly was: string;
  readonly codePage: CodePageName;
}

/** Scripts of the characters that phase documents are written with; others are read from good text by chance. */
const scripts: readonly (readonly [Script, from: number, to: number])[] = [
  ['control', 0x80, 0x9f],
  ['latin', 0xa0, 0x17f],
  ['vietnamese', 0x1a0, 0x1a1],
  ['vietnamese', 0x1af, 0x1b0],
  ['latin', 0x218, 0x21b],
  ['greek', 0x386, 0x3ce],
  ['cyrillic', 0x400, 0x45f],
  ['cyrillic', 0x490, 0x491],
  ['hebrew', 0x5d0, 0x5ea],
  ['arabic', 0x60c, 0x60c],
  ['arabic', 0x61b, 0x61b],
  ['arabic', 0x61f, 0x61f],
  ['arabic', 0x621, 0x652],
  ['arabic', 0x660, 0x669],
  ['arabic', 0x679, 0x6d2],
  ['indic', 0x900, 0xe7f],
  ['vietnamese', 0x1e00, 0x1eff],
  ['sign', 0x2000, 0x200d],
  ['sign', 0x2010, 0x205e],
  ['sign', 0x2070, 0x209f],
  ['sign', 0x20a0, 0x20bf],
  ['sign', 0x20d0, 0x20ff],
  ['sign', 0x2100, 0x27ff],
  ['sign', 0x2900, 0x297f],
  ['sign', 0x2b00, 0x2bff],
  ['sign', 0x2e00, 0x2e5f],
  ['cjk', 0x3000, 0x30ff],
  ['cjk', 0x3400, 0x9fff],
  ['hangul', 0xac00, 0xd7a3],
  ['sign', 0xfe0e, 0xfe0f],
  ['sign', 0xfeff, 0xfeff],
  ['cjk', 0xff00, 0xffef],
  ['sign', 0x1d400, 0x1d7ff],
  ['sign', 0x1f000, 0x1faff],
];

/** Where a broken character may begin and go on: `âœ`; not plain letters. */
const pair = new RegExp(`[${classOf(0xc2, 0xf4)}][${classOf(0x80, 0xbf)}]`, 'g');

/** The characters that stand for a range of bytes on any of the pages. */
function classOf(first: number, last: number): string {
  return codePages.map(({ characters }) => characters.slice(first - 0x80, last - 0x80 + 1)).join('');
}

const codePagesFrom: Readonly<Record<CodePageName, readonly CodePage[]>> = {
  'Windows-1252': codePages,
  'ISO 8859-1': [iso88591, windows1252, macRoman, windows1256],
  'Mac Roman': [macRoman, windows1252, iso88591, windows1256],
  'Windows-1256': [windows1256, windows1252, iso88591, macRoman],
};

/** Text that was broken twice needs as many turns. */
const mostTurns = 3;

/** The broken parts of a text, in order. Linear in its length. */
export function findBrokenText(text: string): readonly BrokenText[] {
  const suspects = findSuspects(text);
  if (suspects.length === 0) return [];
  const broken = convict(text, suspects);
  return joinAdjoining(broken).map((part) => ({ ...part, was: readBack(part.was) }));
}

/** Is there anything broken in a text? */
export function hasBrokenText(text: string): boolean {
  const suspects = findSuspects(text);
  return suspects.length > 0 && convict(text, suspects).length > 0;
}

function findSuspects(text: string): readonly Suspect[] {
  const found: Suspect[] = [];
  pair.lastIndex = 0;
  for (let match = pair.exec(text); match; match = pair.exec(text)) {
    const suspect = suspectAt(text, match.index, found.at(-1));
    if (suspect) found.push(suspect);
    pair.lastIndex = suspect ? suspect.to : match.index + 1;
  }
  return found;
}

/** Several code pages may show something here: the one counts by which most of what follows can be read. */
function suspectAt(text: string, from: number, last: Suspect | undefined): Suspect | undefined {
  let best: Suspect | undefined;
  let longest = 0;
  for (const page of last?.to === from ? codePagesFrom[last.codePage] : codePages) {
    const suspect = readAt(text, from, page);
    if (!suspect) continue;
    const length = runLength(text, from, page);
    if (length > longest) [best, longest] = [suspect, length];
  }
  return best;
}

function readAt(text: string, from: number, page: CodePage): Suspect | undefined {
  const misread = misreadAt(text, from, page);
  const script = misread && scriptOf(misread.character.codePointAt(0) ?? 0);
  return script && { from, to: from + misread.length, was: misread.character, script, codePage: page.name };
}

/** More need not be looked at to tell. */
const LONGEST_RUN = 4;

/** How many UTF-16 units the next characters take, if they all are broken. */
function runLength(text: string, from: number, page: CodePage): number {
  let at = from;
  for (let i = 0; i < LONGEST_RUN; i++) at = readAt(text, at, page)?.to ?? at;
  return at - from;
}

function scriptOf(code: number): Script | undefined {
  return scripts.find(([, from, to]) => code >= from && code <= to)?.[0];
}

/** Those that cannot be good text, and with them the others of their kind. */
function convict(text: string, suspects: readonly Suspect[]): readonly Suspect[] {
  const kinds = new Set<string>();
  const certain = suspects.map((suspect, i) => {
    const isCertain = !isOrdinary(text, suspect, companyOf(suspects, i));
    if (isCertain && suspect.script !== 'control') kinds.add(kindOf(suspect));
    return isCertain;
  });
  return suspects.filter((suspect, i) => certain[i] === true || kinds.has(kindOf(suspect)));
}

function kindOf({ codePage, script }: Suspect): string {
  return `${codePage} ${script}`;
}

function companyOf(suspects: readonly Suspect[], i: number): Company {
  const suspect = suspects[i];
  const [before, after] = [suspects[i - 1], suspects[i + 1]];
  const adjoining = [before?.to === suspect?.from && before, after?.from === suspect?.to && after].filter(
    (other) => other && other.codePage === suspect?.codePage,
  );
  if (adjoining.length === 0) return 'none';
  return adjoining.some((other) => other && other.script === suspect?.script) ? 'same script' : 'same code page';
}

function joinAdjoining(suspects: readonly Suspect[]): readonly BrokenText[] {
  const joined: BrokenText[] = [];
  for (const { from, to, was, codePage } of suspects) {
    const last = joined.at(-1);
    if (last?.to === from && last.codePage === codePage)
      joined[joined.length - 1] = { ...last, to, was: last.was + was };
    else joined.push({ from, to, was, codePage });
  }
  return joined;
}

/** What was broken twice is still broken once it has been read back. */
function readBack(text: string): string {
  let result = text;
  for (let turn = 1; turn < mostTurns; turn++) {
    const broken = convict(result, findSuspects(result));
    if (broken.length === 0) break;
    let next = '';
    let at = 0;
    for (const { from, to, was } of broken) {
      next += result.slice(at, from) + was;
      at = to;
    }
    result = next + result.slice(at);
  }
  return result;
}
