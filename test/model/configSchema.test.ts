/** The JSON Schema for editors and the reader that counts agree. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { parseConfig, settingNames } from '../../server/src/model/configFile';
import { configSchema } from '../../server/src/model/configSchema';
import { rules } from '../../server/src/rules/index';
import { misfits } from '../support/jsonSchema';

const schema = configSchema(rules);
const ruleIds = rules.map((rule) => rule.id);

const valid = [
  'root: true\nextends: todo-phase\n',
  'extends: [sprint, ./shared.yaml, ../base.yaml]\n',
  'presets: auto\n',
  'presets: [todo-phase, spec-kit]\n',
  'presets: { incident: on, sprint: off, openspec: auto, gsd-planning: false }\n',
  'phases: { prefixes: [wave, Étape], order: decimal, series: separator, gaps: warn }\n',
  'phases: { order: declared, declared: [setup, 1, 2.5] }\n',
  'rules: { unsupported-claim: error, missing-section: off, weak-claim: false }\n',
  'claims: { report: each }\n',
  'documents: [wave-<phase>-<kind>.md, { pattern: "docs/**/retro-<phase>.md", kind: postmortem }]\n',
  'ignore: [drafts/]\narchive: ["**/old/**"]\ntemplates: []\ngenerated: [log.md]\n',
  'required: [notes, { kind: handoff, severity: information }]\n',
  'roots: [packages/app]\nschemas: [schemas/*.yaml]\n',
  'schemas: [ours.yaml]\ndocuments: [{ pattern: "log-<phase>.md", kind: flight-log }]\nrequired: [flight-log]\n',
  'words:\n  statuses: { done: [ausgeliefert] }\n  sections: { plan: [Ausblick] }\n  evidence: [Nachweis]\n',
];

const invalid = [
  'root: maybe\n',
  'extends: 5\n',
  'extends: [todo-phases]\n',
  'presets: [todo-phases]\n',
  'presets: { incidents: on }\n',
  'presets: { incident: maybe }\n',
  'phases: { order: decimals }\n',
  'phases: { order: declared }\n',
  'phases: { prefixes: ["w*"] }\n',
  'phases: { sort: x }\n',
  'rules: { unsuported-claim: error }\n',
  'rules: { unsupported-claim: loud }\n',
  'rule: {}\n',
  'claims: { report: all }\n',
  'documents: [""]\n',
  'documents: [{ kind: notes }]\n',
  'documents: [{ pattern: a.md, sort: notes }]\n',
  'ignore: docs\n',
  'required: [nots]\n',
  'documents: [{ pattern: "log-<phase>.md", kind: flight-log }]\n',
  'schemas: [ours.yaml]\nrequired: [Flight Log]\n',
  'required: [{ severity: information }]\n',
  'required: [{ kind: notes, severity: error }]\n',
  'words: { phrases: {} }\n',
  'words: { statuses: { don: [x] } }\n',
];

const isRead = (text: string) => parseConfig(text, 'file:///w/.phase-docs.yaml', ruleIds).problems.length === 0;
const fits = (text: string) => misfits(parse(text), schema).length === 0;

for (const text of valid) {
  test(`${JSON.stringify(text)} is right for both`, () => assert.deepEqual([isRead(text), fits(text)], [true, true]));
}
for (const text of invalid) {
  test(`${JSON.stringify(text)} is wrong for both`, () => assert.deepEqual([isRead(text), fits(text)], [false, false]));
}

test('both know the same settings, and every one of them is explained', () => {
  const properties = schema.properties as Readonly<Record<string, { readonly description?: string }>>;
  assert.deepEqual(Object.keys(properties).sort(), [...settingNames].sort());
  for (const [name, { description = '' }] of Object.entries(properties)) assert.match(description, /\w{3}/, name);
});

test('the example of the page on configuration is right for both', () => {
  const [, example = ''] = /```yaml\n([^]*?)```/.exec(readFileSync('CONFIGURATION.md', 'utf8')) ?? [];
  assert.ok(settingNames.every((name) => new RegExp(`^${name}:`, 'm').test(example)));
  assert.deepEqual([isRead(example), fits(example)], [true, true]);
});
