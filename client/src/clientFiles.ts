import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  listFilesRequest,
  readFailureRequest,
  readFileRequest,
  skippedFolders,
  type ReadFailure,
} from '../../server/src/protocol';

/** Bounds for folders that nobody meant to be read as a whole. */
const maxFiles = 50_000;
const maxBytes = 16 * 1024 * 1024;
/** How many folders are read at once: a virtual file system may answer each from the network. */
const parallel = 16;

/** Lets a server without a file system of its own see the files of the workspace through the editor. */
export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest(listFilesRequest.name, ({ rootUri }: { rootUri: string }, token: vscode.CancellationToken) =>
    listFiles(vscode.Uri.parse(rootUri), token),
  );
  client.onRequest(readFileRequest.name, ({ uri }: { uri: string }) => readFile(vscode.Uri.parse(uri)));
  client.onRequest(readFailureRequest.name, ({ uri }: { uri: string }) => explainFailure(vscode.Uri.parse(uri)));
}

async function listFiles(root: vscode.Uri, token: vscode.CancellationToken): Promise<string[]> {
  const files: string[] = [];
  let folders = [''];
  while (folders.length > 0 && files.length < maxFiles && !token.isCancellationRequested) {
    const batch = folders.slice(0, parallel);
    const found = await Promise.all(batch.map((folder) => readFolder(root, folder)));
    files.push(...found.flatMap((entry) => entry.files));
    folders = [...folders.slice(parallel), ...found.flatMap((entry) => entry.folders)];
  }
  return files.slice(0, maxFiles);
}

interface FolderContent {
  readonly files: string[];
  readonly folders: string[];
}

/** Paths relative to the root. Links to folders are not followed: they can lead in circles. */
async function readFolder(root: vscode.Uri, folder: string): Promise<FolderContent> {
  const content: FolderContent = { files: [], folders: [] };
  let entries: [string, vscode.FileType][];
  try {
    entries = await vscode.workspace.fs.readDirectory(folder ? vscode.Uri.joinPath(root, folder) : root);
  } catch {
    // A folder that may not be read is as good as absent.
    return content;
  }
  for (const [name, type] of entries) {
    const path = folder ? `${folder}/${name}` : name;
    if (type & vscode.FileType.File) content.files.push(path);
    else if (type === vscode.FileType.Directory && !skippedFolders.has(name)) content.folders.push(path);
  }
  return content;
}

/** Null for what is not there, too large or no text. */
async function readFile(uri: vscode.Uri): Promise<string | null> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > maxBytes) return null;
    const bytes = await vscode.workspace.fs.readFile(uri);
    return bytes.includes(0) ? null : new TextDecoder().decode(bytes);
  } catch {
    return null;
  }
}

/** Why {@link readFile} gives nothing. */
async function explainFailure(uri: vscode.Uri): Promise<ReadFailure> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > maxBytes) return { status: 'too-large', mostBytes: maxBytes };
    const bytes = await vscode.workspace.fs.readFile(uri);
    return { status: bytes.includes(0) ? 'not-text' : 'unreadable' };
  } catch (error) {
    const isGone = error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
    return { status: isGone ? 'missing' : 'unreadable' };
  }
}
