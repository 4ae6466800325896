import * as vscode from 'vscode';
import type { PhaseProject } from '../phaseProject';
import type { BaseServices } from '../services';
import { childrenOf, toTreeItem, type PhaseTreeNode } from './phaseItems';

const viewId = 'phaseDocs.phases';

/** The Phases view: initiatives, their phases and documents. Open rows alone are asked for. */
export class PhaseTreeView implements vscode.TreeDataProvider<PhaseTreeNode>, vscode.Disposable {
  readonly onDidChangeTreeData: vscode.Event<void>;
  private readonly project: PhaseProject;
  private readonly view: vscode.TreeView<PhaseTreeNode>;
  /** Whether the document in the editor was not in the tree. */
  private missed = false;
  private readonly subscriptions: vscode.Disposable[];

  constructor(project: PhaseProject) {
    this.project = project;
    this.onDidChangeTreeData = project.onDidChange;
    this.view = vscode.window.createTreeView(viewId, { treeDataProvider: this, showCollapseAll: true });
    this.subscriptions = [
      this.view,
      this.view.onDidChangeVisibility(() => this.revealActiveDocument()),
      vscode.window.onDidChangeActiveTextEditor(() => this.revealActiveDocument()),
      // A document that was just created is in the tree a moment later. Only then: the rest of the time a change of
      // the tree must not open again what the user has closed.
      project.onDidChange(() => this.missed && this.revealActiveDocument()),
    ];
  }

  getTreeItem(node: PhaseTreeNode): vscode.TreeItem {
    return toTreeItem(node);
  }

  async getChildren(node?: PhaseTreeNode): Promise<PhaseTreeNode[]> {
    if (node) return childrenOf(node);
    const { initiatives } = await this.project.tree();
    return initiatives.map((data) => ({ type: 'initiative', data }));
  }

  getParent(node: PhaseTreeNode): PhaseTreeNode | undefined {
    return node.parent;
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  /** Selects the document in the editor, as the Explorer does; never opens the view or takes the focus. */
  private async revealActiveDocument(): Promise<void> {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    if (uri === undefined || !this.isVisible()) return;
    const node = findDocument(await this.getChildren(), uri);
    this.missed = !node;
    if (!node || node.data.id === this.view.selection[0]?.data.id) return;
    // Hidden meanwhile: to reveal would open it again.
    if (this.isVisible()) await this.view.reveal(node, { focus: false });
  }

  private isVisible(): boolean {
    return this.view.visible;
  }
}

export function registerPhaseTree({ project }: BaseServices): PhaseTreeView {
  return new PhaseTreeView(project);
}

function findDocument(nodes: readonly PhaseTreeNode[], uri: string): PhaseTreeNode | undefined {
  for (const node of nodes) {
    if (node.type === 'document' && vscode.Uri.parse(node.data.uri).toString() === uri) return node;
    const found = findDocument(childrenOf(node), uri);
    if (found) return found;
  }
  return undefined;
}
