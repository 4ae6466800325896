/** Reports of the documents as they are, and of how they came about. */
import { initiativeIdOf } from '../features/initiatives';
import { buildReport } from '../features/report/buildReport';
import type { Trend } from '../features/report/phaseReport';
import type { CancellationToken, Host, Past } from '../host';
import type { DocumentEntry } from '../model/project';
import type { PhaseDocument } from '../model/phaseDocument';
import type { Folder } from './folder';
import { gatherReport, type Examined } from './gatherReport';
import { readTrend, totalsOf } from './readTrend';
import { toReportFile, toReportPage } from './reportForms';
import type { PhaseDocsService } from './service';
import type { Workspace } from './workspace';

export interface ReportSources {
  readonly workspace: Workspace;
  readonly past: Past | undefined;
  /** Every document with its findings. */
  readonly examineAll: (token: CancellationToken) => Promise<readonly Examined[]>;
  /** The current version of a document; undefined if it has gone. */
  readonly load: (uri: string) => Promise<{ readonly folder: Folder; readonly document: PhaseDocument } | undefined>;
  /** The same engine over other files. */
  readonly openAt: (host: Host) => PhaseDocsService;
}

type Reports = Pick<PhaseDocsService, 'phaseReport' | 'reportPage' | 'reportFile'>;

export function createPhaseReports({ workspace, past, examineAll, load, openAt }: ReportSources): Reports {
  const phaseReport: Reports['phaseReport'] = async (
    token,
    { includes = () => true, withoutTrend, withoutRequirements = false } = {},
  ) => {
    const examined = (await examineAll(token)).filter(({ record }) => includes(record));
    const { documents, traces } = await gatherReport(examined, load, token, !withoutRequirements);
    const current = buildReport(documents, traces, { state: 'unknown', reason: withoutTrend ?? '' });
    if (withoutTrend !== undefined) return current;
    const told = workspace.folders.filter((folder) => documents.some(({ project }) => project === folder));
    const [folder] = told;
    if (!folder || told.length > 1) return { ...current, trend: unknownTrend(told.length) };
    const count = async (host: Host) => {
      const then = openAt(host);
      then.addFolder(folder.rootUri);
      await then.scan(token);
      const part = { includes, withoutTrend: 'it is part of one.', withoutRequirements: true };
      return totalsOf(await then.phaseReport(token, part));
    };
    const folders = [...new Set(documents.map(({ entry }) => entry.identity.initiative))];
    const trend = await readTrend(past, folder.rootUri, folders, totalsOf(current), count, token);
    return { ...current, trend };
  };

  return {
    phaseReport,
    reportPage: async ({ withoutTrend, initiativeId }, token) => {
      const why = withoutTrend === undefined ? {} : { withoutTrend };
      return toReportPage(await phaseReport(token, { ...why, includes: isOfInitiative(initiativeId) }));
    },
    reportFile: async (params, token) =>
      toReportFile(await phaseReport(token, { includes: isOfInitiative(params.initiativeId) }), params),
  };
}

function unknownTrend(folders: number): Trend {
  const reason = folders === 0 ? 'there are no documents.' : 'the documents are in several workspace folders.';
  return { state: 'unknown', reason };
}

function isOfInitiative(id: string | undefined): (entry: DocumentEntry) => boolean {
  return (entry) => id === undefined || initiativeIdOf(entry) === id;
}
