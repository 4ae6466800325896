/** One workspace root, scanned: what every command that looks at documents starts from. */
import { dirname, join, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { neverCancelled, type Host, type Logger } from '../host';
import type { ConfigProblem } from '../model/configFile';
import type { DocumentEntry } from '../model/project';
import { createNodeHost } from '../node/nodeHost';
import { createPhaseDocsService } from '../service/createService';
import type { PhaseDocsService } from '../service/service';
import { UsageError, type CliIo } from './io';
import { displayPath, isInTarget, type Target } from './targets';

export interface CliProject {
  readonly target: Target;
  readonly host: Host;
  readonly service: PhaseDocsService;
  /** Whether something went wrong inside and was survived: the result may be incomplete. */
  hadInternalError(): boolean;
}

/** @throws UsageError for mistakes in a configuration that governs what was asked for */
export async function openProject(target: Target, io: CliIo): Promise<CliProject> {
  let failed = false;
  const logger: Logger = {
    info: () => undefined,
    error: (message, error) => {
      failed = true;
      io.stderr.write(`phase-docs: ${message}${error instanceof Error ? `\n${error.stack ?? error.message}` : ''}\n`);
    },
  };
  const host = createNodeHost();
  const service = createPhaseDocsService({ host, logger });
  service.addFolder(URI.file(target.root).toString());
  await service.scan(neverCancelled);
  rejectConfigProblems(service.configProblems(), target, io);
  return { target, host, service, hadInternalError: () => failed };
}

/**
 * The documents that were asked for: those below the folders, and the named files, whatever they are called.
 *
 * @throws UsageError for a named file that cannot be read
 */
export async function selectDocuments({ service, target }: CliProject, cwd: string): Promise<readonly DocumentEntry[]> {
  for (const path of target.files) {
    const absolute = join(target.root, path);
    if (service.documents().some((document) => document.path === path)) continue;
    if (!(await service.adopt(URI.file(absolute).toString()))) {
      throw new UsageError(
        `\`${displayPath(absolute, cwd)}\` cannot be read as text: it is binary, too large or protected.`,
      );
    }
  }
  return service.documents().filter((document) => isInTarget(document.path, target));
}

function rejectConfigProblems(problems: readonly ConfigProblem[], target: Target, io: CliIo): void {
  const relevant = problems.filter(({ uri }) => governs(dirname(URI.parse(uri).fsPath), target));
  if (relevant.length === 0) return;
  const lines = relevant.map(({ uri, range, message }) => {
    const { line, character } = range.start;
    return `${displayPath(URI.parse(uri).fsPath, io.cwd)}:${line + 1}:${character + 1}  ${message}`;
  });
  throw new UsageError(['The configuration has mistakes; nothing was checked.', ...lines].join('\n'));
}

/** Whether a configuration in this folder can apply to something that was asked for: it lies above or below it. */
function governs(folder: string, { root, folders, files }: Target): boolean {
  const isBelow = (inner: string, outer: string) => `${inner}/`.startsWith(`${outer}/`);
  return [...folders, ...files]
    .map((path) => resolve(root, path))
    .some((path) => isBelow(path, folder) || isBelow(folder, path));
}
