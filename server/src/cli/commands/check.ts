import { URI } from 'vscode-uri';
import type { Diagnostic, Fix, FixableDiagnostic } from '../../diagnostic';
import { explainedPlaces } from '../../features/claimCounts';
import type { ClaimReport } from '../../features/claimReports';
import { neverCancelled } from '../../host';
import type { DocumentEntry } from '../../model/project';
import { inFolder } from '../claimReport';
import type { Formatter } from '../formatters/formatter';
import { githubFormatter } from '../formatters/github';
import { jsonFormatter } from '../formatters/json';
import { junitFormatter } from '../formatters/junit';
import { markdownFormatter } from '../formatters/markdown';
import { sarifFormatter } from '../formatters/sarif';
import { textFormatter } from '../formatters/text';
import { exitCodes, type CliIo } from '../io';
import { colorChoices, createPaint } from '../paint';
import { findChanges, isNew, type Changes } from '../changes';
import {
  openProject,
  reportReviewProblems,
  reportUnreadable,
  rootOf,
  selectDocuments,
  type CliProject,
} from '../project';
import {
  countReport,
  reportedSeverities,
  type CheckedDocument,
  type Report,
  type ReportedFinding,
  type ReportedSeverity,
} from '../report';
import { describeRules } from '../ruleCatalog';
import { displayPath, findTargets } from '../targets';
import { writeOutput } from '../writeOutput';
import type { Command } from './command';

const formatNames = ['text', 'json', 'sarif', 'junit', 'github', 'markdown'] as const;
const formatters: Readonly<Record<(typeof formatNames)[number], Formatter>> = {
  text: textFormatter,
  json: jsonFormatter,
  sarif: sarifFormatter,
  junit: junitFormatter,
  github: githubFormatter,
  markdown: markdownFormatter,
};

/** Enough to keep the disk busy while a document is judged. */
const DOCUMENTS_AT_ONCE = 16;

export const checkCommand: Command = {
  name: 'check',
  summary: 'Report what is missing, unsupported or contradictory in phase documents',
  help: `Usage: phase-docs check [PATH...] [options]

Checks phase documents: are they complete, do their references lead somewhere, and does evidence
stand beside what they claim?

  PATH    A folder is searched for phase documents. A file is checked even if its name follows no
          known convention. Default: the current folder.

References are looked up in the whole workspace: the git repository, or the folder inside whose
.phase-docs.yaml says \`root: true\`; without a repository the topmost folder upwards with
.phase-docs.yaml, else the folder itself.

Options:
  -f, --format FORMAT   text (default), json, sarif (SARIF 2.1.0, for code scanning), junit (for
                        servers that show test results), github (annotations of GitHub Actions) or
                        markdown (for a comment in a pull request)
  -o, --output FILE     write the report to FILE instead of standard output
      --severity LEVEL  report nothing less severe: information (default), warning or error
      --since REF       only findings that stand on lines which are new since the current work
                        parted from this branch, tag or commit (asks git)
      --explain         below each finding on a claim: why the words are a claim, and where
                        evidence was looked for (text and json)
  -q, --quiet           findings only, no summary
      --color WHEN      auto (default), always or never; auto obeys NO_COLOR
  -h, --help            show this help

Exit codes:
  0    nothing to report, or information only
  1    at least one error or warning is reported
  2    the run itself failed: bad path, option or configuration, unreadable file

Examples:
  phase-docs check
  phase-docs check docs/initiatives --severity error
  phase-docs check HANDOFF.md --explain
  phase-docs check --since main
  phase-docs check HANDOFF.md --format sarif --output phase-docs.sarif
  phase-docs check --format github
`,
  options: {
    format: { short: 'f', values: formatNames },
    output: { short: 'o', values: [] },
    severity: { values: reportedSeverities },
    since: { values: [] },
    explain: {},
    quiet: { short: 'q' },
    color: { values: colorChoices },
  },
  async run(options, io) {
    const formatter = formatters[options.choice('format', formatNames)];
    const output = options.value('output');
    const paint = createPaint(
      options.choice('color', colorChoices),
      output === undefined && io.stdout.isTerminal,
      io.env,
    );
    const asked: Asked = {
      severity: options.choice('severity', reportedSeverities),
      needsText: formatter.needsText,
      needsFixes: formatter.needsFixes,
      needsWaived: formatter.needsWaived,
      explain: options.has('explain'),
      since: options.value('since'),
    };
    const targets = await findTargets(options.positionals.length > 0 ? options.positionals : ['.'], io.cwd);

    const documents = new Map<string, CheckedDocument>();
    let isIncomplete = false;
    for (const target of targets) {
      const project = await openProject(target, io);
      for (const document of await checkProject(project, io, asked)) {
        documents.set(document.path, document);
      }
      if (reportUnreadable(project, io) || project.hadInternalError()) isIncomplete = true;
      if (reportReviewProblems(project, io)) isIncomplete = true;
    }
    const report = createReport([...documents.values()], io, isIncomplete);
    const text = formatter.format(report, { paint, quiet: options.has('quiet') });
    if (output === undefined) io.stdout.write(text);
    else await writeOutput(output, text, io);
    if (isIncomplete) return exitCodes.failed;
    return report.counts.errors + report.counts.warnings > 0 ? exitCodes.findings : exitCodes.clean;
  },
};

