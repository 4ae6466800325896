import { test } from 'node:test';
import { invalidRecord } from '../../server/src/rules/invalid-record';
import { checkFix, checkRule } from '../support/checkRule';

const path = '/docs/001/TODO001_phase4_decisions.md';

test('decisions without a reason, in each shape of a heading', () =>
  checkRule(
    invalidRecord,
    `
# Phase 4 Decisions

## Decision 1: Read the archive as a stream
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information: The decision "Decision 1: Read the archive as a stream" does not say its rationale.

Line by line.

## AD-002: One importer for all formats
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint: The decision "AD-002: One importer for all formats" does not say its rationale.

**Decision**: One.

## 3. Errors are kept
^^^^^^^^^^^^^^^^^^^^^ hint: The decision "3. Errors are kept" does not say its rationale.

- **Decision**: In a file.
`,
    path,
  ));

test('reasons as label, list item, heading, or under another name', () =>
  checkRule(
    invalidRecord,
    `
# Phase 4 Decisions

## Decision 1: Stream
**Rationale**: Memory.

## AD-002: One importer
- **Why**: Less code.

## 3. Errors
### Decision
In a file.
### Rationale
Nobody reads logs.

## Decision: Queue
**Rationale**

It is there.

## D1.1: Names
**Benefits**:
- Short
`,
    path,
  ));

test('headings around records, lessons and plain sections are no records', () =>
  checkRule(
    invalidRecord,
    `
# Phase 4 Decisions

## 1. Storage

### Decision: Files
**Rationale**: Simple.

## LL-001: Ask earlier
We asked late.

## 2. Next phase
- Tests

## Decisions
Some.

## Alternatives considered

### 1. Streams
**Approach**: Line by line.
`,
    path,
  ));

test('rows of a table', () =>
  checkRule(
    invalidRecord,
    `
# Phase 4 Decisions

| Id | Decision | Rationale |
| -- | -------- | --------- |
| 1  | Stream   | Memory    |
| 2  | Queue    |           |
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information: The decision "2" does not say its rationale.
`,
    path,
  ));

test('other kinds of documents have no decisions', () =>
  checkRule(invalidRecord, '# Phase 4 Handoff\n\n## Decision 1: Stream\n\nLine by line.\n'));

test('the fix adds the label behind the others', () =>
  checkFix(
    invalidRecord,
    `//- ${path}
# Phase 4 Decisions

## Decision 1: Stream$0

- **Decision**: Line by line
- **Alternatives considered**: All at once

## Conclusion
`,
    `# Phase 4 Decisions

## Decision 1: Stream

- **Decision**: Line by line
- **Rationale**: Why
- **Alternatives considered**: All at once

## Conclusion
`,
  ));

test('the fix ends the record where it has no labels', () =>
  checkFix(
    invalidRecord,
    `//- ${path}\n# Phase 4 Decisions\n\n## Decision 1: Stream$0\n\nLine by line.\n`,
    '# Phase 4 Decisions\n\n## Decision 1: Stream\n\nLine by line.\n\n**Rationale**: Why\n',
  ));
