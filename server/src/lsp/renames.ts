/** Renaming over LSP: what the client says that it can do decides what it is offered. */
import {
  LSPErrorCodes,
  RenameFile,
  ResponseError,
  type Connection,
  type ServerCapabilities,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { neverCancelled } from '../host';
import type { DocumentChange, FileRename } from '../service/renameService';
import type { FileChange, PhaseDocsService } from '../service/service';
import type { ClientSupport } from './clientSupport';
import type { Guard } from './guard';
import type { ProjectState } from './projectState';

const confirmation = 'phaseDocs.renameFile';

/** References lead to files of every kind, and to folders. */
const allFiles = { filters: [{ pattern: { glob: '**' } }] };

export function renameCapabilities(support: ClientSupport): Pick<ServerCapabilities, 'renameProvider'> & {
  readonly fileOperations: NonNullable<ServerCapabilities['workspace']>['fileOperations'];
} {
  return {
    renameProvider: support.prepareRename ? { prepareProvider: true } : true,
    fileOperations: {
      ...(support.willRename && { willRename: allFiles }),
      ...(support.didRename && { didRename: allFiles }),
    },
  };
}

export function registerRenames(
  connection: Connection,
  service: PhaseDocsService,
  state: ProjectState,
  support: ClientSupport,
  guard: Guard,
): void {
  connection.onPrepareRename((params) =>
    guard<{ range: DocumentRange; placeholder: string } | ResponseError | null>('prepareRename', null, async () => {
      await state.ready;
      const target = await service.prepareRename(params.textDocument.uri, params.position);
      if (!target) return null;
      if ('problem' in target) return refusal(target.problem);
      return { range: target.range, placeholder: target.placeholder };
    }),
  );
  connection.onRenameRequest((params) =>
    guard<WorkspaceEdit | ResponseError | null>('rename', null, async () => {
      await state.ready;
      const plan = await service.rename(params.textDocument.uri, params.position, params.newName);
      if (!plan) return null;
      if ('problem' in plan) return refusal(plan.problem);
      if (plan.files.length > 0 && !support.renamesFiles)
        return refusal(
          'This editor does not rename files when it is asked to. Rename the file yourself; references that it leaves behind are reported, each with its fix.',
        );
      return toWorkspaceEdit(plan.changes, plan.files, support);
    }),
  );
  // File watchers may take a while: who renames again at once finds what was renamed before.
  connection.workspace.onDidRenameFiles(({ files }) => {
    void guard('didRenameFiles', undefined, async () => {
      const changes = files.flatMap(({ oldUri, newUri }): FileChange[] => [
        { uri: oldUri, type: 'deleted' },
        { uri: newUri, type: 'created' },
      ]);
      await state.ready;
      if ((await service.filesChanged(changes, neverCancelled)).length > 0) state.changed();
    });
  });
  connection.workspace.onWillRenameFiles(({ files }) =>
    guard<WorkspaceEdit | null>('willRenameFiles', null, async () => {
      await state.ready;
      const changes = await service.willRenameFiles(files);
      const reviews = support.renamesFiles ? service.reviewsOf(files) : [];
      return changes.length + reviews.length === 0
        ? null
        : toWorkspaceEdit(changes, reviews, { ...support, annotations: false });
    }),
  );
}

type DocumentRange = Extract<DocumentChange['edits'][number], { range: unknown }>['range'];

function refusal(problem: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, problem);
}

/** Files are renamed last, because the changes speak of the old names; an editor that can asks before it does. */
function toWorkspaceEdit(
  changes: readonly DocumentChange[],
  files: readonly FileRename[],
  { documentChanges, annotations }: ClientSupport,
): WorkspaceEdit {
  if (!documentChanges) return { changes: Object.fromEntries(changes.map(({ uri, edits }) => [uri, [...edits]])) };
  const isAnnotated = annotations && files.length > 0;
  const texts = changes.map(({ uri, edits }): TextDocumentEdit => {
    const own = isAnnotated ? edits.map((edit) => ({ ...edit, annotationId: confirmation })) : [...edits];
    return { textDocument: { uri, version: null }, edits: own };
  });
  const renames = files.map(({ oldUri, newUri }) =>
    RenameFile.create(
      oldUri,
      newUri,
      { overwrite: false, ignoreIfExists: false },
      isAnnotated ? confirmation : undefined,
    ),
  );
  return {
    documentChanges: [...texts, ...renames],
    ...(isAnnotated && {
      changeAnnotations: {
        [confirmation]: {
          label: 'Rename document',
          description: 'with all references to it',
          needsConfirmation: true,
        },
      },
    }),
  };
}
