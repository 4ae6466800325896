/** What a claim says of itself, and what an edit costs. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Claim } from '../../../server/src/model/claims/claim';
import { findClaims } from '../../../server/src/model/claims/findClaims';
import type { DocumentKind } from '../../../server/src/model/documentKind';
import { parseDocument } from '../../../server/src/syntax/parseDocument';
import { lineText } from '../../../server/src/syntax/positions';
import { updateDocument } from '../../../server/src/syntax/updateDocument';
import { assertLinear, countWork } from '../../support/countWork';

function claimsOf(text: string, kind?: DocumentKind): readonly Claim[] {
  return findClaims(parseDocument(text), { kind }).flatMap(({ claims }) => claims);
}

function onlyClaim(text: string, kind?: DocumentKind): Claim {
  const [claim, ...others] = claimsOf(text, kind);
  assert.ok(claim);
  assert.deepEqual(others, []);
  return claim;
}

describe('a claim', () => {
  it('covers the asserting words, within one line', () => {
    const text = '## Results\n\nWe met on Monday. All tests passed\nafter two days of work. Then we went home.\n';
    const parsed = parseDocument(text);
    const [, section] = findClaims(parsed, { kind: 'notes' });
    const claim = section?.claims.find(({ strength }) => strength === 'strong');
    assert.ok(claim);
    const { start, end } = claim.range;
    assert.equal(start.line, end.line);
    assert.equal(lineText(parsed, start.line).slice(start.character, end.character), 'All tests passed');
  });

  it('has the words without markup, a key and a reason', () => {
    const claim = onlyClaim('**Coverage**: **100%** `src`\n', 'status');
    assert.equal(claim.text, 'Coverage: 100% src');
    assert.match(claim.reason, /100%/);
  });

  it('has the same key when it is told again', () => {
    const [first, second] = claimsOf('**Project Status**: ✅ COMPLETE\n\n- **Project Status:** Complete\n', 'status');
    assert.ok(first && second);
    assert.equal(first.key, second.key);
  });

  it('is the more prominent the nearer to the top', () => {
    const text =
      '# Phase 2 Complete\n\n**Status**: ✅ COMPLETE\n\n## Goals Met\n\n- All tests passed\n\nThen all tests passed.\n';
    const order = claimsOf(text, 'completion').map(({ prominence }) => prominence);
    assert.deepEqual(
      order,
      [...order].sort((a, b) => b - a),
    );
    assert.equal(new Set(order).size, order.length);
  });

  it('offers pointers with their place', () => {
    const claim = onlyClaim('## Results\n\n- All tests passed, see `out/report.xml`\n');
    assert.deepEqual(
      claim.evidence.pointers.map(({ pointer, range }) => [pointer.target, range.start.line]),
      [['out/report.xml', 2]],
    );
  });

  it('tells where the words of an evidence field stand', () => {
    const claims = claimsOf('## Results\n\n- All tests passed\n\n**Evidence**: the team looked twice\n');
    assert.deepEqual(claims[0]?.evidence.proseRange, {
      start: { line: 4, character: 14 },
      end: { line: 4, character: 35 },
    });
  });
});

describe('a vocabulary', () => {
  it('adds words of a team', () => {
    const text = '## Ergebnis\n\n**Status**: ausgeliefert\n\n- All tests passed\n\n**Nachweis**: gesehen\n';
    const vocabulary = {
      statuses: { done: ['ausgeliefert'] },
      sections: { report: ['Ergebnis'] },
      evidenceLabels: ['Nachweis'],
    };
    const found = findClaims(parseDocument(text), { kind: 'notes', vocabulary }).flatMap(({ claims }) => claims);
    assert.deepEqual(
      found.map(({ kind, evidence }) => `${kind} ${evidence.form}`),
      ['status prose', 'universal prose'],
    );
  });
});

describe('an edit', () => {
  const text = [
    '# Phase 2 Handoff',
    '## Results',
    'All imports passed.',
    '',
    '- All exports passed',
    '- All checks passed',
    '## Speed',
    '- All pages load correctly',
    '',
  ].join('\n');

  /** Claims before and after replacing words, and the documents' sections. */
  function edited(from: string, to: string, inText = text) {
    const before = parseDocument(inText);
    const offset = before.text.indexOf(from);
    const claims = findClaims(before, { kind: 'handoff' });
    const after = updateDocument(before, { from: offset, to: offset + from.length, insert: to });
    return [claims, findClaims(after, { kind: 'handoff' })] as const;
  }

  it('leaves the claims of other sections the same objects', () => {
    const [before, after] = edited('All exports passed', 'Exports still fail');
    assert.equal(after[3], before[3]);
    assert.notEqual(after[2], before[2]);
  });

  it('leaves the claims of other blocks of a long section the same objects', () => {
    const long = text.replace('- All exports passed\n', `- All exports passed\n${'- One more berth\n'.repeat(60)}`);
    const [before, after] = edited('All exports passed', 'All old exports passed', long);
    assert.equal(after[2]?.claims[0], before[2]?.claims[0]);
    assert.notEqual(after[2]?.claims[1], before[2]?.claims[1]);
    assert.equal(after[2]?.claims[2], before[2]?.claims[2]);
  });

  it('in a heading reaches the sections below it', () => {
    const [before, after] = edited('## Results', '## Next Steps');
    assert.equal(before[2]?.claims.length, 3);
    assert.equal(after[2]?.claims.length, 0);
  });

  it("of a section's evidence reaches its claims", () => {
    const [before, after] = edited('- All checks passed', '- All checks passed\n\n**Evidence**: `out/run.log`');
    assert.deepEqual(
      before[2]?.claims.map(({ evidence }) => evidence.form),
      ['none', 'none', 'none'],
    );
    assert.deepEqual(
      after[2]?.claims.map(({ evidence }) => evidence.form),
      ['link', 'link', 'link'],
    );
  });
});

describe('findClaims', () => {
  it('gives one entry for each section', () => {
    const parsed = parseDocument('intro\n# A\n## B\n## C\n');
    assert.equal(findClaims(parsed, { kind: undefined }).length, parsed.sections.length);
  });

  it('costs in proportion to the length of a line', () => {
    for (const part of ['all ', '- ', '**a**: ', '1/', '"', '✅', 'not ', '(', 'completed ', '完了']) {
      assertLinear(1000, (length) => countWork(() => void claimsOf(part.repeat(length), 'notes')), part);
    }
  });
});
