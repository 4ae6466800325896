/** The stages of the classifier one by one. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { splitClauses } from '../../../server/src/model/claims/clauses';
import { isLog } from '../../../server/src/model/claims/evidenceScope';
import { readHeading } from '../../../server/src/model/claims/headingReading';
import { findPredicates } from '../../../server/src/model/claims/predicates';
import { rootRole, sectionRole, type RoleContext } from '../../../server/src/model/claims/sectionRole';
import { tokenize } from '../../../server/src/model/claims/tokens';
import type { DocumentKind } from '../../../server/src/model/documentKind';

const wordsOf = (text: string) => tokenize(text).map((token) => token.word);

describe('tokenize', () => {
  it('keeps names and numbers whole', () => {
    assert.deepEqual(wordsOf('auth.py: 7/8 (87.5%), <200ms'), [
      'auth',
      'py',
      ':',
      '7/8',
      '(',
      '87.5%',
      ')',
      ',',
      '<200ms',
    ]);
    assert.deepEqual(wordsOf("worker's end-to-end Pass/Fail"), ["worker's", 'end-to-end', 'pass', 'fail']);
    assert.deepEqual(wordsOf('a -> b - c => d'), ['a', '→', 'b', '-', 'c', '→', 'd']);
  });

  it('reads numbers with bound, unit and total', () => {
    const [first, second] = tokenize('>= 99.5% 12/14').filter((token) => token.kind === 'number');
    assert.ok(first?.kind === 'number' && second?.kind === 'number');
    assert.deepEqual([first.bound, first.value, first.unit], ['>=', 99.5, '%']);
    assert.deepEqual([second.value, second.outOf], [12, 14]);
  });

  it('does not take the stop of a sentence for a part of the number', () => {
    assert.deepEqual(wordsOf('It took 3.'), ['it', 'took', '3', '.']);
  });

  it('reads broken signs as what they were', () => {
    const marks = ['✅', 'âœ…', '‚úÖ', '❌', 'âŒ', '⚠️', 'ðŸ”„'].map((sign) => {
      const [token] = tokenize(`${sign} x`);
      return token?.kind === 'mark' ? token.mark : token?.kind;
    });
    assert.deepEqual(marks, ['done', 'done', 'done', 'failed', 'failed', 'partial', 'active']);
  });

  it('gives places in the whole text for a part of it', () => {
    const text = 'one\ntwo three';
    assert.deepEqual(
      tokenize(text, 4, text.length).map(({ from, to }) => text.slice(from, to)),
      ['two', 'three'],
    );
  });
});

/** The clauses of a text; what is not asserted stands in brackets. */
function assertedIn(text: string, ticked = false): string {
  const tokens = tokenize(text);
  const show = (from: number, to: number) =>
    tokens
      .slice(from, to)
      .map((token) => token.word)
      .join(' ');
  return splitClauses(tokens, { ticked })
    .map(({ from, to, assertedTo }) =>
      [show(from, assertedTo), assertedTo < to ? `[${show(assertedTo, to)}]` : ''].join(' ').trim(),
    )
    .join(' / ');
}

describe('splitClauses', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['All tests passed, all checks green', 'all tests passed / all checks green'],
    ['All tests must pass', '[all tests must pass]'],
    ['If all tests pass, merge', '[if all tests pass] / [merge]'],
    ['After the fix all tests pass', 'after the fix all tests pass'],
    ['Are all tests green?', '[are all tests green]'],
    ['Validate all requirements', '[validate all requirements]'],
    ['Test suite passed', 'test suite passed'],
    ['Test all endpoints', '[test all endpoints]'],
    ['Import completed but not tested', 'import completed / [but not tested]'],
    ['tested before deployment', 'tested before deployment'],
    ['parsing → complete', 'parsing / [complete]'],
    ['All servers healthy since May', 'all servers healthy since may'],
    ['Fix endpoint issues to achieve 100%', '[fix endpoint issues to achieve 100%]'],
  ];
  for (const [text, expected] of cases) it(text, () => assert.equal(assertedIn(text), expected));

  it('takes a ticked order for something done', () => {
    assert.equal(assertedIn('Implement all retries', true), 'implement all retries');
  });
});

