/** What a document tells after an edit is what it would tell if it were read for the first time. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { collectChain } from '../../../server/src/model/chain/collectChain';
import { findClaims } from '../../../server/src/model/claims/findClaims';
import { parsePhaseId } from '../../../server/src/model/phaseId';
import type { Identity, PhaseDocument } from '../../../server/src/model/phaseDocument';
import type { ParsedDocument } from '../../../server/src/syntax/document';
import { parseDocument } from '../../../server/src/syntax/parseDocument';
import { updateDocument } from '../../../server/src/syntax/updateDocument';
import { arbitraryEdit, placeEdit } from '../../support/arbitraryMarkdown';
import { chainIdentity } from './support';

const words = { vocabulary: undefined, synonyms: new Map<string, string>(), hasSeries: true };

const LINES = [
  ...['# Phase 4 Handoff', '## Phase 5: Import of tides', '## Results', '## Next Steps', '### Deferred Items', ''],
  ...['**Status**: ✅ Complete', 'Success rate: 95%', 'Total tests: 48', 'Coverage of the quay lamps: 81.5%', ''],
  ...['- [ ] Wire the lamps of `quay.md`', '- [x] Move FR-3 to phase 5', '- **D-2**: One queue', 'Words of no weight.'],
  ...['| Phase | Status |', '| --- | --- |', '| Phase 3 | ✅ Done |', 'This is the final phase of the project.', '---'],
];

const arbitraryDocument = fc
  .array(fc.constantFrom(...LINES), { minLength: 5, maxLength: 40, size: 'max' })
  .map((lines) => lines.join('\n'));

function documentOf(parsed: ParsedDocument, identity: Identity): PhaseDocument {
  const claims = findClaims(parsed, { kind: identity.kind });
  return { uri: 'file:///w/n.md', path: 'n.md', identity, parsed, vocabulary: undefined, claims };
}

test('an edit changes what a document tells as if it were read anew', () => {
  const phase = parsePhaseId('4');
  const identity = (): Identity => chainIdentity(phase);
  const edit = fc.oneof(
    arbitraryEdit,
    fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), removed: fc.constant(0), insert: fc.constant('e') }),
  );
  fc.assert(
    fc.property(arbitraryDocument, fc.array(edit, { minLength: 1, maxLength: 6 }), (text, edits) => {
      const own = identity();
      let parsed = parseDocument(text);
      let told = collectChain(documentOf(parsed, own), words);
      for (const each of edits) {
        parsed = updateDocument(parsed, placeEdit(parsed.text, each));
        told = collectChain(documentOf(parsed, own), words);
      }
      assert.deepEqual(told, collectChain(documentOf(parseDocument(parsed.text), identity()), words));
    }),
    { numRuns: 400 },
  );
});

test('what is told stays the same object while only other text changes', () => {
  const own = chainIdentity(parsePhaseId('4'));
  const before = parseDocument('# Phase 4 Notes\n\nSuccess rate: 95%\n\n## Talk\n\nWords of no weight.\n');
  const first = collectChain(documentOf(before, own), words);
  const at = before.text.indexOf('no weight');
  const second = collectChain(documentOf(updateDocument(before, { from: at, to: at, insert: 'almost ' }), own), words);
  assert.equal(second.metrics.length, 1);
  assert.equal(second.metrics, first.metrics);
  assert.notEqual(second.statements, first.statements);
});
