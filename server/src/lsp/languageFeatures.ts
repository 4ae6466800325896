/** The standard language features: each converts, calls the service, and converts back. */
import { CodeActionKind, type CodeAction, type Connection } from 'vscode-languageserver';
import type { PhaseDocsService } from '../service/service';
import type { ClientSupport } from './clientSupport';
import type { Guard } from './guard';
import type { ProjectState } from './projectState';
import type { EditorSettingsStore } from './settings';
import { fixAllKind, toCodeAction, toFixAllAction, toFixAllOf, toLspDiagnostic, toRefactoring } from './toLsp';

/** What a client sends is taken apart inside the guard: it may be anything. */
export function registerLanguageFeatures(
  connection: Connection,
  service: PhaseDocsService,
  state: ProjectState,
  settings: EditorSettingsStore,
  support: ClientSupport,
  guard: Guard,
): void {
  connection.onHover((params) =>
    guard('hover', null, async () => {
      const { textDocument, position } = params;
      await state.ready;
      return (await service.hover(textDocument.uri, position)) ?? null;
    }),
  );
  connection.onCompletion((params) =>
    guard('completion', [], async () => [
      ...(await service.completion(params.textDocument.uri, params.position, today())),
    ]),
  );
  connection.onDefinition((params) =>
    guard('definition', [], async () => {
      await state.ready;
      return [...(await service.definitions(params.textDocument.uri, params.position))];
    }),
  );
  connection.onReferences((params) =>
    guard('references', [], async () => {
      const { textDocument, position, context } = params;
      await state.ready;
      return [...(await service.references(textDocument.uri, position, context.includeDeclaration))];
    }),
  );
  connection.onWorkspaceSymbol((params) =>
    guard('workspaceSymbol', [], async () => {
      await state.ready;
      return [...service.workspaceSymbols(params.query)];
    }),
  );
  connection.onDocumentLinks((params) =>
    guard('documentLink', [], async () => {
      await state.ready;
      return [...(await service.documentLinks(params.textDocument.uri))];
    }),
  );
  connection.onDocumentSymbol((params) =>
    guard('documentSymbol', [], async () => {
      await state.ready;
      return [...(await service.documentSymbols(params.textDocument.uri))];
    }),
  );
  connection.onFoldingRanges((params) =>
    guard('foldingRange', [], async () => [...(await service.foldingRanges(params.textDocument.uri))]),
  );
  connection.languages.inlayHint.on((params) =>
    guard('inlayHint', [], async () => {
      const { textDocument, range } = params;
      if (!settings.current.inlayHints.enabled) return [];
      await state.ready;
      return [...(await service.inlayHints(textDocument.uri, range))];
    }),
  );
  connection.languages.semanticTokens.on((params) =>
    guard('semanticTokens', { data: [] }, async () => {
      if (!settings.current.semanticHighlighting.enabled) return { data: [] };
      await state.ready;
      return { data: [...(await service.semanticTokens(params.textDocument.uri))] };
    }),
  );
  connection.languages.semanticTokens.onRange((params) =>
    guard('semanticTokensRange', { data: [] }, async () => {
      const { textDocument, range } = params;
      if (!settings.current.semanticHighlighting.enabled) return { data: [] };
      await state.ready;
      return { data: [...(await service.semanticTokens(textDocument.uri, range))] };
    }),
  );
  connection.onCodeLens((params, token) =>
    guard('codeLens', [], async () => {
      if (!settings.current.codeLens.enabled) return [];
      await state.ready;
      return [...(await service.codeLenses(params.textDocument.uri, token, settings.current.codeLens))];
    }),
  );
  connection.onCodeAction((params) =>
    guard<CodeAction[]>('codeAction', [], async () => {
      const { textDocument, range, context } = params;
      const { only } = context;
      if (only?.some((kind) => includesFixAll(kind))) {
        await state.ready;
        const all = await service.fixAll(textDocument.uri);
        return all && all.edits.length > 0 ? [toFixAllAction(textDocument.uri, all.edits)] : [];
      }
      await state.ready;
      const actions: (CodeAction | undefined)[] = [];
      if (includes(only, CodeActionKind.QuickFix)) {
        const { fixes, rules } = await service.quickFixes(textDocument.uri, range);
        for (const { diagnostic, fix } of fixes)
          actions.push(toCodeAction(fix, toLspDiagnostic(diagnostic, support), support));
        if (support.commandLinks) for (const rule of rules) actions.push(...toFixAllOf(rule, textDocument));
      }
      if (includes(only, CodeActionKind.RefactorRewrite)) {
        for (const fix of await service.refactorings(textDocument.uri, range))
          actions.push(toRefactoring(fix, support));
      }
      return actions.filter((action) => action !== undefined);
    }),
  );
}

/** The day where the author is, `2025-03-31`. */
function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** On saving, editors ask for `source.fixAll`, or for that of one extension alone. */
function includesFixAll(kind: CodeActionKind): boolean {
  return fixAllKind === kind || (fixAllKind.startsWith(`${kind}.`) && kind !== CodeActionKind.Empty);
}

/** Kinds are a hierarchy: who asks for `refactor` or for everything wants rewritings, who asks for `source` does not. */
function includes(only: readonly CodeActionKind[] | undefined, kind: CodeActionKind): boolean {
  return !only || only.some((asked) => asked === CodeActionKind.Empty || `${kind}.`.startsWith(`${asked}.`));
}
