import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { countOf } from '../../features/countOf';
import { exitCodes, UsageError, type CliIo } from '../io';
import { openProject, reportUnreadable, selectDocuments } from '../project';
import { findTargets } from '../targets';
import type { Command } from './command';

export const deriveCommand: Command = {
  name: 'derive',
  summary: 'Write a schema from the documents that a team has',
  help: `Usage: phase-docs derive PATH... [options]

Looks at documents of one kind and writes a schema under which most of them pass: sections in their
usual order, with the names that they have and a comment on how many documents have them.

  PATH    Documents, whatever they are called, or folders, which are searched for phase documents.

Options:
  -k, --kind KIND     only documents of this kind; a new name, such as wave-report, makes a schema
                      for a kind of your own from all of them. Default: the most common kind
  -o, --output FILE   write the schema to FILE, which must not be there yet; its folder is made
  -h, --help          show this help

To use the schema, name its file in .phase-docs.yaml:  schemas: [schemas/handoff.yaml]

Exit codes:
  0    the schema is written
  2    the run itself failed: bad path or option, no documents, FILE is there already

Examples:
  phase-docs derive docs --kind handoff
  phase-docs derive docs/minutes/*.md --kind minutes --output schemas/minutes.yaml
`,
  options: { kind: { short: 'k', values: [] }, output: { short: 'o', values: [] } },
  async run(options, io) {
    if (options.positionals.length === 0)
      throw new UsageError('Name the documents to learn from: `phase-docs derive PATH`.');
    const kind = options.value('kind');
    if (kind !== undefined && !/^[a-z][a-z0-9-]*$/.test(kind))
      throw new UsageError(`\`${kind}\` is no name of a kind. Use small letters and hyphens, such as wave-report.`);
    const [target, ...others] = await findTargets(options.positionals, io.cwd);
    if (!target || others.length > 0) throw new UsageError('Documents of several workspaces make no schema together.');
    const project = await openProject(target, io);
    const entries = await selectDocuments(project, io.cwd);
    const derived = await project.service.deriveSchema({ uris: entries.map(({ uri }) => uri), kind });
    if (!derived)
      throw new UsageError(
        `There are no documents${kind === undefined ? '' : ` of the kind \`${kind}\``} to learn from.`,
      );
    const output = options.value('output');
    if (output === undefined) io.stdout.write(derived.text);
    else {
      await writeNew(output, derived.text, io);
      const passing = `${derived.passing} of ${countOf(derived.documents, 'document')} pass`;
      io.stdout.write(`Wrote ${output}, a schema of the kind ${derived.kind}: ${passing} under it.\n`);
    }
    return reportUnreadable(project, io) || project.hadInternalError() ? exitCodes.failed : exitCodes.clean;
  },
};

async function writeNew(output: string, text: string, io: CliIo): Promise<void> {
  try {
    const file = resolve(io.cwd, output);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      isThere
        ? `\`${output}\` is there already, and nothing is overwritten. Choose another name, or delete it first.`
        : `The schema cannot be written to \`${output}\`: ${reason}.`,
    );
  }
}
