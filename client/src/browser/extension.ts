import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { clientId, clientName } from '../clientName';
import { startPhaseDocs, type PhaseDocs } from '../phaseDocs';

let phaseDocs: PhaseDocs | undefined;
let worker: Worker | undefined;

/** Entry for editors in a browser: the server is a worker and reads files through the editor. */
export function activate(context: vscode.ExtensionContext): PhaseDocs | undefined {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/web/server.js').toString(true);
  phaseDocs = startPhaseDocs(context, {
    serverReadsFiles: false,
    createClient: (options) => {
      // A restart: nobody else ends a worker, and one that hangs does not end by itself.
      worker?.terminate();
      // Not as a function that returns the worker: the client does not recognise the workers of this host.
      worker = new Worker(script);
      return new LanguageClient(clientId, clientName, worker, options);
    },
  });
  return phaseDocs;
}

export async function deactivate(): Promise<void> {
  await phaseDocs?.stop();
  worker?.terminate();
}
