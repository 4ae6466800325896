/** Wires an LSP connection to the service. Converts and registers; decides nothing about documents. */
import {
  CodeActionKind,
  DidChangeWatchedFilesNotification,
  TextDocumentSyncKind,
  WatchKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { neverCancelled, type Host, type Logger } from '../host';
import type { InitializationOptions } from '../protocol';
import { createPhaseDocsService } from '../service/createService';
import { semanticTokensLegend } from '../reviewProtocol';
import { ClientFilesHost } from './clientFilesHost';
import { readSupport } from './clientSupport';
import { registerCustomRequests } from './customRequests';
import { registerDiagnostics } from './diagnostics';
import { createGuard } from './guard';
import { registerLanguageFeatures } from './languageFeatures';
import { ProjectState } from './projectState';
import { registerRenames, renameCapabilities } from './renames';
import { EditorSettingsStore } from './settings';
import { toFileChange } from './fromLsp';
import { fixAllKind } from './toLsp';

export interface ServerOptions {
  /** The platform's own files; undefined where only the client can read them. */
  readonly createHost: ((options: { readonly isTrusted: boolean }) => Host) | undefined;
}

/** Anything may come or go: references lead to files of every kind, and a folder is one event. */
const watchedForExistence = '**/*';
/** Files whose content matters: documents, configuration, what can be evidence, and sources, which hold tests and lines. */
const watchedForContent =
  '**/*.{md,markdown,yaml,yml,json,xml,info,csv,tap,sarif,log,txt,out,py,ts,tsx,mts,cts,js,jsx,mjs,cjs,rb,go,rs,java,kt,scala,cs,php,swift,c,cc,cpp,h,hpp,sh,sql}';

export function startServer(connection: Connection, { createHost }: ServerOptions): void {
  const logger: Logger = {
    info: (message) => connection.console.info(message),
    error: (message, error) =>
      connection.console.error(error === undefined ? message : `${message}\n${describe(error)}`),
  };
  const guard = createGuard(logger);

  connection.onInitialize((params): InitializeResult => {
    const options = readOptions(params);
    const host =
      createHost && !options.clientFiles
        ? createHost({ isTrusted: options.isTrusted !== false })
        : new ClientFilesHost(connection, logger);
    const snippets = params.capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
    const service = createPhaseDocsService({ host, logger, snippets });
    const settings = new EditorSettingsStore(connection, params.capabilities);
    const state = new ProjectState(connection, service, logger, params.capabilities);

    for (const uri of rootUris(params)) service.addFolder(uri);
    registerDocumentSync(connection, state, guard);
    const support = readSupport(params, options);
    registerDiagnostics(connection, service, state, settings, support, guard);
    registerLanguageFeatures(connection, service, state, settings, support, guard);
    registerRenames(connection, service, state, support, guard);
    registerCustomRequests(connection, service, state, guard);

    connection.onShutdown(() => state.dispose());
    connection.onInitialized(() => {
      // First of all, so that every request that follows waits for the scan.
      state.rescan();
      // Before anything is waited for: folders that come at once are told only once.
      if (params.capabilities.workspace?.workspaceFolders) {
        connection.workspace.onDidChangeWorkspaceFolders((event) => {
          void guard('didChangeWorkspaceFolders', undefined, () => {
            for (const { uri } of event.removed) service.removeFolder(uri);
            for (const { uri } of event.added) service.addFolder(uri);
            state.rescan();
          });
        });
      }
      void guard('initialized', undefined, async () => {
        if (params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
          await connection.client.register(DidChangeWatchedFilesNotification.type, {
            watchers: [
              { globPattern: watchedForExistence, kind: WatchKind.Create | WatchKind.Delete },
              { globPattern: watchedForContent, kind: WatchKind.Change },
            ],
          });
        }
      });
      void guard('settings', undefined, () => settings.initialize(() => state.changed()));
    });

    const { renameProvider, fileOperations } = renameCapabilities(support);
    return {
      serverInfo: { name: 'phase-docs' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        diagnosticProvider: { identifier: 'phase-docs', interFileDependencies: true, workspaceDiagnostics: true },
        codeActionProvider: {
          codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind],
        },
        codeLensProvider: {},
        completionProvider: { triggerCharacters: ['#', '*', ':', ' ', '|', '@', '/', '('] },
        definitionProvider: true,
        referencesProvider: true,
        documentLinkProvider: {},
        documentSymbolProvider: { label: 'Phase Docs' },
        foldingRangeProvider: true,
        hoverProvider: true,
        inlayHintProvider: true,
        semanticTokensProvider: { legend: semanticTokensLegend, full: true, range: true },
        renameProvider,
        workspaceSymbolProvider: true,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true }, fileOperations },
      },
    };
  });

  connection.listen();
}

function registerDocumentSync(
  connection: Connection,
  state: ProjectState,
  guard: ReturnType<typeof createGuard>,
): void {
  const { service } = state;
  connection.onDidOpenTextDocument((params) => {
    void guard('didOpen', undefined, () => {
      const { uri, text } = params.textDocument;
      state.documentChanged(() => service.openDocument(uri, text));
    });
  });
  connection.onDidChangeTextDocument((params) => {
    void guard('didChange', undefined, () => {
      const { textDocument, contentChanges } = params;
      state.documentChanged(() => service.changeDocument(textDocument.uri, contentChanges));
    });
  });
  connection.onDidCloseTextDocument((params) => {
    void guard('didClose', undefined, async () => {
      await service.closeDocument(params.textDocument.uri);
      state.changed();
    });
  });
  connection.onDidChangeWatchedFiles((params) => {
    void guard('didChangeWatchedFiles', undefined, async () => {
      await state.ready;
      const affected = await service.filesChanged(params.changes.map(toFileChange), neverCancelled);
      if (affected.length > 0) state.changed();
    });
  });
}

function readOptions(params: InitializeParams): InitializationOptions {
  const options: unknown = params.initializationOptions;
  const flags: Partial<Record<keyof InitializationOptions, unknown>> =
    typeof options === 'object' && options !== null ? options : {};
  return {
    clientFiles: flags.clientFiles === true,
    commandLinks: flags.commandLinks === true,
    isTrusted: flags.isTrusted !== false,
  };
}

function rootUris(params: InitializeParams): readonly string[] {
  if (params.workspaceFolders) return params.workspaceFolders.map(({ uri }) => uri);
  // Some editors still know one root only.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return params.rootUri ? [params.rootUri] : [];
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
