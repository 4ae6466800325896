/** The artifacts that a claim may be pointed to, those that show it to be true first. */
import { baseName, parentFolder } from '../../paths';
import type { ProjectView } from '../../project';
import type { ArtifactReading } from '../artifacts/artifact';
import { compareClaim } from '../compareClaim';
import type { Comparison } from '../comparison';
import { describeQuantity, describeTests } from '../describeMeasured';
import { overall } from '../measuredScope';
import { nearestArtifacts } from './nearestArtifacts';
import { relativePath } from './relativePath';

export interface Candidate {
  readonly path: string;
  /** `agrees`: with one claim at least, and with none it disagrees. `empty`: it is known to show nothing. */
  readonly status: Comparison['status'] | 'empty';
  /** What the artifact says, with the path before it: `reports/junit.xml (35 of 37 passed)`. */
  readonly title: string;
}

const ORDER: readonly Candidate['status'][] = ['agrees', 'not-comparable', 'contradicts', 'empty'];

/**
 * Which of them shows the claims to be true only the author knows: what an artifact measures is told as far as it is
 * known, and one that says something else is offered as such.
 *
 * @param claims the words of each
 */
export function evidenceCandidates(
  fromPath: string,
  claims: readonly string[],
  project: ProjectView,
): readonly Candidate[] {
  return nearestArtifacts(fromPath, project.artifacts)
    .map((path) => candidate(path, claims, project.evidence.reading(path, undefined)))
    .sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
}

function candidate(path: string, claims: readonly string[], reading: ArtifactReading | undefined): Candidate {
  const like = (status: Candidate['status'], words?: string): Candidate => ({
    path,
    status,
    title: words === undefined ? path : `${path} (${words})`,
  });
  if (!reading) return like('not-comparable');
  if (reading.state === 'unreadable') return like('empty', 'cannot be read');
  if (reading.state === 'vacuous') return like('empty', `shows nothing: ${reading.reason ?? 'it is empty'}`);
  const compared = claims.map((claim) => compareClaim(claim, [reading]));
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

/** `[junit.xml](../reports/junit.xml)` as a document writes it. */
export function linkTo(path: string, fromPath: string): string {
  return `[${baseName(path)}](${encodeURI(relativePath(parentFolder(fromPath), path))})`;
}
