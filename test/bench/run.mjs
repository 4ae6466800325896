#!/usr/bin/env node
// Measures Phase Docs as it is built in dist/, and prints tables in Markdown.
//
//   npm run build && npm run bench -- [--edits N] [--runs N] [--corpus DIR] [--dist DIR] [--write]
//
// --corpus DIR   real documents to measure on besides our own (default: ../shared/corpus if it is there)
// --write        also writes test/bench/RESULTS.md
//
// Times differ between machines and between quiet and busy hours: compare the ratios of one run. BENCH_MODULES may name a
// folder with a node_modules in which rumdl and markdownlint-cli2 are installed; then they run beside us.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { longDocument, markdownFiles, sizeOf, writeWorkspace } from './lib/documents.mjs';
import { measureEditing, measureWorkspace } from './lib/editing.mjs';
import { timeProcess } from './lib/measure.mjs';

/** @typedef {{ name: string, folder: string }} Workspace */

const here = path.dirname(fileURLToPath(import.meta.url));
const project = path.resolve(here, '../..');
const LINE_COUNTS = [300, 3_000, 10_000, 30_000];
const GENERATED_FILES = 1_474;

const { values } = parseArgs({
  options: {
    edits: { type: 'string', default: '200' },
    runs: { type: 'string', default: '5' },
    corpus: { type: 'string', default: path.resolve(project, '../shared/corpus') },
    dist: { type: 'string', default: path.join(project, 'dist') },
    write: { type: 'boolean', default: false },
  },
});
const edits = Number(values.edits);
const runs = Number(values.runs);
const cli = path.join(values.dist, 'cli.js');
const ours = {
  command: process.execPath,
  args: [path.join(values.dist, 'server.js'), '--stdio'],
  mode: /** @type {const} */ ('pull'),
};
const echo = {
  command: process.execPath,
  args: [path.join(here, 'lib/echoServer.mjs'), '--stdio'],
  mode: /** @type {const} */ ('echo'),
};
const example = path.join(project, 'examples/harbor/docs');

const ms = (/** @type {number} */ value) => (value < 10 ? value.toFixed(1) : value.toFixed(0));
const mib = (/** @type {number | undefined} */ value) => value?.toFixed(0) ?? '–';

/** @param {readonly string[]} head @param {readonly (readonly string[])[]} rows */
function table(head, rows) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

/** @param {string} work @param {readonly string[]} files of which the documents are made */
async function editingTable(work, files) {
  const rows = [];
  for (const lineCount of LINE_COUNTS) {
    const document = { name: 'docs/001/TODO001_phase8_handoff.md', text: longDocument(files, lineCount) };
    const result = await measureEditing(ours, work, document, { edits });
    const floor = await measureEditing(echo, work, document, { edits });
    const both = (/** @type {{ p50: number, p99: number } | undefined} */ edit) =>
      edit ? `${ms(edit.p50)} / ${ms(edit.p99)}` : '–';
    rows.push([
      lineCount.toLocaleString('en'),
      String(result.findings),
      ms(result.openMs),
      ms(result.firstMs),
      both(result.inText),
      both(result.inClaim),
      both(result.newLine),
      both(floor.inText),
      result.cpuMsPerEdit?.toFixed(1) ?? '–',
      mib(result.residentMiB),
    ]);
    console.error(`  ${lineCount} lines: ${both(result.inText)} ms; in a claim ${both(result.inClaim)} ms`);
  }
  return table(
    ['lines', 'findings', 'opened', 'first edit', 'in text', 'in a claim', 'new line', 'floor', 'CPU per edit', 'MiB'],
    rows,
  );
}

