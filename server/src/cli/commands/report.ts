import { dirname, relative, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { formatReportPage } from '../../features/report/html/reportHtml';
import type { InitiativeReport, PhaseReport, ReportPlace, Trend } from '../../features/report/phaseReport';
import { formatReportMarkdown } from '../../features/report/reportMarkdown';
import type { ReportLinks } from '../../features/report/reportWords';
import { initiativeUriOf } from '../../features/initiatives';
import { neverCancelled } from '../../host';
import { formatReportJson } from '../formatters/reportJson';
import { exitCodes, UsageError, type CliIo } from '../io';
import { openProject, reportUnreadable, type CliProject } from '../project';
import { displayPath, findTargets, isInitiativeAsked, toSlashes } from '../targets';
import { writeOutput } from '../writeOutput';
import type { Command } from './command';

const formatNames = ['html', 'markdown', 'json'] as const;

export const reportCommand: Command = {
  name: 'report',
  summary: 'Write a report of initiatives as HTML, Markdown or JSON',
  help: `Usage: phase-docs report [PATH...] [options]

Writes one report of the initiatives below PATH: phases and their documents, claims by verdict,
conflicts, what is still open, and how it came about over the history of git. Every number leads
to what was counted.

  PATH    A folder of the workspace. Default: the current folder.

Options:
  -f, --format FORMAT   html (default): one file that needs no other and runs no script; markdown,
                        for a pull request; or json
  -o, --output FILE     write the report to FILE instead of standard output
      --links URL       link to files below URL, for example of a forge, instead of relative to
                        the report
      --no-trend        do not read the history
  -h, --help            show this help

Exit codes:
  0    the report is written
  2    the run itself failed: bad path, option or configuration, unreadable file

Examples:
  phase-docs report --output report.html
  phase-docs report docs/initiatives --format markdown
`,
  options: {
    format: { short: 'f', values: formatNames },
    output: { short: 'o', values: [] },
    links: { values: [] },
    'no-trend': {},
  },
  async run(options, io) {
    const format = options.choice('format', formatNames);
    const output = options.value('output');
    const targets = await findTargets(options.positionals.length > 0 ? options.positionals : ['.'], io.cwd);
    const initiatives: InitiativeReport[] = [];
    const trends: Trend[] = [];
    let isIncomplete = false;
    for (const target of targets) {
      const project = await openProject(target, io);
      if (output !== undefined) protectDocument(output, project, io);
      await project.service.tree(neverCancelled);
      await project.service.settle();
      const { initiatives: some, trend } = await project.service.phaseReport(neverCancelled, {
        includes: (entry) =>
          isInitiativeAsked(toSlashes(relative(target.root, URI.parse(initiativeUriOf(entry)).fsPath)), target),
        ...(options.has('no-trend') && { withoutTrend: 'the history was not to be read.' }),
      });
      initiatives.push(...some);
      trends.push(trend);
      if (reportUnreadable(project, io) || project.hadInternalError()) isIncomplete = true;
    }
    const report: PhaseReport = { initiatives, trend: trendOf(trends) };
    const text = render(report, format, linksFrom(options.value('links'), output, io), io);
    if (output === undefined) io.stdout.write(text);
    else await writeOutput(output, text, io);
    return isIncomplete ? exitCodes.failed : exitCodes.clean;
  },
};

function render(report: PhaseReport, format: (typeof formatNames)[number], links: ReportLinks, io: CliIo): string {
  switch (format) {
    case 'html':
      return formatReportPage(report, links);
    case 'markdown':
      return formatReportMarkdown(report, links);
    case 'json':
      return formatReportJson(report, io.version, {
        pathOf: ({ uri }) => displayPath(URI.parse(uri).fsPath, io.cwd),
        folderOf: ({ uri }) => displayPath(URI.parse(uri).fsPath, io.cwd),
      });
  }
}

/** Relative to the folder of the report, or of the current folder where there is none; with a base, below that. */
function linksFrom(base: string | undefined, output: string | undefined, io: CliIo): ReportLinks {
  const from = base !== undefined || output === undefined ? io.cwd : dirname(resolve(io.cwd, output));
  const prefix = base === undefined ? '' : `${base.replace(/\/+$/, '')}/`;
  return {
    toPlace: ({ uri, line }: ReportPlace) => {
      const path = toSlashes(relative(from, URI.parse(uri).fsPath));
      return `${prefix}${path.split('/').map(encodeURIComponent).join('/')}#L${line + 1}`;
    },
  };
}

/** The trends of several workspaces cannot be added: their commits are not the same. */
function trendOf([first, ...others]: readonly Trend[]): Trend {
  if (first && others.length === 0) return first;
  return { state: 'unknown', reason: 'the documents are in several workspaces.' };
}

/** A report must not take the place of a document that it is about. */
function protectDocument(output: string, { service }: CliProject, io: CliIo): void {
  const uri = URI.file(resolve(io.cwd, output)).toString();
  if (service.document(uri)) {
    throw new UsageError(`\`${output}\` is a phase document; the report would overwrite it. Choose another name.`);
  }
}
