/** Marker tests of rules: the text says what is expected, only this file knows the API. */
import assert from 'node:assert/strict';
import { neverCancelled } from '../../server/src/host';
import type { Diagnostic } from '../../server/src/diagnostic';
import type { Rule } from '../../server/src/rules/rule';
import { applyFix, diagnose, fixesOf, openWorkspace } from './inMemoryWorkspace';
import { parseMarkedFiles, type MarkedFile } from './markers';

/** Used for a text without `//- /path` line: a hand-off in the `todo-phase` convention. */
export const defaultPath = '/docs/001/TODO001_phase4_handoff.md';

/**
 * Checks that the rule reports just what the carets say, in every file. A caret line may begin with a severity; hints
 * are only compared in files whose carets mention a hint.
 */
export async function checkRule(rule: Rule, marked: string, path = defaultPath): Promise<void> {
  const files = parseMarkedFiles(marked, path);
  const workspace = await openWorkspace(textsOf(files));
  for (const file of files) {
    const wantsHints = file.expected.some(({ severity }) => severity === 'hint');
    const found = (await diagnose(workspace, file.path)).filter(
      (diagnostic) => diagnostic.rule === rule.id && (wantsHints || diagnostic.severity !== 'hint'),
    );
    assert.deepEqual(found.map(describe), describeExpected(file, found), file.path);
  }
}

/**
 * Applies a fix of the finding at `$0` and compares the text; then the finding must be gone.
 *
 * @param title the fix to take, by the beginning of its title; default: the first one
 */
export async function checkFix(rule: Rule, marked: string, after: string, title = ''): Promise<void> {
  const files = parseMarkedFiles(marked, defaultPath);
  const file = files.find(({ cursor }) => cursor);
  assert.ok(file?.cursor, 'the text needs a cursor: $0');
  const { cursor } = file;
  const workspace = await openWorkspace(textsOf(files));
  const here = (await diagnose(workspace, file.path)).filter(
    ({ rule: id, range }) => id === rule.id && range.start.line <= cursor.line && range.end.line >= cursor.line,
  );
  assert.ok(here.length > 0, `${rule.id} finds nothing at the cursor`);
  const fixes = await fixesOf(workspace, file.path, (diagnostic) => here.includes(diagnostic));
  const fix = fixes.find((candidate) => candidate.title.startsWith(title));
  assert.ok(fix, `no fix "${title}"; there are: ${fixes.map((candidate) => candidate.title).join(', ')}`);
  const text = applyFix(workspace, file.path, fix);
  assert.equal(text, after.replace(/^\n/, ''));
  workspace.files.set(file.path, text);
  await workspace.service.filesChanged([{ uri: workspace.uri(file.path), type: 'changed' }], neverCancelled);
  const left = (await diagnose(workspace, file.path)).filter(
    (diagnostic) => diagnostic.rule === rule.id && here.some((before) => before.message === diagnostic.message),
  );
  assert.deepEqual(left.map(describe), [], 'the finding is still there after the fix');
}

function textsOf(files: readonly MarkedFile[]): Readonly<Record<string, string>> {
  return Object.fromEntries(files.map(({ path, text }) => [path, text]));
}

function describe({ range, severity, message }: Diagnostic): string {
  const { start, end } = range;
  return `${start.line}:${start.character}-${end.line}:${end.character} ${severity}: ${message}`;
}

/** Expectations as {@link describe} writes them; what they leave open is taken from the finding in the same place. */
function describeExpected(file: MarkedFile, found: readonly Diagnostic[]): readonly string[] {
  return file.expected.map(({ range, severity, message }) => {
    const match = found.find(
      (diagnostic) =>
        diagnostic.range.start.line === range.start.line &&
        diagnostic.range.start.character === range.start.character &&
        diagnostic.message.startsWith(message),
    );
    return describe({
      rule: '',
      range,
      severity: (severity as Diagnostic['severity'] | undefined) ?? match?.severity ?? 'warning',
      message: match?.message ?? message,
      related: [],
    });
  });
}
