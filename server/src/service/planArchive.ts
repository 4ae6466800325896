import { archiveGlobs, withArchiveGlobs } from '../features/planArchive';
import { configFileName } from '../model/configFile';
import { parentFolder } from '../model/paths';
import type { ArchivePlan } from '../authoringProtocol';
import type { Workspace } from './workspace';

/** The nearest configuration above the first document, or a new one in its workspace folder. @param uris as kept inside */
export async function planArchive(workspace: Workspace, uris: readonly string[]): Promise<ArchivePlan | undefined> {
  const first = uris[0] === undefined ? undefined : workspace.find(uris[0]);
  if (!first) return undefined;
  const { folder, record } = first;
  const { initiative } = record.identity;
  const existing = folder.configFor(record.path).uri;
  const uri = existing ?? folder.uriOf(configFileName);
  const path = folder.pathOf(uri) ?? configFileName;
  const all = folder.documents.filter(({ identity }) => identity.initiative === initiative);
  const meant = uris.flatMap((each) => folder.pathOf(each) ?? []);
  const globs = archiveGlobs(
    parentFolder(path),
    initiative,
    meant,
    all.map((document) => document.path),
  );
  const text = withArchiveGlobs((await workspace.readText(uri)) ?? '', globs);
  return text === undefined ? undefined : { uri, exists: folder.hasFile(path), text, globs };
}
