/**
 * References to one or several phases, in file names and in titles: `3.5`, `2-3`, `2_TO_PHASE3`, `4-5-6`, `3CD`,
 * `Phase 3 → 4`. Every pattern here is anchored where it is tried and cannot backtrack.
 */
import type { PhaseId } from './phaseDocument';
import { decimalOrder, parsePhaseId, type PhaseOrder } from './phaseId';

/** One or several phases that something is about. */
export interface PhaseRef {
  /** In the order written; a range of whole numbers is counted out. Never empty. */
  readonly phases: readonly PhaseId[];
  /** How the first is joined to the next: `to` leads from one to the other, `range` and `list` cover all of them. */
  readonly relation: 'single' | 'list' | 'range' | 'to';
}

/** Words in front of an id, as written in lower case, and the unit that they mean; `undefined` is the phase itself. */
const units: ReadonlyMap<string, string | undefined> = new Map(
  ['phase', 'p', 'milestone', 'stage', 'block', 'sprint', 'week', 'day', 'step', 'part', 'iteration', 'wave'].flatMap(
    (word) => {
      const unit = word === 'phase' || word === 'p' ? undefined : word;
      return [[word, unit] as const, [`${word}s`, unit] as const];
    },
  ),
);

/** More ids than anybody lists in one name or title; keeps the work of a hostile one small. */
const MOST_IDS = 16;
/** Longest range that is counted out; a longer one is rather a date or a page. */
const LONGEST_RANGE = 30;

const ID = /\d{1,3}(?:[._]\d{1,3})*(?:[A-Ha-h]{2,4}(?![A-Za-z0-9])|[A-Za-z](?![A-Za-z]))?(?!\d)/y;
const LETTER_ID = /(?:[A-Z]|[IVX]{2,5})(?![A-Za-z0-9])/y;
/** `phase-c-plan`, but not `a` as a word of a title. */
const LOWER_LETTER = /[a-z](?![A-Za-z0-9 ])/y;
/** Between two ids of a name: `-`, `_TO_`, `_AND_`, `+`. Behind it the unit may be told again. */
const NAME_JOINT = /(?:(_|-)(to|and)(?:_|-)|(-|–|&|,|\+))(?:(?:phase|week|day|sprint|p)(?=[_-]?\d)[_-]?)?/iy;
/** Between two ids of a title: ` → `, ` to Phase `, ` & `, `-`. A dash between blanks parts the title, not two ids. */
const TITLE_JOINT = /(?: {0,3}(?:(→|->|⇒|➡|to\b|into\b)|(&|,|\/|\+|and\b)) {0,3}|([-–—]))(?:phases?[ _-]?)?/iy;
const JOINED_LETTERS = /^(.*\d)([A-H]{2,4})$/;
/** The key of an id that ends in a letter: `2A`, `C`. */
const LETTERED = /^(?:[a-z]+ )?\d*[A-Z]$/;
const TITLE_WORD = /\b(phases?|milestones?|stages?|blocks?|sprints?|weeks?|days?|steps?)(?:[ _-]|(?=\d)|(?=[A-Z]\b))/gi;

/** The unit that a word in front of an id means, in singular; null if it is no such word. */
export function unitOfWord(word: string): string | undefined | null {
  const lower = word.toLowerCase();
  return units.has(lower) ? units.get(lower) : null;
}

/** The unit of phases that a team calls so: none for `phase` and `p`, else the word itself. */
export function unitOfPrefix(prefix: string): string | undefined {
  const unit = unitOfWord(prefix);
  return unit === null ? prefix.toLowerCase() : unit;
}

/**
 * The places where a reference that starts at `at` in a file name may end, the longest first: several ids, one id,
 * the id without its last parts.
 */
export function* endsOfNameRef(text: string, at: number): Iterable<number> {
  const first = endOfId(text, at);
  const ends: number[] = [];
  for (let end = first; end > at && ends.length < MOST_IDS;) {
    if (end === first || parseNameRef(text.slice(at, end))) ends.push(end);
    const joint = matchAt(NAME_JOINT, text, end);
    const from = end + (joint?.[0].length ?? 0);
    end = joint ? endOfId(text, from) : at;
    if (end === from) break;
  }
  yield* ends.reverse();
  for (let end = first - 1; end > at; end--) if (isWholeId(text, at, end)) yield end;
}

/** @param text what {@link endsOfNameRef} delimits; `undefined` if it is no reference, such as `11-01` */
export function parseNameRef(text: string, unit?: string, order: PhaseOrder = decimalOrder): PhaseRef | undefined {
  const ref = readRef(text, 0, NAME_JOINT, unit, order);
  return ref?.end === text.length ? ref : undefined;
}

/**
 * The phases that a title names, in order: `Phase 3 → 4 Handoff` one reference, `Phase 2 Week 7` two.
 *
 * @param words further words that stand in front of an id, in lower case
 */
export function phasesInTitle(
  title: string,
  order: PhaseOrder = decimalOrder,
  words: readonly string[] = [],
): PhaseRef[] {
  const found: PhaseRef[] = [];
  const known = new Set<string>();
  TITLE_WORD.lastIndex = 0;
  for (const match of title.matchAll(TITLE_WORD)) {
    const unit = unitOfWord(match[1] ?? '') ?? undefined;
    const ref = readRef(title, match.index + match[0].length, TITLE_JOINT, unit, order);
    // `Phase 2 & Phase 3` was read from its first word.
    if (!ref || ref.phases.every(({ key }) => known.has(key))) continue;
    found.push(ref);
    for (const { key } of ref.phases) known.add(key);
  }
  return [...found, ...words.flatMap((word) => refsBehind(title, word, order))];
}

