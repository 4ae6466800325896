/** Language server in a browser worker; the client reads the files. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from '../lsp/server';

// The types of a worker and those of a window share the name `self`; here it is a dedicated worker.
const worker = globalThis as unknown as DedicatedWorkerGlobalScope;
startServer(createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker)), {
  createHost: undefined,
});
