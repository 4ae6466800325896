/** Reads everything that a report tells: each document with its findings, claims and open tasks, and the requirements. */
import { getClaimReports } from '../features/claimReports';
import { groupBy, initiativeIdOf } from '../features/initiatives';
import { findOpenTasks } from '../features/report/openTasks';
import type { ReportDocument, ReportTraces } from '../features/report/buildReport';
import { listsRequirements } from '../features/trace/requirements';
import { traceRequirements, type TraceSource } from '../features/trace/traceRequirements';
import type { CancellationToken } from '../host';
import type { DocumentEntry, ProjectView } from '../model/project';
import type { PhaseDocument } from '../model/phaseDocument';
import type { Findings } from '../rules/runRules';

export interface Examined {
  readonly record: DocumentEntry;
  readonly findings: Findings;
}

export interface Gathered {
  readonly documents: readonly ReportDocument[];
  readonly traces: ReportTraces;
}

/**
 * @param load the current version of a document; undefined if it has gone
 * @param withTraces whether requirements are followed
 */
export async function gatherReport(
  examined: readonly Examined[],
  load: (uri: string) => Promise<{ readonly folder: ProjectView; readonly document: PhaseDocument } | undefined>,
  token: CancellationToken,
  withTraces: boolean,
): Promise<Gathered> {
  const documents: ReportDocument[] = [];
  const traces = new Map<string, ReturnType<typeof traceRequirements>>();
  for (const [initiative, members] of groupBy(examined, ({ record }) => initiativeIdOf(record))) {
    const isTraced = withTraces && members.some(({ record }) => listsRequirements(record.identity));
    const sources: TraceSource[] = [];
    for (const { record, findings } of members) {
      if (token.isCancellationRequested) break;
      const loaded = await load(record.uri);
      if (!loaded) continue;
      const { document, folder } = loaded;
      const claims = getClaimReports(document, folder, findings, false);
      const openTasks = findOpenTasks(document.parsed);
      documents.push({ entry: record, project: folder, findings, claims, openTasks });
      // The syntax is kept only as long as an initiative is looked at.
      if (isTraced)
        sources.push({ entry: record, document, claims: getClaimReports(document, folder, findings, true) });
    }
    if (isTraced) traces.set(initiative, traceRequirements(sources));
  }
  return { documents, traces };
}
