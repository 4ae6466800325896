/** Renames in a workspace in memory, carried out as an editor would. */
import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/features/applyEdits';
import type { RenamePlan } from '../../server/src/features/rename/renamePlan';
import { neverCancelled } from '../../server/src/host';
import type { FileChange } from '../../server/src/service/service';
import { openWorkspace, rootUri, type InMemoryWorkspace } from './inMemoryWorkspace';
import { parseMarkedFiles } from './markers';

/**
 * Renames what stands at `$0`, compares all files with what is expected, then renames it back: every byte must be as before.
 *
 * @param after the files that differ, with `//- /path`; others must be untouched, and renamed ones gone
 */
export async function checkRename(before: string, newName: string, after: string): Promise<void> {
  const { workspace, uri, position } = await openAtCursor(before);
  const original = new Map(workspace.files);
  const target = await workspace.service.prepareRename(uri, position);
  assert.ok(target && 'placeholder' in target, 'nothing can be renamed here');
  const plan = await planOf(workspace, uri, position, newName);
  await carryOut(workspace, plan);
  const expected = new Map(original);
  for (const { oldUri } of plan.files) expected.delete(pathOf(oldUri));
  for (const [path, text] of filesOf(after)) expected.set(path, text);
  assert.deepEqual(sorted(workspace.files), sorted(expected));
  const moved = plan.files.find(({ oldUri }) => oldUri === uri)?.newUri ?? uri;
  await carryOut(workspace, await planOf(workspace, moved, position, target.placeholder));
  assert.deepEqual(sorted(workspace.files), sorted(original), 'renaming back leaves something behind');
  assert.deepEqual(workspace.errors, []);
}

/** What is said against a new name for what stands at `$0`. */
export async function refusal(marked: string, newName: string): Promise<string> {
  const { workspace, uri, position } = await openAtCursor(marked);
  const plan = await workspace.service.rename(uri, position, newName);
  assert.ok(plan && 'problem' in plan, 'it is not refused');
  return plan.problem;
}

export async function openAtCursor(marked: string): Promise<{
  readonly workspace: InMemoryWorkspace;
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
}> {
  const files = parseMarkedFiles(marked, defaultPath);
  const workspace = await openWorkspace(Object.fromEntries(filesOf(marked)));
  const at = files.find(({ cursor }) => cursor);
  assert.ok(at?.cursor, 'no $0');
  return { workspace, uri: workspace.uri(at.path), position: at.cursor };
}

const defaultPath = '/docs/001/TODO001_phase4_notes.md';

/** Each ends with a line break. */
export function filesOf(marked: string): readonly (readonly [path: string, text: string])[] {
  return parseMarkedFiles(marked, defaultPath).map(({ path, text }) => [path, `${text.replace(/\n$/, '')}\n`]);
}

async function planOf(
  workspace: InMemoryWorkspace,
  uri: string,
  position: { readonly line: number; readonly character: number },
  newName: string,
): Promise<RenamePlan> {
  const plan = await workspace.service.rename(uri, position, newName);
  assert.ok(plan, 'nothing can be renamed here');
  assert.ok('changes' in plan, 'problem' in plan ? plan.problem : '');
  return plan;
}

/** Moves files as the explorer does, references included. */
export async function moveFiles(
  workspace: InMemoryWorkspace,
  moves: readonly { readonly from: string; readonly to: string }[],
): Promise<void> {
  const files = moves.map(({ from, to }) => ({ oldUri: workspace.uri(from), newUri: workspace.uri(to) }));
  await carryOut(workspace, { changes: await workspace.service.willRenameFiles(files), files });
}

/** Applies the changes, then renames files and folders, and tells the service as a file watcher does. */
export async function carryOut(workspace: InMemoryWorkspace, { changes, files }: RenamePlan): Promise<void> {
  const events: FileChange[] = [];
  for (const { uri, edits } of changes) {
    const text = workspace.files.get(pathOf(uri));
    assert.ok(text !== undefined, `${uri} is not there`);
    workspace.files.set(pathOf(uri), applyEdits(text, edits));
    events.push({ uri, type: 'changed' });
  }
  for (const { oldUri, newUri } of files) {
    for (const [path, text] of [...workspace.files]) {
      const [from, to] = [pathOf(oldUri), pathOf(newUri)];
      if (path !== from && !path.startsWith(`${from}/`)) continue;
      const target = to + path.slice(from.length);
      assert.ok(!workspace.files.has(target), `${target} is overwritten`);
      workspace.files.delete(path);
      workspace.files.set(target, text);
      events.push({ uri: workspace.uri(path), type: 'deleted' }, { uri: workspace.uri(target), type: 'created' });
    }
  }
  await workspace.service.filesChanged(events, neverCancelled);
}

function pathOf(uri: string): string {
  return decodeURIComponent(uri.slice(rootUri.length));
}

function sorted(files: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  return [...files].sort(([a], [b]) => (a < b ? -1 : 1));
}
