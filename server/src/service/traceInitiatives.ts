import { getClaimReports } from '../features/claimReports';
import { groupBy, initiativeIdOf, initiativeLabel, initiativeUriOf } from '../features/initiatives';
import { listsRequirements } from '../features/trace/requirements';
import { traceRequirements, type InitiativeTrace, type TraceSource } from '../features/trace/traceRequirements';
import type { CancellationToken } from '../host';
import type { PhaseDocument } from '../model/phaseDocument';
import type { Findings } from '../rules/runRules';
import type { DocumentRecord, Folder } from './folder';

/** How documents are read and judged. */
export interface Reader {
  readonly load: (uri: string) => Promise<{ readonly folder: Folder; readonly document: PhaseDocument } | undefined>;
  readonly examine: (uri: string) => Promise<Findings>;
}

/** Reads the documents of those initiatives that require something. */
export async function traceInitiatives(
  records: readonly DocumentRecord[],
  reader: Reader,
  token: CancellationToken,
): Promise<readonly InitiativeTrace[]> {
  const traces: InitiativeTrace[] = [];
  for (const group of groupBy(records, initiativeIdOf).values()) {
    const [first] = group;
    if (!first) continue;
    const sources: TraceSource[] = [];
    const isAsking = group.some(({ identity }) => listsRequirements(identity));
    for (const record of isAsking ? group : []) {
      if (token.isCancellationRequested) return traces;
      const loaded = await reader.load(record.uri);
      if (!loaded) continue;
      const { document, folder } = loaded;
      const claims = getClaimReports(document, folder, await reader.examine(record.uri), true);
      sources.push({ entry: record, document, claims });
    }
    const label = initiativeLabel(first.identity.initiative);
    const rootUri = first.uri.split('/').slice(0, -first.path.split('/').length).join('/');
    traces.push({ label, uri: initiativeUriOf(first), rootUri, requirements: traceRequirements(sources) });
  }
  return traces;
}
