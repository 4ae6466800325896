/** What has to be found out before the claims of a document can be judged. */
import type { SectionClaims } from '../claims/findClaims';
import type { PhaseDocument } from '../phaseDocument';
import type { ProjectView } from '../project';
import { isArtifactPath } from './evidenceFacts';
import { nearestArtifacts } from './fixes/nearestArtifacts';
import { isCovered } from './judgeClaim';

export interface EvidenceNeeds {
  /** Artifacts to read, with the fragments that bind something in them. */
  readonly artifacts: readonly { readonly path: string; readonly fragment: string | undefined }[];
  /** Files whose age matters. */
  readonly dated: readonly string[];
  /** Commits that claims point to. */
  readonly commits: readonly string[];
}

const needsOf = new WeakMap<SectionClaims, { version: object; path: string; needs: EvidenceNeeds }>();
const nothing: EvidenceNeeds = { artifacts: [], dated: [], commits: [] };

export function findEvidenceNeeds(document: PhaseDocument, project: ProjectView): EvidenceNeeds {
  const all = document.claims.map((section) => sectionNeeds(section, document.path, project));
  const some = all.filter((needs) => needs !== nothing);
  if (some.length === 0) return nothing;
  return {
    artifacts: some.flatMap(({ artifacts }) => artifacts),
    dated: some.flatMap(({ dated }) => dated),
    commits: some.flatMap(({ commits }) => commits),
  };
}

function sectionNeeds(section: SectionClaims, path: string, project: ProjectView): EvidenceNeeds {
  if (section.claims.length === 0) return nothing;
  const known = needsOf.get(section);
  if (known?.version === project.factsVersion && known.path === path) return known.needs;
  const needs = readSection(section, path, project);
  needsOf.set(section, { version: project.factsVersion, path, needs });
  return needs;
}

function readSection(section: SectionClaims, fromPath: string, project: ProjectView): EvidenceNeeds {
  const artifacts: { path: string; fragment: string | undefined }[] = [];
  const dated: string[] = [];
  const commits: string[] = [];
  let wantsCandidates = false;
  for (const { strength, evidence } of section.claims) {
    if (strength !== 'strong') continue;
    wantsCandidates ||= evidence.pointers.length === 0 && evidence.form !== 'log';
    const paths: string[] = [];
    for (const { pointer } of evidence.pointers) {
      if (pointer.form === 'commit') commits.push(pointer.target);
      const resolution = project.resolve(pointer, fromPath);
      if (resolution.status !== 'found' && resolution.status !== 'moved') continue;
      paths.push(resolution.path);
      if (isArtifactPath(resolution.path)) artifacts.push({ path: resolution.path, fragment: pointer.fragment });
      const reading = project.evidence.reading(resolution.path, pointer.fragment);
      wantsCandidates ||= reading !== undefined && reading.state !== 'measured';
    }
    // Age is a matter of two: a measurement, and what was measured.
    if (paths.some(isArtifactPath) && paths.some(isCovered)) dated.push(...paths);
  }
  // What a fix would offer instead is shown with what it measures.
  if (wantsCandidates) {
    const paths = nearestArtifacts(fromPath, project.artifacts);
    artifacts.push(...paths.map((path) => ({ path, fragment: undefined })));
  }
  return artifacts.length + dated.length + commits.length === 0 ? nothing : { artifacts, dated, commits };
}
