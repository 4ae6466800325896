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
import type { ClientSupport } from './clientSupport';
import type { Guard } from './guard';
import type { ProjectState } from './projectState';
import type { EditorSettingsStore } from './settings';
import { toLspDiagnostic, toLspProblem } from './toLsp';

interface ShownReport {
  readonly resultId: string;
  /** Made only if they are sent. */
  readonly items: () => Diagnostic[];
}

export function registerDiagnostics(
  connection: Connection,
  service: PhaseDocsService,
  state: ProjectState,
  settings: EditorSettingsStore,
  support: ClientSupport,
  guard: Guard,
): void {
  const none: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

  const problemsOf = (uri: string) => [
    ...service.configProblems(uri).map((problem) => ({ problem, code: 'configuration' })),
    ...service.reviews.problems(uri).map((problem) => ({ problem, code: 'review' })),
  ];
  /** The id changes when anything is to be shown in another way: typing where nothing is found sends nothing. */
  const reportOf = async (uri: string, token: CancellationToken): Promise<ShownReport> => {
    const { resultId, diagnostics } = await service.report(uri, token);
    const problems = problemsOf(uri);
    const hints = settings.current.hints.enabled;
    const ids = problems.map(({ problem: { range, message } }) => `${range.start.line} ${message}`);
    return {
      resultId: [resultId, hints ? 'hints' : '', ...ids].join('\n'),
      items: () => {
        const shown = hints ? diagnostics : diagnostics.filter(({ severity }) => severity !== 'hint');
        return [
          ...shown.map((each) => toLspDiagnostic(each, support)),
          ...problems.map(({ problem, code }) => toLspProblem(problem, code)),
        ];
      },
    };
  };

  connection.languages.diagnostics.on((params, token) =>
    guard('diagnostic', none, async (): Promise<DocumentDiagnosticReport> => {
      const { textDocument, previousResultId } = params;
      await state.readyFor(textDocument.uri);
      const { resultId, items } = await reportOf(textDocument.uri, token);
      if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items: items() };
    }),
  );

  connection.languages.diagnostics.onWorkspace((params, token, _progress, reporter) =>
    guard<WorkspaceDiagnosticReport>('workspaceDiagnostic', { items: [] }, async () => {
      await state.ready;
      const known = new Map(params.previousResultIds.map(({ uri, value }) => [uri, value]));
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
      ...service.reviews.problems().map(({ uri }) => uri),
      // Documents that are gone get an empty report once.
      ...known.keys(),
    ]);
    for (const uri of uris) {
      if (token.isCancellationRequested) break;
      const report = await reportOf(uri, token);
      if (known.get(uri) === report.resultId) continue;
      const items = report.items();
      if (items.length === 0 && !known.has(uri)) continue;
      reports.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId: report.resultId, items });
    }
    return reports;
  };
}
