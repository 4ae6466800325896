import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { builtinSchemaKinds } from '../../server/src/schema/builtinSchemas';
import { diagnose, openWorkspace } from '../support/inMemoryWorkspace';

const names: Readonly<Record<string, string>> = {
  prompt: '/docs/001/PHASE1_PROMPT.md',
  notes: '/docs/001/TODO001_phase1_notes.md',
  decisions: '/docs/001/TODO001_phase1_decisions.md',
  handoff: '/docs/001/TODO001_phase1_handoff.md',
  'testing-summary': '/docs/001/TODO001_phase1_testing_summary.md',
  completion: '/docs/001/TODO001_phase1_completion.md',
  status: '/docs/001/TODO001_phase1_status.md',
  todo: '/docs/002/TODO002.md',
  prd: '/docs/002/PRD002.md',
  rfc: '/docs/002/RFC002.md',
  context: '/docs/002/CONTEXT002.md',
  postmortem: '/docs/002/POSTMORTEM002.md',
  verification: '/docs/001/TODO001_phase1_verification.md',
  runbook: '/docs/001/TODO001_phase1_runbook.md',
};

interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
}

function readSnippet(kind: string): Snippet {
  const text = readFileSync(`snippets/${kind}.code-snippets`, 'utf8').replace(/^\/\/.*\n/gm, '');
  const [snippet] = Object.values(JSON.parse(text) as Readonly<Record<string, Snippet>>);
  assert.ok(snippet);
  return snippet;
}

/** What stands in the editor before anything is typed; a choice shows its value at `pick`, or the first one. */
function expand({ body }: Snippet, pick = 0): string {
  return body
    .join('\n')
    .replace(/\$\{\d+\|([^|]*)\|\}/g, (_all, values: string) => values.split(',')[pick] ?? values.split(',')[0] ?? '')
    .replace(/\$\{\d+:((?:[^\\}]|\\.)*)\}/g, '$1')
    .replace(/\$CURRENT_YEAR-\$CURRENT_MONTH-\$CURRENT_DATE/g, '2026-01-05')
    .replace(/\$\d/g, '')
    .replace(/\\([\\$}])/g, '$1');
}

test('each kind with a schema has a snippet', () => {
  for (const kind of builtinSchemaKinds) assert.equal(readSnippet(kind).prefix, `phase-${kind}`);
});

test('each snippet expands to a document without findings', async () => {
  for (const pick of [0, 1, 2, 3]) {
    const files = Object.fromEntries(
      builtinSchemaKinds.map((kind) => [names[kind] ?? kind, expand(readSnippet(kind), pick)]),
    );
    const workspace = await openWorkspace({ '/docs/001/TODO001.md': '# To do\n', ...files });
    for (const [path, text] of Object.entries(files)) {
      assert.ok(!/\$\{|\$[A-Z0-9]/.test(text), text);
      const found = await diagnose(workspace, path);
      assert.deepEqual(
        found.map(({ rule, message }) => `${rule}: ${message}`),
        [],
        `${path}\n${text}`,
      );
    }
  }
});
