/** The schemas that come with Phase Docs. */
import decisions from '../../../schemas/decisions.yaml';
import handoff from '../../../schemas/handoff.yaml';
import notes from '../../../schemas/notes.yaml';
import prompt from '../../../schemas/prompt.yaml';
import testingSummary from '../../../schemas/testing-summary.yaml';
import { compileSchema } from './compileSchema';
import type { Schema } from './schema';

const texts: Readonly<Record<string, string>> = {
  decisions,
  handoff,
  notes,
  prompt,
  'testing-summary': testingSummary,
};
const compiled = new Map<string, Schema | undefined>();

/** Kinds that have a schema. */
export const builtinSchemaKinds: readonly string[] = Object.keys(texts);

/** The schema of a kind; undefined for kinds without one. Compiled at first use. */
export function builtinSchema(kind: string): Schema | undefined {
  if (!compiled.has(kind)) {
    const text = Object.hasOwn(texts, kind) ? texts[kind] : undefined;
    compiled.set(kind, text === undefined ? undefined : compileSchema(text, `${kind}.yaml`).schema);
  }
  return compiled.get(kind);
}
