import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { matchGolden, runCli, writeFiles } from './support/runCli';

const harbor = 'examples/harbor';
const handoff = `${harbor}/docs/initiatives/booking/berth_planner/001/TODO001_phase2_handoff.md`;

const tides = {
  '.phase-docs.yaml': '',
  'reports/tides.xml': '<testsuite name="tides" tests="12" failures="1" errors="0" skipped="0"></testsuite>\n',
  'docs/TODO002_phase1_handoff.md': `# Phase 1 Handoff

## Results

- All 12 tests passed: \`reports/tides.xml\`
- The import was rewritten

## Review

<!-- phase-docs-disable-next-line unsupported-claim -- the protocol is on paper -->
- All requirements are met
`,
};

interface JsonClaim {
  readonly line: number;
  readonly verdict: string;
  readonly strength: string;
  readonly claimed?: string;
  readonly measured?: string;
  readonly measuredAt?: { readonly path: string };
  readonly waiver?: object;
  readonly evidence: { readonly lookedIn: readonly string[]; readonly pointers: readonly { readonly path?: string }[] };
}

interface JsonClaims {
  readonly schemaVersion: number;
  readonly summary: { readonly claims: number; readonly verdicts: Readonly<Record<string, number>> };
  readonly documents: readonly { readonly path: string; readonly claims: readonly JsonClaim[] }[];
}

async function claimsJson(line: string, cwd?: string): Promise<JsonClaims> {
  const { code, stdout, stderr } = await runCli(`claims ${line} --format json`, cwd === undefined ? {} : { cwd });
  assert.deepEqual([code, stderr], [0, '']);
  return JSON.parse(stdout) as JsonClaims;
}

/** A copy that no version control knows: when its files were committed is nobody's business here. */
function copyOfHarbor(context: TestContext): string {
  const root = writeFiles(context, {});
  cpSync(harbor, join(root, harbor), { recursive: true });
  return root;
}

test('the claims of the example project', async (context) => {
  const cwd = join(copyOfHarbor(context), harbor);
  const { code, stdout, stderr } = await runCli('claims', { cwd });
  assert.deepEqual([code, stderr], [0, '']);
  matchGolden('harbor/claims.txt', stdout);
  assert.equal((await runCli('claims', { cwd })).stdout, stdout);
});

test('the claims of one document as JSON', async (context) => {
  const { stdout } = await runCli(`claims ${handoff} --format json`, { cwd: copyOfHarbor(context) });
  matchGolden('harbor/claims.json', stdout);
});

test('how old an artifact is, where version control knows', async (context) => {
  const root = writeFiles(context, tides);
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false', ...args],
      {
        cwd: root,
        env: { ...process.env, GIT_AUTHOR_DATE: '1772668800 +0000', GIT_COMMITTER_DATE: '1772668800 +0000' },
      },
    );
  git('init', '-q');
  git('add', '-A');
  git('commit', '-q', '-m', 'Add the tides');
  const { stdout } = await runCli('claims', { cwd: root });
  assert.match(stdout, /reports\/tides\.xml: found, committed 2026-03-05/);
  assert.match((await runCli('claims --format json', { cwd: root })).stdout, /"committed": "2026-03-05"/);
  writeFileSync(join(root, 'reports/tides.xml'), '<testsuite name="tides" tests="12" failures="2"></testsuite>\n');
  assert.match((await runCli('claims', { cwd: root })).stdout, /reports\/tides\.xml: found, date unknown/);
});

test('check --explain says why a claim is flagged and where evidence was looked for', async (context) => {
  const { code, stdout } = await runCli(`check ${handoff} --explain`, { cwd: copyOfHarbor(context) });
  assert.equal(code, 1);
  matchGolden('harbor/explain.txt', stdout);
  const plain = await runCli(`check ${handoff}`);
  const words = new Set(stdout.split('\n'));
  for (const line of plain.stdout.split('\n')) assert.ok(words.has(line), line);
});

test('check --explain gives the claims in JSON, and nothing without it', async () => {
  const { stdout } = await runCli(`check ${handoff} --explain --format json`);
  const { documents } = JSON.parse(stdout) as {
    documents: readonly { findings: readonly { rule: string; claims?: readonly JsonClaim[] }[] }[];
  };
  const findings = documents.flatMap((document) => document.findings);
  const explained = findings.filter(({ claims }) => claims).map(({ rule }) => rule);
  assert.deepEqual([...new Set(explained)].sort(), ['broken-evidence', 'unsupported-claim']);
  assert.ok(!findings.some(({ rule, claims }) => rule === 'unsupported-claim' && !claims));
  assert.doesNotMatch((await runCli(`check ${handoff} --format json`)).stdout, /"claims"/);
});

test('claimed beside measured, a waiver with its reason, paths of the current folder', async (context) => {
  const cwd = writeFiles(context, tides);
  const { documents, summary } = await claimsJson('.', `${cwd}/docs`);
  assert.equal(documents[0]?.path, 'TODO002_phase1_handoff.md');
  const [contradicted, waived, ...others] = documents[0].claims;
  assert.deepEqual(others, []);
  assert.deepEqual([contradicted?.line, contradicted?.verdict], [5, 'contradicted']);
  assert.match(contradicted?.measured ?? '', /1 failed/);
  assert.equal(contradicted?.measuredAt?.path, '../reports/tides.xml');
  assert.equal(contradicted.evidence.pointers[0]?.path, '../reports/tides.xml');
  assert.deepEqual([waived?.line, waived?.verdict], [11, 'waived']);
  assert.deepEqual(waived?.waiver, {
    rule: 'unsupported-claim',
    reason: 'the protocol is on paper',
    verdict: 'unsupported',
  });
  assert.deepEqual([summary.verdicts.contradicted, summary.verdicts.waived, summary.claims], [1, 1, 2]);
});

test('only the verdicts asked for; weak claims on demand', async (context) => {
  const cwd = writeFiles(context, tides);
  const verdicts = async (line: string) =>
    (await claimsJson(line, cwd)).documents.flatMap(({ claims }) => claims.map(({ verdict }) => verdict));
  assert.deepEqual(await verdicts('--verdict waived'), ['waived']);
  assert.deepEqual(await verdicts('--verdict contradicted,waived'), ['contradicted', 'waived']);
  assert.deepEqual(await verdicts('--verdict broken'), []);
  const weak = (await claimsJson('--weak', cwd)).documents.flatMap(({ claims }) => claims);
  assert.deepEqual(
    weak.map(({ line, strength }) => [line, strength]),
    [
      [5, 'strong'],
      [6, 'weak'],
      [11, 'strong'],
    ],
  );
  const { code, stdout } = await runCli('claims --verdict broken', { cwd });
  assert.deepEqual([code, stdout], [0, 'No strong claims with the verdict broken in 1 document.\n']);
});

test('what a waiver without a reason covers keeps its verdict', async (context) => {
  const path = 'docs/TODO002_phase1_handoff.md';
  const cwd = writeFiles(context, { ...tides, [path]: tides[path].replace(' -- the protocol is on paper', '') });
  const { documents } = await claimsJson('--verdict unsupported', cwd);
  assert.deepEqual(
    documents[0]?.claims.map(({ line }) => line),
    [11],
  );
});

test('without phase documents', async (context) => {
  const cwd = writeFiles(context, { 'README.md': '# Read me\n' });
  const { code, stdout } = await runCli('claims', { cwd });
  assert.equal(code, 0);
  assert.match(stdout, /^No phase documents found/);
});
