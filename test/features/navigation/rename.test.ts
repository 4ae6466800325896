import assert from 'node:assert/strict';
import { test } from 'node:test';
import { carryOut, checkRename, openAtCursor, refusal } from '../../support/renames';

test('a heading takes its links along, those to headings of the same words too', () =>
  checkRename(
    `
//- /docs/001/TODO001_phase4_notes.md
# Phase 4 Notes

See [there](#results), [below](#results-1) and [both](TODO001_phase4_notes.md#results).

## Results$0

Words.

## Results

\`\`\`
[kept](#results)
\`\`\`
//- /docs/001/TODO001_phase5_prompt.md
# Phase 5 Prompt

Begin with @TODO001_phase4_notes.md#results and \`TODO001_phase4_notes.md#results-1\`.
//- /README.md
# Locks

[Results](docs/001/TODO001_phase4_notes.md#results)
`,
    'What `came` out',
    `
//- /docs/001/TODO001_phase4_notes.md
# Phase 4 Notes

See [there](#what-came-out), [below](#results) and [both](TODO001_phase4_notes.md#what-came-out).

## What \`came\` out

Words.

## Results

\`\`\`
[kept](#results)
\`\`\`
//- /docs/001/TODO001_phase5_prompt.md
# Phase 5 Prompt

Begin with @TODO001_phase4_notes.md#what-came-out and \`TODO001_phase4_notes.md#results\`.
//- /README.md
# Locks

[Results](docs/001/TODO001_phase4_notes.md#what-came-out)
`,
  ));

test('a heading is renamed from a link to it as well', () =>
  checkRename(
    `
//- /docs/001/TODO001_phase4_notes.md
# Phase 4 Notes

See [there](#res$0ults).

Results
-------
`,
    'Outcome',
    `
//- /docs/001/TODO001_phase4_notes.md
# Phase 4 Notes

See [there](#outcome).

Outcome
-------
`,
  ));

const heading = '# Phase 4 Notes\n\nSee [it](#results).\n\n## Results$0\n';

test('what would be no heading is refused', async () => {
  assert.match(await refusal(heading, ' '), /without words/);
  assert.match(await refusal(heading, 'Two\nlines'), /one line/);
  assert.match(await refusal(heading, 'Closed ##'), /would not be read as the words/);
  assert.match(await refusal(heading, '!!!'), /signs alone give no anchor/);
});

test('an id is renamed wherever it means the same, headings and their anchors included', () =>
  checkRename(
    `
//- /docs/001/PRD001.md
# PRD

## Requirements

### FR-2: Bells ring

- **FR-20**: Gates close
//- /docs/001/TODO001.md
# To do

- [ ] Bells (FR-2$0), not FR-20; see [FR-2](PRD001.md#fr-2-bells-ring) and \`FR-2\`

\`\`\`
FR-2
\`\`\`
//- /docs/002/TODO002.md
# To do

- [ ] Other bells (FR-2)
`,
    'US1.2',
    `
//- /docs/001/PRD001.md
# PRD

## Requirements

### US1.2: Bells ring

- **FR-20**: Gates close
//- /docs/001/TODO001.md
# To do

- [ ] Bells (US1.2), not FR-20; see [US1.2](PRD001.md#us12-bells-ring) and \`US1.2\`

\`\`\`
FR-2
\`\`\`
`,
  ));

test('a decision that another phase counts anew is renamed in its own document', () =>
  checkRename(
    `
//- /docs/001/TODO001_phase1_decisions.md
# Phase 1 Decisions

## PD-001: One motor

PD-001$0 is cheap.
//- /docs/001/TODO001_phase2_decisions.md
# Phase 2 Decisions

## PD-001: Two bells
`,
    'PD-009',
    `
//- /docs/001/TODO001_phase1_decisions.md
# Phase 1 Decisions

## PD-009: One motor

PD-009 is cheap.
`,
  ));

test('ids that are taken, ambiguous or no ids are refused', async () => {
  const prd = (more: string) =>
    `\n//- /docs/001/PRD001.md\n# PRD\n\n## Requirements\n\n- **FR-1$0**: Bells ring\n- **FR-2**: Gates close\n${more}//- /docs/001/TODO001_phase1_notes.md\n# Phase 1 Notes\n`;
  assert.match(await refusal(prd(''), 'FR-2'), /FR-2 stands in PRD001\.md, line 6, already/);
  assert.match(await refusal(prd('\nSee FR-7.\n'), 'FR-7'), /FR-7 stands in PRD001\.md, line 8, already/);
  assert.match(await refusal(prd(''), 'bells'), /"bells" is no id/);
  assert.match(
    await refusal(prd('\nFR-1 to FR-4 are met.\n'), 'FR-9'),
    /belongs to a range of ids in PRD001\.md, line 8/,
  );
  const decisions = (mention: string) => `
//- /docs/001/TODO001_phase1_decisions.md
# Phase 1 Decisions

## PD-001$0: One motor
//- /docs/001/TODO001_phase2_decisions.md
# Phase 2 Decisions

## PD-002: Two bells
//- /docs/001/TODO001_phase2_notes.md
# Phase 2 Notes

${mention} is cheap.
`;
  assert.match(await refusal(decisions('PD-002'), 'PD-002'), /PD-002 stands in TODO001_phase2_notes\.md, line 3/);
  assert.match(await refusal(decisions('PD-001'), 'PD-002'), /PD-002 stands in TODO001_phase2_decisions\.md, line 3/);
  const notes = `
//- /docs/001/TODO001_phase3_notes.md
# Phase 3 Notes

As of PD-001$0.
//- /docs/001/TODO001_phase1_decisions.md
# Phase 1 Decisions

## PD-001: One motor
//- /docs/001/TODO001_phase2_decisions.md
# Phase 2 Decisions

## PD-001: Two bells
`;
  assert.match(await refusal(notes, 'PD-9'), /given in TODO001_phase1_decisions\.md and TODO001_phase2_decisions\.md/);
});

