/** What was found out about the things that claims point to, gathered before any rule runs. */
import type { Commit } from '../../host';
import type { ArtifactReading } from './artifacts/artifact';
import type { TextFacts } from './textFacts';

export interface EvidenceFacts {
  /**
   * What an artifact says; undefined if it was not read: not an artifact by its name, or not asked for yet.
   *
   * @param path relative to the workspace folder
   * @param fragment of the pointer, as written: what it binds in the artifact
   */
  reading(path: string, fragment: string | undefined): ArtifactReading | undefined;
  /** What is known of the words of a file that is no artifact; undefined if it was not read. */
  text(path: string): TextFacts | undefined;
  /** When a file was last committed as it is, in seconds since 1970; undefined: nobody knows. */
  committedAt(path: string): number | undefined;
  /** Whether the repository has this commit; undefined: nobody knows. */
  hasCommit(hash: string): boolean | undefined;
  /**
   * Where a test stands; undefined: not looked for yet, or nobody can tell without running it.
   *
   * @param id as a pointer of the form `test-id` writes it
   * @param file that the id names, relative to the workspace folder; undefined: it is not there
   */
  testPlace(id: string, file: string | undefined): TestPlace | undefined;
  /** Where commits have moved the file that had this path; undefined: nobody knows, or it was not asked for yet. */
  renamedTo(path: string): string | undefined;
  /** The newest commits that touched a file, the newest first; empty where nobody knows. */
  commitsTouching(path: string): readonly Commit[];
}

/** `path`: the test file, or a report that lists the test; undefined: it is in neither. */
export interface TestPlace {
  readonly path: string | undefined;
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

/** Those that list no tests. Matches `coverage/lcov.info`; does not match `junit.xml`. */
const WITHOUT_TESTS = /(?:^|\/)(?:coverage|lcov|cobertura|clover)[^/]*$|\.sarif(?:\.json)?$/i;

/** Whether it may list tests by their names. */
export function listsTests(path: string): boolean {
  return isToolOutput(path) && !WITHOUT_TESTS.test(path);
}
