/** What has to be found out before the claims of a document can be judged. */
import type { Pointer } from '../../syntax/document';
import type { SectionClaims } from '../claims/findClaims';
import { baseName } from '../paths';
import type { PhaseDocument } from '../phaseDocument';
import type { ProjectView } from '../project';
import { isArtifactPath, listsTests } from './evidenceFacts';
import { nearestArtifacts } from './fixes/nearestArtifacts';
import { phaseFiles } from './fixes/phaseFiles';
import { bindingOf, isCovered } from './judgeClaim';
import { readTestId } from './testIds';
import { isTextPath } from './textFacts';

export interface EvidenceNeeds {
  /** Artifacts to read, with the fragments that bind something in them. */
  readonly artifacts: readonly { readonly path: string; readonly fragment: string | undefined }[];
  /** Files whose words have to be read. */
  readonly texts: readonly string[];
  /** Tests to look for. */
  readonly tests: readonly TestQuestion[];
  /** Whether any test is named: its place may change with every report. */
  readonly namesTests: boolean;
  /** Files whose age matters. */
  readonly dated: readonly string[];
  /** Commits that claims point to. */
  readonly commits: readonly string[];
  /** Questions to version control on which no verdict depends: what hovers and fixes show. */
  readonly details: {
    /** Artifacts whose age is told. */
    readonly dated: readonly string[];
    /** Files whose commits may be offered as evidence. */
    readonly touched: readonly string[];
  };
}

export interface TestQuestion {
  /** As the pointer writes it. */
  readonly id: string;
  /** The file that it names; undefined: it is not there. */
  readonly file: string | undefined;
  /** Where to look if the file does not hold it, the nearest first. */
  readonly reports: readonly string[];
}

interface SectionNeeds extends Omit<EvidenceNeeds, 'details'> {
  readonly shown: readonly string[];
  /** Whether a fix may offer other evidence. */
  readonly wantsCandidates: boolean;
}

const needsOf = new WeakMap<SectionClaims, { version: object; path: string; needs: SectionNeeds }>();
const nothing: SectionNeeds = {
  artifacts: [],
  texts: [],
  tests: [],
  namesTests: false,
  dated: [],
  commits: [],
  shown: [],
  wantsCandidates: false,
};

/** @param wantsCommits whether fixes may be asked for, which offer commits */
export function findEvidenceNeeds(document: PhaseDocument, project: ProjectView, wantsCommits: boolean): EvidenceNeeds {
  const all = { ...newLists(), wantsCandidates: false };
  for (const section of document.claims) {
    const needs = sectionNeeds(section, document.path, project);
    if (needs === nothing) continue;
    all.namesTests ||= needs.namesTests;
    all.wantsCandidates ||= needs.wantsCandidates;
    for (const artifact of needs.artifacts) all.artifacts.push(artifact);
    for (const text of needs.texts) all.texts.push(text);
    for (const question of needs.tests) all.tests.push(question);
    for (const path of needs.dated) all.dated.push(path);
    for (const hash of needs.commits) all.commits.push(hash);
    for (const path of needs.shown) all.shown.push(path);
  }
  const { shown, wantsCandidates, ...needs } = all;
  // What a fix would offer instead is shown with what it measures.
  const candidates = wantsCandidates ? nearestArtifacts(document.path, project.artifacts) : [];
  for (const path of candidates) needs.artifacts.push({ path, fragment: undefined });
  const touched = wantsCandidates && wantsCommits ? phaseFiles(document, project) : [];
  return { ...needs, details: { dated: shown, touched } };
}

/** To be filled. */
function newLists() {
  return {
    artifacts: [] as { path: string; fragment: string | undefined }[],
    texts: [] as string[],
    tests: [] as TestQuestion[],
    namesTests: false,
    dated: [] as string[],
    commits: [] as string[],
    shown: [] as string[],
  };
}

function sectionNeeds(section: SectionClaims, path: string, project: ProjectView): SectionNeeds {
  if (section.claims.length === 0) return nothing;
  const known = needsOf.get(section);
  if (known?.version === project.factsVersion && known.path === path) return known.needs;
  const needs = readSection(section, path, project);
  needsOf.set(section, { version: project.factsVersion, path, needs });
  return needs;
}

/** More reports than any claim is looked up in. */
const MOST_REPORTS = 24;

function readSection(section: SectionClaims, fromPath: string, project: ProjectView): SectionNeeds {
  const { artifacts, texts, tests, dated, commits, shown } = newLists();
  let namesTests = false;
  let wantsCandidates = false;
  for (const { strength, evidence } of section.claims) {
    if (strength !== 'strong') continue;
    wantsCandidates ||= evidence.pointers.length === 0 && evidence.form !== 'log';
    const paths: string[] = [];
    for (const { pointer } of evidence.pointers) {
      if (pointer.form === 'commit') commits.push(pointer.target);
      const resolution = project.resolve(pointer, fromPath);
      if (pointer.form === 'test-id') {
        namesTests = true;
        const file = 'path' in resolution ? resolution.path : undefined;
        // Found in a report: then it was looked for already.
        if (file === undefined || baseName(file) === baseName(readTestId(pointer.target).file))
          tests.push({ id: pointer.target, file, reports: reportsNear(fromPath, project.artifacts) });
      }
      if (resolution.status !== 'found' && resolution.status !== 'moved') {
        wantsCandidates ||= resolution.status !== 'unchecked';
        continue;
      }
      paths.push(resolution.path);
      const fragment = bindingOf(pointer);
      if (pointer.form !== 'test-id') {
        if (isArtifactPath(resolution.path)) artifacts.push({ path: resolution.path, fragment });
        else if (wantsText(pointer, resolution.path, project)) texts.push(resolution.path);
      }
      const reading = project.evidence.reading(resolution.path, fragment);
      wantsCandidates ||= reading !== undefined && reading.state !== 'measured';
    }
    // Age is a matter of two: a measurement, and what was measured.
    if (paths.some(isArtifactPath) && paths.some(isCovered)) dated.push(...paths);
    else shown.push(...paths.filter(isArtifactPath));
  }
  const isNothing = [artifacts, texts, dated, commits, shown].every((list) => list.length === 0);
  if (isNothing && !namesTests && !wantsCandidates) return nothing;
  return { artifacts, texts, tests, namesTests, dated, commits, shown, wantsCandidates };
}

/** What phase documents say is known; of sources only the lines that are pointed to have to be there. */
function wantsText({ lines }: Pointer, path: string, project: ProjectView): boolean {
  return project.hasFile(path) && (lines !== undefined || (isTextPath(path) && !project.entry(path)));
}

const reportsOf = new WeakMap<readonly string[], readonly string[]>();

/** Reports that may list tests. */
function reportsNear(fromPath: string, artifacts: readonly string[]): readonly string[] {
  const reports = reportsOf.get(artifacts) ?? artifacts.filter(listsTests);
  reportsOf.set(artifacts, reports);
  return nearestArtifacts(fromPath, reports, MOST_REPORTS);
}
