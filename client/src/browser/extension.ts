import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { clientId, clientName } from '../languageClient';
import { startPhaseDocs, type PhaseDocs } from '../phaseDocs';

let phaseDocs: PhaseDocs | undefined;

/** Entry for editors in a browser: the server is a worker and reads files through the editor. */
export function activate(context: vscode.ExtensionContext): PhaseDocs | undefined {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/web/server.js').toString(true);
  phaseDocs = startPhaseDocs(context, {
    serverReadsFiles: false,
    createClient: (options) =>
      new LanguageClient(clientId, clientName, () => Promise.resolve(new Worker(script)), options),
  });
  return phaseDocs;
}

export async function deactivate(): Promise<void> {
  await phaseDocs?.stop();
}
