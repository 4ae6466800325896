/** What a claim may be pointed to as evidence, that which shows it to be true first. */
import { isCommitHash } from '../../../syntax/pointerWords';
import { baseName, parentFolder } from '../../paths';
import type { PhaseDocument } from '../../phaseDocument';
import type { ProjectView } from '../../project';
import type { Commit } from '../../../host';
import type { ArtifactReading } from '../artifacts/artifact';
import { compareClaim } from '../compareClaim';
import type { Comparison } from '../comparison';
import { describeQuantity, describeTests } from '../describeMeasured';
import { saysAgain } from '../judgeClaim';
import { overall } from '../measuredScope';
import { dateOf } from './dateOf';
import { nearestArtifacts } from './nearestArtifacts';
import { phaseFiles } from './phaseFiles';
import { relativePath } from './relativePath';

export interface Candidate {
  /** Undefined for what is no file. */
  readonly path: string | undefined;
  /** As a document writes it: `[junit.xml](../reports/junit.xml)`, `` commit `3f2a1bc` ``. */
  readonly link: string;
  /** `agrees`: with one claim at least, and with none it disagrees. `empty`: it is known to show nothing. */
  readonly status: Comparison['status'] | 'empty';
  /** What it says, with its name before it: `reports/junit.xml (35 of 37 passed)`. */
  readonly title: string;
}

/** The words of a claim, and what tells it apart from others. */
export interface ClaimWords {
  readonly text: string;
  readonly key: string;
}

const ORDER: readonly Candidate['status'][] = ['agrees', 'not-comparable', 'contradicts', 'empty'];

/**
 * Reports first, then the testing summary of the phase, then commits. Which of them shows the claims to be true only the
 * author knows: what an artifact measures is told as far as it is known, and one that says something else is offered as
 * such.
 */
export function evidenceCandidates(
  document: PhaseDocument,
  claims: readonly ClaimWords[],
  project: ProjectView,
): readonly Candidate[] {
  const artifacts = nearestArtifacts(document.path, project.artifacts)
    .map((path) => artifactCandidate(path, document, claims, project.evidence.reading(path, undefined)))
    .sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
  return [...artifacts, ...summaryCandidates(document, claims, project), ...commitCandidates(document, project)];
}

function artifactCandidate(
  path: string,
  document: PhaseDocument,
  claims: readonly ClaimWords[],
  reading: ArtifactReading | undefined,
): Candidate {
  const like = (status: Candidate['status'], words?: string): Candidate => ({
    path,
    link: linkTo(path, document.path),
    status,
    title: words === undefined ? path : `${path} (${words})`,
  });
  if (!reading) return like('not-comparable');
  if (reading.state === 'unreadable') return like('empty', 'cannot be read');
  if (reading.state === 'vacuous') return like('empty', `shows nothing: ${reading.reason ?? 'it is empty'}`);
  const compared = claims.map(({ text }) => compareClaim(text, [reading]));
  const other = compared.find(({ status }) => status === 'contradicts');
  if (other) return like('contradicts', `says ${other.measured ?? 'something else'}`);
  const same = compared.find(({ status }) => status === 'agrees');
  if (same) return like('agrees', same.measured);
  return like('not-comparable', summary(reading));
}

/** The one value that tells what the artifact is about. */
function summary(reading: ArtifactReading): string | undefined {
  const all = overall(reading);
  if (all.get('total')) return describeTests(all);
  const names = ['lineCoverage', 'statementCoverage', 'branchCoverage', 'functionCoverage', 'findings'] as const;
  const quantity = names.map((name) => all.get(name)).find((each) => each !== undefined);
  return quantity && describeQuantity(quantity);
}

/** Not one that only says the same again. */
function summaryCandidates(
  { path: fromPath, identity }: PhaseDocument,
  claims: readonly ClaimWords[],
  project: ProjectView,
): readonly Candidate[] {
  if (!identity.phase) return [];
  return project
    .phaseSet(identity)
    .filter(({ path, identity: other }) => other.kind === 'testing-summary' && path !== fromPath && !other.archived)
    .filter(({ facts }) => !claims.some(({ key }) => saysAgain(facts.baselessClaims, key)))
    .slice(0, 1)
    .map(({ path }) => ({
      path,
      link: linkTo(path, fromPath),
      status: 'not-comparable',
      title: `${path} (testing summary)`,
    }));
}

const MOST_COMMITS = 2;
const LONGEST_SUBJECT = 50;

/** Those that touched most of the phase's files, of these the newest. */
function commitCandidates(document: PhaseDocument, project: ProjectView): readonly Candidate[] {
  const touched = new Map<string, { readonly commit: Commit; readonly files: string[] }>();
  for (const path of phaseFiles(document, project)) {
    for (const commit of project.evidence.commitsTouching(path)) {
      const known = touched.get(commit.hash);
      if (known) known.files.push(path);
      else touched.set(commit.hash, { commit, files: [path] });
    }
  }
  return [...touched.values()]
    .sort((a, b) => b.files.length - a.files.length || b.commit.time - a.commit.time)
    .slice(0, MOST_COMMITS)
    .map(({ commit, files }) => {
      const hash = shortHash(commit.hash);
      const [first = ''] = files;
      const others = files.length > 1 ? ` and ${files.length - 1} more` : '';
      const title = `commit ${hash} "${shorten(commit.subject)}" (${dateOf(commit.time)}, touches ${first}${others})`;
      return { path: undefined, link: `commit \`${hash}\``, status: 'not-comparable', title };
    });
}

/** The first characters; more where these could be a number or a word. */
function shortHash(hash: string): string {
  for (let length = 7; length < hash.length; length++) {
    if (isCommitHash(hash.slice(0, length))) return hash.slice(0, length);
  }
  return hash;
}

function shorten(subject: string): string {
  return subject.length > LONGEST_SUBJECT ? `${subject.slice(0, LONGEST_SUBJECT - 1)}…` : subject;
}

/** `[junit.xml](../reports/junit.xml)` as a document writes it. */
function linkTo(path: string, fromPath: string): string {
  return `[${baseName(path)}](${encodeURI(relativePath(parentFolder(fromPath), path))})`;
}
