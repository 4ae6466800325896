/** From our data to LSP's. */
import * as lsp from 'vscode-languageserver';
import { clientCommands } from '../protocol';
import type { Diagnostic, Fix, RelatedPlace, Severity } from '../diagnostic';
import type { ConfigProblem } from '../model/configFile';

const severities: Readonly<Record<Severity, lsp.DiagnosticSeverity>> = {
  error: lsp.DiagnosticSeverity.Error,
  warning: lsp.DiagnosticSeverity.Warning,
  information: lsp.DiagnosticSeverity.Information,
  hint: lsp.DiagnosticSeverity.Hint,
};

/** A finding that is the same object as before is sent as it was: a long document has hundreds, and an edit changes few. */
const converted = new WeakMap<Diagnostic, lsp.Diagnostic>();

export function toLspDiagnostic(diagnostic: Diagnostic): lsp.Diagnostic {
  let known = converted.get(diagnostic);
  if (!known) {
    known = convert(diagnostic);
    converted.set(diagnostic, known);
  }
  return known;
}

function convert({ rule, severity, range, message, related }: Diagnostic): lsp.Diagnostic {
  const diagnostic = { range, severity: severities[severity], code: rule, source: 'Phase Docs', message };
  // Hints are many, and all are sent at every keystroke: what they belong to has the link.
  if (severity === 'hint') return diagnostic;
  return {
    ...diagnostic,
    // A command link is the one kind of link that opens the page inside the editor.
    codeDescription: { href: `command:${clientCommands.showRule}?${encodeURIComponent(JSON.stringify([rule]))}` },
    ...(related.length > 0 && { relatedInformation: related.map(toRelatedInformation) }),
  };
}

function toRelatedInformation({ uri, range, message }: RelatedPlace): lsp.DiagnosticRelatedInformation {
  return { location: { uri, range }, message };
}

export function toLspProblem({ range, message }: ConfigProblem): lsp.Diagnostic {
  return { range, severity: lsp.DiagnosticSeverity.Error, code: 'configuration', source: 'Phase Docs', message };
}

export function toCodeAction(fix: Fix, diagnostic: lsp.Diagnostic): lsp.CodeAction {
  return {
    title: fix.title,
    kind: lsp.CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred: fix.preferred,
    edit: toWorkspaceEdit(fix),
  };
}

/** All safe fixes of a document, as editors apply them on saving. */
export const fixAllKind = `${lsp.CodeActionKind.SourceFixAll}.phaseDocs`;

export function toFixAllAction(uri: string, edits: readonly lsp.TextEdit[]): lsp.CodeAction {
  return { title: 'Fix all safe findings of Phase Docs', kind: fixAllKind, edit: { changes: { [uri]: [...edits] } } };
}

function toWorkspaceEdit(fix: Fix): lsp.WorkspaceEdit {
  return {
    documentChanges: fix.edits.flatMap((edit): (lsp.TextDocumentEdit | lsp.CreateFile)[] => {
      const textDocument = { uri: edit.uri, version: null };
      if (edit.type === 'change') return [{ textDocument, edits: [...edit.edits] }];
      const start = { line: 0, character: 0 };
      return [
        lsp.CreateFile.create(edit.uri, { overwrite: false, ignoreIfExists: false }),
        { textDocument, edits: [{ range: { start, end: start }, newText: edit.text }] },
      ];
    }),
  };
}
