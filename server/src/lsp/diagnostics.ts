/** Pull diagnostics: for one document while typing, for the workspace as one long request that waits for news. */
import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { PhaseDocsService } from '../service/service';
import type { Guard } from './guard';
import type { ProjectState } from './projectState';
import type { EditorSettingsStore } from './settings';
import { toLspDiagnostic, toLspProblem } from './toLsp';

export function registerDiagnostics(
  connection: Connection,
  service: PhaseDocsService,
  state: ProjectState,
  settings: EditorSettingsStore,
  guard: Guard,
): void {
  const none: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

  const problemsOf = (uri: string) => service.configProblems(uri);
  /** Settings change what is shown, so they are part of the id. */
  const resultId = (uri: string) => {
    const problems = problemsOf(uri).map(({ range, message }) => `${range.start.line} ${message}`);
    return [service.resultId(uri), settings.current.hints.enabled ? 'hints' : '', ...problems].join('\n');
  };
  const itemsOf = async (uri: string, token: CancellationToken): Promise<Diagnostic[]> => {
    const found = await service.diagnose(uri, token);
    const shown = settings.current.hints.enabled ? found : found.filter(({ severity }) => severity !== 'hint');
    return [...shown.map(toLspDiagnostic), ...problemsOf(uri).map(toLspProblem)];
  };

  connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }, token) =>
    guard('diagnostic', none, async (): Promise<DocumentDiagnosticReport> => {
      await state.ready;
      const id = resultId(uri);
      if (id === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id };
      return { kind: DocumentDiagnosticReportKind.Full, resultId: id, items: await itemsOf(uri, token) };
    }),
  );

  connection.languages.diagnostics.onWorkspace(({ previousResultIds }, token, _progress, reporter) =>
    guard<WorkspaceDiagnosticReport>('workspaceDiagnostic', { items: [] }, async () => {
      await state.ready;
      const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
      for (;;) {
        const seen = state.changes;
        const items = await changedReports(known, token);
        if (items.length > 0 || token.isCancellationRequested) {
          if (!reporter) return { items };
          reporter.report({ items });
          for (const item of items) known.set(item.uri, item.resultId ?? '');
        }
        if (!(await state.nextChange(seen, token))) return { items: [] };
      }
    }),
  );

  /** Only what is new to the client: it keeps the rest. */
  const changedReports = async (
    known: ReadonlyMap<string, string>,
    token: CancellationToken,
  ): Promise<WorkspaceDocumentDiagnosticReport[]> => {
    const reports: WorkspaceDocumentDiagnosticReport[] = [];
    const uris = new Set([
      ...service.documents().map(({ uri }) => uri),
      ...service.configProblems().map(({ uri }) => uri),
      // Documents that are gone get an empty report once.
      ...known.keys(),
    ]);
    for (const uri of uris) {
      if (token.isCancellationRequested) break;
      const id = resultId(uri);
      if (known.get(uri) === id) continue;
      const items = await itemsOf(uri, token);
      if (items.length === 0 && !known.has(uri)) continue;
      reports.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId: id, items });
    }
    return reports;
  };
}
