import { join, relative } from 'node:path';
import { URI } from 'vscode-uri';
import { neverCancelled } from '../../host';
import { formatTraceJson } from '../formatters/traceJson';
import { formatTraceCsv, formatTraceMarkdown } from '../formatters/traceTable';
import { formatTraceText } from '../formatters/traceText';
import { exitCodes } from '../io';
import { colorChoices, createPaint } from '../paint';
import { openProject, reportUnreadable } from '../project';
import { displayPath, findTargets, isInitiativeAsked, toSlashes } from '../targets';
import type { ReportedTrace, TraceReport } from '../traceReport';
import type { Command } from './command';

export const traceCommand: Command = {
  name: 'trace',
  summary: 'Follow each requirement through to-do list and phases to its evidence',
  help: `Usage: phase-docs trace [PATH...] [options]

Follows each requirement of an initiative: the item of the to-do list that plans it, the claim of
a phase that it is met, and the evidence of that claim. Says what is missing at each step.

A requirement is a heading with an id, an item or a table row of a requirements document, below
Requirements, User Stories or Acceptance Criteria. Steps belong together by an id (FR-3, US1, R5,
or the T1.2 of the item that names it) or by the same words, never by words that are only alike.
In the editor, a code action on a list of requirements without ids gives them some.

  PATH    A folder of the workspace. Default: the current folder.

Options:
  -f, --format FORMAT  text (default), markdown, json or csv
      --color WHEN     auto (default), always or never; auto obeys NO_COLOR
  -h, --help           show this help

Exit codes:
  0    the trace is shown, whatever is missing
  2    the run itself failed: bad path, option or configuration, unreadable file

Examples:
  phase-docs trace
  phase-docs trace docs --format csv
`,
  options: { format: { short: 'f', values: ['text', 'markdown', 'json', 'csv'] }, color: { values: colorChoices } },
  async run(options, io) {
    const targets = await findTargets(options.positionals.length > 0 ? options.positionals : ['.'], io.cwd);
    const initiatives: ReportedTrace[] = [];
    let isIncomplete = false;
    for (const target of targets) {
      const project = await openProject(target, io);
      const { service } = project;
      await service.tree(neverCancelled);
      await service.settle();
      for (const trace of await service.trace(neverCancelled)) {
        const folder = URI.parse(trace.uri).fsPath;
        if (!isInitiativeAsked(toSlashes(relative(target.root, folder)), target)) continue;
        const fromRoot = (path: string) => displayPath(join(URI.parse(trace.rootUri).fsPath, path), io.cwd);
        initiatives.push({ ...trace, path: displayPath(folder, io.cwd), fromRoot });
      }
      if (reportUnreadable(project, io) || project.hadInternalError()) isIncomplete = true;
    }
    const pathOf = (uri: string) => displayPath(URI.parse(uri).fsPath, io.cwd);
    const report: TraceReport = { initiatives, version: io.version, pathOf };
    const paint = createPaint(options.choice('color', colorChoices), io.stdout.isTerminal, io.env);
    switch (options.choice('format', ['text', 'markdown', 'json', 'csv'])) {
      case 'text':
        io.stdout.write(formatTraceText(report, paint));
        break;
      case 'markdown':
        io.stdout.write(formatTraceMarkdown(report));
        break;
      case 'json':
        io.stdout.write(formatTraceJson(report));
        break;
      case 'csv':
        io.stdout.write(formatTraceCsv(report));
    }
    return isIncomplete ? exitCodes.failed : exitCodes.clean;
  },
};
