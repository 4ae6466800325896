import assert from 'node:assert/strict';
import type { ChainFacts } from '../../../server/src/model/chain/chainFacts';
import { openWorkspace } from '../../support/inMemoryWorkspace';

/** What a document says; by default the notes of phase 4. */
export async function factsOf(text: string, path = '/docs/001/TODO001_phase4_notes.md'): Promise<ChainFacts> {
  const workspace = await openWorkspace({ [path]: text.replace(/^\n/, '') });
  const facts = workspace.service.document(workspace.uri(path))?.facts.chain;
  assert.ok(facts, `${path} is no phase document`);
  return facts;
}
