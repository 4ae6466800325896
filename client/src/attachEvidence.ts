import * as vscode from 'vscode';
import { attachEvidenceRequest } from '../../server/src/protocol';
import type { Server } from './server';

const kind = vscode.DocumentDropOrPasteEditKind.Empty.append('phaseDocs', 'evidence');
/** Files, as the explorer, the source control view and the desktop give them. */
const filesType = 'text/uri-list';
const textType = 'text/plain';

/**
 * A file that is dropped on a claim, and a file, path or commit that is pasted there, becomes its evidence. Everywhere else
 * the editor does what it always does.
 */
export function registerAttachEvidence(server: Server): vscode.Disposable {
  const selector: vscode.DocumentSelector = { language: 'markdown' };

  const editFor = async (
    document: vscode.TextDocument,
    { line, character }: vscode.Position,
    data: vscode.DataTransfer,
    token: vscode.CancellationToken,
  ): Promise<vscode.WorkspaceEdit | undefined> => {
    if (server.state !== 'running') return undefined;
    const files = readFiles(await data.get(filesType)?.asString());
    const text = files.length > 0 ? undefined : await data.get(textType)?.asString();
    if (files.length === 0 && (text === undefined || !mayBePointer(text))) return undefined;
    const uri = document.uri.toString();
    const params = { uri, position: { line, character }, files, ...(text !== undefined && { text }) };
    const edit = await server.request(attachEvidenceRequest, params, token);
    return edit ? server.toWorkspaceEdit(edit) : undefined;
  };
  const title = vscode.l10n.t('Add as Evidence of the Claim');

  return vscode.Disposable.from(
    vscode.languages.registerDocumentDropEditProvider(
      selector,
      {
        async provideDocumentDropEdits(document, position, data, token) {
          const additional = await editFor(document, position, data, token);
          if (!additional) return undefined;
          const drop = new vscode.DocumentDropEdit('', title, kind);
          drop.additionalEdit = additional;
          return drop;
        },
      },
      { dropMimeTypes: [filesType], providedDropEditKinds: [kind] },
    ),
    vscode.languages.registerDocumentPasteEditProvider(
      selector,
      {
        async provideDocumentPasteEdits(document, [range], data, _context, token) {
          // Pasting over something that is selected replaces it.
          if (!range?.isEmpty) return undefined;
          const additional = await editFor(document, range.start, data, token);
          if (!additional) return undefined;
          const paste = new vscode.DocumentPasteEdit('', title, kind);
          paste.additionalEdit = additional;
          return [paste];
        },
      },
      { pasteMimeTypes: [filesType, textType], providedPasteEditKinds: [kind] },
    ),
  );
}

/** One URI a line; lines with `#` are comments. */
function readFiles(list: string | undefined): readonly string[] {
  return (list ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** Whether it is worth asking: one word, not a page. */
function mayBePointer(text: string): boolean {
  const words = text.trim();
  return words !== '' && words.length <= 500 && !/\s/.test(words);
}
