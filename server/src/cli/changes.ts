/** `--since REF`: only what stands on new lines. */
import { touchesChange } from '../features/changes';
import type { Diagnostic } from '../diagnostic';
import type { Range } from 'vscode-languageserver-types';
import { UsageError } from './io';
import type { CliProject } from './project';

/** For each document by URI, which of its lines are new. */
export type Changes = ReadonlyMap<string, readonly boolean[]>;

/**
 * @param since as typed; undefined: everything is wanted
 * @throws UsageError where git cannot tell
 */
export async function findChanges({ service }: CliProject, since: string | undefined): Promise<Changes | undefined> {
  if (since === undefined) return undefined;
  const changed = await service.reviews.changedLines(since);
  if (!changed) {
    throw new UsageError(
      `\`--since ${since}\` is not possible: git knows no such branch, tag or commit here, or there is no repository.`,
    );
  }
  return changed;
}

/** A finding is new if one of the lines of its document that it is about is: it may speak of several claims. */
export function isNew(
  { range, related = [] }: { readonly range: Range; readonly related?: Diagnostic['related'] },
  uri: string,
  changes: Changes | undefined,
): boolean {
  if (!changes) return true;
  const lines = changes.get(uri) ?? [];
  return [range, ...related.filter((place) => place.uri === uri).map((place) => place.range)].some((place) =>
    touchesChange(place, lines),
  );
}
