/** The standard language features: each converts, calls the service, and converts back. */
import { CodeActionKind, type CodeAction, type Connection } from 'vscode-languageserver';
import type { PhaseDocsService } from '../service/service';
import type { Guard } from './guard';
import type { ProjectState } from './projectState';
import type { EditorSettingsStore } from './settings';
import { toCodeAction, toLspDiagnostic } from './toLsp';
import type { Range } from 'vscode-languageserver-types';

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
  connection.onCodeAction(({ textDocument, range, context: { only } }, token) =>
    guard<CodeAction[]>('codeAction', [], async () => {
      if (only && !only.some((kind) => includesQuickFixes(kind))) return [];
      await state.ready;
      const found = await service.diagnose(textDocument.uri, token);
      await service.prepareFixes(textDocument.uri);
      return found
        .filter((diagnostic) => touches(diagnostic.range, range))
        .flatMap((diagnostic) => diagnostic.fixes().map((fix) => toCodeAction(fix, toLspDiagnostic(diagnostic))));
    }),
  );
}

/** Kinds are a hierarchy: who asks for `quickfix` or for everything wants quick fixes, who asks for `source` does not. */
function includesQuickFixes(kind: CodeActionKind): boolean {
  return kind === CodeActionKind.Empty || kind === CodeActionKind.QuickFix;
}

function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
