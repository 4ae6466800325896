// The workspace of the suite, a copy of examples/harbor, and the extension in it.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PhaseDocs } from '../../../client/src/phaseDocs';

const folder = 'docs/initiatives/booking/berth_planner/001';

/** The extension, with its server running. */
export async function startedExtension(): Promise<PhaseDocs> {
  const extension = vscode.extensions.getExtension<PhaseDocs | undefined>('phase-docs.phase-docs');
  assert.ok(extension, 'the extension is not installed');
  const phaseDocs = await extension.activate();
  assert.ok(phaseDocs, 'the extension did not start');
  await phaseDocs.ready;
  return phaseDocs;
}

/** A file of the initiative, or with a path, of the workspace. */
export function uriOf(file: string): vscode.Uri {
  const [root] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(root, 'no folder is open');
  return vscode.Uri.joinPath(root.uri, file.includes('/') ? file : `${folder}/${file}`);
}

export function openDocument(file: string): Promise<vscode.TextEditor> {
  return Promise.resolve(vscode.window.showTextDocument(uriOf(file)));
}

/** Asks until there is an answer; a suite never sleeps for a fixed time. */
export async function waitFor<T>(
  what: string,
  probe: () => T | undefined | false | Thenable<T | undefined | false>,
): Promise<T> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const answer = await probe();
    if (answer !== undefined && answer !== false) return answer;
    assert.ok(Date.now() < deadline, `timed out waiting for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Findings of ours in a file, once one of a rule is among them. */
export function findings(file: string, rule: string): Promise<vscode.Diagnostic[]> {
  return waitFor(`${rule} in ${file}`, () => {
    const found = vscode.languages.getDiagnostics(uriOf(file));
    return found.some((diagnostic) => ruleOf(diagnostic) === rule) && found;
  });
}

export function ruleOf({ code }: vscode.Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}

export async function exists(file: string): Promise<boolean> {
  return vscode.workspace.fs.stat(uriOf(file)).then(
    () => true,
    () => false,
  );
}
