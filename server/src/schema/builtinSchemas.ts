/** The schemas that come with Phase Docs. */
import completion from '../../../schemas/completion.yaml';
import context from '../../../schemas/context.yaml';
import decisions from '../../../schemas/decisions.yaml';
import handoff from '../../../schemas/handoff.yaml';
import notes from '../../../schemas/notes.yaml';
import postmortem from '../../../schemas/postmortem.yaml';
import prd from '../../../schemas/prd.yaml';
import prompt from '../../../schemas/prompt.yaml';
import rfc from '../../../schemas/rfc.yaml';
import runbook from '../../../schemas/runbook.yaml';
import status from '../../../schemas/status.yaml';
import testingSummary from '../../../schemas/testing-summary.yaml';
import todo from '../../../schemas/todo.yaml';
import verification from '../../../schemas/verification.yaml';
import { compileSchema, withBase } from './compileSchema';
import { readRawSchema, type RawMap } from './rawSchema';
import { SchemaReader } from './schemaReader';
import type { Schema } from './schema';

const texts: Readonly<Record<string, string>> = {
  prompt,
  notes,
  decisions,
  handoff,
  'testing-summary': testingSummary,
  completion,
  status,
  todo,
  prd,
  rfc,
  context,
  postmortem,
  verification,
  runbook,
};
const compiled = new Map<string, Schema | undefined>();

/** Kinds that have a schema. */
export const builtinSchemaKinds: readonly string[] = Object.keys(texts);

/** The schema of a kind; undefined for kinds without one. Compiled at first use. */
export function builtinSchema(kind: string): Schema | undefined {
  if (!compiled.has(kind)) {
    const text = textOfKind(kind);
    compiled.set(
      kind,
      text === undefined ? undefined : compileSchema(text, `${kind}.yaml`, undefined, builtinBase).schema,
    );
  }
  return compiled.get(kind);
}

/** The tree of a kind's schema, for schemas that extend it. */
export function builtinBase(kind: string): RawMap | undefined {
  const text = textOfKind(kind);
  const root = text === undefined ? undefined : readRawSchema(text, { name: `${kind}.yaml`, uri: undefined }).root;
  return root && withBase(root, builtinBase, new SchemaReader());
}

function textOfKind(kind: string): string | undefined {
  return Object.hasOwn(texts, kind) ? texts[kind] : undefined;
}
