/** Initiatives as the views name them. */
import { baseName } from '../model/paths';
import type { DocumentEntry } from '../model/project';

/** The same initiative folder in two workspace folders is two initiatives: the root belongs to the id. */
export function initiativeIdOf({ uri, path, identity }: DocumentEntry): string {
  // Counted in parts: how many characters a part takes depends on what of it is escaped.
  const root = uri.split('/').slice(0, -path.split('/').length).join('/');
  return `${root}\n${identity.initiative}`;
}

/** The folder of the initiative, without a slash at the end. */
export function initiativeUriOf({ uri, path, identity }: DocumentEntry): string {
  const below = path.split('/').length - (identity.initiative === '' ? 0 : identity.initiative.split('/').length);
  return uri.split('/').slice(0, -below).join('/');
}

/** `upload_refactor/003`: a folder that is only a number says nothing without the one above it. */
export function initiativeLabel(folder: string): string {
  if (folder === '') return '(workspace folder)';
  const name = baseName(folder);
  return /^\d/.test(name) ? folder.split('/').slice(-2).join('/') : name;
}

/** Groups in the order in which their first member comes. */
export function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
