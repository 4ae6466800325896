/** Names of new documents, in the convention of the documents that are there. */
import type { DocumentKind } from '../model/documentKind';
import { baseName, parentFolder } from '../model/paths';
import { kindFromWords } from '../model/kindWords';
import { comparePhases } from '../model/phaseId';
import type { PhaseId } from '../model/phaseDocument';
import type { DocumentEntry } from '../model/project';

/** `8`, `07b`, `3.3.1`, `3_5`: separators kept apart from the parts. */
const phaseParts = /^(\d+)((?:[._]\d+)*)([A-Za-z]?)$/;

/**
 * The id that follows in order: 8 → 9, 08 → 09, 2.5 → 3, 3_5 → 4, 3.3.1 → 3.3.2, 2b → 2c, C → D.
 *
 * @returns undefined where nothing follows: Z
 */
export function suggestNextPhase(phase: string): string | undefined {
  const match = phaseParts.exec(phase);
  if (!match) return /^[A-Za-z]$/.test(phase) ? nextLetter(phase) : undefined;
  const [, whole = '', rest = '', letter = ''] = match;
  if (letter !== '') {
    const next = nextLetter(letter);
    return next === undefined ? increment(whole) : `${whole}${rest}${next}`;
  }
  const last = rest.search(/[._]\d+$/);
  return last <= 0 ? increment(whole) : `${whole}${rest.slice(0, last + 1)}${increment(rest.slice(last + 1))}`;
}

function increment(digits: string): string {
  return String(Number(digits) + 1).padStart(digits.length, '0');
}

function nextLetter(letter: string): string | undefined {
  return letter.toLowerCase() === 'z' ? undefined : String.fromCharCode(letter.charCodeAt(0) + 1);
}

/** How a kind is written in file names, words separated by `_`. */
const kindNames: Readonly<Partial<Record<DocumentKind, string>>> = {
  prompt: 'prompt',
  notes: 'notes',
  decisions: 'decisions',
  handoff: 'handoff',
  'testing-summary': 'testing_summary',
};

/**
 * The path of a document of a kind for a new phase: as documents of that kind are called, the latest ones first, else as
 * other documents are, else by the convention's own pattern.
 */
export function nameDocument(
  documents: readonly DocumentEntry[],
  previous: PhaseId,
  next: PhaseId,
  kind: DocumentKind,
): string {
  const models = inOrderOfUse(documents, previous);
  const ofKind = models.filter(({ identity }) => identity.kind === kind);
  const usual = ofKind.find((model) => ofKind.filter((other) => shapeOf(other) === shapeOf(model)).length > 1);
  const path = usual && movePath(usual, next);
  if (path !== undefined) return path;
  for (const model of ofKind) {
    const moved = movePath(model, next);
    if (moved !== undefined) return withoutSlug(moved, next.text, kind);
  }
  const usesPrompts = models[0]?.identity.preset === 'todo-phase';
  for (const model of models) {
    // In the todo-phase convention prompts are named in a way of their own.
    if (usesPrompts && (kind === 'prompt') !== (model.identity.kind === 'prompt')) continue;
    const moved = movePath(model, next);
    const changed = moved === undefined ? undefined : changeKind(moved, model.identity.kind, kind);
    if (changed !== undefined) return withoutSlug(changed, next.text, kind);
  }
  return nameByPreset(models[0] ?? documents[0], next, kind);
}

/** The previous phase first, then others from the latest to the earliest; none of the whole initiative. */
function inOrderOfUse(documents: readonly DocumentEntry[], previous: PhaseId): readonly DocumentEntry[] {
  const rank = ({ identity }: DocumentEntry): number => (identity.phase?.key === previous.key ? 0 : 1);
  return documents
    .filter(({ identity }) => identity.phase)
    .sort(
      (a, b) =>
        rank(a) - rank(b) ||
        (a.identity.phase && b.identity.phase ? comparePhases(b.identity.phase, a.identity.phase) : 0) ||
        (a.path < b.path ? -1 : 1),
    );
}

/** The file name with a gap for the phase: the same in each phase, unless the name says what one phase was about. */
function shapeOf({ path, identity }: DocumentEntry): string | undefined {
  return identity.phase && replacePhase(baseName(path), identity.phase.text, '<phase>');
}

