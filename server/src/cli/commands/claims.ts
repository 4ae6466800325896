import { URI } from 'vscode-uri';
import { reportedVerdicts, type ReportedVerdict } from '../../features/claimReports';
import { neverCancelled } from '../../host';
import { nearest } from '../../model/suggestion';
import { inFolder, type ClaimsReport, type DocumentClaims } from '../claimReport';
import { formatClaimsJson } from '../formatters/claimsJson';
import { formatClaimsText } from '../formatters/claimsText';
import { exitCodes, UsageError, type CliIo } from '../io';
import { colorChoices, createPaint } from '../paint';
import { openProject, reportUnreadable, rootOf, selectDocuments, type CliProject } from '../project';
import { displayPath, findTargets } from '../targets';
import type { Command } from './command';

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
  -f, --format FORMAT  text (default) or json
      --verdict LIST   only claims with one of these verdicts, parted by commas
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
`,
  options: {
    format: { short: 'f', values: ['text', 'json'] },
    verdict: { values: [] },
    weak: {},
    color: { values: colorChoices },
  },
  async run(options, io) {
    const verdicts = readVerdicts(options.value('verdict'));
    const weak = options.has('weak');
    const targets = await findTargets(options.positionals.length > 0 ? options.positionals : ['.'], io.cwd);
    const documents = new Map<string, DocumentClaims>();
    let isIncomplete = false;
    for (const target of targets) {
      const project = await openProject(target, io);
      for (const document of await listClaims(project, io, weak, verdicts)) documents.set(document.path, document);
      if (reportUnreadable(project, io) || project.hadInternalError()) isIncomplete = true;
    }
    const sorted = [...documents.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    const report: ClaimsReport = { documents: sorted, version: io.version, weak, verdicts };
    const paint = createPaint(options.choice('color', colorChoices), io.stdout.isTerminal, io.env);
    const isJson = options.value('format') === 'json';
    io.stdout.write(isJson ? formatClaimsJson(report) : formatClaimsText(report, paint));
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

async function listClaims(
  project: CliProject,
  { cwd }: CliIo,
  weak: boolean,
  verdicts: ReadonlySet<ReportedVerdict> | undefined,
): Promise<readonly DocumentClaims[]> {
  const { service } = project;
  const entries = await selectDocuments(project, cwd);
  // Version control is asked once, for all that the documents need to know.
  for (const { uri } of entries) await service.diagnose(uri, neverCancelled);
  await service.settle({ details: true });
  const listed: DocumentClaims[] = [];
  for (const { uri, path, identity } of entries) {
    const claims = (await service.claims(uri, { weak }))
      .filter(({ verdict }) => !verdicts || verdicts.has(verdict))
      .map((claim) => inFolder(claim, rootOf({ uri, path }), cwd));
    const { kind, phase, iteration, initiative } = identity;
    const shown = displayPath(URI.parse(uri).fsPath, cwd);
    listed.push({ path: shown, kind, phase: phase?.text, iteration, initiative, claims });
  }
  return listed;
}
