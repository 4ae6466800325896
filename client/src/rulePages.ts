import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { rulePageRequest } from '../../server/src/protocol';
import { commandIds } from './commandIds';
import type { Server } from './server';

const scheme = 'phase-docs-rule';

/** Address of a rule's page inside the editor; the name makes it Markdown. */
export function rulePageUri(rule: string): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${rule}.md` });
}

/** Shows pages of rules as read-only documents. */
export function registerRulePages(server: Server): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent(uri, token) {
      const rule = uri.path.slice(1, -'.md'.length);
      const page = await server.request(rulePageRequest, { rule }, token);
      return page ?? vscode.l10n.t('There is no rule with the id "{0}".', rule);
    },
  });
}

/** The id of the rule behind a diagnostic of ours, undefined for others'. */
export function ruleOf(diagnostic: vscode.Diagnostic): string | undefined {
  if (diagnostic.source !== 'phase-docs') return undefined;
  const code = typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code;
  return typeof code === 'string' ? code : undefined;
}

/** Makes the rule id beside a diagnostic a link to the rule's page, where the editor has pages. */
export const linkRulePages: Middleware = {
  async provideDiagnostics(document, previousResultId, token, next) {
    const report = await next(document, previousResultId, token);
    if (report && 'items' in report) report.items.forEach(linkRulePage);
    return report;
  },
  provideWorkspaceDiagnostics: (resultIds, token, report, next) =>
    next(resultIds, token, (chunk) => {
      for (const item of chunk?.items ?? []) if ('items' in item) item.items.forEach(linkRulePage);
      report(chunk);
    }),
};

function linkRulePage(diagnostic: vscode.Diagnostic): void {
  const rule = ruleOf(diagnostic);
  if (rule === undefined) return;
  const target = vscode.Uri.from({
    scheme: 'command',
    path: commandIds.showRule,
    query: JSON.stringify([rule]),
  });
  diagnostic.code = { value: rule, target };
}
