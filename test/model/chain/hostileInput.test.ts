/** Reading a document costs as much as it is long, whatever it says. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findClaims } from '../../../server/src/model/claims/findClaims';
import { collectChain } from '../../../server/src/model/chain/collectChain';
import { parsePhaseId } from '../../../server/src/model/phaseId';
import type { PhaseDocument } from '../../../server/src/model/phaseDocument';
import { parseDocument } from '../../../server/src/syntax/parseDocument';
import { assertLinear, countWork } from '../../support/countWork';
import { chainIdentity } from './support';

const words = { vocabulary: undefined, synonyms: new Map<string, string>(), hasSeries: true };

function documentOf(text: string): PhaseDocument {
  const parsed = parseDocument(text);
  return {
    uri: 'file:///w/n.md',
    path: 'n.md',
    identity: chainIdentity(parsePhaseId('4')),
    parsed,
    vocabulary: undefined,
    claims: findClaims(parsed, { kind: 'handoff' }),
  };
}

const parts = [
  'phase 1 - ',
  'Phase 1: ✅ ',
  '100% of the tests passed, ',
  '12/14 tests; ',
  'final phase ',
  '\n- Phase 3: ✅ done (x) - y',
  '\n- [ ] must rotate `a.md` RQ-1',
  '\n## Phase 2: Open items ✅\n\n- [ ] a b',
  '\n**Status**: ready - ',
  '\n| Phase 1 | 90% | ✅ |',
  '_20250101-v2',
];

for (const part of parts) {
  test(`facts of many "${part.trim()}"`, () => {
    // Reading claims is another matter, and has a test of its own.
    assertLinear(
      300,
      (length) => {
        const document = documentOf(`# Phase 4 Handoff\n\n## Deferred\n\n${part.repeat(length)}\n`);
        return countWork(() => void collectChain(document, words));
      },
      part,
    );
  });
}

test('any text gives facts', () => {
  for (const text of ['', '---\nstatus: [\n---\n', '# \n\n|\n|-\n', '- [ ]\n- [x', 'Phase', '## Phase :\n\n- **:** 5%'])
    assert.ok(collectChain(documentOf(text), words));
});
