/** The standard language features: each converts, calls the service, and converts back. */
import { CodeActionKind, type CodeAction, type Connection } from 'vscode-languageserver';
import type { PhaseDocsService } from '../service/service';
import type { Guard } from './guard';
import type { ProjectState } from './projectState';
import type { EditorSettingsStore } from './settings';
import { toCodeAction, toLspDiagnostic, toRefactoring } from './toLsp';

export function registerLanguageFeatures(
  connection: Connection,
  service: PhaseDocsService,
  state: ProjectState,
  settings: EditorSettingsStore,
  guard: Guard,
): void {
  connection.onHover(({ textDocument, position }) =>
    guard('hover', null, async () => {
      await state.ready;
      return (await service.hover(textDocument.uri, position)) ?? null;
    }),
  );
  connection.onCompletion(({ textDocument, position }) =>
    guard('completion', [], async () => [...(await service.completion(textDocument.uri, position))]),
  );
  connection.onDocumentLinks(({ textDocument }) =>
    guard('documentLink', [], async () => {
      await state.ready;
      return [...(await service.documentLinks(textDocument.uri))];
    }),
  );
  connection.onDocumentSymbol(({ textDocument }) =>
    guard('documentSymbol', [], async () => {
      await state.ready;
      return [...(await service.documentSymbols(textDocument.uri))];
    }),
  );
  connection.onFoldingRanges(({ textDocument }) =>
    guard('foldingRange', [], async () => [...(await service.foldingRanges(textDocument.uri))]),
  );
  connection.onCodeLens(({ textDocument }, token) =>
    guard('codeLens', [], async () => {
      if (!settings.current.codeLens.enabled) return [];
      await state.ready;
      return [...(await service.codeLenses(textDocument.uri, token))];
    }),
  );
  connection.onCodeAction(({ textDocument: { uri }, range, context: { only } }) =>
    guard<CodeAction[]>('codeAction', [], async () => {
      await state.ready;
      const actions: CodeAction[] = [];
      if (includes(only, CodeActionKind.QuickFix)) {
        for (const { diagnostic, fixes } of await service.fixes(uri, range))
          for (const fix of fixes) actions.push(toCodeAction(fix, toLspDiagnostic(diagnostic)));
      }
      if (includes(only, CodeActionKind.RefactorRewrite)) {
        for (const fix of await service.refactorings(uri, range)) actions.push(toRefactoring(fix));
      }
      return actions;
    }),
  );
}

/** Kinds are a hierarchy: who asks for `refactor` or for everything wants rewritings, who asks for `source` does not. */
function includes(only: readonly CodeActionKind[] | undefined, kind: CodeActionKind): boolean {
  return !only || only.some((asked) => asked === CodeActionKind.Empty || `${kind}.`.startsWith(`${asked}.`));
}
