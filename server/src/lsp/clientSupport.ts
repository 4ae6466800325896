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
}

export function readSupport({ capabilities }: InitializeParams, options: InitializationOptions): ClientSupport {
  const edit = capabilities.workspace?.workspaceEdit;
  const documentChanges = edit?.documentChanges === true;
  return {
    commandLinks: options.commandLinks === true,
    documentChanges,
    createsFiles: documentChanges && edit.resourceOperations?.includes('create') === true,
  };
}