/** What of the findings is wanted. */
interface Asked {
  readonly severity: ReportedSeverity;
  readonly needsText: boolean;
  readonly needsFixes: boolean;
  readonly needsWaived: boolean;
  readonly explain: boolean;
  readonly since: string | undefined;
}

function createReport(
  documents: readonly CheckedDocument[],
  { version, homepage }: CliIo,
  isIncomplete: boolean,
): Report {
  const sorted = [...documents].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return { documents: sorted, counts: countReport(sorted), rules: describeRules(), version, homepage, isIncomplete };
}

async function checkProject(project: CliProject, io: CliIo, asked: Asked): Promise<readonly CheckedDocument[]> {
  const entries = await selectDocuments(project, io.cwd);
  for (const { uri } of entries) await project.service.diagnose(uri, neverCancelled);
  await project.service.settle({ details: asked.explain });
  const changed = await findChanges(project, asked.since);
  const checked: CheckedDocument[] = [];
  for (let index = 0; index < entries.length; index += DOCUMENTS_AT_ONCE) {
    const batch = entries.slice(index, index + DOCUMENTS_AT_ONCE);
    checked.push(...(await Promise.all(batch.map((entry) => checkDocument(entry, project, io, asked, changed)))));
  }
  return checked;
}

async function checkDocument(
  { uri, path, identity }: DocumentEntry,
  { service, host }: CliProject,
  io: CliIo,
  asked: Asked,
  changed: Changes | undefined,
): Promise<CheckedDocument> {
  const claims = asked.explain
    ? (await service.claims(uri, { weak: true })).map((claim) => inFolder(claim, rootOf({ uri, path }), io.cwd))
    : [];
  const { waived: all } = await service.findings(uri);
  const waived = asked.needsWaived ? all : [];
  const found = asked.needsFixes
    ? await service.fixes(uri)
    : (await service.diagnose(uri, neverCancelled)).map(unfixed);
  const findings = found.flatMap(({ diagnostic, fixes }) =>
    isReported(diagnostic.severity, asked.severity) && isNew(diagnostic, uri, changed)
      ? [{ ...toFinding(diagnostic, fixes, diagnostic.severity, io.cwd), ...claimsBehind(diagnostic, claims) }]
      : [],
  );
  return {
    path: displayPath(URI.parse(uri).fsPath, io.cwd),
    uri,
    kind: identity.kind,
    phase: identity.phase?.text,
    iteration: identity.iteration,
    initiative: identity.initiative,
    findings,
    known: all.filter(({ diagnostic, waiver }) => waiver.form === 'baseline' && diagnostic.severity !== 'hint').length,
    waived: waived.flatMap(({ diagnostic, waiver: { reason, form } }) =>
      isReported(diagnostic.severity, asked.severity)
        ? [
            {
              ...toFinding(diagnostic, [], diagnostic.severity, io.cwd),
              reason,
              by: form === 'baseline' ? 'baseline' : 'comment',
            },
          ]
        : [],
    ),
    text: asked.needsText && findings.length + waived.length > 0 ? await host.readFile(uri) : undefined,
  };
}

function isReported(severity: Diagnostic['severity'], least: ReportedSeverity): severity is ReportedSeverity {
  return severity !== 'hint' && reportedSeverities.indexOf(severity) >= reportedSeverities.indexOf(least);
}

function unfixed(diagnostic: Diagnostic): FixableDiagnostic {
  return { diagnostic, fixes: [] };
}

function toFinding(
  { rule, range, message, related }: Diagnostic,
  fixes: readonly Fix[],
  severity: ReportedSeverity,
  cwd: string,
): ReportedFinding {
  return {
    rule,
    severity,
    range,
    message,
    related: related.map((place) => ({ ...place, path: displayPath(URI.parse(place.uri).fsPath, cwd) })),
    fixes: fixes.map(({ title, preferred, safe }) => ({ title, preferred, safe })),
  };
}

/** The claims that a finding is about, to explain it; nothing for a finding about something else. */
function claimsBehind(diagnostic: Diagnostic, claims: readonly ClaimReport[]): Pick<ReportedFinding, 'claims'> {
  const places = explainedPlaces(diagnostic);
  const behind = claims.filter(({ range: { start } }) =>
    places.some((place) => place.start.line === start.line && place.start.character === start.character),
  );
  return behind.length > 0 ? { claims: behind } : {};
}
