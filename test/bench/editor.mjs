#!/usr/bin/env node
// Measures Phase Docs in a real editor, as it is built in dist/, and prints a table in Markdown.
//
//   npm run build && node test/bench/editor.mjs [--runs N] [--keys N] [--write]
//
// --write        also writes test/bench/EDITOR.md
//
// Times differ between machines and between quiet and busy hours: compare the rows of one run.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { locateHost, projectDir } from '../editor/builds.mjs';
import { endOnSignal, makeScratch } from '../editor/cleanup.mjs';
import { openSession } from '../editor/session.mjs';
import { Workbench } from '../editor/workbench/workbench.mjs';
import { longDocument, markdownFiles, writeWorkspace } from './lib/documents.mjs';
import { median, percentile } from './lib/measure.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    keys: { type: 'string', default: '60' },
    write: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);
const keys = Number(values.keys);
const MANY_FILES = 1_474;
const LONG_LINES = 10_000;
const document = 'TODO001_phase8_handoff.md';

endOnSignal();
const { dir: scratch, discard } = makeScratch('bench-editor');
const example = path.join(projectDir, 'examples/harbor/docs');

/** A workspace with one long hand-off beside many documents. */
function makeWorkspace() {
  const folder = path.join(scratch, 'many');
  cpSync(path.join(projectDir, 'examples/harbor'), folder, { recursive: true });
  writeWorkspace(example, folder, MANY_FILES);
  const own = path.join(folder, 'docs/long/001');
  mkdirSync(own, { recursive: true });
  writeFileSync(path.join(own, document), longDocument(markdownFiles(example), LONG_LINES));
  return { folder, file: path.join(own, document) };
}

/**
 * Opens the document and waits for what the extension shows; types into it.
 *
 * @param {{ folder: string, file: string }} workspace
 * @param {boolean} isOn  whether Phase Docs is there
 */
async function measure({ folder, file }, isOn) {
  const session = await openSession({
    host: locateHost(),
    ...(isOn && { extension: projectDir }),
    workspace: folder,
    openFile: file,
    viewport: { width: 1400, height: 900 },
    settings: { 'files.autoSave': 'off', 'editor.quickSuggestions': { other: 'off' } },
  });
  try {
    const wb = await new Workbench(session.page).ready();
    const editor = wb.editor(document);
    await editor.locator('.view-line').first().waitFor();
    const opened = performance.now();
    /** @type {{ activation?: number, first?: number, whole?: number }} */
    const start = {};
    if (isOn) {
      await editor.locator('.squiggly-warning, .squiggly-error').first().waitFor({ timeout: 120_000 });
      start.first = performance.now() - opened;
      // The lenses wait until everything has been read.
      await editor.locator('.codelens-decoration a').first().waitFor({ timeout: 120_000 });
      start.whole = performance.now() - opened;
    }
    await editor.click();
    await wb.press('Control+End');
    const samples = [];
    for (let key = 0; key < keys; key++) samples.push(await keyToPaint(wb));
    if (isOn) start.activation = await activationTime(wb);
    return { ...start, samples };
  } finally {
    await session.close();
  }
}

/** From a key to the character on the page, as the page itself sees both. @param {Workbench} wb @returns {Promise<number>} ms */
async function keyToPaint(wb) {
  const painted = wb.page.evaluate(
    () =>
      new Promise((resolve) => {
        const lines = globalThis.document.querySelector('.editor-group-container.active .view-lines');
        let pressed = 0;
        globalThis.document.addEventListener('keydown', () => (pressed = performance.now()), {
          once: true,
          capture: true,
        });
        const observer = new MutationObserver(() => {
          if (pressed === 0) return;
          observer.disconnect();
          requestAnimationFrame(() => resolve(performance.now() - pressed));
        });
        if (lines) observer.observe(lines, { childList: true, subtree: true, characterData: true });
      }),
  );
  // The page has to be listening before the key comes.
  await wb.page.evaluate(() => undefined);
  await wb.press('x');
  return /** @type {Promise<number>} */ (painted);
}

/** What the editor itself says of the start of the extension. @param {Workbench} wb */
async function activationTime(wb) {
  await wb.runCommand('Developer: Show Running Extensions');
  const row = wb.page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'Phase Docs' }).first();
  const text = await wb.waitFor(
    async () => /Activation: (\d+)ms/.exec(await row.innerText().catch(() => ''))?.[1],
    'the time of the activation',
  );
  return Number(text);
}

const ms = (/** @type {number | undefined} */ value) => (value === undefined ? '–' : value.toFixed(0));

try {
  const workspace = makeWorkspace();
  const rows = [];
  for (const [name, isOn] of /** @type {const} */ ([
    ['without Phase Docs', false],
    ['with Phase Docs', true],
  ])) {
    const measured = [];
    for (let run = 0; run < runs; run++) measured.push(await measure(workspace, isOn));
    const of = (/** @type {'activation' | 'first' | 'whole'} */ key) => {
      const known = measured.flatMap((each) => each[key] ?? []);
      return known.length > 0 ? median(known) : undefined;
    };
    const samples = measured.flatMap((each) => each.samples);
    rows.push(
      `| ${[name, ms(of('activation')), ms(of('first')), ms(of('whole')), ms(percentile(samples, 50)), ms(percentile(samples, 95))].join(' | ')} |`,
    );
  }
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: projectDir, encoding: 'utf8' }).trim();
  const load = (os.loadavg()[0] ?? 0).toFixed(1);
  const text = `# In a real editor

Commit ${commit}, Node ${process.versions.node}, ${os.availableParallelism()} cores, load ${load}, median of ${runs} windows, ${runs * keys} keys.

Made by \`npm run build && node test/bench/editor.mjs --write\`: VS Code opens a workspace of ${MANY_FILES.toLocaleString('en')} documents with a
hand-off of ${LONG_LINES.toLocaleString('en')} lines in the editor. In milliseconds: the activation as _Developer: Show Running Extensions_ tells it;
from the painted document to its first finding, and to what needs the whole workspace; from a key to its character on the
page. Times differ between machines: compare the rows of one run.

| | activation | first finding | whole workspace read | key to character p50 | p95 |
| --- | ---: | ---: | ---: | ---: | ---: |
${rows.join('\n')}
`;
  console.log(text);
  if (values.write) writeFileSync(path.join(projectDir, 'test/bench/EDITOR.md'), text);
} finally {
  discard();
}
