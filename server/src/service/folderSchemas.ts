/** The teams' schemas of one workspace folder: read when configurations or schema files change. */
import type { Config } from '../config';
import type { ConfigProblem } from '../model/configReader';
import { suggestion } from '../suggestion';
import { documentKinds } from '../model/documentKind';
import { compileGlobs } from '../model/glob';
import { builtinSchema } from '../schema/builtinSchemas';
import type { Schema } from '../schema/schema';
import { readTeamSchemas, type SchemaFiles, type TeamSchemas } from './teamSchemas';

const noKinds: readonly string[] = [];

export class FolderSchemas {
  /** By the patterns of the configurations that ask for them. */
  #loaded = new Map<string, TeamSchemas>();
  #problems: readonly ConfigProblem[] = [];

  /** What documents of a kind should hold where these patterns are configured. */
  schemaOf({ schemas }: Pick<Config, 'schemas'>, kind: string): Schema | undefined {
    return this.#loaded.get(keyOf(schemas))?.set.schemaOf(kind) ?? builtinSchema(kind);
  }

  /** Kinds that the team's own schemas define where these patterns are configured. */
  kindsOf({ schemas }: Pick<Config, 'schemas'>): readonly string[] {
    // The same list each time: what follows from it is kept.
    return this.#loaded.get(keyOf(schemas))?.set.ownKinds ?? noKinds;
  }

  /** Mistakes in schema files, and entries of configurations that lead to none. */
  get problems(): readonly ConfigProblem[] {
    return this.#problems;
  }

  /** Whether what a file says counts as a schema, or would if it were there. */
  concerns(path: string): boolean {
    for (const [key, { files }] of this.#loaded) {
      if (files.has(path) || (/\.ya?ml$/i.test(path) && compileGlobs(key.split('\n'))(path))) return true;
    }
    return false;
  }

  /** Tells the mistakes of a file that is being edited. What it says counts once it is saved. */
  preview(path: string, uri: string, text: string): void {
    const team = [...this.#loaded.values()].find(({ files }) => files.has(path));
    if (!team) return;
    const others = this.#problems.filter((problem) => problem.uri !== uri);
    this.#problems = [...others, ...team.preview(path, text)];
  }

  /** Reads all that the configurations ask for. */
  async load(
    configs: Iterable<Config>,
    folder: SchemaFiles,
    readText: (uri: string) => Promise<string | undefined>,
  ): Promise<void> {
    const loaded = new Map<string, TeamSchemas>();
    const problems = new Map<string, ConfigProblem>();
    for (const config of configs) {
      if (config.schemas.length === 0) continue;
      const key = keyOf(config.schemas);
      const team = loaded.get(key) ?? (await readTeamSchemas(config.schemas, folder, readText));
      loaded.set(key, team);
      const found = [...team.problems.values()].flat();
      if (config.uri !== undefined && team.unmatched.length > 0) {
        const text = (await readText(config.uri)) ?? '';
        found.push(...team.unmatched.map((pattern) => unmatchedProblem(config.uri ?? '', text, pattern)));
      }
      found.push(...(await unknownKinds(config, team, readText)));
      for (const problem of found) {
        problems.set(`${problem.uri}\n${problem.range.start.line}\n${problem.message}`, problem);
      }
    }
    this.#loaded = loaded;
    this.#problems = [...problems.values()];
  }
}

function keyOf(schemas: readonly string[]): string {
  return schemas.join('\n');
}

/** Kinds that the configuration names and that neither Phase Docs nor one of the schemas knows. */
async function unknownKinds(
  { uri, documents, required }: Config,
  { set }: TeamSchemas,
  readText: (uri: string) => Promise<string | undefined>,
): Promise<readonly ConfigProblem[]> {
  const named = new Set([...documents.flatMap(({ kind }) => kind ?? []), ...(required ?? []).map(({ kind }) => kind)]);
  const known = new Set<string>([...documentKinds, ...set.ownKinds]);
  const unknown = [...named].filter((kind) => !known.has(kind));
  if (uri === undefined || unknown.length === 0) return [];
  const text = (await readText(uri)) ?? '';
  return unknown.map((kind) => ({
    uri,
    range: rangeOfWord(text, kind),
    message: `Unknown document kind \`${kind}\`: no schema defines it.${suggestion(kind, [...known])}`,
  }));
}

/** At the line of the configuration that has the end of the pattern: its beginning may come from the folder. */
function unmatchedProblem(uri: string, text: string, pattern: string): ConfigProblem {
  const name = pattern.slice(pattern.lastIndexOf('/') + 1);
  return {
    uri,
    range: rangeOfWord(text, name),
    message: `There is no schema file \`${pattern}\`. It is a path or glob of YAML files in this workspace.`,
  };
}

/** The first place of a word outside of comments. */
function rangeOfWord(text: string, word: string): ConfigProblem['range'] {
  const lines = text.split('\n');
  const line = Math.max(
    0,
    lines.findIndex((candidate) => candidate.includes(word) && !candidate.trimStart().startsWith('#')),
  );
  const character = Math.max(0, (lines[line] ?? '').indexOf(word));
  return { start: { line, character }, end: { line, character: character + word.length } };
}
