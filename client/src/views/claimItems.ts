import * as vscode from 'vscode';
import type { AnswerNode, EvidenceNode } from '../../../server/src/reviewProtocol';
import type { PlacedClaim } from '../claims/claimIndex';
import {
  answerIcon,
  answerText,
  isSamePerson,
  personName,
  reviewStateName,
  reviewStateSign,
  verdictIcon,
  verdictName,
} from '../claims/claimWords';
import { commandIds } from '../commandIds';
import { createTooltip } from './tooltip';

/** A row of the Evidence view or the Review view. */
export type ClaimTreeNode = ClaimGroup | ClaimRow | PointerRow | AnswerRow | LostRow;

export interface ClaimGroup {
  readonly type: 'group';
  readonly id: string;
  readonly label: string;
  readonly tooltip: string;
  readonly icon: vscode.ThemeIcon | undefined;
  readonly claims: readonly PlacedClaim[];
  readonly parent?: undefined;
}

export interface ClaimRow extends PlacedClaim {
  readonly type: 'claim';
  readonly id: string;
  readonly parent: ClaimGroup | undefined;
  /** Who wrote its line, if that was asked and is known. */
  readonly author: string | undefined;
}

/** Something that a claim points to. */
export interface PointerRow {
  readonly type: 'pointer';
  readonly id: string;
  readonly pointer: EvidenceNode;
  readonly index: number;
  readonly parent: ClaimRow;
}

/** What a reviewer said of a claim. */
export interface AnswerRow {
  readonly type: 'answer';
  readonly id: string;
  readonly answer: AnswerNode;
  readonly parent: ClaimRow;
}

/** An answer whose claim is gone. */
export interface LostRow {
  readonly type: 'lost';
  readonly id: string;
  readonly answer: AnswerNode;
  readonly parent?: undefined;
}

export function claimRow(placed: PlacedClaim, parent?: ClaimGroup, author?: string): ClaimRow {
  const { document, claim } = placed;
  return { ...placed, type: 'claim', id: `${parent?.id ?? ''}\n${document.uri}\n${claim.id}`, parent, author };
}

export function childrenOfClaimNode(node: ClaimTreeNode): readonly ClaimTreeNode[] {
  switch (node.type) {
    case 'group':
      return node.claims.map((claim) => claimRow(claim, node));
    case 'claim':
      return [...answerRows(node), ...pointerRows(node)];
    case 'pointer':
    case 'answer':
    case 'lost':
      return [];
  }
}

function pointerRows(parent: ClaimRow): readonly PointerRow[] {
  return parent.claim.evidence.map((pointer, index) => {
    return { type: 'pointer', id: `${parent.id}\np${index}`, pointer, index, parent };
  });
}

function answerRows(parent: ClaimRow): readonly AnswerRow[] {
  return parent.claim.review.answers.map((answer, index) => {
    return { type: 'answer', id: `${parent.id}\na${index}`, answer, parent };
  });
}

/** The row of whatever type; the views differ in the rows that they make. */
export function toClaimTreeItem(node: ClaimTreeNode, withDocument: boolean): vscode.TreeItem {
  switch (node.type) {
    case 'group':
      return toGroupItem(node);
    case 'claim':
      return toClaimItem(node, withDocument);
    case 'pointer':
      return toPointerItem(node);
    case 'answer':
      return toAnswerItem(node);
    case 'lost':
      return toLostItem(node);
  }
}

function toGroupItem({ id, label, tooltip, icon, claims }: ClaimGroup): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  const count = claims.length === 1 ? vscode.l10n.t('1 claim') : vscode.l10n.t('{0} claims', claims.length);
  item.id = id;
  item.contextValue = 'claimGroup';
  item.description = String(claims.length);
  item.tooltip = createTooltip(label, tooltip, count);
  item.accessibilityInformation = { label: `${label}, ${count}` };
  if (icon) item.iconPath = icon;
  return item;
}