/** @param {Workspace} workspace */
async function checkTable({ folder }) {
  const programs = [
    { name: 'read every file (Node)', command: process.execPath, args: [path.join(here, 'lib/readAll.mjs'), folder] },
    { name: '`phase-docs check`', command: process.execPath, args: [cli, 'check', folder] },
    {
      name: '`phase-docs check --format sarif`',
      command: process.execPath,
      args: [cli, 'check', folder, '-f', 'sarif'],
    },
    ...rivals(folder),
  ];
  const rows = [];
  let base = NaN;
  for (const { name, command, args } of programs) {
    const { seconds, cpuSeconds, peakMiB } = await timeProcess(command, args, { runs, cwd: os.tmpdir() });
    if (Number.isNaN(base)) base = seconds;
    rows.push([name, seconds.toFixed(2), (seconds / base).toFixed(1), cpuSeconds?.toFixed(2) ?? '–', mib(peakMiB)]);
    console.error(`  ${name}: ${seconds.toFixed(2)} s`);
  }
  return table(['cold process', 'seconds', 'times reading', 'CPU seconds', 'peak MiB'], rows);
}

/** @param {string} folder */
function rivals(folder) {
  const modules = process.env.BENCH_MODULES;
  if (!modules) return [];
  const bin = (/** @type {string} */ name) => path.join(modules, 'node_modules/.bin', name);
  return [
    { name: 'rumdl, no cache', command: bin('rumdl'), args: ['check', '--no-cache', folder] },
    { name: 'markdownlint-cli2', command: bin('markdownlint-cli2'), args: [`${folder}/**/*.md`] },
  ].filter(({ command }) => existsSync(command));
}

/** @param {Workspace} workspace */
async function serverTable({ folder }) {
  const { startMs, firstMs, againMs, documents, residentMiB } = await measureWorkspace(ours, folder);
  return table(
    ['language server', 'start', 'all diagnostics', 'all again', 'documents with findings', 'MiB'],
    [['whole workspace, ms', ms(startMs), ms(firstMs), ms(againMs), String(documents), mib(residentMiB)]],
  );
}

function describeRun() {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: project, encoding: 'utf8' }).trim();
  const load = (os.loadavg()[0] ?? 0).toFixed(1);
  const cores = os.availableParallelism();
  return `Commit ${commit}, Node ${process.versions.node}, ${cores} cores, load ${load}, ${edits} edits, median of ${runs} runs.`;
}

const temporary = mkdtempSync(path.join(os.tmpdir(), 'bench-phase-docs-'));
try {
  if (!statSync(cli, { throwIfNoEntry: false })) throw new Error(`${cli} is not there: npm run build`);
  const generated = path.join(temporary, 'generated');
  const small = path.join(temporary, 'small');
  writeWorkspace(example, generated, GENERATED_FILES);
  writeWorkspace(example, small, markdownFiles(example).length);
  const hasCorpus = existsSync(values.corpus);
  /** @type {Workspace[]} */
  const workspaces = [{ name: 'Generated from our example', folder: generated }];
  if (hasCorpus) workspaces.push({ name: 'Real documents', folder: values.corpus });

  const parts = [
    '# Speed',
    describeRun(),
    'Made by `npm run build && npm run bench -- --write`. Times differ between machines: compare the ratios of one run.',
    '## One typed character to fresh diagnostics',
    'Over `dist/server.js --stdio`, in milliseconds, by pull: p50 / p99 of a character typed where nothing is found, within a\n' +
      'claim that is reported, and of a new line, which moves everything below it. The first edit is the slowest of the first\n' +
      'twenty, before the code is compiled. The floor is a server on the same protocol library that only keeps the text in step.',
  ];
  for (const { name, folder } of workspaces) {
    console.error(`editing: ${name}`);
    const files = markdownFiles(folder === generated ? example : folder);
    parts.push(`### ${name}`, await editingTable(small, files));
  }
  parts.push('## Whole workspaces');
  for (const workspace of workspaces) {
    console.error(`workspace: ${workspace.name}`);
    const { files, bytes } = sizeOf(workspace.folder);
    parts.push(
      `### ${workspace.name}: ${files.toLocaleString('en')} files, ${(bytes / 1e6).toFixed(1)} MB`,
      await checkTable(workspace),
      await serverTable(workspace),
    );
  }
  const text = `${parts.join('\n\n')}\n`;
  process.stdout.write(text);
  if (values.write) writeFileSync(path.join(here, 'RESULTS.md'), text);
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