describe('findPredicates', () => {
  const predicatesOf = (text: string) => {
    const tokens = tokenize(text);
    return splitClauses(tokens, { ticked: false })
      .flatMap((clause) => findPredicates(tokens, clause))
      .map(({ at, level }) => `${tokens[at]?.word ?? ''} ${level}`);
  };
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['All transitions validated', ['validated 3']],
    ['Payload stored with each job', ['stored 2']],
    ['Stored the payload', ['stored 3']],
    ['All jobs are validated by the gateway', ['validated 2']],
    ['the completed import is described', []],
    ['Services healthy and responsive', ['healthy 2', 'responsive 2']],
    ['0% of alarms delivered', []],
    ['Retry queue in place', ['place 2']],
    ['untested', []],
  ];
  for (const [text, expected] of cases) it(text, () => assert.deepEqual(predicatesOf(text), expected));
});

describe('readHeading', () => {
  const roles: readonly (readonly [string, string])[] = [
    ['Success Criteria', 'criteria'],
    ['Success Criteria Validation', 'report'],
    ['Success Metrics', 'measures'],
    ['Performance Metrics', 'figures'],
    ['Next Steps', 'plan'],
    ['Expected Results', 'plan'],
    ['Phase 7 Readiness', 'report'],
    ['Risk Mitigation', 'risk'],
    ['Alternatives Considered', 'options'],
    ['Root Cause Analysis', 'issues'],
    ['Conclusion and Next Steps', 'neutral'],
    ['Retry Queue', ''],
  ];
  for (const [text, role] of roles) {
    it(`${text}: ${role || 'nothing'}`, () => assert.equal(readHeading(tokenize(text), undefined).role ?? '', role));
  }

  const verdicts: readonly (readonly [string, string])[] = [
    ['Success Criteria Met', 'done'],
    ['Completed Components', 'done'],
    ['✅ Delivered', 'done'],
    ['Gateway ❌', 'open'],
    ['Not Ready Components', 'open'],
    ['Known Limitations', ''],
    ['Option 1: one queue ✅', ''],
  ];
  for (const [text, verdict] of verdicts) {
    it(`${text}: ${verdict || 'no verdict'}`, () =>
      assert.equal(readHeading(tokenize(text), undefined).verdict ?? '', verdict));
  }

  it('knows the sections of a team', () => {
    const vocabulary = { sections: { plan: ['Ausblick'] } };
    assert.equal(readHeading(tokenize('Ausblick'), vocabulary).role, 'plan');
  });
});

describe('sectionRole', () => {
  /** The role under headings from the outermost to the innermost. */
  const roleUnder = (headings: readonly string[], kind?: DocumentKind, phase?: number): RoleContext =>
    headings.reduce(
      (above, text) => sectionRole(readHeading(tokenize(text), undefined), above, kind, phase),
      rootRole(kind),
    );

  it('keeps goals and plans below their heading', () => {
    assert.equal(roleUnder(['Roadmap', 'Results']).role, 'plan');
    assert.equal(roleUnder(['Success Metrics', 'Technical Metrics']).role, 'measures');
    assert.equal(roleUnder(['Success Criteria Met', 'Technical Success Criteria']).role, 'report');
  });

  it('takes sections of a later phase for plans', () => {
    assert.equal(roleUnder(['Phase 5 Deliverables'], 'handoff', 4).future, true);
    assert.equal(roleUnder(['Phase 4 Deliverables'], 'handoff', 4).role, 'report');
    assert.equal(roleUnder(['Phase 5 Readiness'], 'handoff', 4).role, 'report');
    assert.equal(roleUnder(['Phase 5 Prerequisites Met'], 'handoff', 4).role, 'report');
  });

  it('reads a prompt as instructions but for its background', () => {
    assert.equal(roleUnder(['Status Report'], 'prompt', 5).background, true);
    assert.equal(roleUnder(['Deliverables'], 'prompt', 5).background, false);
    assert.equal(roleUnder(['Dependencies from Phase 4'], 'prompt', 5).background, true);
  });
});

describe('isLog', () => {
  it('tells output from programs and settings', () => {
    assert.equal(isLog('', '12 passed, 0 failed'), true);
    assert.equal(isLog('text', 'All files | 97.29 | 95.65 |'), true);
    assert.equal(isLog('bash', 'npm test'), false);
    assert.equal(isLog('bash', '$ npm test\nTests: 12 passed'), true);
    assert.equal(isLog('json', '{ "status": "ok" }'), true);
    assert.equal(isLog('json', '{ "version": "0.2.0" }'), false);
    assert.equal(isLog('python', 'assert passed == 12'), false);
    assert.equal(isLog('', 'queued → claimed → sent'), false);
  });
});
