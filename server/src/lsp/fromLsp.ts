/** From LSP's data to ours. */
import { FileChangeType, type FileEvent } from 'vscode-languageserver';
import type { FileChange } from '../service/service';

export function toFileChange({ uri, type }: FileEvent): FileChange {
  switch (type) {
    case FileChangeType.Created:
      return { uri, type: 'created' };
    case FileChangeType.Deleted:
      return { uri, type: 'deleted' };
    default:
      return { uri, type: 'changed' };
  }
}
