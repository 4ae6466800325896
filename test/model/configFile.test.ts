import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultConfig } from '../../server/src/config';
import { parseConfig } from '../../server/src/model/configFile';
import { nearest } from '../../server/src/suggestion';

const ruleIds = ['unsupported-claim', 'missing-section'];
const parse = (text: string) => parseConfig(text, 'file:///w/.phase-docs.yaml', ruleIds);

test('reads every setting', () => {
  const { config, problems } = parse(`
presets: [todo-phase]
rules:
  unsupported-claim: error
  missing-section: off
claims:
  report: each
documents:
  - wave-<phase>-<kind>.md
  - { pattern: retro-<phase>.md, kind: postmortem }
ignore: [drafts/]
archive: ['**/old/**']
required: [notes, { kind: handoff, severity: information }]
phases: { prefixes: [Wave], order: dotted, series: separator, gaps: warn }
templates: [skeletons/]
generated: ['**/log.md']
roots: [./packages/app/]
metrics:
  synonyms: { success rate: [pass rate] }
schemas: [schemas/*.yaml]
words:
  statuses: { done: [ausgeliefert] }
  sections: { plan: [Ausblick] }
  evidence: [Nachweis]
`);
  assert.deepEqual(problems, []);
  assert.deepEqual(config, {
    uri: 'file:///w/.phase-docs.yaml',
    presets: ['todo-phase'],
    phases: { prefixes: ['wave'], order: 'dotted', declared: [], series: 'separator', gaps: 'warn' },
    rules: { 'unsupported-claim': 'error', 'missing-section': 'off' },
    claims: { report: 'each' },
    documents: [
      { pattern: 'wave-<phase>-<kind>.md', kind: undefined },
      { pattern: 'retro-<phase>.md', kind: 'postmortem' },
    ],
    ignore: ['drafts/'],
    archive: ['**/old/**'],
    templates: ['skeletons/'],
    generated: ['**/log.md'],
    schemas: ['schemas/*.yaml'],
    required: [
      { kind: 'notes', severity: 'warning' },
      { kind: 'handoff', severity: 'information' },
    ],
    roots: ['packages/app'],
    metrics: { synonyms: { 'success rate': ['pass rate'] } },
    words: { statuses: { done: ['ausgeliefert'] }, sections: { plan: ['Ausblick'] }, evidenceLabels: ['Nachweis'] },
  });
});

