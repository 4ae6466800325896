/** From what is offered for a claim to its verdict: the first that applies, in the order of {@link Verdict}. */
import type { Pointer } from '../../syntax/document';
import type { Claim, OfferedPointer } from '../claims/claim';
import type { SectionClaims } from '../claims/findClaims';
import type { PhaseDocument } from '../phaseDocument';
import type { ProjectView, Resolution } from '../project';
import { countOf, type ArtifactReading } from './artifacts/artifact';
import { compareClaim } from './compareClaim';
import type { Comparison } from './comparison';
import { isArtifactPath } from './evidenceFacts';
import type { TextFacts } from './textFacts';

export type Verdict =
  /** An artifact says something else. */
  | 'contradicted'
  /** There are pointers and none leads anywhere. */
  | 'broken'
  /** Pointers lead somewhere, and nothing is shown there. */
  | 'vacuous'
  /** The artifact is older than what it is offered for. */
  | 'stale'
  | 'supported'
  /** Nothing to follow. */
  | 'unsupported';

export interface Judgement {
  readonly verdict: Verdict;
  /** What became of each pointer offered, in their order. */
  readonly pointers: readonly JudgedPointer[];
  /** What the artifacts say of the claim's numbers, if they speak of them. */
  readonly comparison: Comparison | undefined;
}

export interface JudgedPointer {
  readonly offered: OfferedPointer;
  readonly resolution: Resolution;
  readonly reading: ArtifactReading | undefined;
  /** Why it shows nothing, for a message, though it leads somewhere. */
  readonly emptiness: string | undefined;
  /** What is not in the file that it leads to, for a message: `no suite or test "login"`. */
  readonly absence: string | undefined;
}

export interface JudgedClaim {
  readonly claim: Claim;
  readonly judgement: Judgement;
}

/** Kept as long as neither the claims nor what pointers lead to change: most keystrokes change one section. */
const judged = new WeakMap<SectionClaims, { version: object; path: string; claims: readonly JudgedClaim[] }>();

/** One and the same list, so that nothing is kept again and again for sections without claims. */
const noClaims: readonly JudgedClaim[] = [];

/** The strong claims of a section with their verdicts. @param index of the section in the document */
export function judgeSection(document: PhaseDocument, index: number, project: ProjectView): readonly JudgedClaim[] {
  const section = document.claims[index];
  if (!section || section.claims.length === 0) return noClaims;
  const known = judged.get(section);
  if (known?.version === project.factsVersion && known.path === document.path) return known.claims;
  const claims = section.claims
    .filter((claim) => claim.strength === 'strong')
    .map((claim) => ({ claim, judgement: judgeClaim(claim, document.path, project) }));
  judged.set(section, { version: project.factsVersion, path: document.path, claims });
  return claims;
}

/** @param fromPath path of the document that makes the claim */
export function judgeClaim(claim: Claim, fromPath: string, project: ProjectView): Judgement {
  const pointers = claim.evidence.pointers.map((offered) => judgePointer(offered, claim, fromPath, project));
  const readings = pointers.flatMap(({ reading }) => reading ?? []);
  const compared = readings.length === 0 ? undefined : compareClaim(claim.text, readings);
  const comparison = compared?.status === 'not-comparable' ? undefined : compared;
  return { verdict: verdictOf(claim, pointers, comparison, project), pointers, comparison };
}

function judgePointer(offered: OfferedPointer, claim: Claim, fromPath: string, project: ProjectView): JudgedPointer {
  const resolution = project.resolve(offered.pointer, fromPath);
  if (resolution.status !== 'found' && resolution.status !== 'moved') {
    return { offered, resolution, reading: undefined, emptiness: undefined, absence: undefined };
  }
  const reading = project.evidence.reading(resolution.path, bindingOf(offered.pointer));
  const emptiness = emptinessOf(claim, fromPath, resolution.path, reading, project);
  const absence = absenceOf(offered.pointer, reading, project.evidence.text(resolution.path));
  return { offered, resolution, reading, emptiness, absence };
}

/** What a pointer binds in an artifact; lines, `#L10-L20`, bind nothing. */
export function bindingOf({ fragment, lines }: Pointer): string | undefined {
  return lines === undefined ? fragment : undefined;
}

