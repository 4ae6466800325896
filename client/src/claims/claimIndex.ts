import * as vscode from 'vscode';
import { claimsRequest, type ClaimNode, type DocumentClaimsContent } from '../../../server/src/reviewProtocol';
import type { PhaseProject } from '../phaseProject';
import type { Server } from '../server';

/** A document that makes claims. */
export interface ClaimsDocument extends Omit<DocumentClaimsContent, 'claims'> {
  readonly uri: string;
}

/** A claim in its document. */
export interface PlacedClaim {
  readonly document: ClaimsDocument;
  readonly claim: ClaimNode;
}

interface KeptDocument {
  readonly version: string;
  readonly claims: readonly PlacedClaim[];
}

/** The claims of all documents, asked for when somebody looks; only what is new travels. */
export class ClaimIndex implements vscode.Disposable {
  private readonly server: Server;
  private readonly log: vscode.LogOutputChannel;
  private kept = new Map<string, KeptDocument>();
  private latest: Promise<readonly PlacedClaim[]> | undefined;
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly subscriptions: { dispose(): unknown }[];

  constructor(server: Server, project: PhaseProject, log: vscode.LogOutputChannel) {
    this.server = server;
    this.log = log;
    this.subscriptions = [
      this.changed,
      project.onDidChange(() => {
        this.latest = undefined;
        this.changed.fire();
      }),
      // Another server counts versions anew.
      server.onDidChangeState(() => this.kept.clear()),
    ];
  }

  /** In the order in which a reviewer reads them. */
  claims(): Promise<readonly PlacedClaim[]> {
    this.latest ??= this.load();
    return this.latest;
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private async load(): Promise<readonly PlacedClaim[]> {
    await this.server.settled;
    if (this.server.state !== 'running') return [];
    const before = this.kept;
    try {
      const known = Object.fromEntries([...before].map(([uri, { version }]) => [uri, version]));
      const { documents } = await this.server.request(claimsRequest, { known });
      const after = new Map<string, KeptDocument>();
      for (const { uri, version, content } of documents) {
        const old = before.get(uri);
        if (content) after.set(uri, { version, claims: placeClaims(uri, content) });
        else if (old) after.set(uri, old);
      }
      this.kept = after;
      return [...after.values()].flatMap(({ claims }) => claims);
    } catch (error) {
      this.log.error('The claims cannot be read.', error);
      return [];
    }
  }
}

export function placeClaims(uri: string, { claims, ...document }: DocumentClaimsContent): readonly PlacedClaim[] {
  const owner = { uri, ...document };
  return claims.map((claim) => ({ document: owner, claim }));
}
