/** Derives a schema from the documents of a kind, and counts the kinds there are. */
import { deriveSchema } from '../features/derive/deriveSchema';
import { documentKinds, kindTitle, type DocumentKind } from '../model/documentKind';
import type { PhaseDocument } from '../model/phaseDocument';
import type { DerivedSchemaFile, DeriveSchemaParams, KindCount } from '../authoringProtocol';
import { builtinSchema } from '../schema/builtinSchemas';
import { parseUri, type DocumentRecord } from './folder';
import type { Reader } from './traceInitiatives';

/** @param uris in the spelling used inside */
export async function deriveFrom(
  records: readonly DocumentRecord[],
  { load }: Pick<Reader, 'load'>,
  { uris, folder, kind }: DeriveSchemaParams,
): Promise<DerivedSchemaFile | undefined> {
  const asked = uris && new Set(uris);
  const all = records.filter((record) => isBelow(record.uri, folder) && (!asked || asked.has(record.uri)));
  const chosen = kind ?? countKinds(all)[0]?.kind;
  const ofKind = all.filter(({ identity }) => identity.kind === chosen);
  const documents: PhaseDocument[] = [];
  // A kind of the team's own is made of what it names, a known one also of what is not known as anything else.
  const isKnown = documentKinds.some((known) => known === chosen);
  const others = isKnown ? all.filter(({ identity }) => identity.kind === 'other') : all;
  for (const { uri } of ofKind.length > 0 || !asked ? ofKind : others) {
    const loaded = await load(uri);
    if (loaded) documents.push(loaded.document);
  }
  if (documents.length === 0 || chosen === undefined) return undefined;
  const parsed = documents.map((document) => document.parsed);
  return { kind: chosen, ...deriveSchema(chosen, parsed, builtinSchema(chosen)) };
}

export function countKinds(records: readonly DocumentRecord[]): readonly KindCount[] {
  const counts = new Map<DocumentKind, number>();
  for (const { identity } of records) counts.set(identity.kind, (counts.get(identity.kind) ?? 0) + 1);
  return [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .map(([kind, documents]) => ({ kind, label: kindTitle(kind), documents }));
}

export function isBelow(uri: string, folder: string | undefined): boolean {
  return folder === undefined || uri.startsWith(`${parseUri(folder).toString()}/`);
}
