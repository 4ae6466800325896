import * as vscode from 'vscode';
import type { DocumentReview } from '../../../server/src/reviewProtocol';
import { placeClaims, type PlacedClaim } from '../claims/claimIndex';
import { personName } from '../claims/claimWords';
import { commandIds } from '../commandIds';
import type { ReviewSession } from '../review/reviewSession';
import { childrenOfClaimNode, claimRow, toClaimTreeItem, type ClaimRow, type ClaimTreeNode } from './claimItems';

const viewId = 'phaseDocs.review';
/** How often a row is looked for while the tree is drawn anew. */
const attempts = 5;

/** The Review view: the claims of the document under review, in its order. */
export class ReviewView implements vscode.TreeDataProvider<ClaimTreeNode>, vscode.Disposable {
  private readonly session: ReviewSession;
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<ClaimTreeNode>;
  private rows: readonly ClaimTreeNode[] = [];
  private readonly subscriptions: { dispose(): unknown }[];

  constructor(review: ReviewSession) {
    this.session = review;
    this.view = vscode.window.createTreeView(viewId, { treeDataProvider: this });
    this.subscriptions = [this.changed, this.view, review.onDidChange(() => this.changed.fire())];
  }

  getTreeItem(node: ClaimTreeNode): vscode.TreeItem {
    const item = toClaimTreeItem(node, false);
    // The claim opens with its evidence beside it, and the focus stays: the next key goes on.
    if (node.type === 'claim') {
      item.command = {
        command: commandIds.showClaim,
        title: vscode.l10n.t('Show Claim and Evidence'),
        arguments: [node],
      };
    }
    return item;
  }

  async getChildren(node?: ClaimTreeNode): Promise<ClaimTreeNode[]> {
    if (node) return [...childrenOfClaimNode(node)];
    const review = await this.session.review();
    this.rows = review ? rowsOf(review) : [];
    if (review) this.describe(review);
    return [...this.rows];
  }

  getParent(node: ClaimTreeNode): ClaimTreeNode | undefined {
    return node.parent;
  }

  /** The first claim that nobody has answered, or that was reopened, behind another one; then from the beginning. */
  nextOpen(after?: PlacedClaim): ClaimRow | undefined {
    const claims = this.rows.filter((row) => row.type === 'claim');
    const index = after ? claims.findIndex(({ claim }) => claim.id === after.claim.id) : -1;
    const order = [...claims.slice(index + 1), ...claims.slice(0, index + 1)];
    return order.find(({ claim: { review } }) => review.state === 'not reviewed' || review.state === 'reopened');
  }

  get selected(): ClaimTreeNode | undefined {
    return this.view.selection[0];
  }

  /** Loads the rows, so that one of them can be revealed. */
  load(): Promise<ClaimTreeNode[]> {
    return this.getChildren();
  }

  /** A tree that is drawn anew at this moment does not know its rows: it is asked again. */
  async focusOn(row: ClaimRow): Promise<void> {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      try {
        await this.view.reveal(row, { select: true, focus: true });
        return;
      } catch (error) {
        if (attempt === attempts) throw error;
        await this.load();
      }
    }
  }

  /** Says of the claim at hand what there is room for nowhere else. */
  explain({ claim }: PlacedClaim): void {
    this.view.message = claim.explanation;
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private describe({ label, claims, reviewer }: DocumentReview): void {
    const done = claims.filter(({ review: { state } }) => state !== 'not reviewed' && state !== 'reopened').length;
    const by = reviewer === undefined ? '' : ` · ${personName(reviewer)}`;
    this.view.description = `${vscode.l10n.t('{0}: {1} of {2} answered', label, done, claims.length)}${by}`;
  }
}

function rowsOf(review: DocumentReview): readonly ClaimTreeNode[] {
  const claims = placeClaims(review.uri, review).map((placed) =>
    claimRow(placed, undefined, review.authors[placed.claim.id]),
  );
  const lost = review.lost.map((answer, index) => ({ type: 'lost', id: `lost\n${index}`, answer }) as const);
  return [...claims, ...lost];
}
