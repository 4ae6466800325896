/** Renaming, from a position in a document or because files are about to be moved. Nothing is changed by an answer. */
import type { Position } from 'vscode-languageserver-types';
import { applyEdits } from '../features/applyEdits';
import { prepareRename, rename } from '../features/rename/rename';
import {
  ChangeCollector,
  type DocumentChange,
  type FileRename,
  type RenamePlan,
  type RenameProblem,
  type RenameTarget,
} from '../features/rename/renamePlan';
import { followMoves, type MarkdownFile, type RenameSources } from '../features/rename/renameSources';
import { neverCancelled } from '../host';
import type { FileMove } from '../model/fileMoves';
import { reviewPathOf } from '../model/review/reviewFile';
import type { ParsedDocument } from '../syntax/document';
import { parseDocument } from '../syntax/parseDocument';
import type { DocumentAccess } from './documentAccess';
import { parseUri, type Folder } from './folder';
import { movedFolder } from './movedFolder';

export type { DocumentChange, FileRename };

export interface RenameService {
  /** What would be renamed at a position, or why it cannot be; undefined where there is nothing to rename. */
  prepareRename(uri: string, position: Position): Promise<RenameTarget | RenameProblem | undefined>;
  rename(uri: string, position: Position, newName: string): Promise<RenamePlan | RenameProblem | undefined>;
  /** The changes after which all references lead where they led before these files and folders were moved. */
  willRenameFiles(files: readonly FileRename[]): Promise<readonly DocumentChange[]>;
  /** Reviews that belong to these files, and go with them. */
  reviewsOf(files: readonly FileRename[]): readonly FileRename[];
}

const MARKDOWN = /\.(?:md|markdown)$/i;
/** More names than that are not worth looking for before a text is read as Markdown. */
const MOST_NAMES = 30;
const READS_AT_ONCE = 32;

export function createRenameService(documents: DocumentAccess): RenameService {
  const { workspace, load } = documents;
  /** The renames of files that were answered last, with the texts that they lead to. */
  let announced: { readonly files: readonly FileRename[]; readonly texts: ReadonlyMap<string, string> } | undefined;

  /** Who renames again at once finds what was renamed before. */
  const takenIn = () => workspace.filesChanged([], neverCancelled);

  const sourcesOf = (folder: Folder): RenameSources => ({
    project: folder,
    read: async ({ uri }) => (await load(uri))?.document,
    moved: (moves) => movedFolder(folder, moves),
    otherMarkdown: (names, isWanted) => otherMarkdown(folder, names, isWanted),
  });

  const textOf = async (uri: string): Promise<string | undefined> => workspace.readText(uri);

  const otherMarkdown = async (
    folder: Folder,
    names: ReadonlySet<string>,
    isWanted: (path: string) => boolean,
  ): Promise<readonly MarkdownFile[]> => {
    const paths = [...folder.paths].filter(
      (path) => MARKDOWN.test(path) && !folder.entry(path) && workspace.folderOf(folder.uriOf(path))?.folder === folder,
    );
    const spelled = [...names].flatMap((name) => [name, encodeURI(name).toLowerCase()]);
    const mayName = (text: string): boolean => {
      if (names.size > MOST_NAMES) return true;
      const lower = text.toLowerCase();
      return spelled.some((name) => lower.includes(name));
    };
    const found: MarkdownFile[] = [];
    let next = 0;
    const worker = async (): Promise<void> => {
      for (let path = paths[next++]; path !== undefined; path = paths[next++]) {
        const wanted = path;
        const uri = folder.uriOf(wanted);
        const parsed = await parsedIf(uri, (text) => isWanted(wanted) || mayName(text));
        if (parsed) found.push({ uri, path: wanted, parsed });
      }
    };
    await Promise.all(Array.from({ length: READS_AT_ONCE }, worker));
    return found.sort((a, b) => (a.path < b.path ? -1 : 1));
  };

  const parsedIf = async (uri: string, isMeant: (text: string) => boolean): Promise<ParsedDocument | undefined> => {
    const text = await textOf(uri);
    if (text === undefined || !isMeant(text)) return undefined;
    return workspace.openDocuments.get(uri)?.parsed ?? parseDocument(text);
  };

  /** Editors ask again before they carry out a rename that came from here: by then its texts are changed. */
  const isCarriedOut = async (files: readonly FileRename[]): Promise<boolean> => {
    const last = announced;
    if (!last || !files.every((file) => last.files.some((other) => isSame(file, other)))) return false;
    for (const [uri, text] of last.texts) if ((await normalizedText(uri)) !== text) return false;
    return true;
  };

  const normalizedText = async (uri: string): Promise<string | undefined> => {
    const text = await textOf(uri);
    return text === undefined ? undefined : parseDocument(text).text;
  };

  const announce = async ({ changes, files }: RenamePlan): Promise<void> => {
    const texts = new Map<string, string>();
    for (const { uri, edits } of changes) texts.set(uri, applyEdits((await normalizedText(uri)) ?? '', edits));
    announced = files.length > 0 ? { files, texts } : undefined;
  };

  return {
    async prepareRename(uri, position) {
      await takenIn();
      const loaded = await load(uri);
      return loaded && prepareRename(loaded.document, position, sourcesOf(loaded.folder));
    },
    async rename(uri, position, newName) {
      await takenIn();
      const loaded = await load(uri);
      const plan = loaded && (await rename(loaded.document, position, newName, sourcesOf(loaded.folder)));
      if (plan && 'changes' in plan) await announce(plan);
      return plan;
    },
    async willRenameFiles(files) {
      await takenIn();
      const moves = new Map<Folder, FileMove[]>();
      for (const { oldUri, newUri } of files) {
        const place = workspace.folderOf(oldUri);
        const target = workspace.folderOf(newUri);
        // From one workspace folder to another nothing leads: references stay as they are, and are reported.
        if (!place || place.folder !== target?.folder) continue;
        const known = moves.get(place.folder) ?? [];
        moves.set(place.folder, [...known, { from: place.path, to: target.path }]);
      }
      if (await isCarriedOut(files)) return [];
      const changes = new ChangeCollector();
      for (const [folder, own] of moves) await followMoves(sourcesOf(folder), own, changes);
      return changes.changes;
    },
    reviewsOf(files) {
      return files.flatMap(({ oldUri, newUri }) => {
        const place = workspace.folderOf(oldUri);
        const review = reviewPathOf(oldUri);
        const isThere = place?.folder.hasFile(reviewPathOf(place.path)) === true;
        const isMoved = files.some((file) => parseUri(file.oldUri).toString() === parseUri(review).toString());
        return isThere && MARKDOWN.test(oldUri) && !isMoved ? [{ oldUri: review, newUri: reviewPathOf(newUri) }] : [];
      });
    },
  };
}

function isSame(a: FileRename, b: FileRename): boolean {
  const same = (one: string, other: string) => parseUri(one).toString() === parseUri(other).toString();
  return same(a.oldUri, b.oldUri) && same(a.newUri, b.newUri);
}
