import * as vscode from 'vscode';
import { rulePageRequest } from '../../server/src/protocol';
import { clientName } from './clientName';
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
  if (diagnostic.source !== clientName) return undefined;
  const code = typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code;
  return typeof code === 'string' ? code : undefined;
}
