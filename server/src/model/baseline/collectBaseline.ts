/** From findings to the entries that make them known. */
import type { Range } from 'vscode-languageserver-types';
import type { ParsedDocument } from '../../syntax/document';
import { keyOfEntry, type Baseline, type BaselineEntry } from './baselineFile';
import { aboutOf } from './documentBaseline';
import { linesAbove } from './lineWords';

export interface BaselineFinding {
  readonly rule: string;
  readonly family: string;
  readonly message: string;
  /** Absolute. */
  readonly range: Range;
}

/** One entry for findings of one rule in lines of the same words, large enough for the last of them. */
export function collectEntries(
  document: ParsedDocument,
  findings: readonly BaselineFinding[],
): readonly BaselineEntry[] {
  const entries = new Map<string, BaselineEntry>();
  for (const { rule, family, message, range } of findings) {
    const { words, above } = linesAbove(document, range.start.line);
    const entry = { rule, words, about: aboutOf(family, message), lines: above + 1 };
    const key = keyOfEntry(entry);
    if ((entries.get(key)?.lines ?? 0) < entry.lines) entries.set(key, entry);
  }
  return [...entries.values()];
}

/** What of a baseline still occurs. @param current what is found now */
export function pruneBaseline(known: Baseline, current: Baseline): Baseline {
  return new Map(
    [...known].map(([path, entries]) => {
      const now = new Map((current.get(path) ?? []).map((entry) => [keyOfEntry(entry), entry.lines]));
      const kept = entries.flatMap((entry) => {
        const lines = Math.min(entry.lines, now.get(keyOfEntry(entry)) ?? 0);
        return lines > 0 ? [{ ...entry, lines }] : [];
      });
      return [path, kept] as const;
    }),
  );
}

/** How many entries of one baseline another one lacks. */
export function countMissing(from: Baseline, other: Baseline): number {
  let missing = 0;
  for (const [path, entries] of from) {
    const there = new Set((other.get(path) ?? []).map(keyOfEntry));
    for (const entry of entries) if (!there.has(keyOfEntry(entry))) missing++;
  }
  return missing;
}
