/** The part of a baseline that is about one version of one document. */
import type { Position } from 'vscode-languageserver-types';
import type { Waiver } from '../suppressions';
import type { ParsedDocument } from '../../syntax/document';
import { keyOfEntry, type BaselineEntry } from './baselineFile';
import { linesAbove } from './lineWords';

export interface DocumentBaseline {
  /** The same object as long as the baseline is the same. */
  readonly entries: readonly BaselineEntry[];
  /** Why a finding of a rule that begins there is not reported; undefined for a new one. */
  covering(rule: string, about: string, start: Position): Waiver | undefined;
}

/** What reports tell as the reason. */
export const baselineReason = 'known, in the baseline';

const lineCounts = new WeakMap<readonly BaselineEntry[], ReadonlyMap<string, number>>();

export function baselineOf(document: ParsedDocument, entries: readonly BaselineEntry[]): DocumentBaseline {
  let counts = lineCounts.get(entries);
  if (!counts) {
    counts = new Map(entries.map((entry) => [keyOfEntry(entry), entry.lines]));
    lineCounts.set(entries, counts);
  }
  const known = counts;
  const places = new Map<number, ReturnType<typeof linesAbove>>();
  return {
    entries,
    covering(rule, about, start) {
      const place = places.get(start.line) ?? linesAbove(document, start.line);
      places.set(start.line, place);
      const lines = known.get(keyOfEntry({ rule, words: place.words, about })) ?? 0;
      if (place.above >= lines) return undefined;
      return { rule, range: { start, end: start }, form: 'baseline', reason: baselineReason };
    },
  };
}

/**
 * What a finding is about, where its line does not tell: what its message quotes. Claims are told by their line alone;
 * their messages count the other claims of the section.
 */
export function aboutOf(family: string, message: string): string {
  if (family === 'claims') return '';
  return [...message.matchAll(/"([^"]*)"/g)].map(([, quoted = '']) => quoted).join(' | ');
}
