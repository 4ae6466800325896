/** One workspace root, scanned: what every command that looks at documents starts from. */
import { dirname, join, relative, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { neverCancelled, type Host, type Logger } from '../host';
import { configFileName } from '../model/configFile';
import type { ConfigProblem } from '../model/configReader';
import type { DocumentEntry } from '../model/project';
import { createNodeHost } from '../node/nodeHost';
import { createPhaseDocsService } from '../service/createService';
import type { PhaseDocsService } from '../service/service';
import { printable } from './formatters/printable';
import { UsageError, type CliIo } from './io';
import { displayPath, isInTarget, toSlashes, type Target } from './targets';

export interface CliProject {
  readonly target: Target;
  readonly host: Host;
  readonly service: PhaseDocsService;
  /** Paths of folders whose files may not be listed. */
  readonly protectedFolders: ReadonlySet<string>;
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
      const stack = error instanceof Error ? `\n${error.stack ?? error.message}` : '';
      io.stderr.write(printable(`phase-docs: ${message}${stack}\n`));
    },
  };
  const protectedFolders = new Set<string>();
  const host = createNodeHost({ onProtectedFolder: (path) => protectedFolders.add(path) });
  const service = createPhaseDocsService({ host, logger });
  service.addFolder(URI.file(target.root).toString());
  await service.scan(neverCancelled);
  rejectConfigProblems(service.configProblems(), target, io);
  return { target, host, service, protectedFolders, hadInternalError: () => failed };
}

/**
 * The documents that were asked for: those below the folders, and the named files, whatever they are called.
 *
 * @throws UsageError for a named file that cannot be read
 */
export async function selectDocuments({ service, target }: CliProject, cwd: string): Promise<readonly DocumentEntry[]> {
  for (const path of target.files) {
    const absolute = join(target.root, path);
    const uri = URI.file(absolute).toString();
    // A document that only its name makes one is now one by the word of the user.
    const known = service.document(uri);
    if ((!known || known.identity.tentative) && !(await service.adopt(uri))) {
      throw new UsageError(
        `\`${displayPath(absolute, cwd)}\` cannot be read as text: it is binary, too large or protected.`,
      );
    }
  }
  return service.documents().filter((document) => isInTarget(pathInTarget(document.uri, target), target));
}

/**
 * Tells of documents below the folders that were asked for and that cannot be read: what they say is not checked.
 *
 * @returns whether there are any
 */
export function reportUnreadable({ service, target, protectedFolders }: CliProject, io: CliIo): boolean {
  const paths = service
    .unreadableDocuments()
    .map((uri) => URI.parse(uri).fsPath)
    .filter((path) => isInTarget(toSlashes(relative(target.root, path)), target));
  for (const path of paths) {
    const name = printable(displayPath(path, io.cwd));
    io.stderr.write(
      `phase-docs: \`${name}\` was not checked. It cannot be read as text: it is binary, too large or protected.\n`,
    );
  }
  const folders = [...protectedFolders]
    .filter((path) => isInTarget(`${toSlashes(relative(target.root, path))}/`, target))
    .sort();
  for (const path of folders) {
    const name = printable(displayPath(path, io.cwd));
    io.stderr.write(`phase-docs: The folder \`${name}\` is protected. What lies in it was not checked.\n`);
  }
  return paths.length > 0 || folders.length > 0;
}

/** The workspace folder of a document: the target's root, or a folder inside of it that is a root of its own. */
export function rootOf({ uri, path }: Pick<DocumentEntry, 'uri' | 'path'>): string {
  return resolve(URI.parse(uri).fsPath, ...path.split('/').map(() => '..'));
}

/** The path relative to the target's root: a document may belong to a workspace folder inside of it. */
function pathInTarget(uri: string, target: Target): string {
  return toSlashes(relative(target.root, URI.parse(uri).fsPath));
}

function rejectConfigProblems(problems: readonly ConfigProblem[], target: Target, io: CliIo): void {
  // A schema concerns documents wherever it lies itself.
  const relevant = problems.filter(
    ({ uri }) =>
      !uri.endsWith(`/${configFileName}`) ||
      governs(toSlashes(relative(target.root, dirname(URI.parse(uri).fsPath))), target),
  );
  if (relevant.length === 0) return;
  const lines = relevant.map((problem) => describeProblem(problem, io));
  throw new UsageError(['The configuration has mistakes; nothing was checked.', ...lines].join('\n'));
}

/**
 * Tells of mistakes in reviews below the folders that were asked for: what is wrong in them does not count.
 *
 * @returns whether there are any
 */
export function reportReviewProblems({ service, target }: CliProject, io: CliIo): boolean {
  const problems = service.reviews
    .problems()
    .filter(({ uri }) => isInTarget(toSlashes(relative(target.root, URI.parse(uri).fsPath)), target));
  for (const problem of problems) io.stderr.write(printable(`phase-docs: ${describeProblem(problem, io)}\n`));
  return problems.length > 0;
}

function describeProblem({ uri, range: { start }, message }: ConfigProblem, { cwd }: CliIo): string {
  return `${displayPath(URI.parse(uri).fsPath, cwd)}:${start.line + 1}:${start.character + 1}  ${message}`;
}

/** Whether a configuration in this folder can apply to something that was asked for: it lies above or below it. */
function governs(folder: string, { folders, files }: Target): boolean {
  const isBelow = (inner: string, outer: string) => outer === '' || `${inner}/`.startsWith(`${outer}/`);
  return [...folders, ...files].some((path) => isBelow(path, folder) || isBelow(folder, path));
}