/** `PHASE9_CLOSEOUT_PROMPT.md` → `PHASE9_PROMPT.md`: what one phase was about says nothing of the next one. */
function withoutSlug(path: string, phase: string, kind: DocumentKind): string {
  const name = baseName(path);
  const dot = name.lastIndexOf('.');
  const start = findKindWords(name.slice(0, dot), kind);
  const slug = new RegExp(`^(.*phase[ _-]?0*${escapeRegExp(phase)}[_-])[A-Za-z].*$`, 'i').exec(name.slice(0, start));
  if (start === undefined || !slug) return path;
  return `${path.slice(0, path.length - name.length)}${slug[1] ?? ''}${name.slice(start)}`;
}

/** The path with the new phase in the place of the old one, in the name and in a folder of the phase. */
function movePath({ path, identity }: DocumentEntry, next: PhaseId): string | undefined {
  if (!identity.phase) return undefined;
  const name = replacePhase(baseName(path), identity.phase.text, next.text);
  if (name === undefined) return undefined;
  const folder = parentFolder(path);
  if (folder === '') return name;
  const own = identity.initiative === '' ? '' : `${identity.initiative}/`;
  const inside = path.startsWith(own) ? folder.slice(own.length) : folder;
  const kept = folder.slice(0, folder.length - inside.length);
  const phase = identity.phase.text;
  const moved = inside
    .split('/')
    .map((part) => (isPhaseFolder(part, phase) ? (replacePhase(part, phase, next.text) ?? part) : part));
  return `${kept}${moved.join('/')}/${name}`.replace(/\/{2,}/g, '/');
}

function isPhaseFolder(name: string, phase: string): boolean {
  return new RegExp(`^(?:phase|p)[ _-]?0*${escapeRegExp(phase)}$`, 'i').test(name);
}

/** Replaces the id behind the word phase, else an id that stands alone, if there is just one. */
function replacePhase(name: string, phase: string, next: string): string | undefined {
  const id = `(0*)${escapeRegExp(phase)}(?![0-9A-Za-z])`;
  const behindWord = new RegExp(`(phase[ _-]?)${id}`, 'i');
  if (behindWord.test(name))
    return name.replace(behindWord, (_all, word: string, zeros: string) => word + pad(zeros, phase, next));
  const alone = new RegExp(`(?<![0-9A-Za-z])${id}`, 'g');
  if ([...name.matchAll(alone)].length !== 1) return undefined;
  return name.replace(alone, (_all, zeros: string) => pad(zeros, phase, next));
}

/** Keeps the width of numbers that are padded with zeros. */
function pad(zeros: string, phase: string, next: string): string {
  const old = zeros + (/^\d+/.exec(phase)?.[0] ?? '');
  const digits = /^\d+/.exec(next)?.[0] ?? '';
  return old.startsWith('0') && old.length > 1 && digits !== ''
    ? next.replace(/^\d+/, digits.padStart(old.length, '0'))
    : next;
}

/** `TODO003_phase9_notes.md` → `TODO003_phase9_testing_summary.md`: in the case and with the separator of the name. */
function changeKind(path: string, from: DocumentKind, to: DocumentKind): string | undefined {
  const words = kindNames[to];
  const name = baseName(path);
  const dot = name.lastIndexOf('.');
  const start = words === undefined ? undefined : findKindWords(name.slice(0, dot), from);
  if (words === undefined || start === undefined) return undefined;
  const old = name.slice(start, dot);
  const before = name.charAt(start - 1);
  const between = old.includes('-') || (before === '-' && !old.includes('_')) ? '-' : '_';
  const cased = old === old.toUpperCase() ? words.toUpperCase() : words;
  const folder = path.slice(0, path.length - name.length);
  return `${folder}${name.slice(0, start)}${cased.replaceAll('_', between)}${name.slice(dot)}`;
}

/** Where the words of the kind begin: the shortest end of the name, behind a separator, that means this kind. */
function findKindWords(stem: string, kind: DocumentKind): number | undefined {
  for (let at = stem.length - 1; at > 0; at--) {
    if (/[_-]/.test(stem.charAt(at - 1)) && kindFromWords(stem.slice(at)) === kind) return at;
  }
  return undefined;
}

function nameByPreset(model: DocumentEntry | undefined, next: PhaseId, kind: DocumentKind): string {
  const words = kindNames[kind] ?? kind;
  const iteration = model?.identity.iteration;
  const isTodo = model?.identity.preset === 'todo-phase' && kind !== 'prompt' && iteration !== undefined;
  const name = isTodo
    ? `TODO${iteration}_phase${next.text}_${words}.md`
    : `PHASE${next.text}_${words.toUpperCase()}.md`;
  const folder = model?.identity.initiative ?? '';
  return folder === '' ? name : `${folder}/${name}`;
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