const document = `
//- /docs/001/TODO001_phase4_notes.md
# Phase 4 Notes$0

[Above](#results), [here](./TODO001_phase4_notes.md#results).

## Results
//- /docs/001/TODO001_phase4_notes.md.review.yaml
version: 1
//- /docs/001/TODO001_phase5_prompt.md
# Phase 5 Prompt

- @docs/001/TODO001_phase4_notes.md and @TODO001_phase4_notes.md
- \`TODO001_phase4_notes.md:3\`, [notes](../001/TODO001_phase4_notes.md#results "Notes")
- [root](/docs/001/TODO001_phase4_notes.md) and plain docs/001/TODO001_phase4_notes.md.

\`\`\`
TODO001_phase4_notes.md
\`\`\`

[ref]: <TODO001_phase4_notes.md>
`;

test('a document is renamed from its title, with everything that leads there and its review', () =>
  checkRename(
    document,
    'PHASE4_NOTES.md',
    `
//- /docs/001/PHASE4_NOTES.md
# Phase 4 Notes

[Above](#results), [here](./PHASE4_NOTES.md#results).

## Results
//- /docs/001/PHASE4_NOTES.md.review.yaml
version: 1
//- /docs/001/TODO001_phase5_prompt.md
# Phase 5 Prompt

- @docs/001/PHASE4_NOTES.md and @PHASE4_NOTES.md
- \`PHASE4_NOTES.md:3\`, [notes](../001/PHASE4_NOTES.md#results "Notes")
- [root](/docs/001/PHASE4_NOTES.md) and plain docs/001/PHASE4_NOTES.md.

\`\`\`
TODO001_phase4_notes.md
\`\`\`

[ref]: <PHASE4_NOTES.md>
`,
  ));

test('a document is renamed from a reference; signs that no path has are written as links have them', async () => {
  const { workspace, uri, position } = await openAtCursor(`
//- /docs/001/TODO001_phase5_prompt.md
# Phase 5 Prompt

See [notes](TODO001_phase4$0_notes.md), [again](<TODO001_phase4_notes.md>) and \`TODO001_phase4_notes.md\`.
//- /docs/001/TODO001_phase4_notes.md
# Phase 4 Notes
`);
  const before = new Map(workspace.files);
  const plan = await workspace.service.rename(uri, position, 'Phase 4 notes (50%)');
  assert.ok(plan && 'changes' in plan);
  await carryOut(workspace, plan);
  assert.equal(workspace.files.get('/docs/001/Phase 4 notes (50%).md'), '# Phase 4 Notes\n');
  const encoded = 'Phase%204%20notes%20%2850%25%29.md';
  assert.equal(
    workspace.files.get('/docs/001/TODO001_phase5_prompt.md'),
    `# Phase 5 Prompt\n\nSee [notes](${encoded}), [again](<Phase 4 notes (50%25).md>) and \`${encoded}\`.\n`,
  );
  const back = await workspace.service.rename(uri, position, 'TODO001_phase4_notes');
  assert.ok(back && 'changes' in back);
  await carryOut(workspace, back);
  assert.deepEqual(new Map([...workspace.files].sort()), new Map([...before].sort()));
});

test('file names that cannot be are refused', async () => {
  assert.match(await refusal(document, 'a/b.md'), /cannot hold/);
  assert.match(await refusal(document, '.md'), /needs a name/);
  assert.match(await refusal(document, 'TODO001_phase5_prompt'), /There is a file TODO001_phase5_prompt\.md already/);
});

test('nothing else is renamed here, and other files say where', async () => {
  const words = await openAtCursor('# Phase 4 Notes\n\nJust $0words, UTF-8.\n');
  assert.equal(await words.workspace.service.prepareRename(words.uri, words.position), undefined);
  const report = await openAtCursor(
    '//- /docs/001/TODO001_phase4_notes.md\n# Phase 4 Notes\n\nSee `a$0.json`.\n//- /docs/001/a.json\n{}\n',
  );
  const target = await report.workspace.service.prepareRename(report.uri, report.position);
  assert.ok(target && 'problem' in target);
  assert.match(target.problem, /a\.json is no phase document/);
});
