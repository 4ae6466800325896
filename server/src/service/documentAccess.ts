/** Loading and examining documents: what nearly every question to the service begins with. */
import type { CancellationToken, Host, Logger } from '../host';
import { baselineOf } from '../model/baseline/documentBaseline';
import { findEvidenceNeeds } from '../model/evidence/evidenceNeeds';
import type { PhaseDocument } from '../model/phaseDocument';
import type { RuleContext } from '../rules/rule';
import { noFindings, type Findings } from '../rules/runRules';
import { unresolvedReference } from '../rules/unresolved-reference';
import type { ParsedDocument } from '../syntax/document';
import { parseDocument } from '../syntax/parseDocument';
import type { EvidenceSource } from './artifactReadings';
import { examineDocument } from './examineDocument';
import type { DocumentRecord, Folder } from './folder';
import type { Workspace } from './workspace';

export interface LoadedDocument {
  readonly folder: Folder;
  readonly record: DocumentRecord;
  readonly document: PhaseDocument;
}

export interface ExaminedDocument {
  readonly record: DocumentRecord;
  readonly findings: Findings;
}

export class DocumentAccess {
  readonly workspace: Workspace;
  readonly #host: Host;
  readonly #logger: Logger;

  constructor(workspace: Workspace, host: Host, logger: Logger) {
    this.workspace = workspace;
    this.#host = host;
    this.#logger = logger;
  }

  /** The current version of a phase document, read from the host if it is not open. */
  readonly load = async (uri: string): Promise<LoadedDocument | undefined> => {
    const place = this.workspace.find(uri);
    if (!place) return undefined;
    const { folder, record } = place;
    if (record.document) return { folder, record, document: record.document };
    const parsed = await this.readParsed(record.uri);
    return parsed && { folder, record, document: folder.toPhaseDocument(record.path, record.identity, parsed) };
  };

  async readParsed(uri: string): Promise<ParsedDocument | undefined> {
    const text = await this.#host.readFile(uri);
    return text === undefined ? undefined : parseDocument(text);
  }

  /** Where files went matters only where something is missed; version control is asked then, and not before. */
  async gatherRenames(folder: Folder, { diagnostics }: Findings): Promise<void> {
    const { history } = this.#host;
    if (history && diagnostics.some(({ rule }) => rule === unresolvedReference.id))
      await folder.evidence.askRenames(history, folder.rootUri);
  }

  sourceOf(folder: Folder): EvidenceSource {
    return {
      readChunks: (path, mostBytes, take) => this.workspace.readChunks(folder.uriOf(path), mostBytes, take),
    };
  }

  /** What the claims of a document point to is read before they are judged; version control is asked later, at once. */
  async gatherEvidence(
    { folder, record, document }: LoadedDocument,
    wantsCommits = this.workspace.openDocuments.has(record.uri),
  ): Promise<void> {
    // What an artifact turns out not to show raises the question of another one, and what a name leads to one more.
    for (let round = 0; round < 3; round++) {
      const needs = findEvidenceNeeds(document, folder, wantsCommits);
      record.asksHistory = needs.dated.length + needs.commits.length > 0;
      record.asksReports = needs.namesTests;
      const hasLearnt = await folder.evidence.load(needs, this.sourceOf(folder));
      record.awaits = folder.evidence.largeOf(needs);
      if (!hasLearnt) return;
      folder.evidenceChanged();
    }
  }

  readonly examine = async (uri: string): Promise<Findings> => {
    const place = this.workspace.find(uri);
    if (!place) return noFindings;
    const { record } = place;
    if (record.findings) return record.findings;
    const { generation } = record;
    const loaded = await this.load(uri);
    if (!loaded) return noFindings;
    await this.gatherEvidence(loaded);
    const { findings } = this.runRules(loaded);
    // Something may have changed while the text was read; then this answer is not kept.
    if (record.generation === generation) record.findings = findings;
    if (!this.workspace.openDocuments.has(record.uri)) record.document = undefined;
    return findings;
  };

  /** Examines a version of a document, which need not be the current one; its evidence has been gathered. */
  runRules({ folder, record, document }: LoadedDocument): {
    readonly findings: Findings;
    readonly context: RuleContext;
  } {
    const context = contextOf(folder, record, document);
    const findings = examineDocument(context, (rule, error) =>
      this.#logger.error(`The rule ${rule} failed on ${record.path}.`, error),
    );
    return { findings, context };
  }

  /** What the tree and the walk through missing evidence need of every document. */
  readonly examineAll = async (token: CancellationToken): Promise<readonly ExaminedDocument[]> => {
    const all: ExaminedDocument[] = [];
    for (const record of this.workspace.records()) {
      if (token.isCancellationRequested) break;
      all.push({ record, findings: await this.examine(record.uri) });
    }
    return all;
  };
}

export function contextOf(folder: Folder, { path }: DocumentRecord, document: PhaseDocument): RuleContext {
  const known = folder.baselines.entriesFor(path);
  const baseline = known && baselineOf(document.parsed, known);
  return { document, project: folder, config: folder.configFor(path), baseline };
}
