import { join, relative } from 'node:path';
import { URI } from 'vscode-uri';
import { neverCancelled } from '../../host';
import { readChain } from '../chain';
import { formatExplanationJson, formatExplanationText, type ExplainedFile } from '../formatters/explanation';
import { formatStatusJson } from '../formatters/statusJson';
import { formatStatusText } from '../formatters/statusText';
import { exitCodes, UsageError, type CliIo } from '../io';
import { colorChoices, createPaint } from '../paint';
import { openProject, reportUnreadable } from '../project';
import type { StatusInitiative } from '../report';
import { displayPath, findTargets, isInitiativeAsked, toSlashes } from '../targets';
import type { Command } from './command';

export const statusCommand: Command = {
  name: 'status',
  summary: 'Show initiatives, phases and documents with their progress',
  help: `Usage: phase-docs status [PATH...] [options]

Shows how far each initiative, phase and document is, as told by the documents themselves: their
status, ticked tasks, claims that evidence supports, and findings. Below, phase by phase: what is
declared beside what is found, what was promised and is answered nowhere, and which statements
contradict each other.

  PATH    A folder of the workspace. Default: the current folder.

Options:
      --explain        for each PATH, a file: why it is the document that it is, or none: which
                       pattern of which preset says so, and what the others say
  -f, --format FORMAT  text (default) or json
      --color WHEN     auto (default), always or never; auto obeys NO_COLOR
  -h, --help           show this help

Exit codes:
  0    the state is shown
  2    the run itself failed: bad path, option or configuration
`,
  options: { format: { short: 'f', values: ['text', 'json'] }, explain: {}, color: { values: colorChoices } },
  async run(options, io) {
    const isJson = options.value('format') === 'json';
    if (options.has('explain')) {
      const files = await explainFiles(options.positionals, io);
      io.stdout.write(isJson ? formatExplanationJson(files) : formatExplanationText(files));
      return exitCodes.clean;
    }
    const targets = await findTargets(options.positionals.length > 0 ? options.positionals : ['.'], io.cwd);
    const initiatives: StatusInitiative[] = [];
    let isIncomplete = false;
    for (const target of targets) {
      const project = await openProject(target, io);
      await project.service.tree(neverCancelled);
      await project.service.settle();
      const tree = await project.service.tree(neverCancelled);
      const pathOf = (uri: string) => displayPath(URI.parse(uri).fsPath, io.cwd);
      for (const node of tree.initiatives) {
        const folder = toSlashes(relative(target.root, URI.parse(node.uri).fsPath));
        if (!isInitiativeAsked(folder, target)) continue;
        const chain = await readChain(node, (uri) => project.service.diagnose(uri, neverCancelled));
        initiatives.push({ node, chain, path: pathOf(node.uri), pathOf });
      }
      if (reportUnreadable(project, io) || project.hadInternalError()) isIncomplete = true;
    }
    const paint = createPaint(options.choice('color', colorChoices), io.stdout.isTerminal, io.env);
    io.stdout.write(isJson ? formatStatusJson(initiatives) : formatStatusText(initiatives, paint));
    return isIncomplete ? exitCodes.failed : exitCodes.clean;
  },
};

/** @throws UsageError for a folder */
async function explainFiles(paths: readonly string[], io: CliIo): Promise<readonly ExplainedFile[]> {
  if (paths.length === 0) throw new UsageError('`--explain` needs a file: `phase-docs status --explain PATH`.');
  const files: ExplainedFile[] = [];
  for (const target of await findTargets(paths, io.cwd)) {
    const [folder] = target.folders;
    if (folder !== undefined) {
      const shown = displayPath(join(target.root, folder), io.cwd);
      throw new UsageError(`\`--explain\` takes files, and \`${shown}\` is a folder.`);
    }
    const { service } = await openProject(target, io);
    for (const file of target.files) {
      const absolute = join(target.root, file);
      const explanation = await service.explain(URI.file(absolute).toString());
      if (explanation) files.push({ path: displayPath(absolute, io.cwd), explanation });
    }
  }
  return files;
}
