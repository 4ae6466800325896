/** The schemas that hold for some part of a workspace: the team's own before those that come with Phase Docs. */
import { builtinBase, builtinSchema, builtinSchemaKinds } from './builtinSchemas';
import { compileSchema } from './compileSchema';
import { mergeSchemas } from './mergeSchemas';
import { readRawSchema, textOf, type RawMap, type SchemaProblem } from './rawSchema';
import type { Schema } from './schema';

export interface SchemaSet {
  /** The schema of a kind; undefined for kinds without one. */
  schemaOf(kind: string): Schema | undefined;
  /** Kinds that the team's own schemas define, in order. */
  readonly ownKinds: readonly string[];
}

/** A team's schema file. */
export interface SchemaFile {
  /** Relative to the workspace folder, `/` between the parts. */
  readonly path: string;
  readonly uri: string;
  readonly text: string;
}

export interface LoadedSchemas {
  readonly set: SchemaSet;
  /** By the URI of the file; files without mistakes have none. */
  readonly problems: ReadonlyMap<string, readonly SchemaProblem[]>;
}

export const builtinSchemas: SchemaSet = { schemaOf: builtinSchema, ownKinds: [] };

/**
 * Compiles a team's schema files.
 *
 * @param files those that the configuration lists, and those that they extend
 * @param listed paths of those that hold by themselves: others only serve as a base
 */
export function loadSchemas(files: readonly SchemaFile[], listed: ReadonlySet<string>): LoadedSchemas {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const problems = new Map<string, readonly SchemaProblem[]>();
  const own = new Map<string, Schema>();
  for (const file of files) {
    const { schema, problems: found } = compileSchema(
      file.text,
      baseName(file.path),
      file.uri,
      (name) => findBase(name, file.path, new Set([file.path])),
      builtinSchemaKinds,
    );
    const all = [...found];
    const twin = schema && listed.has(file.path) ? own.get(schema.kind) : undefined;
    if (schema && twin) {
      const message = `The kind "${schema.kind}" has a schema already, in ${twin.name}. This one does not count.`;
      const place = { source: { name: schema.name, uri: file.uri }, range: firstLine };
      all.push({ message, line: 1, place });
    } else if (schema && listed.has(file.path)) {
      own.set(schema.kind, schema);
    }
    if (all.length > 0) problems.set(file.uri, all);
  }
  const set = { schemaOf: (kind: string) => own.get(kind) ?? builtinSchema(kind), ownKinds: [...own.keys()] };
  return { set, problems };

  /** A kind means the schema that comes with Phase Docs, a path another file. */
  function findBase(name: string, from: string, seen: ReadonlySet<string>): RawMap | undefined {
    const path = isPath(name) ? resolvePath(from, name) : undefined;
    const file = path === undefined ? undefined : byPath.get(path);
    if (!file || path === undefined) return path === undefined ? builtinBase(name) : undefined;
    if (seen.has(path)) return undefined;
    const { root } = readRawSchema(file.text, { name: baseName(path), uri: file.uri });
    if (!root || textOf(root, 'extends') === undefined) return root;
    const base = findBase(textOf(root, 'extends') ?? '', path, new Set([...seen, path]));
    // A circle is no base for any of its files.
    return base && mergeSchemas(base, root);
  }
}

const firstLine = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The file that a schema extends, relative to the workspace folder; undefined for a kind, or for none. */
export function extendedPath({ path, text }: Pick<SchemaFile, 'path' | 'text'>): string | undefined {
  const { root } = readRawSchema(text, { name: path, uri: undefined });
  const name = root && textOf(root, 'extends');
  return name !== undefined && isPath(name) ? resolvePath(path, name) : undefined;
}

function isPath(name: string): boolean {
  return name.includes('/') || name.endsWith('.yaml') || name.endsWith('.yml');
}

/** @returns undefined for a path that leads out of the workspace folder */
function resolvePath(from: string, to: string): string | undefined {
  const parts = from.split('/').slice(0, -1);
  for (const part of to.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '.' && part !== '') {
      parts.push(part);
    }
  }
  return to.startsWith('/') ? undefined : parts.join('/');
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
