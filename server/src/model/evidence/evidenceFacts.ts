/** What was found out about the things that claims point to, gathered before any rule runs. */
import type { ArtifactReading } from './artifacts/artifact';

export interface EvidenceFacts {
  /**
   * What an artifact says; undefined if it was not read: not an artifact by its name, or not asked for yet.
   *
   * @param path relative to the workspace folder
   * @param fragment of the pointer, as written: what it binds in the artifact
   */
  reading(path: string, fragment: string | undefined): ArtifactReading | undefined;
  /** When a file was last committed as it is, in seconds since 1970; undefined: nobody knows. */
  committedAt(path: string): number | undefined;
  /** Whether the repository has this commit; undefined: nobody knows. */
  hasCommit(hash: string): boolean | undefined;
}

/** Extensions of files that tools write results to. Others are taken as the thing made, not as a measurement of it. */
const ARTIFACT = /\.(?:xml|json|info|tap|sarif|csv|ya?ml)$/i;

export function isArtifactPath(path: string): boolean {
  return ARTIFACT.test(path);
}

/** Names that tools give to reports. Matches `out/junit.xml`, `coverage/lcov.info`, `TEST-app.xml`; does not match `data.json`. */
const TOOL_OUTPUT =
  /(?:^|\/)(?:(?:junit|test-results?|test-report|coverage-(?:summary|final)|lcov|cobertura|clover)[^/]*\.(?:xml|json|info|tap)|TEST-[^/]+\.xml|[^/]+\.sarif(?:\.json)?)$/i;

/** Does a path look like the output of a tool, so that it can be offered as evidence? */
export function isToolOutput(path: string): boolean {
  return TOOL_OUTPUT.test(path);
}
