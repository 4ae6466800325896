/** Reads the schema files that configurations name, and what those extend. */
import type { ConfigProblem } from '../model/configReader';
import { compileGlobs } from '../model/glob';
import type { SchemaProblem } from '../schema/schema';
import { extendedPath, loadSchemas, type SchemaFile, type SchemaSet } from '../schema/schemaSet';

export interface TeamSchemas {
  readonly set: SchemaSet;
  /** Paths of the files that were read or asked for: when one of them changes, all is read again. */
  readonly files: ReadonlySet<string>;
  /** By path of the file. */
  readonly problems: ReadonlyMap<string, readonly ConfigProblem[]>;
  /** The mistakes of one of the files if it said something else: what an editor shows before it is saved. */
  preview(path: string, text: string): readonly ConfigProblem[];
  /** Entries of the configuration that lead to no file. */
  readonly unmatched: readonly string[];
}

/** What is needed of the workspace folder. */
export interface SchemaFiles {
  readonly paths: Iterable<string>;
  uriOf(path: string): string;
}

/** More are a mistake, such as a glob that means every YAML file there is. */
const mostFiles = 200;
const YAML = /\.ya?ml$/i;

/** @param patterns paths or globs, relative to the workspace folder */
export async function readTeamSchemas(
  patterns: readonly string[],
  folder: SchemaFiles,
  readText: (uri: string) => Promise<string | undefined>,
): Promise<TeamSchemas> {
  const candidates = [...folder.paths].filter((path) => YAML.test(path));
  const listed = new Set<string>();
  const unmatched: string[] = [];
  for (const pattern of patterns) {
    const matches = compileGlobs([plainPath(pattern)]);
    const found = candidates.filter((path) => matches(path));
    if (found.length === 0) unmatched.push(pattern);
    for (const path of found.sort()) if (listed.size < mostFiles) listed.add(path);
  }
  const files = new Map<string, SchemaFile>();
  const asked = new Set<string>();
  let wanted = [...listed];
  while (wanted.length > 0) {
    for (const path of wanted) asked.add(path);
    const read = await Promise.all(wanted.map((path) => readSchemaFile(path, folder, readText)));
    wanted = [];
    for (const file of read) {
      if (!file) continue;
      files.set(file.path, file);
      const base = extendedPath(file);
      if (base !== undefined && !asked.has(base) && asked.size < mostFiles) wanted.push(base);
    }
  }
  const { set, problems } = loadSchemas([...files.values()], listed);
  const preview = (path: string, text: string): readonly ConfigProblem[] => {
    const file = files.get(path);
    if (!file) return [];
    const others = [...files.values()].map((other) => (other === file ? { ...file, text } : other));
    return toConfigProblems(file.uri, loadSchemas(others, listed).problems.get(file.uri));
  };
  const byPath = new Map<string, readonly ConfigProblem[]>();
  for (const { path, uri } of files.values()) {
    byPath.set(path, toConfigProblems(uri, problems.get(uri)));
  }
  for (const path of asked) {
    if (!files.has(path)) byPath.set(path, []);
  }
  return { set, files: asked, problems: byPath, preview, unmatched };
}

function toConfigProblems(uri: string, problems: readonly SchemaProblem[] = []): readonly ConfigProblem[] {
  return problems.map(({ message, place }) => ({ uri, message, range: place.range }));
}

async function readSchemaFile(
  path: string,
  folder: SchemaFiles,
  readText: (uri: string) => Promise<string | undefined>,
): Promise<SchemaFile | undefined> {
  const uri = folder.uriOf(path);
  const text = await readText(uri);
  return text === undefined ? undefined : { path, uri, text };
}

/** `./schemas/x.yaml` is `schemas/x.yaml`. */
function plainPath(pattern: string): string {
  return pattern.replace(/^(?:\.\/)+/, '');
}
