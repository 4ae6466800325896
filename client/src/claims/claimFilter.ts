import * as vscode from 'vscode';
import { claimVerdicts, changedClaimsRequest, type ClaimVerdict } from '../../../server/src/reviewProtocol';
import type { PhaseProject } from '../phaseProject';
import type { Server } from '../server';
import type { PlacedClaim } from './claimIndex';
import { verdictName } from './claimWords';

export const groupings = ['verdict', 'phase', 'document', 'kind'] as const;

export type Grouping = (typeof groupings)[number];

const groupingKey = 'phaseDocs.groupClaimsBy';

interface Changes {
  readonly since: string;
  /** Ids of claims by document. */
  readonly claims: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Which claims the Evidence view shows, and in which groups. The grouping outlives the window, filters do not. */
export class ClaimFilter implements vscode.Disposable {
  private readonly server: Server;
  private readonly state: vscode.Memento;
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private words = '';
  private chosen: ReadonlySet<ClaimVerdict> = new Set(claimVerdicts);
  private changes: Changes | undefined;
  private readonly subscription: vscode.Disposable;

  constructor(server: Server, project: PhaseProject, state: vscode.Memento) {
    this.server = server;
    this.state = state;
    this.subscription = project.onDidChange(() => this.refreshChanges());
    this.announce();
  }

  get grouping(): Grouping {
    const kept = this.state.get<string>(groupingKey);
    return groupings.find((grouping) => grouping === kept) ?? 'verdict';
  }

  get text(): string {
    return this.words;
  }

  get verdicts(): ReadonlySet<ClaimVerdict> {
    return this.chosen;
  }

  get since(): string | undefined {
    return this.changes?.since;
  }

  get isActive(): boolean {
    return this.words !== '' || this.chosen.size < claimVerdicts.length || this.changes !== undefined;
  }

  async group(by: Grouping): Promise<void> {
    await this.state.update(groupingKey, by);
    this.announce();
  }

  showText(words: string): void {
    this.words = words.trim();
    this.announce();
  }

  showVerdicts(verdicts: readonly ClaimVerdict[]): void {
    this.chosen = new Set(verdicts.length > 0 ? verdicts : claimVerdicts);
    this.announce();
  }

  /** @returns why it is not possible; undefined if it is */
  async showChanges(since: string): Promise<string | undefined> {
    const { claims, problem } = await this.server.request(changedClaimsRequest, { since });
    if (problem !== undefined) return problem;
    this.changes = { since, claims: new Map(Object.entries(claims).map(([uri, ids]) => [uri, new Set(ids)])) };
    this.announce();
    return undefined;
  }

  clear(): void {
    this.words = '';
    this.chosen = new Set(claimVerdicts);
    this.changes = undefined;
    this.announce();
  }

  isShown({ document, claim }: PlacedClaim): boolean {
    if (!this.chosen.has(claim.verdict)) return false;
    if (this.changes && !this.changes.claims.get(document.uri)?.has(claim.id)) return false;
    if (this.words === '') return true;
    const { label, section = '', kind, evidence } = claim;
    const said = [label, section, kind, document.label, document.fileName, ...evidence.map((each) => each.label)];
    const all = said.join('\n').toLowerCase();
    return this.words
      .toLowerCase()
      .split(/\s+/)
      .every((word) => all.includes(word));
  }

  /** What is shown, for the head of the view. */
  describe(): string {
    const parts: string[] = [];
    if (this.chosen.size < claimVerdicts.length) {
      parts.push(
        claimVerdicts
          .filter((verdict) => this.chosen.has(verdict))
          .map(verdictName)
          .join(', '),
      );
    }
    if (this.words !== '') parts.push(`"${this.words}"`);
    if (this.changes) parts.push(vscode.l10n.t('since {0}', this.changes.since));
    return parts.join(' · ');
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }

  /** What was shown stays where the server cannot answer: it restarts, or git is busy. */
  private async refreshChanges(): Promise<void> {
    if (!this.changes || this.server.state !== 'running') return;
    await this.showChanges(this.changes.since).catch(() => undefined);
  }

  private announce(): void {
    void vscode.commands.executeCommand('setContext', 'phaseDocs.groupClaimsBy', this.grouping);
    void vscode.commands.executeCommand('setContext', 'phaseDocs.claimsFiltered', this.isActive);
    this.changed.fire();
  }
}
