// What an author waits for: from a typed character to fresh diagnostics, over a real server.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { LspClient } from './lspClient.mjs';
import { percentile, sleep, timeOf } from './measure.mjs';

/** @typedef {{ command: string, args: string[], mode: 'pull' | 'echo' }} Server */
/** @typedef {{ line: number, character: number }} Position */

const WARM_UP = 20;

/**
 * @param {Server} server @param {string} workspace absolute path @param {{ name: string, text: string }} document
 * @param {{ edits: number }} options
 */
export async function measureEditing(server, workspace, { name, text }, { edits }) {
  const uri = pathToFileURL(join(workspace, name)).href;
  const { client, startMs } = await startServer(server, workspace);
  /** @type {string | undefined} */
  let previousResultId;
  const diagnostics = async () => {
    if (server.mode === 'echo') return client.request('bench/length', { uri });
    const report = await client.request('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
    previousResultId = report.resultId;
    return report;
  };
  // The scan of the workspace is not part of what is measured here.
  await client.request('textDocument/diagnostic', { textDocument: { uri: `${uri}.none` } }).catch(() => undefined);

  /** @type {{ range: { start: Position } }[]} */
  let items = [];
  const openMs = await timeOf(async () => {
    client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
    items = (await diagnostics()).items ?? [];
  });
  const unchangedMs = await timeOf(diagnostics);

  let version = 1;
  /** @param {Position} place @param {number} count @param {(edit: number) => string} typed */
  const type = async ({ line, character }, count, typed) => {
    const samples = [];
    for (let edit = 0; edit < count; edit++) {
      // As fast typing: the server may have something to do between two characters, as in an editor.
      if (edit % 20 === 0) await sleep(30);
      const position = { line, character };
      samples.push(
        await timeOf(async () => {
          client.notify('textDocument/didChange', {
            textDocument: { uri, version: ++version },
            contentChanges: [{ range: { start: position, end: position }, text: typed(edit) }],
          });
          await diagnostics();
        }),
      );
    }
    return samples;
  };
  const letter = (/** @type {number} */ edit) => 'etaoinshrdlu'[edit % 12] ?? '';
  const places = placesToType(text, items);
  // The first edits of a process are not yet compiled: shown by themselves.
  const first = await type(places.text, WARM_UP, letter);
  const cpuBefore = client.cpuMs();
  const inText = await type(places.text, edits, letter);
  const cpuAfter = client.cpuMs();
  const inClaim = places.claim && (await type(places.claim, edits, letter));
  const newLine = await type(places.text, edits, () => '\n');
  const residentMiB = client.residentMiB();
  await client.stop();
  return {
    startMs,
    cpuMsPerEdit: cpuBefore === undefined || cpuAfter === undefined ? undefined : (cpuAfter - cpuBefore) / edits,
    openMs,
    unchangedMs,
    findings: items.length,
    residentMiB,
    firstMs: Math.max(...first),
    inText: summary(inText),
    inClaim: inClaim && summary(inClaim),
    newLine: summary(newLine),
  };
}

/** @param {readonly number[]} samples */
function summary(samples) {
  return { p50: percentile(samples, 50), p99: percentile(samples, 99) };
}

/** @param {Server} server @param {string} workspace */
export async function measureWorkspace(server, workspace) {
  const { client, startMs } = await startServer(server, workspace);
  let documents = 0;
  const firstMs = await timeOf(async () => {
    const report = await client.request('workspace/diagnostic', { previousResultIds: [] });
    documents = report.items.length;
  });
  const againMs = await timeOf(() => client.request('workspace/diagnostic', { previousResultIds: [] }));
  const residentMiB = client.residentMiB();
  await client.stop();
  return { startMs, firstMs, againMs, documents, residentMiB };
}

/** @param {Server} server @param {string} workspace */
async function startServer({ command, args }, workspace) {
  const client = new LspClient(command, args, workspace);
  const uri = pathToFileURL(workspace).href;
  const startMs = await timeOf(() =>
    client.request('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'bench' }],
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true, diagnostics: { refreshSupport: true } },
        textDocument: { diagnostic: { relatedDocumentSupport: true } },
      },
    }),
  );
  client.notify('initialized', {});
  return { client, startMs };
}

/**
 * In the middle of the document: where nothing is found, within a line of prose, and within a claim that is reported.
 *
 * @param {string} text @param {readonly { range: { start: Position } }[]} items
 */
function placesToType(text, items) {
  const lines = text.split('\n');
  const middle = lines.length >> 1;
  const found = new Set(items.map(({ range }) => range.start.line));
  const isProse = (/** @type {string} */ line) => /^[A-Z][A-Za-z ,.]{10,}/.test(line);
  const line = lines.findIndex((candidate, index) => index >= middle && isProse(candidate) && !found.has(index));
  const claim = items.filter(({ range }) => range.start.line >= middle)[0]?.range.start;
  return {
    text: line < 0 ? { line: middle, character: 0 } : { line, character: 4 },
    claim: claim && { line: claim.line, character: claim.character + 1 },
  };
}
