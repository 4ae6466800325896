import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompletionItem } from 'vscode-languageserver-types';
import { getCompletions } from '../../server/src/features/completion';
import type { CompletionOptions } from '../../server/src/features/completion';
import type { PhaseDocument } from '../../server/src/model/phaseDocument';
import { builtinSchema } from '../../server/src/schema/builtinSchemas';
import { parseDocument } from '../../server/src/syntax/parseDocument';
import { handoffIdentity } from '../support/identity';
import { parseMarkedFiles } from '../support/markers';

function complete(marked: string, options?: CompletionOptions) {
  const [file] = parseMarkedFiles(marked, '/TODO001_phase4_handoff.md');
  assert.ok(file?.cursor);
  const document: PhaseDocument = {
    uri: 'file:///w/TODO001_phase4_handoff.md',
    path: 'TODO001_phase4_handoff.md',
    identity: handoffIdentity(),
    parsed: parseDocument(file.text),
    claims: [],
  };
  const items = getCompletions(document, builtinSchema('handoff'), file.cursor, options);
  const sorted = [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
  return { text: file.text, items: sorted };
}

/** The text after an item was chosen. */
function choose({ text, items }: { text: string; items: readonly CompletionItem[] }, label: string): string {
  const item = items.find((candidate) => candidate.label === label);
  assert.ok(item, `no ${label} in ${items.map((i) => i.label).join(', ')}`);
  const { textEdit } = item;
  assert.ok(textEdit && 'range' in textEdit);
  const { start, end } = textEdit.range;
  assert.equal(start.line, end.line);
  const lines = text.split('\n');
  const line = lines[start.line] ?? '';
  lines[start.line] = line.slice(0, start.character) + textEdit.newText + line.slice(end.character);
  return lines.join('\n');
}

test('headings: missing ones first, with their text', () => {
  const result = complete('# T\n\n## Overview\n\nWords.\n\n#$0\n');
  assert.deepEqual(
    result.items.slice(0, 3).map(({ label, detail }) => `${label} ${detail ?? ''}`),
    ['Completion Status required', 'Next Steps required', 'Known Issues recommended'],
  );
  assert.deepEqual(result.items.at(-1)?.label, 'Overview');
  assert.equal(
    choose(result, 'Next Steps'),
    '# T\n\n## Overview\n\nWords.\n\n## Next Steps\n\n- [ ] Name the first task of the next phase\n',
  );
});

test('headings: the whole line is replaced, marks and words', () => {
  const result = complete('# T\n\n### Ne$0xt\n\n## Overview\n');
  assert.equal(
    choose(result, 'Next Steps'),
    '# T\n\n### Next Steps\n\n- [ ] Name the first task of the next phase\n\n## Overview\n',
  );
  assert.equal(result.items.find(({ label }) => label === 'Next Steps')?.filterText, '### Next Steps');
});

test('headings: one that has a text gets no second one', () => {
  assert.equal(choose(complete('# T\n\n## Ne$0\n\nShip it.\n'), 'Next Steps'), '# T\n\n## Next Steps\n\nShip it.\n');
});

test('headings: a document without title is offered one', () => {
  assert.equal(choose(complete('#$0\n'), 'Phase 4 Hand-off'), '# Phase 4 Hand-off\n');
});

test('headings: editors with snippets get tab stops', () => {
  const result = complete('# T\n\n## $0\n', { snippets: true });
  assert.equal(
    choose(result, 'Next Steps'),
    '# T\n\n## Next Steps\n\n- [ ] ${1:Name the first task of the next phase}\n',
  );
});

test('values: those of the field, in place of what stands there', () => {
  const result = complete('# T\n\n**Status**: $0 open\n');
  assert.deepEqual(
    result.items.map(({ label }) => label),
    ['Not started', 'In progress', 'Partial', 'Blocked', 'Complete'],
  );
  assert.equal(choose(result, 'Blocked'), '# T\n\n**Status**: Blocked\n');
  assert.equal(choose(complete('# T\n\n- **Phase Status:**$0\n'), 'Blocked'), '# T\n\n- **Phase Status:** Blocked\n');
  assert.equal(choose(complete('# T\n\n**Status**: In $0  \n'), 'In progress'), '# T\n\n**Status**: In progress  \n');
  assert.equal(choose(complete('# T\n\n| Status | o$0pen |\n'), 'Blocked'), '# T\n\n| Status | Blocked |\n');
});

test('values: none for other fields', () => {
  assert.deepEqual(complete('# T\n\n**Reviewer**: $0\n').items, []);
});

test('names: the fields that are missing', () => {
  const result = complete('# T\n\n**Date**: 2026-01-01\n\n**$0**\n');
  assert.deepEqual(
    result.items.map(({ label }) => label),
    ['Status'],
  );
  assert.equal(choose(result, 'Status'), '# T\n\n**Date**: 2026-01-01\n\n**Status**: \n');
  assert.equal(choose(complete('# T\n\n- **Sta$0\n'), 'Status'), '# T\n\n- **Status**: \n');
});

test('names: editors with snippets get a choice', () => {
  assert.equal(
    choose(complete('# T\n\n**$0\n', { snippets: true }), 'Status'),
    '# T\n\n**Status**: ${1|Not started,In progress,Partial,Blocked,Complete|}\n',
  );
});

test('nothing inside code, HTML and front matter, nor in the middle of words', () => {
  for (const marked of [
    '# T\n\n```\n#$0\n```\n',
    '# T\n\n    **Status**: $0\n',
    '<!--\n#$0\n-->\n',
    '---\na: 1\n#$0\n---\n\n# T\n',
    '# T\n\nSome words $0\n',
    '# T\n\nSee **$0\n',
  ]) {
    assert.deepEqual(complete(marked).items, [], marked);
  }
});
