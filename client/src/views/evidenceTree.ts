import * as vscode from 'vscode';
import { claimVerdicts } from '../../../server/src/reviewProtocol';
import type { ClaimFilter } from '../claims/claimFilter';
import type { ClaimIndex, PlacedClaim } from '../claims/claimIndex';
import { verdictIcon, verdictMeaning, verdictName } from '../claims/claimWords';
import type { PhaseProject } from '../phaseProject';
import type { Services } from '../services';
import { withFolder } from './folderName';
import { childrenOfClaimNode, toClaimTreeItem, type ClaimGroup, type ClaimTreeNode } from './claimItems';

const viewId = 'phaseDocs.evidence';

/** The Evidence view: all claims in groups. Nothing is asked for before somebody looks. */
export class EvidenceView implements vscode.TreeDataProvider<ClaimTreeNode>, vscode.Disposable {
  private readonly index: ClaimIndex;
  private readonly filter: ClaimFilter;
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<ClaimTreeNode>;
  private readonly subscriptions: { dispose(): unknown }[];

  constructor({ claims, claimFilter, project }: Pick<Services, 'claims' | 'claimFilter' | 'project'>) {
    this.index = claims;
    this.filter = claimFilter;
    this.view = vscode.window.createTreeView(viewId, { treeDataProvider: this, showCollapseAll: true });
    this.subscriptions = [
      this.changed,
      this.view,
      claims.onDidChange(() => this.changed.fire()),
      claimFilter.onDidChange(() => this.changed.fire()),
      project.onDidChange(() => this.showCount(project)),
    ];
  }

  getTreeItem(node: ClaimTreeNode): vscode.TreeItem {
    return toClaimTreeItem(node, this.filter.grouping !== 'document');
  }

  async getChildren(node?: ClaimTreeNode): Promise<ClaimTreeNode[]> {
    if (node) return [...childrenOfClaimNode(node)];
    const all = await this.index.claims();
    const shown = all.filter((claim) => this.filter.isShown(claim));
    this.view.description = this.filter.describe();
    this.view.message =
      all.length > 0 && shown.length === 0
        ? vscode.l10n.t('None of {0} claims is shown by this filter.', all.length)
        : undefined;
    return [...this.group(shown)];
  }

  getParent(node: ClaimTreeNode): ClaimTreeNode | undefined {
    return node.parent;
  }

  get selected(): ClaimTreeNode | undefined {
    return this.view.selection[0];
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private group(claims: readonly PlacedClaim[]): readonly ClaimGroup[] {
    switch (this.filter.grouping) {
      case 'verdict':
        return claimVerdicts.flatMap((verdict) => {
          const found = claims.filter(({ claim }) => claim.verdict === verdict);
          const label = capitalize(verdictName(verdict));
          return found.length === 0
            ? []
            : [createGroup(verdict, label, found, verdictMeaning(verdict), verdictIcon(verdict))];
        });
      case 'phase':
        return groupBy(claims, ({ document: { uri, initiative, phase } }) => {
          const owner = withFolder(initiative, uri);
          return phase === undefined ? vscode.l10n.t('{0}, whole initiative', owner) : `${owner}, ${phase}`;
        });
      case 'document':
        return groupBy(
          claims,
          ({ document: { uri, initiative, label } }) => `${label} (${withFolder(initiative, uri)})`,
          ({ document }) => document.uri,
        );
      case 'kind':
        return groupBy(claims, ({ claim }) => capitalize(claim.kind));
    }
  }

  /** From the tree of phases, which is known anyway: counting must not take reading every claim. */
  private async showCount(project: PhaseProject): Promise<void> {
    const { initiatives } = await project.tree();
    const open = initiatives.reduce(
      (sum, { progress: { claims } }) => sum + claims.total - claims.supported - claims.waived,
      0,
    );
    const tooltip =
      open === 1 ? vscode.l10n.t('1 claim without support') : vscode.l10n.t('{0} claims without support', open);
    this.view.badge = open > 0 ? { value: open, tooltip } : undefined;
  }
}

function groupBy(
  claims: readonly PlacedClaim[],
  labelOf: (claim: PlacedClaim) => string,
  keyOf: (claim: PlacedClaim) => string = labelOf,
): readonly ClaimGroup[] {
  const groups = new Map<string, PlacedClaim[]>();
  for (const claim of claims) {
    const key = keyOf(claim);
    const group = groups.get(key);
    if (group) group.push(claim);
    else groups.set(key, [claim]);
  }
  return [...groups].map(([key, found]) => createGroup(key, found[0] ? labelOf(found[0]) : key, found, '', undefined));
}

function createGroup(
  key: string,
  label: string,
  claims: readonly PlacedClaim[],
  tooltip: string,
  icon: vscode.ThemeIcon | undefined,
): ClaimGroup {
  return { type: 'group', id: `group\n${key}`, label, claims, tooltip, icon };
}

function capitalize(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
