import * as vscode from 'vscode';
import type {
  DocumentNode,
  FindingCounts,
  InitiativeNode,
  PhaseNode,
  ProgressState,
} from '../../../server/src/protocol';
import { findingParts, progressParts, shortProgress } from './counts';
import { withFolder } from './folderName';
import { createTooltip } from './tooltip';

/** A row of the Phases view: data of the server and the row above. */
export type PhaseTreeNode =
  | { readonly type: 'initiative'; readonly data: InitiativeNode; readonly parent?: undefined }
  | { readonly type: 'phase'; readonly data: PhaseNode; readonly parent: PhaseTreeNode }
  | { readonly type: 'document'; readonly data: DocumentNode; readonly parent: PhaseTreeNode };

export function childrenOf(node: PhaseTreeNode): PhaseTreeNode[] {
  if (node.type === 'document') return [];
  const documents = node.data.documents.map((data) => ({ type: 'document', data, parent: node }) as const);
  if (node.type === 'phase') return documents;
  return [...node.data.phases.map((data) => ({ type: 'phase', data, parent: node }) as const), ...documents];
}

/** The documents of a row, those of its phases included. */
export function documentsBelow(node: PhaseTreeNode): readonly DocumentNode[] {
  return node.type === 'document' ? [node.data] : childrenOf(node).flatMap(documentsBelow);
}

export function toTreeItem(node: PhaseTreeNode): vscode.TreeItem {
  const { data } = node;
  const label = node.type === 'initiative' ? withFolder(data.label, node.data.uri) : data.label;
  const item = new vscode.TreeItem(label, collapsibleState(node));
  item.id = data.id;
  item.contextValue = node.type;
  item.iconPath = iconOf(node);
  item.tooltip = tooltipOf(data);
  // The name of the file is in the tooltip; beside the label it would leave no room for the numbers.
  item.description = shortProgress(data.progress) || (node.type === 'document' ? node.data.description : '');
  const details = [stateName(data.progress.state), ...progressParts(data.progress), ...findingParts(data.counts)];
  item.accessibilityInformation = { label: [label, ...details].join(', ') };
  if (node.type === 'document') {
    const uri = vscode.Uri.parse(node.data.uri);
    // For the number of problems and the state in version control, as in the Explorer.
    item.resourceUri = uri;
    item.command = { command: 'vscode.open', title: vscode.l10n.t('Open Document'), arguments: [uri] };
  }
  return item;
}

/** Finished phases start closed: what is left to do is what people look for. */
function collapsibleState(node: PhaseTreeNode): vscode.TreeItemCollapsibleState {
  if (node.type === 'document') return vscode.TreeItemCollapsibleState.None;
  const { state } = node.data.progress;
  const settled = node.type === 'phase' && (state === 'done' || state === 'cancelled' || state === 'planned');
  return settled ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.Expanded;
}

const stateIcons: Record<ProgressState, string> = {
  done: 'pass',
  partial: 'color-mode',
  active: 'play-circle',
  planned: 'circle-large-outline',
  blocked: 'stop-circle',
  failed: 'error',
  cancelled: 'circle-slash',
  unknown: 'circle-large-outline',
};

/** The shape tells what the documents say, the colour what was found about it: a green tick has both. */
function iconOf({ type, data }: PhaseTreeNode): vscode.ThemeIcon {
  const { state } = data.progress;
  const icon = type === 'document' && state === 'unknown' ? 'file' : stateIcons[state];
  return new vscode.ThemeIcon(icon, colorOf(state, data.counts));
}

function colorOf(state: ProgressState, { errors, warnings }: FindingCounts): vscode.ThemeColor | undefined {
  if (errors > 0 || state === 'failed') return new vscode.ThemeColor('problemsErrorIcon.foreground');
  if (warnings > 0 || state === 'blocked') return new vscode.ThemeColor('problemsWarningIcon.foreground');
  return state === 'done' ? new vscode.ThemeColor('testing.iconPassed') : undefined;
}

function tooltipOf(data: InitiativeNode | PhaseNode | DocumentNode): vscode.MarkdownString {
  const { state, explanation, declared } = data.progress;
  const path = 'description' in data ? data.description : '';
  const found = [...progressParts(data.progress), ...findingParts(data.counts)].join(' · ');
  return createTooltip(
    `${data.label} (${stateName(state)})`,
    path,
    declared === undefined ? '' : vscode.l10n.t('Declared: {0}', declared),
    found === '' ? '' : vscode.l10n.t('Found: {0}', found),
    vscode.l10n.t('Counted: {0}', explanation),
  );
}

function stateName(state: ProgressState): string {
  const names: Record<ProgressState, string> = {
    done: vscode.l10n.t('done'),
    partial: vscode.l10n.t('partly done'),
    active: vscode.l10n.t('in progress'),
    planned: vscode.l10n.t('planned'),
    blocked: vscode.l10n.t('blocked'),
    failed: vscode.l10n.t('failed'),
    cancelled: vscode.l10n.t('cancelled'),
    unknown: vscode.l10n.t('no status found'),
  };
  return names[state];
}
