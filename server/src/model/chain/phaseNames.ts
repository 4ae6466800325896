/** Phases that a text names. */
import { parsePhaseId } from '../phaseId';

/** `Phase 8`, `phase 3.5`, `Phase 2b`, `Phase C`, `Phases 1-8`; not `phased`, `phase a` (an article), `multi-phase`, `PHASE8_TODO.md`. */
const NAMED =
  /(?<![\p{L}-])[Pp](?:hases?|HASES?)[ _-]?(?:(\d+(?:[._]\d+)*[A-Za-z]?)|[ _-]?([A-Z]))(?![\p{L}\d_/]|\.\w)/gu;
/** After the first of several: `Phases 1-8`, `Phase 1 to 3`, `Phases 1, 2 and 3`, `Phase 1 & 2`. */
const AND_MORE = /^\s*(?:[-–—&,/+→]|->|to|through|and)\s*(?:\d|[Pp]hases?\s*\d)/;

export interface NamedPhases {
  /** Keys in order of their first mention. */
  readonly keys: readonly string[];
  /** A range or list: what is said is not said of one phase. */
  readonly several: boolean;
  /** The first name stands at the beginning, signs and list numbers aside. */
  readonly leading: boolean;
  /** Offset after the first name. */
  readonly end: number;
}

/** The phases named in plain words. */
export function phasesNamed(text: string): NamedPhases {
  const keys = new Set<string>();
  let several = false;
  let leading = false;
  let end = 0;
  if (!/phase/i.test(text)) return { keys: [], several, leading, end };
  for (const match of text.matchAll(NAMED)) {
    const key = parsePhaseId(match[1] ?? match[2] ?? '')?.key;
    if (key === undefined) continue;
    const after = match.index + match[0].length;
    if (keys.size === 0) {
      leading = !/\p{L}/u.test(text.slice(0, match.index));
      end = after;
    }
    keys.add(key);
    if (AND_MORE.test(text.slice(after, after + 16))) several = true;
  }
  return { keys: [...keys], several: several || keys.size > 1, leading, end };
}

/** The one phase that a text is about: it names no other. */
export function onlyPhase(text: string): string | undefined {
  const { keys, several } = phasesNamed(text);
  return several ? undefined : keys[0];
}

/** What a phase is called within a sentence: `phase 8`; `day 3`, whose key says what it counts. */
export function nameOfPhase(key: string): string {
  return key.includes(' ') ? key : `phase ${key}`;
}

/** {@link nameOfPhase} at the beginning of one. */
export function startWithPhase(key: string): string {
  const name = nameOfPhase(key);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
