import { URI } from 'vscode-uri';
import { reportedVerdicts, type ReportedVerdict } from '../../features/claimReports';
import { formatReviewMarkdown } from '../../features/reviewMarkdown';
import { neverCancelled } from '../../host';
import { nearest } from '../../suggestion';
import { findChanges, isNew } from '../changes';
import { inFolder, type ClaimsReport, type DocumentClaims } from '../claimReport';
import { formatClaimsJson } from '../formatters/claimsJson';
import { formatClaimsText } from '../formatters/claimsText';
import { exitCodes, UsageError, type CliIo } from '../io';
import { colorChoices, createPaint, type Paint } from '../paint';
import {
  openProject,
  reportReviewProblems,
  reportUnreadable,
  rootOf,
  selectDocuments,
  type CliProject,
} from '../project';
import { displayPath, findTargets } from '../targets';
import type { Command } from './command';

const formatNames = ['text', 'json', 'markdown'] as const;

export const claimsCommand: Command = {
  name: 'claims',
  summary: 'List every claim with its verdict and the evidence behind it',
  help: `Usage: phase-docs claims [PATH...] [options]

Lists what phase documents claim, claim by claim: the verdict, why the words are a claim, where
each pointer leads, and the number claimed beside the number measured. For whoever wants to see
what was looked at, not only what was found wrong.

  PATH    A folder is searched for phase documents. A file is read even if its name follows no
          known convention. Default: the current folder.

Verdicts:
  contradicted   the evidence says something else
  broken         none of the pointers leads anywhere
  vacuous        what is pointed to shows nothing
  stale          the evidence is older than what it covers
  unsupported    nothing to follow
  waived         a comment in the document says why it needs no evidence
  supported      at least one pointer leads to something and nothing speaks against it

Options:
  -f, --format FORMAT  text (default), json, or markdown: a table with what reviewers answered, for
                       a pull request
      --verdict LIST   only claims with one of these verdicts, parted by commas
      --since REF      only claims on lines that are new since the current work parted from this
                       branch, tag or commit (asks git)
      --weak           weak claims too: accomplishments told plainly, ticked tasks
      --color WHEN     auto (default), always or never; auto obeys NO_COLOR
  -h, --help           show this help

Exit codes:
  0    the claims are listed, whatever their verdicts; \`phase-docs check\` tells what is wrong
  2    the run itself failed: bad path, option or configuration, unreadable file

Examples:
  phase-docs claims HANDOFF.md
  phase-docs claims docs --verdict contradicted,broken
  phase-docs claims docs --format json
  phase-docs claims --since main --format markdown
`,
  options: {
    format: { short: 'f', values: formatNames },
    verdict: { values: [] },
    since: { values: [] },
    weak: {},
    color: { values: colorChoices },
  },
  async run(options, io) {
    const verdicts = readVerdicts(options.value('verdict'));
    const asked: Asked = { verdicts, weak: options.has('weak'), since: options.value('since') };
    const targets = await findTargets(options.positionals.length > 0 ? options.positionals : ['.'], io.cwd);
    const documents = new Map<string, DocumentClaims>();
    let isIncomplete = false;
    for (const target of targets) {
      const project = await openProject(target, io);
      for (const document of await listClaims(project, io, asked)) documents.set(document.path, document);
      if (reportUnreadable(project, io) || project.hadInternalError()) isIncomplete = true;
      if (reportReviewProblems(project, io)) isIncomplete = true;
    }
    const sorted = [...documents.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    const report: ClaimsReport = { documents: sorted, version: io.version, ...asked };
    const paint = createPaint(options.choice('color', colorChoices), io.stdout.isTerminal, io.env);
    io.stdout.write(formatClaims(options.choice('format', formatNames), report, paint));
    return isIncomplete ? exitCodes.failed : exitCodes.clean;
  },
};

/** @throws UsageError for what is no verdict */
function readVerdicts(list: string | undefined): ReadonlySet<ReportedVerdict> | undefined {
  if (list === undefined) return undefined;
  const names = list
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  if (names.length === 0) throw new UsageError(`\`--verdict\` needs a value: ${reportedVerdicts.join(', ')}.`);
  return new Set(names.map(readVerdict));
}

function readVerdict(name: string): ReportedVerdict {
  const verdict = reportedVerdicts.find((known) => known === name);
  if (verdict) return verdict;
  const near = nearest(name, reportedVerdicts);
  throw new UsageError(
    `\`${name}\` is no verdict.${near ? ` Did you mean \`${near}\`?` : ''} Choose of ${reportedVerdicts.join(', ')}.`,
  );
}

/** Which claims are wanted. */
interface Asked {
  readonly verdicts: ReadonlySet<ReportedVerdict> | undefined;
  readonly weak: boolean;
  readonly since: string | undefined;
}

function formatClaims(format: (typeof formatNames)[number], report: ClaimsReport, paint: Paint): string {
  switch (format) {
    case 'text':
      return formatClaimsText(report, paint);
    case 'json':
      return formatClaimsJson(report);
    case 'markdown':
      return formatReviewMarkdown(
        report.documents.map(({ path, label, reviewed, lost }) => ({ path, label, claims: reviewed, lost })),
        report.since === undefined ? '' : `on lines that are new since ${report.since}`,
      );
  }
}

async function listClaims(
  project: CliProject,
  { cwd }: CliIo,
  { verdicts, weak, since }: Asked,
): Promise<readonly DocumentClaims[]> {
  const { service } = project;
  const entries = await selectDocuments(project, cwd);
  // Version control is asked once, for all that the documents need to know.
  for (const { uri } of entries) await service.diagnose(uri, neverCancelled);
  await service.settle({ details: true });
  const changed = await findChanges(project, since);
  const listed: DocumentClaims[] = [];
  for (const { uri, path, identity } of entries) {
    const found = await service.reviews.claims(uri, { weak });
    const reviewed = (found?.claims ?? [])
      .filter(({ report }) => !verdicts || verdicts.has(report.verdict))
      .filter(({ report }) => isNew(report, uri, changed))
      .map((claim) => ({ ...claim, report: inFolder(claim.report, rootOf({ uri, path }), cwd) }));
    const { kind, phase, iteration, initiative } = identity;
    const shown = displayPath(URI.parse(uri).fsPath, cwd);
    listed.push({
      path: shown,
      kind,
      phase: phase?.text,
      iteration,
      initiative,
      label: found?.label ?? '',
      claims: reviewed.map(({ report }) => report),
      reviewed,
      lost: changed ? [] : (found?.lost ?? []),
    });
  }
  return listed;
}
