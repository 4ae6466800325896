/** Reads everything that a report tells: each document with its findings, claims and open tasks. */
import { getClaimReports } from '../features/claimReports';
import { findOpenTasks } from '../features/report/openTasks';
import type { ReportDocument } from '../features/report/buildReport';
import type { CancellationToken } from '../host';
import type { DocumentEntry, ProjectView } from '../model/project';
import type { PhaseDocument } from '../model/phaseDocument';
import type { Findings } from '../rules/runRules';

export interface Examined {
  readonly record: DocumentEntry;
  readonly findings: Findings;
}

/** @param load the current version of a document; undefined if it has gone */
export async function gatherReport(
  examined: readonly Examined[],
  load: (uri: string) => Promise<{ readonly folder: ProjectView; readonly document: PhaseDocument } | undefined>,
  token: CancellationToken,
): Promise<readonly ReportDocument[]> {
  const documents: ReportDocument[] = [];
  for (const { record, findings } of examined) {
    if (token.isCancellationRequested) break;
    const loaded = await load(record.uri);
    if (!loaded) continue;
    documents.push({
      entry: record,
      project: loaded.folder,
      findings,
      claims: getClaimReports(loaded.document, loaded.folder, findings, false),
      openTasks: findOpenTasks(loaded.document.parsed),
    });
  }
  return documents;
}
