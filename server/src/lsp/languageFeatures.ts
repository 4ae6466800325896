/** The standard language features: each converts, calls the service, and converts back. */
import { CodeActionKind, type CodeAction, type Connection } from 'vscode-languageserver';
import type { PhaseDocsService } from '../service/service';
import type { Guard } from './guard';
import type { ProjectState } from './projectState';
import type { EditorSettingsStore } from './settings';
import { fixAllKind, toCodeAction, toFixAllAction, toLspDiagnostic } from './toLsp';

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
  connection.onCodeAction(({ textDocument, range, context: { only } }) =>
    guard<CodeAction[]>('codeAction', [], async () => {
      if (only?.some((kind) => includesFixAll(kind))) {
        await state.ready;
        const all = await service.fixAll(textDocument.uri);
        return all && all.edits.length > 0 ? [toFixAllAction(textDocument.uri, all.edits)] : [];
      }
      if (only && !only.some((kind) => includesQuickFixes(kind))) return [];
      await state.ready;
      const found = await service.fixes(textDocument.uri, range);
      return found.flatMap(({ diagnostic, fixes }) =>
        fixes.map((fix) => toCodeAction(fix, toLspDiagnostic(diagnostic))),
      );
    }),
  );
}

/** On saving, editors ask for `source.fixAll`, or for that of one extension alone. */
function includesFixAll(kind: CodeActionKind): boolean {
  return fixAllKind === kind || (fixAllKind.startsWith(`${kind}.`) && kind !== CodeActionKind.Empty);
}

/** Kinds are a hierarchy: who asks for `quickfix` or for everything wants quick fixes, who asks for `source` does not. */
function includesQuickFixes(kind: CodeActionKind): boolean {
  return kind === CodeActionKind.Empty || kind === CodeActionKind.QuickFix;
}
