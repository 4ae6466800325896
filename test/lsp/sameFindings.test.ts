/**
 * Editor and command line give the same findings for the same files: the built server and the built command line, over
 * the example project, files with unusual names, and the corpus where it is at hand.
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import type { Diagnostic, Range } from 'vscode-languageserver-types';

const corpus = '../shared/corpus';
/** As in LSP; hints are for editors only. */
const severities = ['', 'error', 'warning', 'information'];

interface CliFinding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly related: readonly unknown[];
}

interface Report {
  readonly uri: string;
  readonly items: readonly (Diagnostic & { readonly message: string })[];
}

const placeOf = ({ start, end }: Range) =>
  `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;

/** File address to its findings, one line each, in order. Files without findings are left out. */
type Findings = Readonly<Record<string, readonly string[]>>;

function byCommandLine(root: string): Findings {
  const { stdout, stderr } = spawnSync(process.execPath, [join(process.cwd(), 'dist/cli.js'), 'check', '-f', 'json'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  assert.equal(stderr, '');
  const { documents } = JSON.parse(stdout) as { documents: { path: string; findings: CliFinding[] }[] };
  return Object.fromEntries(
    documents
      .filter(({ findings }) => findings.length > 0)
      .map(({ path, findings }) => [
        join(root, path),
        findings.map(({ rule, severity, message, line, column, endLine, endColumn, related }) =>
          [`${line}:${column}-${endLine}:${endColumn}`, severity, rule, message, related.length].join(' '),
        ),
      ]),
  );
}

function toFindings(reports: readonly Report[]): Findings {
  return Object.fromEntries(
    reports
      .map(({ uri, items }): [string, string[]] => [
        decodeURIComponent(new URL(uri).pathname),
        items
          .filter(({ severity }) => severity !== 4)
          .map(({ range, severity, code, message, relatedInformation }) => {
            const related = relatedInformation?.length ?? 0;
            return `${placeOf(range)} ${severities[severity ?? 0]} ${code} ${message} ${related}`;
          }),
      ])
      .filter(([, found]) => found.length > 0),
  );
}

async function withServer(root: string, run: (client: ProtocolConnection) => Promise<void>): Promise<void> {
  const server = spawn(process.execPath, [join(process.cwd(), 'dist/server.js'), '--stdio'], { cwd: root });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const client = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  client.listen();
  try {
    await client.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: [{ uri: pathToFileURL(root).href, name: 'root' }],
      capabilities: {},
    });
    await client.sendNotification('initialized', {});
    await run(client);
    await client.sendRequest('shutdown');
    await client.sendNotification('exit');
    assert.equal(await ended, 0);
  } finally {
    client.dispose();
    server.kill();
  }
}

/** Of all documents as they lie on the disk, and of each one opened as an editor does. */
async function assertSame(root: string): Promise<void> {
  const expected = byCommandLine(root);
  assert.ok(Object.keys(expected).length > 0);
  await withServer(root, async (client) => {
    const { items } = await client.sendRequest<{ items: Report[] }>('workspace/diagnostic', { previousResultIds: [] });
    assert.deepEqual(toFindings(items), expected);
    const opened: Report[] = [];
    for (const path of markdownBelow(root)) {
      const uri = pathToFileURL(path).href;
      const text = readFileSync(path, 'utf8');
      await client.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 1, text },
      });
      const { items: found } = await client.sendRequest<Report>('textDocument/diagnostic', { textDocument: { uri } });
      opened.push({ uri, items: found });
      await client.sendNotification('textDocument/didClose', { textDocument: { uri } });
    }
    assert.deepEqual(toFindings(opened), expected);
  });
}

function markdownBelow(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:md|markdown)$/i.test(path))
    .map((path) => join(root, path))
    .filter((path) => statSync(path).isFile());
}

/** A copy below no other workspace; a repository, so that the command line takes all of it as the workspace. */
function copyOf(context: TestContext, source?: string): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'phase-docs-same-')));
  context.after(() => rmSync(root, { recursive: true, force: true }));
  if (source) cpSync(source, root, { recursive: true });
  mkdirSync(join(root, '.git'), { recursive: true });
  return root;
}

test('editor and command line agree on the example project', async (context) => {
  await assertSame(copyOf(context, 'examples/harbor'));
});

test('editor and command line agree on unusual names, line ends and titles', async (context) => {
  const root = copyOf(context);
  const text = '# Phase 4 Handoff\n\n## Results 😀\n\n😀 100% ACHIEVED, see `none/report.xml` and [x](y%20z.md)\n';
  const files = {
    "a b#c%d é😀/PHASE4 (1)'_HANDOFF.md": text,
    'a%20b/PHASE4_HANDOFF.md': text,
    'crlf/PHASE4_HANDOFF.md': text.replaceAll('\n', '\r\n'),
    'cr/PHASE4_HANDOFF.md': text.replaceAll('\n', '\r'),
    'bom/PHASE4_HANDOFF.md': `\ufeff${text}`,
    'case/PHASE4_HANDOFF.md': text,
    'case/phase4_handoff.md': text,
    'titles/one.md': text,
    'titles/two.md': text.replace('Phase 4', 'Phase4'),
    'titles/three.md': `A word before.\n\n${text}`,
    'titles/four.md': `---\nkind: notes\nphase: 4\n---\n${text}`,
    'titles/README.md': text,
    'off/.phase-docs.yaml': 'rules: { unsupported-claim: error }\nignore: [drafts]\n',
    'off/PHASE4_HANDOFF.md': text,
    'off/drafts/PHASE4_HANDOFF.md': text,
  };
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  await assertSame(root);
});

test('editor and command line agree on the corpus', { skip: !existsSync(corpus) }, async (context) => {
  await assertSame(copyOf(context, corpus));
});
