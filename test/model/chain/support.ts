import assert from 'node:assert/strict';
import type { ChainFacts } from '../../../server/src/model/chain/chainFacts';
import type { Identity, PhaseId } from '../../../server/src/model/phaseDocument';
import { openWorkspace } from '../../support/inMemoryWorkspace';

/** What a document says; by default the notes of phase 4. */
export async function factsOf(text: string, path = '/docs/001/TODO001_phase4_notes.md'): Promise<ChainFacts> {
  const workspace = await openWorkspace({ [path]: text.replace(/^\n/, '') });
  const facts = workspace.service.document(workspace.uri(path))?.facts.chain;
  assert.ok(facts, `${path} is no phase document`);
  return facts;
}

/** Of a hand-off that its title makes one. */
export function chainIdentity(phase: PhaseId | undefined): Identity {
  return {
    kind: 'handoff',
    phase,
    phases: phase ? [phase] : [],
    to: undefined,
    direction: 'from',
    part: undefined,
    series: undefined,
    topic: '',
    edition: undefined,
    tentative: false,
    iteration: undefined,
    initiative: '',
    preset: 'title',
    source: 'title',
    archived: false,
  };
}
