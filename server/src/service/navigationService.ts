/** Questions of somebody who reads: where something is, what leads there, what it is called. */
import type {
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  Position,
  SymbolInformation,
} from 'vscode-languageserver-types';
import { getDocumentLinks } from '../features/documentLinks';
import { getDocumentSymbols } from '../features/documentSymbols';
import { getFoldingRanges } from '../features/foldingRanges';
import { getHover } from '../features/hover';
import { findSymbols } from '../features/navigation/workspaceSymbols';
import { getDefinitions, getReferences, type ReadDocument } from '../features/navigation/references';
import type { DocumentAccess } from './documentAccess';

export interface NavigationService {
  hover(uri: string, position: Position): Promise<Hover | undefined>;
  /** Where the id at a position is given, or the document that a reference there leads to. */
  definitions(uri: string, position: Position): Promise<readonly Location[]>;
  /** All places that name the id, or refer to the document, at a position. */
  references(uri: string, position: Position, withDefinition: boolean): Promise<readonly Location[]>;
  /** Documents, headings, ids and what is promised, by names that hold the letters of a query in order. */
  workspaceSymbols(query: string): readonly SymbolInformation[];
  documentLinks(uri: string): Promise<readonly DocumentLink[]>;
  documentSymbols(uri: string): Promise<readonly DocumentSymbol[]>;
  foldingRanges(uri: string): Promise<readonly FoldingRange[]>;
}

export function createNavigationService({ workspace, load, examine }: DocumentAccess): NavigationService {
  const readEntry: ReadDocument = async ({ uri }) => (await load(uri))?.document;

  return {
    async hover(uri, position) {
      const loaded = await load(uri);
      if (!loaded) return undefined;
      return getHover(loaded.document, loaded.folder, loaded.document.schema, await examine(uri), position);
    },
    async definitions(uri, position) {
      const loaded = await load(uri);
      return loaded ? getDefinitions(loaded.document, loaded.folder, position, readEntry) : [];
    },
    async references(uri, position, withDefinition) {
      const loaded = await load(uri);
      return loaded ? getReferences(loaded.document, loaded.folder, position, withDefinition, readEntry) : [];
    },
    workspaceSymbols: (query) => findSymbols(workspace.records(), query),
    async documentLinks(uri) {
      const loaded = await load(uri);
      return loaded ? getDocumentLinks(loaded.document, loaded.folder) : [];
    },
    async documentSymbols(uri) {
      const findings = await examine(uri);
      const loaded = await load(uri);
      return loaded ? getDocumentSymbols(loaded.document, loaded.record.facts, findings) : [];
    },
    async foldingRanges(uri) {
      const loaded = await load(uri);
      return loaded ? getFoldingRanges(loaded.document) : [];
    },
  };
}
