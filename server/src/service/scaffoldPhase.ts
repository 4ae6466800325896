import { getScaffoldSources, planScaffold } from '../features/scaffold';
import type { ScaffoldParams, ScaffoldPlan, ScaffoldSource } from '../authoringProtocol';
import type { EvidenceSource } from './artifactReadings';
import type { Folder } from './folder';
import type { Workspace } from './workspace';

/** The phases after which a next one can be made, those of the given document's folder first. */
export function scaffoldSources(workspace: Workspace, uri: string | undefined): readonly ScaffoldSource[] {
  const preferred = uri === undefined ? undefined : workspace.find(uri);
  const others = workspace.folders.filter((folder) => folder !== preferred?.folder);
  return [
    ...(preferred ? getScaffoldSources(preferred.folder, preferred.record.uri) : []),
    ...others.flatMap((folder) => getScaffoldSources(folder)),
  ];
}

/** Plans the files of a phase of the initiative that is meant; nothing is written. */
export async function scaffoldPhase(
  workspace: Workspace,
  params: ScaffoldParams,
  sourceOf: (folder: Folder) => EvidenceSource,
): Promise<ScaffoldPlan> {
  for (const folder of workspace.folders) {
    if (!getScaffoldSources(folder).some((source) => source.initiativeId === params.initiativeId)) continue;
    return planScaffold(folder, params, {
      readText: (uri) => workspace.readText(uri),
      readReports: (paths) => folder.evidence.loadArtifacts(paths, sourceOf(folder)),
    });
  }
  return { files: [], problem: 'There is no such initiative any more. Try again.' };
}
