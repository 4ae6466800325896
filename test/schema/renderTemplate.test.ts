import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSnippetStyle, renderTemplate } from '../../server/src/schema/renderTemplate';

test('values are filled in', () => {
  assert.equal(renderTemplate('From phase {phase} to {next}.', { phase: '8', next: '9' }), 'From phase 8 to 9.');
});

test('an unknown phase is named in words', () => {
  assert.equal(
    renderTemplate('Phase {next} comes after phase {phase}, before phase {next}.', {}),
    'Next Phase comes after this phase, before the next phase.',
  );
});

test('a line with an unknown value is left out', () => {
  assert.equal(renderTemplate('a\n- **Date**: {date}\nb', {}), 'a\nb');
});

test('editable words are plain in a file and tab stops in a snippet', () => {
  assert.equal(renderTemplate('{?Name a file}', {}), 'Name a file');
  assert.equal(renderTemplate('{?Name}: {x?default}', {}, createSnippetStyle(3)), '${3:Name}: ${4:default}');
});

test('a value takes the place of its default', () => {
  assert.equal(renderTemplate('{references?- none}', { references: '- a\n- b' }), '- a\n- b');
  assert.equal(renderTemplate('{references?- none}', {}), '- none');
});

test('what snippets take for syntax is escaped', () => {
  assert.equal(renderTemplate('a $b} \\ {phase}', { phase: '$1' }, createSnippetStyle(1)), 'a \\$b\\} \\\\ \\$1');
});

test('other braces stay', () => {
  assert.equal(renderTemplate('{} { x } {A}', {}), '{} { x } {A}');
});
