/**
 * Precision and recall on labelled documents that lie beside the project, where they do: unsupported strong claims,
 * line by line, as `npm run score` counts them.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { it } from 'node:test';
import { findClaims } from '../../../server/src/model/claims/findClaims';
import { parseDocument } from '../../../server/src/syntax/parseDocument';
import { identifyAlone } from '../../support/identity';

const folder = '../shared/claims/dev';
/** What was reached; to be raised, not lowered. */
const reached = { precision: 0.99, recall: 0.985 };

interface Label {
  readonly line: number;
  readonly strength: string;
  readonly evidence: string;
  readonly agreed?: boolean;
}

const deserves = (strength: string, evidence: string) =>
  strength === 'strong' && (evidence === 'none' || evidence === 'prose');

function flaggedLines(name: string): Set<number> {
  const parsed = parseDocument(readFileSync(`${folder}/docs/${name}.md`, 'utf8'));
  const path = `${name}.md`;
  const { kind } = identifyAlone(path, parsed);
  const lines = new Set<number>();
  findClaims(parsed, { kind }).forEach(({ claims }, i) => {
    for (const { strength, evidence, range } of claims) {
      if (deserves(strength, evidence.form)) lines.add((parsed.sections[i]?.line ?? 0) + range.start.line + 1);
    }
  });
  return lines;
}

it('finds the labelled claims', { skip: !existsSync(folder) }, () => {
  let [hits, misses, alarms] = [0, 0, 0];
  for (const file of readdirSync(`${folder}/labels`)) {
    const rows = readFileSync(`${folder}/labels/${file}`, 'utf8').split('\n').filter(Boolean);
    const labels = new Map(rows.map((row) => JSON.parse(row) as Label).map((label) => [label.line, label]));
    const flagged = flaggedLines(file.replace(/\.jsonl$/, ''));
    for (const { line, strength, evidence, agreed } of labels.values()) {
      if (agreed === false || !deserves(strength, evidence)) continue;
      if (flagged.has(line)) hits++;
      else misses++;
    }
    alarms += [...flagged].filter((line) => isAlarm(labels.get(line))).length;
  }
  assert.ok(hits / (hits + alarms) >= reached.precision, `precision ${hits / (hits + alarms)}`);
  assert.ok(hits / (hits + misses) >= reached.recall, `recall ${hits / (hits + misses)}`);
});

function isAlarm(label: Label | undefined): boolean {
  if (!label) return true;
  return label.agreed !== false && label.strength === 'strong' && label.evidence === 'link';
}
