import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { neverCancelled } from '../../host';
import { formatStatusJson } from '../formatters/statusJson';
import { formatStatusText } from '../formatters/statusText';
import { exitCodes } from '../io';
import { colorChoices, createPaint } from '../paint';
import { openProject, reportUnreadable } from '../project';
import type { StatusInitiative } from '../report';
import { displayPath, findTargets, isInitiativeAsked } from '../targets';
import type { Command } from './command';

export const statusCommand: Command = {
  name: 'status',
  summary: 'Show initiatives, phases and documents with their progress',
  help: `Usage: phase-docs status [PATH...] [options]

Shows how far each initiative, phase and document is, as told by the documents themselves: their
status, ticked tasks, claims that evidence supports, and findings.

  PATH    A folder of the workspace. Default: the current folder.

Options:
  -f, --format FORMAT  text (default) or json
      --color WHEN     auto (default), always or never; auto obeys NO_COLOR
  -h, --help           show this help

Exit codes:
  0    the state is shown
  2    the run itself failed: bad path, option or configuration
`,
  options: { format: { short: 'f', values: ['text', 'json'] }, color: { values: colorChoices } },
  async run(options, io) {
    const targets = await findTargets(options.positionals.length > 0 ? options.positionals : ['.'], io.cwd);
    const initiatives: StatusInitiative[] = [];
    let isIncomplete = false;
    for (const target of targets) {
      const project = await openProject(target, io);
      await project.service.tree(neverCancelled);
      await project.service.settle();
      const tree = await project.service.tree(neverCancelled);
      for (const node of tree.initiatives.filter(({ description }) => isInitiativeAsked(description, target))) {
        const pathOf = (uri: string) => displayPath(URI.parse(uri).fsPath, io.cwd);
        initiatives.push({ node, path: displayPath(join(target.root, node.description), io.cwd), pathOf });
      }
      if (reportUnreadable(project, io) || project.hadInternalError()) isIncomplete = true;
    }
    const paint = createPaint(options.choice('color', colorChoices), io.stdout.isTerminal, io.env);
    const isJson = options.value('format') === 'json';
    io.stdout.write(isJson ? formatStatusJson(initiatives) : formatStatusText(initiatives, paint));
    return isIncomplete ? exitCodes.failed : exitCodes.clean;
  },
};
