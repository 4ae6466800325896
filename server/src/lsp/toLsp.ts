/** From our data to LSP's. */
import * as lsp from 'vscode-languageserver';
import { clientCommands } from '../protocol';
import type { Diagnostic, FileEdit, Fix, RelatedPlace, Severity } from '../diagnostic';
import type { ClientSupport } from './clientSupport';
import type { ConfigProblem } from '../model/configReader';

const severities: Readonly<Record<Severity, lsp.DiagnosticSeverity>> = {
  error: lsp.DiagnosticSeverity.Error,
  warning: lsp.DiagnosticSeverity.Warning,
  information: lsp.DiagnosticSeverity.Information,
  hint: lsp.DiagnosticSeverity.Hint,
};

/** A finding that is the same object as before is sent as it was: a long document has hundreds, and an edit changes few. */
const converted = new WeakMap<Diagnostic, lsp.Diagnostic>();

/** @param support of the one client there is: a connection has no other */
export function toLspDiagnostic(diagnostic: Diagnostic, support: ClientSupport): lsp.Diagnostic {
  let known = converted.get(diagnostic);
  if (!known) {
    known = convert(diagnostic, support);
    converted.set(diagnostic, known);
  }
  return known;
}

function convert(
  { rule, severity, range, message, related }: Diagnostic,
  { commandLinks }: ClientSupport,
): lsp.Diagnostic {
  const diagnostic = { range, severity: severities[severity], code: rule, source: 'Phase Docs', message };
  // Hints are many, and all are sent at every keystroke: what they belong to has the link.
  if (severity === 'hint') return diagnostic;
  return {
    ...diagnostic,
    // A command link is the one kind of link that opens the page inside the editor.
    ...(commandLinks && { codeDescription: { href: rulePageLink(rule) } }),
    ...(related.length > 0 && { relatedInformation: related.map(toRelatedInformation) }),
  };
}

function toRelatedInformation({ uri, range, message }: RelatedPlace): lsp.DiagnosticRelatedInformation {
  return { location: { uri, range }, message };
}

function rulePageLink(rule: string): string {
  return `command:${clientCommands.showRule}?${encodeURIComponent(JSON.stringify([rule]))}`;
}

/** @param code what kind of file it is about */
export function toLspProblem({ range, message }: ConfigProblem, code: string): lsp.Diagnostic {
  return { range, severity: lsp.DiagnosticSeverity.Error, code, source: 'Phase Docs', message };
}

/** Undefined for a fix that the client cannot apply. */
export function toCodeAction(fix: Fix, diagnostic: lsp.Diagnostic, support: ClientSupport): lsp.CodeAction | undefined {
  const edit = toWorkspaceEdit(fix, support);
  return (
    edit && {
      title: fix.title,
      kind: lsp.CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      isPreferred: fix.preferred,
      edit,
    }
  );
}

/** All safe fixes of a document, as editors apply them on saving. */
export const fixAllKind = `${lsp.CodeActionKind.SourceFixAll}.phaseDocs`;

export function toFixAllAction(uri: string, edits: readonly lsp.TextEdit[]): lsp.CodeAction {
  return { title: 'Fix all safe findings of Phase Docs', kind: fixAllKind, edit: { changes: { [uri]: [...edits] } } };
}

/** An edit of something that nothing is wrong with. Undefined for one that the client cannot apply. */
export function toRefactoring(fix: Fix, support: ClientSupport): lsp.CodeAction | undefined {
  const edit = toWorkspaceEdit(fix, support);
  return edit && { title: fix.title, kind: lsp.CodeActionKind.RefactorRewrite, edit };
}

function toWorkspaceEdit({ edits }: Fix, support: ClientSupport): lsp.WorkspaceEdit | undefined {
  if (!support.createsFiles && edits.some(({ type }) => type === 'create')) return undefined;
  return support.documentChanges
    ? { documentChanges: edits.flatMap(toDocumentChanges) }
    : { changes: toChanges(edits) };
}

function toDocumentChanges(edit: FileEdit): (lsp.TextDocumentEdit | lsp.CreateFile)[] {
  const textDocument = { uri: edit.uri, version: null };
  if (edit.type === 'change') return [{ textDocument, edits: [...edit.edits] }];
  const start = { line: 0, character: 0 };
  return [
    lsp.CreateFile.create(edit.uri, { overwrite: false, ignoreIfExists: false }),
    { textDocument, edits: [{ range: { start, end: start }, newText: edit.text }] },
  ];
}

function toChanges(edits: readonly FileEdit[]): Record<string, lsp.TextEdit[]> {
  const changes: Record<string, lsp.TextEdit[]> = {};
  for (const edit of edits) if (edit.type === 'change') (changes[edit.uri] ??= []).push(...edit.edits);
  return changes;
}