/** Unreadable evidence never passes; nor does a document that says the same again without anything to follow. */
function emptinessOf(
  claim: Claim,
  fromPath: string,
  path: string,
  reading: ArtifactReading | undefined,
  project: ProjectView,
): string | undefined {
  if (path === fromPath) return 'it is this document itself';
  const text = project.evidence.text(path);
  const facts = project.entry(path)?.facts;
  if (text?.isEmpty ?? facts?.isEmpty) return 'the file is empty';
  const repeated = facts?.baselessClaims ?? text?.baselessClaims;
  if (repeated && saysAgain(repeated, claim.key)) return 'it only says the same again';
  switch (reading?.state) {
    case 'vacuous':
    case 'unbound':
      return reading.reason ?? 'it shows nothing';
    case 'unreadable':
      return `it cannot be read: ${reading.reason ?? 'not well-formed'}`;
    default:
      return undefined;
  }
}

/** What is not in a file that is there. */
function absenceOf(
  { lines }: Pointer,
  reading: ArtifactReading | undefined,
  text: TextFacts | undefined,
): string | undefined {
  if (reading?.state === 'absent') return reading.reason ?? 'nothing at that place';
  if (!lines || text?.lines === undefined || text.isEmpty || lines.from <= text.lines) return undefined;
  return `it has only ${countOf(text.lines, 'line')}`;
}

/** A short claim such as "done" is everybody's. */
const SHORTEST_REPETITION = 12;

/** The words alone, or the words before the pointer: "all requirements are met, see the notes". */
export function saysAgain(claims: ReadonlySet<string>, key: string): boolean {
  if (key.length >= SHORTEST_REPETITION && claims.has(key)) return true;
  for (let end = key.lastIndexOf(' '); end >= SHORTEST_REPETITION; end = key.lastIndexOf(' ', end - 1)) {
    if (claims.has(key.slice(0, end))) return true;
  }
  return false;
}

function verdictOf(
  claim: Claim,
  pointers: readonly JudgedPointer[],
  comparison: Comparison | undefined,
  project: ProjectView,
): Verdict {
  if (pointers.length === 0) return claim.evidence.form === 'log' ? 'supported' : 'unsupported';
  if (comparison?.status === 'contradicts') return 'contradicted';
  const leading = pointers.filter((pointer) => leadsSomewhere(pointer));
  if (leading.length === 0) return 'broken';
  const showing = leading.filter(({ emptiness }) => emptiness === undefined);
  if (showing.length === 0) return 'vacuous';
  return isStale(showing, project) ? 'stale' : 'supported';
}

/** An unchecked pointer (a URL, a commit) is taken at its word: nothing is fetched. */
export function leadsSomewhere({ resolution, absence }: JudgedPointer): boolean {
  if (absence !== undefined) return false;
  return resolution.status === 'found' || resolution.status === 'moved' || resolution.status === 'unchecked';
}

/**
 * Every artifact was committed before the last change of something that the claim names beside it. Only what version
 * control knows of both sides counts.
 */
function isStale(pointers: readonly JudgedPointer[], project: ProjectView): boolean {
  const paths = pointers.map(({ resolution }) => pathOf(resolution));
  // A commit, an address: evidence whose age nobody can tell here.
  if (paths.some((path) => path === undefined)) return false;
  const known = paths.filter((path) => path !== undefined);
  const artifacts = known.filter(isArtifactPath).map((path) => project.evidence.committedAt(path));
  const newest = Math.max(...known.filter(isCovered).map((path) => project.evidence.committedAt(path) ?? -Infinity));
  return artifacts.length > 0 && artifacts.every((time) => time !== undefined && time < newest);
}

/** What an artifact may be about: sources, not documents. */
export function isCovered(path: string): boolean {
  return !isArtifactPath(path) && !/\.(?:md|markdown|txt|log)$/i.test(path) && /\.[A-Za-z0-9]+$/.test(path);
}

function pathOf(resolution: Resolution): string | undefined {
  return resolution.status === 'found' || resolution.status === 'moved' ? resolution.path : undefined;
}