const mistakes: readonly [text: string, line: number, message: string][] = [
  ['rules: {}\n---\nrules: {}\n', 1, 'This is no valid YAML: Source contains multiple documents'],
  ['documents: [\n  "wave-<phse>.md"]', 1, 'Unknown part `<phse>`'],
  ['documents: ["wave-<phase.md"]', 0, 'A `<` is without its counterpart'],
  ['documents: ["{a,{b,c.md"]', 0, 'A `{` is without its counterpart'],
  ['documents: ["../wave-<phase>.md"]', 0, 'A pattern counts from the folder'],
  ['documents: [""]', 0, 'A pattern is empty'],
  ['rules:\n  unsuported-claim: error', 1, 'Unknown rule `unsuported-claim`. Did you mean `unsupported-claim`?'],
  ['rules:\n  unsupported-claim: loud', 1, 'A severity is one of error, warning, information, hint, off.'],
  ['rule:\n  x: y', 0, 'Unknown setting `rule`. Did you mean `rules`?'],
  ['presets: [todo-phases]', 0, 'Unknown preset `todo-phases`. Did you mean `todo-phase`?'],
  ['claims:\n  report: all', 1, '`claims.report` is `section` or `each`.'],
  ['ignore: docs', 0, '`ignore` is a list of globs.'],
  ['documents:\n  - kind: notes', 1, 'The pattern is missing.'],
  ['words:\n  statuses: { don: [x] }', 1, 'Unknown meaning `don`. Did you mean `done`?'],
  ['words:\n  statuses: { done: [shipped, ""] }', 1, 'An entry is empty, so it would mean nothing.'],
  ['words:\n  evidence: [" "]', 1, 'An entry is empty'],
  ['ignore:\n  - drafts/\n  - ""', 2, 'An entry is empty'],
  ['roots: [packages/app, ../shared]', 0, '`../shared` lies outside of the workspace.'],
  ['roots: [a/../../b]', 0, '`a/../../b` lies outside of the workspace.'],
  ['roots: ["C:/work"]', 0, '`C:/work` lies outside of the workspace.'],
  [
    'documents:\n  - { pattern: x-<phase>.md, kinds: notes }',
    1,
    'A document pattern has `pattern` and `kind`. Did you mean `kind`?',
  ],
  ['words:\n  phrases: {}', 1, 'Unknown setting `words.phrases`'],
  ['metrics:\n  synonym: {}', 1, 'Unknown setting `metrics.synonym`. Did you mean `synonyms`?'],
  ['metrics:\n  synonyms: { x: y }', 1, '`metrics.synonyms` is a map of names to lists of names'],
  ['phases:\n  order: decimals', 1, '`phases.order` is one of decimal, dotted, declared.'],
  ['phases:\n  order: declared', 1, '`order: declared` needs `declared`'],
  ['phases:\n  prefixes: ["w*"]', 1, '`phases.prefixes` is a list of words'],
  ['phases:\n  gaps: error', 1, '`phases.gaps` is one of allow, warn.'],
  ['phases:\n  sort: x', 1, 'Unknown setting `phases.sort`'],
  ['presets:\n  incident: maybe', 1, 'A preset is `on`, `off` or `auto`.'],
  ['presets:\n  incidents: on', 1, 'Unknown preset `incidents`. Did you mean `incident`?'],
  ['root: yes please', 0, '`root` is `true` or `false`.'],
  ['extends: 5', 0, '`extends` is a preset, a path'],
  ['extends: [todo-phases]', 0, 'There is no preset `todo-phases`. Did you mean `todo-phase`?'],
  ['required:\n  - severity: information', 1, '`required` is a list of document kinds'],
  ['required: [nots]', 0, 'Unknown document kind `nots`. Did you mean `notes`?'],
  ['- a\n- b', 0, 'A configuration is a map of settings, for example `rules:`.'],
  ['a: [b', 0, 'This is no valid YAML'],
];

for (const [text, line, message] of mistakes) {
  test(`${JSON.stringify(text)} is reported at its line`, () => {
    const { problems } = parse(text);
    const [problem] = problems;
    assert.ok(problem?.message.startsWith(message), JSON.stringify(problems));
    assert.equal(problem?.range.start.line, line);
  });
}

test('a pattern without end is refused: matching it would go too deep', () => {
  const { config, problems } = parse(`documents: ["${'**/'.repeat(200000)}a"]`);
  assert.deepEqual([config.documents, problems.length], [[], 1]);
});

test('presets can be switched one by one', () => {
  const { config, problems } = parse('presets: { incident: on, spec-kit: off, sprint: true }');
  assert.deepEqual(problems, []);
  assert.deepEqual(config.presets, { incident: 'on', 'spec-kit': 'off', sprint: 'on' });
});

test('a declared order of phases is an order', () => {
  const { config, problems } = parse('phases: { declared: [setup, 1, 2, cutover] }');
  assert.deepEqual(problems, []);
  assert.equal(config.phases.order, 'declared');
  assert.deepEqual(config.phases.declared, ['setup', '1', '2', 'cutover']);
});

test('an empty file means the defaults', () => {
  for (const text of ['', '# nothing yet\n']) {
    const { config, problems } = parse(text);
    assert.deepEqual(
      { config, problems },
      { config: { ...defaultConfig, uri: 'file:///w/.phase-docs.yaml' }, problems: [] },
    );
  }
});

test('aliases that grow without end are refused, not expanded', () => {
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...'bcdefgh'.split('').map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]`),
  ];
  assert.ok(parse(bomb.join('\n')).problems.length > 0);
});

test('nesting without end is refused before it is parsed', () => {
  for (const text of ['['.repeat(100_000), '- '.repeat(100_000), 'a: {b: '.repeat(10_000)]) {
    assert.match(parse(text).problems[0]?.message ?? '', /nested too deep/);
  }
});

test('suggests only what is near', () => {
  assert.equal(nearest('mising-section', ruleIds), 'missing-section');
  assert.equal(nearest('xyz', ruleIds), undefined);
});