function refsBehind(title: string, word: string, order: PhaseOrder): PhaseRef[] {
  const lower = title.toLowerCase();
  const found: PhaseRef[] = [];
  for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) {
    const start = at + word.length + (/[ _-]/.test(title.charAt(at + word.length)) ? 1 : 0);
    const ref = /[A-Za-z0-9]/.test(title.charAt(at - 1))
      ? undefined
      : readRef(title, start, TITLE_JOINT, unitOfPrefix(word), order);
    if (ref) found.push(ref);
  }
  return found;
}

function readRef(
  text: string,
  start: number,
  jointPattern: RegExp,
  unit: string | undefined,
  order: PhaseOrder,
): (PhaseRef & { readonly end: number }) | undefined {
  let end = endOfId(text, start);
  let phases = idsOf(text.slice(start, end), unit, order);
  let relation: PhaseRef['relation'] = phases.length > 1 ? 'list' : 'single';
  for (let ids = 1; phases.length > 0 && ids < MOST_IDS; ids++) {
    const joint = matchAt(jointPattern, text, end);
    if (!joint) break;
    const from = end + joint[0].length;
    const next = idsOf(text.slice(from, endOfId(text, from)), unit, order);
    const [first] = next;
    const last = phases.at(-1);
    // A letter behind a number is no phase of its own: `phase-01-x`, `Phase 3-V Model`.
    if (!first || !last || (isLetter(first) && !isLetter(last))) break;
    const how = relationOf(joint, jointPattern, phases.length);
    if (how !== 'list' && !isAfter(first, last)) break;
    if (relation === 'single') relation = how;
    phases = [...phases, ...(how === 'range' ? between(last, first, order) : []), ...next];
    end = endOfId(text, from);
  }
  return phases.length === 0 ? undefined : { phases, relation, end };
}

function relationOf(joint: RegExpExecArray, pattern: RegExp, before: number): 'list' | 'range' | 'to' {
  if (pattern === TITLE_JOINT) return joint[1] !== undefined ? 'to' : joint[3] !== undefined ? 'range' : 'list';
  if (joint[2] !== undefined) return joint[2].toLowerCase() === 'to' ? 'to' : 'list';
  // `4-5-6` lists what it covers, `1-5` leaves it out.
  return joint[3] === '-' || joint[3] === '–' ? (before > 1 ? 'list' : 'range') : 'list';
}

/** The ids that an id with joined letters means, `3CD`, else the one. */
function idsOf(text: string, unit: string | undefined, order: PhaseOrder): readonly PhaseId[] {
  const [, stem, letters] = JOINED_LETTERS.exec(text) ?? [];
  if (stem !== undefined && letters !== undefined) {
    // Letters that follow each other, `CD`, but not `1ST`.
    const all = Array.from({ length: letters.length }, (_, i) => String.fromCharCode(letters.charCodeAt(0) + i));
    return all.join('') === letters ? all.flatMap((letter) => parsePhaseId(stem + letter, unit, order) ?? []) : [];
  }
  const id = parsePhaseId(text, unit, order);
  return id ? [id] : [];
}

function between(from: PhaseId, to: PhaseId, order: PhaseOrder): readonly PhaseId[] {
  const [first, last] = [Number(from.text), Number(to.text)];
  const [stem, letter] = [from.key.slice(0, -1), from.key.charCodeAt(from.key.length - 1)];
  if (LETTERED.test(from.key) && LETTERED.test(to.key) && to.key.startsWith(stem)) {
    const between = to.key.charCodeAt(to.key.length - 1) - letter - 1;
    const texts = Array.from({ length: Math.max(0, between) }, (_, i) => String.fromCharCode(letter + 1 + i));
    // As the first is written: `2a-2c` has a `2b`.
    const start = from.text.slice(0, -1);
    return texts.flatMap((text) => parsePhaseId(start + likeLast(text, from.text), from.unit, order) ?? []);
  }
  if (!Number.isInteger(first) || !Number.isInteger(last) || last - first > LONGEST_RANGE) return [];
  return Array.from({ length: Math.max(0, last - first - 1) }, (_, i) => String(first + 1 + i)).flatMap(
    (text) => parsePhaseId(text, from.unit, order) ?? [],
  );
}

function likeLast(letter: string, text: string): string {
  return /[a-z]$/.test(text) ? letter.toLowerCase() : letter;
}

function isLetter({ text }: PhaseId): boolean {
  return !/\d/.test(text);
}

/** A range goes up, and not by hundreds: `1-2024` and `11-01` are none. */
function isAfter(later: PhaseId, earlier: PhaseId): boolean {
  const [from, to] = [
    Number.parseFloat(earlier.text.replace('_', '.')),
    Number.parseFloat(later.text.replace('_', '.')),
  ];
  if (Number.isNaN(from) || Number.isNaN(to)) return later.text > earlier.text;
  if (to === from) return LETTERED.test(earlier.key) && LETTERED.test(later.key) && later.key > earlier.key;
  return to > from && to - from <= LONGEST_RANGE;
}

function endOfId(text: string, at: number): number {
  return at + (matchAt(ID, text, at)?.[0].length ?? letterLength(text, at));
}

/** A letter alone only where none stands before it: `PHASE_C`, but not `PHASED`. */
function letterLength(text: string, at: number): number {
  if (/[A-Za-z0-9]/.test(text.charAt(at - 1))) return 0;
  return (matchAt(LETTER_ID, text, at) ?? matchAt(LOWER_LETTER, text, at))?.[0].length ?? 0;
}

/** `3` of `3_5notes` and of `3.5`, but never half of a number. */
function isWholeId(text: string, at: number, end: number): boolean {
  const last = text.charAt(end - 1);
  if (last === '.' || last === '_' || /\d\d/.test(text.slice(end - 1, end + 1))) return false;
  return parsePhaseId(text.slice(at, end)) !== undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