/** @param withDocument whether the row has to say in which document it stands */
function toClaimItem({ id, document, claim, author }: ClaimRow, withDocument: boolean): vscode.TreeItem {
  const { label, verdict, evidence, review, range, explanation, section } = claim;
  const collapsible = evidence.length + review.answers.length > 0 ? 'Collapsed' : 'None';
  const sign = reviewStateSign(review.state);
  const item = new vscode.TreeItem(`${sign} ${label}`.trim(), vscode.TreeItemCollapsibleState[collapsible]);
  const line = vscode.l10n.t('line {0}', range.start.line + 1);
  item.id = id;
  item.iconPath = verdictIcon(verdict);
  item.description = withDocument ? `${document.label}:${range.start.line + 1}` : line;
  item.contextValue = ['claim', ...traitsOf(claim)].join(' ');
  item.tooltip = createTooltip(
    label,
    verdict === 'waived' ? explanation : `${verdictName(verdict)}: ${explanation}`,
    `${document.fileName}, ${section === undefined ? line : `${section}, ${line}`}`,
    author === undefined ? '' : vscode.l10n.t('Written by {0}', personName(author)),
    ...review.answers.map(answerText),
  );
  const state = review.state === 'not reviewed' ? [] : [reviewStateName(review.state)];
  item.accessibilityInformation = { label: [label, verdictName(verdict), document.label, line, ...state].join(', ') };
  const selection = new vscode.Range(range.start.line, range.start.character, range.start.line, range.start.character);
  item.command = {
    command: 'vscode.open',
    title: vscode.l10n.t('Open Claim'),
    arguments: [vscode.Uri.parse(document.uri), { selection } satisfies vscode.TextDocumentShowOptions],
  };
  return item;
}

/** What can be done with a claim; menus ask for it. */
function traitsOf({ evidence, measured, verdict }: PlacedClaim['claim']): string[] {
  const traits: string[] = [];
  if (evidence.some(({ leads }) => leads)) traits.push('evidence');
  if (measured !== undefined) traits.push('measured');
  if (verdict !== 'supported' && verdict !== 'waived') traits.push('fixable');
  return traits;
}

function toPointerItem(row: PointerRow): vscode.TreeItem {
  const { label, detail, leads } = row.pointer;
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.None);
  item.id = row.id;
  item.description = detail;
  item.iconPath = new vscode.ThemeIcon(leads ? 'link' : 'debug-disconnect');
  item.tooltip = createTooltip(label, detail);
  item.contextValue = leads ? 'pointer' : 'deadPointer';
  item.accessibilityInformation = { label: `${label}, ${detail}` };
  if (leads) {
    const title = vscode.l10n.t('Open Evidence');
    item.command = { command: commandIds.openEvidence, title, arguments: [row] };
  }
  return item;
}

function toAnswerItem({ id, answer, parent }: AnswerRow): vscode.TreeItem {
  const text = answerText(answer);
  const item = new vscode.TreeItem(text, vscode.TreeItemCollapsibleState.None);
  const isOwnWork = isSamePerson(answer.reviewer, parent.author);
  const remarks = [
    ...(answer.superseded ? [vscode.l10n.t('answered again')] : []),
    ...(isOwnWork ? [vscode.l10n.t('by the author of the claim')] : []),
  ];
  item.id = id;
  item.description = remarks.join(', ');
  item.iconPath = new vscode.ThemeIcon(answerIcon(answer.answer));
  item.tooltip = createTooltip(text, ...remarks);
  item.accessibilityInformation = { label: [text, ...remarks].join(', ') };
  return item;
}

function toLostItem({ id, answer }: LostRow): vscode.TreeItem {
  const item = new vscode.TreeItem(answer.claim, vscode.TreeItemCollapsibleState.None);
  item.id = id;
  item.description = vscode.l10n.t('not claimed any more');
  item.iconPath = new vscode.ThemeIcon('trash');
  item.tooltip = createTooltip(
    answer.claim,
    vscode.l10n.t('This was answered and is not claimed any more.'),
    answerText(answer),
  );
  item.accessibilityInformation = { label: `${answer.claim}, ${vscode.l10n.t('not claimed any more')}` };
  return item;
}
