import * as vscode from 'vscode';
import { RevealOutputChannelOn, type BaseLanguageClient, type LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/protocol';
import { commandIds } from './commandIds';

/** What differs between an editor on a computer and one in a browser. */
export interface Platform {
  /** Whether the server can read `file:` by itself. A worker cannot. */
  readonly serverReadsFiles: boolean;
  createClient(options: LanguageClientOptions): BaseLanguageClient;
}

/** Reviews of documents, each beside its own. */
const reviewFiles = '**/*.review.yaml';
/** `.phase-docs.yaml`, and what others extend: `shared/phase-docs.yaml`, `team.phase-docs.yaml`. */
const configFile = '**/{.phase-docs,phase-docs,*.phase-docs}.{yaml,yml}';
/** Where schemas of a team usually lie. Those elsewhere are read as well, when they are saved. */
const schemaFiles = ['**/*.phase-schema.{yaml,yml}', '**/schemas/*.{yaml,yml}'];

/** The files to watch are not named here: the server registers them. */
export function createLanguageClient(platform: Platform, output: vscode.LogOutputChannel): BaseLanguageClient {
  const schemes = new Set(vscode.workspace.workspaceFolders?.map((folder) => folder.uri.scheme));
  const clientFiles = !platform.serverReadsFiles || [...schemes].some((scheme) => scheme !== 'file');
  return platform.createClient({
    documentSelector: documentSelector(schemes),
    initializationOptions: {
      clientFiles,
      commandLinks: true,
      isTrusted: vscode.workspace.isTrusted,
    } satisfies InitializationOptions,
    outputChannel: output,
    // The language status tells of trouble; the log opens when someone asks for it.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticPullOptions: { onChange: true, onSave: true },
    markdown: { isTrusted: { enabledCommands: Object.values(commandIds) }, supportThemeIcons: true },
    middleware: {
      // The headings of a document are in the outline already; a second tree of them is only for those who want it.
      provideDocumentSymbols: (document, token, next) => {
        const isAlone = !vscode.extensions.getExtension('vscode.markdown-language-features');
        const isWanted = vscode.workspace.getConfiguration('phaseDocs', document).get('outline.enabled') === true;
        return isAlone || isWanted ? next(document, token) : undefined;
      },
    },
  });
}

/**
 * Documents on disk and in the folders of the workspace, which may be virtual. Not `untitled:`, which belongs to no
 * initiative, nor the editor's own copies of documents (`git:`, previews, chat): their findings would be doubles.
 */
function documentSelector(folderSchemes: Iterable<string>): { scheme: string; language?: string; pattern?: string }[] {
  return [...new Set(['file', 'vscode-remote', ...folderSchemes])].flatMap((scheme) => [
    { scheme, language: 'markdown' },
    { scheme, pattern: configFile },
    { scheme, pattern: reviewFiles },
    ...schemaFiles.map((pattern) => ({ scheme, pattern })),
  ]);
}
