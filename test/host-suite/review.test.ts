import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PhaseDocs } from '../../client/src/phaseDocs';
import type { ClaimRow, ClaimTreeNode } from '../../client/src/views/claimItems';
import { exists, openDocument, startedExtension, uriOf, waitFor } from './support/harbor';

const handoff = 'TODO001_phase2_handoff.md';
const review = `${handoff}.review.yaml`;
const { executeCommand } = vscode.commands;

suite('Claims and their review', () => {
  let phaseDocs: PhaseDocs;
  suiteSetup(async () => {
    phaseDocs = await startedExtension();
  });
  suiteTeardown(async () => {
    await executeCommand('phaseDocs.endReview');
    await executeCommand('workbench.action.closeAllEditors');
    if (await exists(review)) await vscode.workspace.fs.delete(uriOf(review));
  });

  const groups = () =>
    waitFor('the claims', async () => {
      const nodes = await phaseDocs.evidence.getChildren();
      return nodes.length > 0 && nodes;
    });
  const labels = async () => (await groups()).map((node) => (node.type === 'group' ? node.label : ''));
  const rows = async () => (await phaseDocs.review.getChildren()).filter((node) => node.type === 'claim');
  const rowOf = async (label: string): Promise<ClaimRow> => {
    const row = (await rows()).find(({ claim }) => claim.label.includes(label));
    assert.ok(row, `no claim ${label}`);
    return row;
  };
  const textOf = async (file: string) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(file)));

  test('are listed by verdict, phase, document and kind', async () => {
    assert.deepEqual(await labels(), ['Contradicted', 'Broken', 'Unsupported', 'Supported']);
    await executeCommand('phaseDocs.groupClaimsByPhase');
    assert.ok((await labels()).includes('berth_planner/001, phase 2'));
    await executeCommand('phaseDocs.groupClaimsByDocument');
    assert.ok((await labels()).some((label) => label.startsWith('Hand-off, phase 2')));
    await executeCommand('phaseDocs.groupClaimsByKind');
    assert.ok((await labels()).includes('Status'));
    await executeCommand('phaseDocs.groupClaimsByVerdict');
  });

  test('have rows that say what they are, and open', async () => {
    const [group] = await groups();
    const [claim, ...others] = await phaseDocs.evidence.getChildren(group);
    assert.ok(claim?.type === 'claim' && others.length > 0);
    const item = phaseDocs.evidence.getTreeItem(claim);
    assert.match(item.accessibilityInformation?.label ?? '', /, contradicted, .*, line \d+$/);
    assert.equal(item.command?.command, 'vscode.open');
    assert.equal(phaseDocs.evidence.getParent(claim), group);
    const pointers = await phaseDocs.evidence.getChildren(claim);
    assert.ok(pointers.some((node) => node.type === 'pointer' && node.pointer.leads));
  });

  test('are filtered by words', async () => {
    const count = (nodes: readonly ClaimTreeNode[]) =>
      nodes.reduce((sum, node) => sum + (node.type === 'group' ? node.claims.length : 0), 0);
    const all = count(await groups());
    await executeCommand('phaseDocs.filterClaims', 'sill RULE');
    const some = count(await groups());
    assert.ok(some > 0 && some < all, `${some} of ${all}`);
    await executeCommand('phaseDocs.clearClaimFilters');
    assert.equal(count(await groups()), all);
  });

  test('are walked by verdict', async () => {
    await openDocument(handoff);
    await executeCommand('phaseDocs.nextClaim', 'supported');
    const first = vscode.window.activeTextEditor?.selection.active;
    assert.ok(first);
    await executeCommand('phaseDocs.nextClaim', 'supported');
    await executeCommand('phaseDocs.previousClaim', 'supported');
    assert.ok(vscode.window.activeTextEditor?.selection.active.isEqual(first));
  });

  test('open their evidence beside them in a review', async () => {
    await openDocument(handoff);
    await executeCommand('phaseDocs.reviewDocument');
    const row = (await rows()).find(({ claim }) => claim.evidence.some(({ leads }) => leads));
    assert.ok(row);
    await executeCommand('phaseDocs.showClaim', row);
    const files = vscode.window.visibleTextEditors.map(({ document }) => document.uri.path.split('/').at(-1));
    assert.ok(files.includes(handoff) && files.length === 2, files.join(', '));
  });

  test('keep the answers of reviewers beside the document, whatever else the file says', async () => {
    await executeCommand('phaseDocs.needsEvidence', await rowOf('100% ACHIEVED'), 'Which report shows it?');
    await waitFor('the answer', async () => (await rowOf('100% ACHIEVED')).claim.review.state === 'needs evidence');
    const first = await textOf(review);
    assert.match(first, /answer: needs evidence\n {4}note: Which report shows it\?\n/);
    const edited = `# kept by hand\n${first}`;
    await vscode.workspace.fs.writeFile(uriOf(review), new TextEncoder().encode(edited));
    const document = await vscode.workspace.openTextDocument(uriOf(review));
    await waitFor('the change on disk', () => document.getText().startsWith('# kept by hand'));
    await executeCommand('phaseDocs.acceptClaim', (await rows())[0], '');
    const second = await textOf(review);
    assert.ok(second.startsWith(edited.trimEnd()), second);
    assert.match(second, /answer: accepted/);
  });

  test('show the answers as comments', async () => {
    await openDocument(handoff);
    const threads = await waitFor('two threads', () => {
      const found = phaseDocs.comments.threadsOf(uriOf(handoff));
      return found.length === 2 && found;
    });
    const [comment] = threads.find(({ label }) => label?.startsWith('needs evidence'))?.comments ?? [];
    assert.match(comment?.body instanceof vscode.MarkdownString ? comment.body.value : '', /Which report shows it/);
  });

  test('are reopened when they say something else', async () => {
    const editor = await openDocument(handoff);
    const at = editor.document.getText().indexOf('100% ACHIEVED');
    const start = editor.document.positionAt(at);
    await editor.edit((edit) => edit.replace(new vscode.Range(start, start.translate(0, 4)), '99.9%'));
    await waitFor('the reopened claim', async () =>
      (await rows()).some(({ claim }) => claim.label.includes('99.9%') && claim.review.state === 'reopened'),
    );
    await editor.edit((edit) => edit.replace(new vscode.Range(start, start.translate(0, 5)), '100%'));
    await waitFor('the answer to count again', async () =>
      (await rows()).some(({ claim }) => claim.review.state === 'needs evidence'),
    );
    await executeCommand('workbench.action.files.revert');
  });

  test('are copied as Markdown', async () => {
    await executeCommand('phaseDocs.copyReview');
    const text = await waitFor('the clipboard', async () => {
      const copied = await vscode.env.clipboard.readText();
      return copied.startsWith('## Review of claims') && copied;
    });
    assert.match(text, /needs evidence.*: Which report shows it\?/);
  });

  test('tell of mistakes in a review at their place', async () => {
    const document = await vscode.workspace.openTextDocument(uriOf(review));
    const text = document.getText().replace('answer: accepted', 'answer: fine');
    await vscode.workspace.fs.writeFile(uriOf(review), new TextEncoder().encode(text));
    const found = await waitFor('the mistake', () => {
      const all = vscode.languages.getDiagnostics(uriOf(review));
      return all.length > 0 && all;
    });
    assert.match(found[0]?.message ?? '', /An answer is one of/);
    assert.match(document.lineAt(found[0]?.range.start.line ?? 0).text, /answer: fine/);
  });
});
