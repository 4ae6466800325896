// What an author waits for: from a typed character to fresh diagnostics, over a real server.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { LspClient } from './lspClient.mjs';
import { percentile, sleep, timeOf } from './measure.mjs';

/** @typedef {{ command: string, args: string[], mode: 'pull' | 'echo' }} Server */

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

  /** @type {number | undefined} */
  let findings;
  const openMs = await timeOf(async () => {
    client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
    findings = (await diagnostics()).items?.length;
  });
  const unchangedMs = await timeOf(diagnostics);

  const { line, character } = placeToType(text);
  const samples = [];
  for (let edit = 0; edit < edits; edit++) {
    const position = { line, character: character + edit };
    // As fast typing: the server may have something to do between two characters, as in an editor.
    if (edit % 20 === 0) await sleep(30);
    samples.push(
      await timeOf(async () => {
        client.notify('textDocument/didChange', {
          textDocument: { uri, version: edit + 2 },
          contentChanges: [{ range: { start: position, end: position }, text: 'etaoin shrdlu'[edit % 13] }],
        });
        await diagnostics();
      }),
    );
  }
  const residentMiB = client.residentMiB();
  await client.stop();
  return {
    startMs,
    openMs,
    unchangedMs,
    findings,
    residentMiB,
    p50: percentile(samples, 50),
    p99: percentile(samples, 99),
    max: Math.max(...samples),
  };
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

/** Within a line of prose in the middle of the document. @param {string} text */
function placeToType(text) {
  const lines = text.split('\n');
  const middle = lines.length >> 1;
  const isProse = (/** @type {string} */ line) => /^[A-Z][A-Za-z ,.]{10,}/.test(line);
  const line = lines.findIndex((candidate, index) => index >= middle && isProse(candidate));
  return { line: line < 0 ? middle : line, character: line < 0 ? 0 : 4 };
}
