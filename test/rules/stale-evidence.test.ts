import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neverCancelled } from '../../server/src/host';
import { staleEvidence } from '../../server/src/rules/stale-evidence';
import { defaultPath } from '../support/checkRule';
import { openWorkspace } from '../support/inMemoryWorkspace';

const files = {
  [defaultPath]: '# Phase 4 Handoff\n\n## Results\n\n- All tests of `src/import.ts` pass, see `reports/run.xml`\n',
  '/src/import.ts': '',
  '/reports/run.xml': '<testsuite tests="4" failures="0" errors="0"/>',
};

/** The stale findings once version control has answered. */
async function staleWith(ages: Record<string, number>) {
  const workspace = await openWorkspace(files, {
    committedAt: (_root, paths) =>
      Promise.resolve(new Map(Object.entries(ages).filter(([path]) => paths.includes(path)))),
    hasCommits: () => Promise.resolve(new Map()),
  });
  const { service } = workspace;
  const uri = workspace.uri(defaultPath);
  assert.deepEqual(
    (await service.diagnose(uri, neverCancelled)).filter(({ rule }) => rule === staleEvidence.id),
    [],
  );
  const affected = await service.settle();
  const found = (await service.diagnose(uri, neverCancelled)).filter(({ rule }) => rule === staleEvidence.id);
  assert.equal(affected.includes(uri), Object.keys(ages).length > 0);
  return found;
}

test('reports a report that is older than the code beside it', async () => {
  const found = await staleWith({ 'src/import.ts': 2000, 'reports/run.xml': 1000 });
  assert.deepEqual(
    found.map(({ severity, range }) => [severity, range.start.line]),
    [['information', 4]],
  );
  assert.match(found[0]?.message ?? '', /^reports\/run\.xml was committed before/);
});

test('a newer report is fine', async () => {
  assert.deepEqual(await staleWith({ 'src/import.ts': 1000, 'reports/run.xml': 2000 }), []);
});

test('without an answer nobody knows', async () => {
  assert.deepEqual(await staleWith({}), []);
  assert.deepEqual(await staleWith({ 'src/import.ts': 2000 }), []);
});
