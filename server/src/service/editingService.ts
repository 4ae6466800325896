/** Questions of somebody who writes: what can be fixed, completed, inserted. Nothing is changed by an answer. */
import type { CompletionItem, Position, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Fix, FixableDiagnostic } from '../diagnostic';
import { attachDropped } from '../features/attachDropped';
import { getBindings } from '../features/bindings';
import { getCompletions } from '../features/completion';
import { fixAll, type FixAllResult } from '../features/fixAll';
import { getInsertableSections } from '../features/insertSection';
import { fixableRules, rankFixes, type RankedFix } from '../features/rankFixes';
import { getRequirementIds } from '../features/trace/giveIds';
import type { InsertableSection } from '../authoringProtocol';
import type { AttachEvidenceParams } from '../protocol';
import type { ParsedDocument } from '../syntax/document';
import { touches } from '../syntax/positions';
import { contextOf, type DocumentAccess } from './documentAccess';

export interface EditingService {
  /** The findings that touch a range, of the whole document if there is none, with what can be done about them. */
  fixes(uri: string, range?: Range): Promise<readonly FixableDiagnostic[]>;
  /** The same in the order in which an editor offers it. */
  quickFixes(uri: string, range: Range): Promise<QuickFixes>;
  /**
   * All safe fixes of a document, or those of a rule; undefined for anything that is no phase document. Nothing is changed.
   */
  fixAll(uri: string, rule?: string): Promise<FixAllResult | undefined>;
  /** Edits that improve what stands on these lines though nothing is found wrong with it. */
  refactorings(uri: string, range: Range): Promise<readonly Fix[]>;
  /** The edit that makes something the evidence of the claim in its place; undefined if there is none, or nothing to follow. */
  attachEvidence(params: AttachEvidenceParams): Promise<WorkspaceEdit | undefined>;
  /** @param today `2025-03-31`, offered where a date is wanted */
  completion(uri: string, position: Position, today?: string): Promise<readonly CompletionItem[]>;
  insertableSections(uri: string): Promise<readonly InsertableSection[]>;
}

export interface QuickFixes {
  readonly fixes: readonly RankedFix[];
  /** Rules of which all findings can be fixed at once. */
  readonly rules: readonly string[];
}

/** @param snippets whether completions may hold tab stops */
export function createEditingService(documents: DocumentAccess, snippets: boolean): EditingService {
  const { load, examine } = documents;

  const fixes = async (uri: string, range?: Range): Promise<readonly FixableDiagnostic[]> => {
    const loaded = await load(uri);
    if (!loaded) return [];
    const { folder, record, document } = loaded;
    const findings = await examine(uri);
    const diagnostics = findings.diagnostics.filter((diagnostic) => !range || touches(diagnostic.range, range));
    await documents.gatherRenames(folder, { ...findings, diagnostics });
    // Candidates are named with what they measure at present, though no finding depends on it.
    await documents.gatherEvidence(loaded, true);
    const context = contextOf(folder, record, document);
    return diagnostics.map((diagnostic) => ({ diagnostic, fixes: diagnostic.fixes(context) }));
  };

  return {
    fixes,
    async quickFixes(uri, range) {
      const found = await fixes(uri, range);
      return { fixes: rankFixes(found), rules: fixableRules(found) };
    },
    async fixAll(uri, rule) {
      const loaded = await load(uri);
      if (!loaded || loaded.record.identity.archived) return undefined;
      const { folder, record } = loaded;
      const fixesOf = async (parsed: ParsedDocument) => {
        const version = { folder, record, document: folder.toPhaseDocument(record.path, record.identity, parsed) };
        await documents.gatherEvidence(version);
        const { findings, context } = documents.runRules(version);
        await documents.gatherRenames(folder, findings);
        return findings.diagnostics.map((diagnostic) => ({ diagnostic, fixes: diagnostic.fixes(context) }));
      };
      return fixAll(loaded.document.uri, loaded.document.parsed, fixesOf, rule);
    },
    async refactorings(uri, range) {
      const loaded = await load(uri);
      if (!loaded) return [];
      await documents.gatherEvidence(loaded);
      const { document, folder } = loaded;
      return [...getBindings(document, folder, range), ...getRequirementIds(document, range)];
    },
    async attachEvidence({ uri, position, files, text }) {
      const loaded = await load(uri);
      if (!loaded) return undefined;
      const { document, folder } = loaded;
      const paths = files.map((file) => folder.pathOf(file) ?? '');
      const edit = attachDropped(document, folder, position.line, { paths, text });
      return edit && { changes: { [uri]: [edit] } };
    },
    async completion(uri, position, today) {
      const loaded = await load(uri);
      if (!loaded) return [];
      // Evidence is offered with what it measures.
      await documents.gatherEvidence(loaded);
      const { document, folder } = loaded;
      const sources = { project: folder, today };
      return getCompletions(document, document.schema, position, { snippets, files: folder.paths, sources });
    },
    async insertableSections(uri) {
      const loaded = await load(uri);
      const schema = loaded?.document.schema;
      return loaded && schema ? getInsertableSections(loaded.document, schema) : [];
    },
  };
}
