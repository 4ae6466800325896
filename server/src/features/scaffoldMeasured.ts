/** What reports that are there say, written for a testing summary: measured values, each with a link to its place. */
import type { ArtifactReading, Quantity } from '../model/evidence/artifacts/artifact';
import { describeTests } from '../model/evidence/describeMeasured';
import { encodeFragment } from '../model/evidence/fixes/encodeFragment';
import { nearestArtifacts } from '../model/evidence/fixes/nearestArtifacts';
import { linkTo } from '../model/evidence/fixes/relativePath';
import { measuredAt, overall, scopesOf } from '../model/evidence/measuredScope';
import type { ProjectView } from '../model/project';
import type { TemplateValues } from '../schema/renderTemplate';

/** More reports than that are one for each package: which of them count, only the author knows. */
const mostReports = 6;
/** More suites or failing tests are for the report to list. */
const mostLines = 20;
const coverages = [
  ['lineCoverage', 'Lines'],
  ['branchCoverage', 'Branches'],
  ['functionCoverage', 'Functions'],
  ['statementCoverage', 'Statements'],
] as const;

/** Reports whose values go into a testing summary at a path; they have to be read before {@link measuredValues}. */
export function reportsFor(path: string, project: ProjectView): readonly string[] {
  return nearestArtifacts(path, project.artifacts, mostReports);
}

/**
 * `{tests}`, `{coverage}` and `{failures}` of a template; undefined where nothing was measured. What shows nothing is
 * told as a task, never as a result.
 */
export function measuredValues(path: string, project: ProjectView): TemplateValues {
  const tests: string[] = [];
  const coverage: string[] = [];
  const failures: string[] = [];
  for (const report of reportsFor(path, project)) {
    const reading = project.evidence.reading(report, undefined);
    if (!reading) continue;
    const link = (fragment?: string) =>
      linkTo(report, path, fragment === undefined ? '' : `#${encodeFragment(fragment)}`);
    if (reading.state === 'vacuous' || reading.state === 'unreadable') {
      tests.push(`- [ ] ${link()} shows nothing (${reading.reason ?? 'it is empty'}): run it again`);
      continue;
    }
    tests.push(...testLines(reading, link));
    coverage.push(...coverageLines(reading, link));
    failures.push(...failureLines(reading, link));
  }
  if (tests.length > 0) tests.push(AGAIN);
  return { tests: joined(tests, INTRO), coverage: joined(coverage, INTRO), failures: joined(failures) };
}

/** The values are claims that the reports bear out; once a report says something else, that is found. */
const INTRO = 'Read from the reports:\n\n';
const AGAIN = '- [ ] Run them again at the end of the phase, and bring these numbers up to date';

type Link = (fragment?: string) => string;

/** The whole run first, then its suites, each bound to its own numbers. */
function testLines(reading: ArtifactReading, link: Link): readonly string[] {
  const all = overall(reading);
  if (all.get('total') === undefined) return [];
  const lines = [`- Whole run: ${describeTests(all)} (${link()})`];
  // Only suites of JUnit can be pointed to by their names.
  const suites = reading.format === 'junit' ? scopesOf(reading, ['suite']).filter(isPlain) : [];
  const counted = suites.map((name) => ({ name, measured: measuredAt(reading, name) }));
  const known = counted.filter(({ measured }) => measured.get('total') !== undefined);
  if (known.length < 2) return lines;
  lines.push(
    ...known.slice(0, mostLines).map(({ name, measured }) => `- ${name}: ${describeTests(measured)} (${link(name)})`),
  );
  if (known.length > mostLines) lines.push(`- Further suites of the run: ${known.length - mostLines}`);
  return lines;
}

function coverageLines(reading: ArtifactReading, link: Link): readonly string[] {
  const all = overall(reading);
  return coverages.flatMap(([name, label]) => {
    const quantity = all.get(name);
    return quantity ? [`- ${label}: ${percent(quantity)} covered (${link(quantity.fragment)})`] : [];
  });
}

/** Cut, not rounded: 99.996 % is not 100 %. */
function percent({ value, unit }: Quantity): string {
  return `${Math.trunc((unit === 'ratio' ? value * 100 : value) * 100 + 1e-7) / 100}%`;
}

function failureLines(reading: ArtifactReading, link: Link): readonly string[] {
  const names = reading.quantities.flatMap(({ name, value, scope = '', scopeKind }) =>
    scopeKind === 'test' && (name === 'failed' || name === 'errors') && value > 0 && isPlain(scope) ? [scope] : [],
  );
  const failing = [...new Set(names)];
  const rest = failing.length - mostLines;
  return [
    ...failing.slice(0, mostLines).map((name) => `- [ ] \`${name}\` fails: ${link()}`),
    ...(rest > 0 ? [`- [ ] Further failing tests of ${link()}: ${rest}`] : []),
  ];
}

/** A name that is one line of text, without what would be markup. */
function isPlain(name: string): boolean {
  return name.trim() !== '' && name.length < 200 && !/[\n\r`[\]<>|*]/.test(name);
}

function joined(lines: readonly string[], intro = ''): string | undefined {
  return lines.length === 0 ? undefined : `${intro}${lines.join('\n')}`;
}
