/** What the client can do with what it is sent. */
import type { InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from '../protocol';

export interface ClientSupport {
  /** It follows `command:` links to the commands of `protocol.ts`. Others would show a link that leads nowhere. */
  readonly commandLinks: boolean;
  /** It takes edits with versions, and of several files, as `documentChanges`. */
  readonly documentChanges: boolean;
  /** It creates files that an edit asks for. */
  readonly createsFiles: boolean;
  /** It renames files that an edit asks for. */
  readonly renamesFiles: boolean;
  /** It asks before it carries out edits that are marked so. */
  readonly annotations: boolean;
  /** It asks what would be renamed before it asks for a name. */
  readonly prepareRename: boolean;
  /** It asks for edits before files are renamed in it. */
  readonly willRename: boolean;
  /** It tells of files that were renamed in it. */
  readonly didRename: boolean;
}

export function readSupport({ capabilities }: InitializeParams, options: InitializationOptions): ClientSupport {
  const edit = capabilities.workspace?.workspaceEdit;
  const documentChanges = edit?.documentChanges === true;
  return {
    commandLinks: options.commandLinks === true,
    documentChanges,
    createsFiles: documentChanges && edit.resourceOperations?.includes('create') === true,
    renamesFiles: documentChanges && edit.resourceOperations?.includes('rename') === true,
    annotations: edit?.changeAnnotationSupport !== undefined,
    prepareRename: capabilities.textDocument?.rename?.prepareSupport === true,
    willRename: capabilities.workspace?.fileOperations?.willRename === true,
    didRename: capabilities.workspace?.fileOperations?.didRename === true,
  };
}
