/** The real server on one end of an in-memory stream, a test on the other. Nothing is faked but the disk. */
import { Duplex } from 'node:stream';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type InitializeResult,
  type ProtocolConnection,
  type WorkspaceEditClientCapabilities,
} from 'vscode-languageserver-protocol/node';
import { createConnection } from 'vscode-languageserver/node';
import type { Host } from '../../server/src/host';
import { startServer } from '../../server/src/lsp/server';

export const rootUri = 'file:///w';

export interface TestClient {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** Path with leading slash to text; the server's host reads from here. */
  readonly files: Map<string, string>;
  /** What the server logged as errors. */
  readonly errors: string[];
  uri(path: string): string;
  /** Resolves when the server has sent this notification or request once more. */
  next(method: string): Promise<unknown>;
  /** Shuts the server down and lets go of the streams. */
  close(): Promise<void>;
}

export async function connect(
  contents: Readonly<Record<string, string>>,
  options: {
    readonly clientFiles?: boolean;
    readonly commandLinks?: boolean;
    readonly host?: Partial<Host>;
    /** What the client says of the edits it can make. */
    readonly workspaceEdit?: WorkspaceEditClientCapabilities;
    /** It asks before files are renamed, and before it asks for a new name. */
    readonly asksForRenames?: boolean;
  } = {},
): Promise<TestClient> {
  const [serverEnd, clientEnd] = pipe();
  const files = new Map(Object.entries(contents));
  const listFiles = () => [...files.keys()].map((path) => path.slice(1));
  const read = (uri: string) => files.get(decodeURIComponent(uri.slice(rootUri.length)));
  const host: Host = {
    listFiles: (uri) => {
      const folder = decodeURIComponent(uri.slice(rootUri.length)).slice(1);
      const inside = listFiles().filter((path) => path.startsWith(folder === '' ? '' : `${folder}/`));
      return Promise.resolve(inside.map((path) => ({ path: folder === '' ? path : path.slice(folder.length + 1) })));
    },
    readFile: (uri) => Promise.resolve(read(uri)),
    ...options.host,
  };
  startServer(createConnection(new StreamMessageReader(serverEnd), new StreamMessageWriter(serverEnd)), {
    createHost: options.clientFiles ? undefined : () => host,
  });

  const connection = createProtocolConnection(new StreamMessageReader(clientEnd), new StreamMessageWriter(clientEnd));
  const errors: string[] = [];
  const waiting = new Map<string, ((params: unknown) => void)[]>();
  const arrived = (method: string, params: unknown) => {
    for (const resolve of waiting.get(method)?.splice(0) ?? []) resolve(params);
  };
  connection.onNotification('window/logMessage', ({ type, message }: { type: number; message: string }) => {
    if (type === 1) errors.push(message);
  });
  for (const method of ['phaseDocs/projectChanged']) {
    connection.onNotification(method, (params: unknown) => arrived(method, params));
  }
  for (const method of [
    'client/registerCapability',
    'window/workDoneProgress/create',
    'workspace/diagnostic/refresh',
    'workspace/codeLens/refresh',
  ]) {
    connection.onRequest(method, (params: unknown) => {
      arrived(method, params);
      return null;
    });
  }
  connection.onRequest('phaseDocs/listFiles', listFiles);
  connection.onRequest('phaseDocs/readFile', ({ uri }: { uri: string }) => read(uri) ?? null);
  connection.onRequest('phaseDocs/readFailure', () => ({ status: 'missing' }));
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: 'w' }],
    initializationOptions: { clientFiles: options.clientFiles ?? false, commandLinks: options.commandLinks ?? false },
    capabilities: {
      workspace: {
        diagnostics: { refreshSupport: true },
        ...(options.workspaceEdit && { workspaceEdit: options.workspaceEdit }),
        ...(options.asksForRenames && { fileOperations: { willRename: true, didRename: true } }),
        didChangeWatchedFiles: { dynamicRegistration: true },
        workspaceFolders: true,
      },
      textDocument: { diagnostic: {}, ...(options.asksForRenames && { rename: { prepareSupport: true } }) },
      window: { workDoneProgress: true },
    },
  });
  await connection.sendNotification('initialized', {});

  return {
    connection,
    initialized,
    files,
    errors,
    uri: (path) => encodeURI(rootUri + path),
    next: (method) =>
      new Promise((resolve) => {
        waiting.set(method, [...(waiting.get(method) ?? []), resolve]);
      }),
    async close() {
      await connection.sendRequest('shutdown');
      connection.end();
      connection.dispose();
      serverEnd.destroy();
      clientEnd.destroy();
    },
  };
}

/** Two ends of one wire. */
function pipe(): [Duplex, Duplex] {
  const ends: Duplex[] = [];
  const make = (other: () => Duplex | undefined) =>
    new Duplex({
      read: () => undefined,
      write(chunk: unknown, _encoding, done) {
        other()?.push(chunk);
        done();
      },
    });
  const a = make(() => ends[1]);
  const b = make(() => ends[0]);
  ends.push(a, b);
  return [a, b];
}
