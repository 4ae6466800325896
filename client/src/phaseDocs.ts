import * as vscode from 'vscode';
import { projectChangedNotification } from '../../server/src/protocol';
import { registerAttachEvidence } from './attachEvidence';
import { answerFileRequests } from './clientFiles';
import { ClaimFilter } from './claims/claimFilter';
import { ClaimIndex } from './claims/claimIndex';
import { clientName } from './clientName';
import { registerCommands } from './commands';
import { createLanguageClient, type Platform } from './languageClient';
import { PhaseProject } from './phaseProject';
import { ReportPanel } from './report/reportPanel';
import { ReviewComments } from './review/reviewComments';
import { ReviewSession } from './review/reviewSession';
import { registerRulePages } from './rulePages';
import { Server } from './server';
import type { Services } from './services';
import { EvidenceView } from './views/evidenceTree';
import { registerLanguageStatus } from './views/languageStatus';
import { registerPhaseTree, type PhaseTreeView } from './views/phaseTree';
import { ReviewView } from './views/reviewTree';
import { registerStatusBar } from './views/statusBar';

/** What `activate` returns, for tests. */
export interface PhaseDocs {
  /** Resolves once the server runs or has failed to start. */
  readonly ready: Promise<void>;
  readonly phases: PhaseTreeView;
  readonly evidence: EvidenceView;
  readonly review: ReviewView;
  readonly comments: ReviewComments;
  stop(): Promise<void>;
}

/** Puts the extension together. An error in it is shown once and written to the log. */
export function startPhaseDocs(context: vscode.ExtensionContext, platform: Platform): PhaseDocs | undefined {
  const output = vscode.window.createOutputChannel(clientName, { log: true });
  context.subscriptions.push(output);
  try {
    return compose(context, platform, output);
  } catch (error) {
    output.error('Phase Docs could not start.', error);
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('Phase Docs could not start: {0}', reason));
    return undefined;
  }
}

function compose(context: vscode.ExtensionContext, platform: Platform, output: vscode.LogOutputChannel): PhaseDocs {
  const server = new Server(() => {
    const client = createLanguageClient(platform, output);
    answerFileRequests(client);
    client.onNotification(projectChangedNotification.name, () => project.invalidate());
    return client;
  }, output);
  const project = new PhaseProject(server, output);
  const base = { server, project, output };
  const phases = registerPhaseTree(base);
  const claims = new ClaimIndex(server, project, output);
  const claimFilter = new ClaimFilter(server, project, context.workspaceState);
  const review = new ReviewSession(server, project, output);
  const comments = new ReviewComments({ ...base, review });
  const evidenceView = new EvidenceView({ claims, claimFilter, project });
  const reviewView = new ReviewView(review);
  let panel: ReportPanel | undefined;
  const report = () => (panel ??= new ReportPanel(base, context.extensionUri));
  const services: Services = { ...base, report, claims, claimFilter, review, comments, evidenceView, reviewView };
  context.subscriptions.push(
    server,
    project,
    phases,
    claims,
    claimFilter,
    review,
    comments,
    evidenceView,
    reviewView,
    ...registerCommands(services),
    registerAttachEvidence(server),
    registerRulePages(server),
    registerStatusBar(services),
    registerLanguageStatus(server, platform.serverReadsFiles),
    { dispose: () => panel?.dispose() },
    showWhenActive(project),
    server.onDidChangeState(() => project.invalidate()),
    // Until then the server asks no version control; that is decided when it starts.
    vscode.workspace.onDidGrantWorkspaceTrust(() => server.restart()),
  );
  const ready = server.start().then(() => project.refresh());
  return { ready, phases, evidence: evidenceView, review: reviewView, comments, stop: () => server.stop() };
}

/** Key bindings and menus appear only in workspaces with phase documents. */
function showWhenActive(project: PhaseProject): vscode.Disposable {
  return project.onDidChange(async () => {
    const { initiatives } = await project.tree();
    await vscode.commands.executeCommand('setContext', 'phaseDocs.active', initiatives.length > 0);
  });
}
