/** A workspace that lives in memory, behind the real service. */
import assert from 'node:assert/strict';
import type { Diagnostic, Fix } from '../../server/src/diagnostic';
import {
  neverCancelled,
  type Authorship,
  type History,
  type Host,
  type Logger,
  type Past,
} from '../../server/src/host';
import { createPhaseDocsService } from '../../server/src/service/createService';
import type { PhaseDocsService } from '../../server/src/service/service';

export const rootUri = 'file:///w';

export interface InMemoryWorkspace {
  readonly service: PhaseDocsService;
  /** Path with leading slash to text. Change it, then tell the service by `filesChanged`. */
  readonly files: Map<string, string>;
  /** Internal errors that the service survived. */
  readonly errors: string[];
  /** URIs read so far, in order. */
  readonly reads: string[];
  uri(path: string): string;
}

/**
 * @param files path with leading slash to text
 * @param history what version control answers; default: there is none
 * @param readChunks of the host; default: it reads files only as a whole
 * @param authorship likewise
 * @param past the versions that it keeps; default: none
 */
export async function openWorkspace(
  files: Readonly<Record<string, string>>,
  history?: History,
  readChunks?: NonNullable<Host['readChunks']>,
  authorship?: Authorship,
  past?: Past,
): Promise<InMemoryWorkspace> {
  const contents = new Map(Object.entries(files));
  const errors: string[] = [];
  const reads: string[] = [];
  const pathOf = (uri: string) => decodeURIComponent(uri.slice(rootUri.length));
  const host: Host = {
    ...(history && { history }),
    ...(authorship && { authorship }),
    ...(readChunks && { readChunks }),
    listFiles: (uri) => {
      const folder = `${pathOf(uri)}/`;
      const below = [...contents.keys()].filter((path) => path.startsWith(folder));
      return Promise.resolve(below.map((path) => ({ path: path.slice(folder.length) })));
    },
    ...(past && { past }),
    readFile: (uri) => {
      reads.push(uri);
      return Promise.resolve(contents.get(pathOf(uri)));
    },
  };
  const logger: Logger = {
    info: () => undefined,
    error: (message, error) => errors.push(`${message} ${error instanceof Error ? (error.stack ?? '') : ''}`),
  };
  const service = createPhaseDocsService({ host, logger });
  service.addFolder(rootUri);
  await service.scan(neverCancelled);
  return { service, files: contents, errors, reads, uri: (path) => encodeURI(rootUri + path) };
}

/** Findings of one file; fails the test if the service had to survive an internal error. */
export async function diagnose(workspace: InMemoryWorkspace, path: string): Promise<readonly Diagnostic[]> {
  const diagnostics = await workspace.service.diagnose(workspace.uri(path), neverCancelled);
  assert.deepEqual(workspace.errors, []);
  return diagnostics;
}

/** What can be done about the findings of one file. */
export async function fixesOf(
  workspace: InMemoryWorkspace,
  path: string,
  isMeant: (diagnostic: Diagnostic) => boolean,
): Promise<readonly Fix[]> {
  const found = await workspace.service.fixes(workspace.uri(path));
  assert.deepEqual(workspace.errors, []);
  return found.filter(({ diagnostic }) => isMeant(diagnostic)).flatMap(({ fixes }) => fixes);
}

/** The text of a file after a fix. Edits are applied from the end, as LSP wants them not to overlap. */
export function applyFix(workspace: InMemoryWorkspace, path: string, fix: Fix): string {
  let text = workspace.files.get(path) ?? '';
  for (const edit of fix.edits) {
    if (edit.type !== 'change') assert.fail('only changes of one document are expected');
    assert.equal(edit.uri, workspace.uri(path));
    const lines = text.split('\n');
    const offset = (line: number, character: number) =>
      lines.slice(0, line).reduce((sum, before) => sum + before.length + 1, 0) + character;
    const ordered = edit.edits
      .map(({ range, newText }) => ({
        from: offset(range.start.line, range.start.character),
        to: offset(range.end.line, range.end.character),
        newText,
      }))
      .sort((a, b) => b.from - a.from);
    for (const { from, to, newText } of ordered) text = text.slice(0, from) + newText + text.slice(to);
  }
  return text;
}
