import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientId, clientName } from './clientName';
import { startPhaseDocs, type PhaseDocs } from './phaseDocs';

let phaseDocs: PhaseDocs | undefined;

/** Entry for editors with a Node extension host: the server is a process, reached over IPC. */
export function activate(context: vscode.ExtensionContext): PhaseDocs | undefined {
  const module = context.asAbsolutePath('dist/server.js');
  phaseDocs = startPhaseDocs(context, {
    serverReadsFiles: true,
    createClient: (options) =>
      new LanguageClient(clientId, clientName, { module, transport: TransportKind.ipc }, options),
  });
  return phaseDocs;
}

export async function deactivate(): Promise<void> {
  await phaseDocs?.stop();
}
