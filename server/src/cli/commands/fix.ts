import { readFile, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { neverCancelled } from '../../host';
import { applyEdits } from '../../features/applyEdits';
import type { FixAllResult } from '../../features/fixAll';
import { countOf } from '../../features/countOf';
import { printable } from '../formatters/printable';
import { exitCodes, UsageError, type CliIo } from '../io';
import { openProject, reportUnreadable, selectDocuments } from '../project';
import { displayPath, findTargets } from '../targets';
import type { Command } from './command';

export const fixCommand: Command = {
  name: 'fix',
  summary: 'Apply the fixes that need no second look',
  help: `Usage: phase-docs fix PATH... [options]

Applies safe fixes: those after which a document says nothing that its author did not say, such
as the new path of a file that was moved. No box is ticked, no evidence is made up, no section is
filled. What remains is for \`phase-docs check\`, and for you.

  PATH    A folder is searched for phase documents. A file is fixed even if its name follows no
          known convention.

Options:
  -n, --dry-run   say what would be done, and change nothing
  -h, --help      show this help

Exit codes:
  0    everything that can be fixed is fixed, or would be
  2    the run itself failed: bad path, option or configuration, unreadable file

Examples:
  phase-docs fix docs --dry-run
  phase-docs fix docs/initiatives HANDOFF.md
`,
  options: { 'dry-run': { short: 'n' } },
  async run(options, io) {
    if (options.positionals.length === 0) throw new UsageError('Name what is to be fixed: `phase-docs fix PATH`.');
    const isDry = options.has('dry-run');
    const targets = await findTargets(options.positionals, io.cwd);
    const done = new Set<string>();
    let files = 0;
    let fixes = 0;
    let isIncomplete = false;
    for (const target of targets) {
      const project = await openProject(target, io);
      const entries = await selectDocuments(project, io.cwd);
      // Whether a file is stale may decide on a fix as well.
      for (const { uri } of entries) await project.service.diagnose(uri, neverCancelled);
      await project.service.settle();
      for (const { uri, path } of entries) {
        const absolute = join(target.root, path);
        // A link and what it leads to are one file.
        const real = await realpath(absolute).catch(() => absolute);
        if (done.has(real)) continue;
        done.add(real);
        const result = await project.service.fixAll(uri);
        if (!result || result.edits.length === 0) continue;
        if (!isDry) await write(absolute, result, io);
        io.stdout.write(describe(displayPath(absolute, io.cwd), result));
        files++;
        fixes += result.fixed.length;
      }
      if (reportUnreadable(project, io) || project.hadInternalError()) isIncomplete = true;
    }
    const what = `${countOf(fixes, 'finding')} in ${countOf(files, 'file')}`;
    io.stdout.write(fixes === 0 ? 'Nothing to fix.\n' : `\n${isDry ? 'Would fix' : 'Fixed'} ${what}.\n`);
    return isIncomplete ? exitCodes.failed : exitCodes.clean;
  },
};

/** Only what was read is changed: the bytes around an edit stay as they are. */
async function write(absolute: string, { edits }: FixAllResult, io: CliIo): Promise<void> {
  try {
    const text = await readFile(absolute, 'utf8');
    await writeFile(absolute, applyEdits(text, edits));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`\`${displayPath(absolute, io.cwd)}\` cannot be written: ${reason}.`);
  }
}

function describe(path: string, { fixed }: FixAllResult): string {
  const lines = fixed.map(({ rule, title, line }) => `  ${line + 1}  ${title}  ${rule}`);
  return printable(`${path}\n${lines.join('\n')}\n`);
}
