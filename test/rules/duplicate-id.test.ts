import { test } from 'node:test';
import { duplicateId } from '../../server/src/rules/duplicate-id';
import { checkRule } from '../support/checkRule';

test('reports an id that a document gives to two things', () =>
  checkRule(
    duplicateId,
    `
//- /docs/001/TODO001_phase4_decisions.md
# Phase 4 Decisions

## PD-001: Keep tide tables in one file

## Decision PD-001 - Plan berths for one week
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: "PD-001" is the id of something else already, in line 3.

- **FR-1**: Read tables
- **FR-1:** Draw berths
  ^^^^^^^^^^^^^^^^^^^^^ warning: "FR-1" is the id of something else already
//- /docs/001/TODO001_phase5_decisions.md
# Phase 5 Decisions

## PD-001: Send notices by mail
`,
  ));

test('a summary names the same thing, and not all that looks like an id is one', () =>
  checkRule(
    duplicateId,
    `
//- /docs/001/TODO001_phase4_decisions.md
# Phase 4 Decisions

## D1.1: Keep tide tables in one file

### P1: Urgent

### P1: Soon

See D1.1 and PD-7; PD-7 again.

## Summary

- **D1.1**: Keep tide tables
`,
  ));
