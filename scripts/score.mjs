// Scores the claims that the engine finds against labelled documents.
//   npm run score -- LABELS_DIR DOCS_DIR [--lines] [--weak] [--only NAME]
// LABELS_DIR holds NAME.jsonl for each document NAME.md of DOCS_DIR, a line for each claim:
// {"line": 12, "strength": "strong", "kind": "metric", "evidence": "none"}. A line with "agreed": false does not count.
// Counted are strong claims without pointer or pasted output. --lines prints every miss and false alarm, --weak also what
// was found as strong where the label says weak, and the other way round.
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const options = process.argv.slice(2);
const [labelsDir, docsDir] = options.filter((option) => !option.startsWith('--'));
if (!labelsDir || !docsDir) {
  console.error('usage: npm run score -- LABELS_DIR DOCS_DIR [--lines] [--weak] [--only=NAME]');
  process.exit(2);
}
const showLines = options.includes('--lines');
const showWeak = options.includes('--weak');
const only = options.find((option) => option.startsWith('--only='))?.slice('--only='.length);

const { parseDocument, findClaims, DocumentIdentities, FolderSettings } = await loadEngine();

const kinds = new Map();
const confusion = new Map();
const forms = { same: 0, all: 0 };
const total = { hit: 0, miss: 0, alarm: 0 };

for (const file of readdirSync(labelsDir).sort()) {
  const name = file.replace(/\.jsonl$/, '');
  if (name === file || (only && !name.includes(only))) continue;
  show(name, scoreDocument(name));
}
show('TOTAL', total);
console.log('\nby kind of the label');
for (const [kind, row] of [...kinds].sort()) show(`  ${kind}`, row);
console.log('\nlabel → found (lines)');
for (const [pair, count] of [...confusion].sort((a, b) => b[1] - a[1]))
  console.log(`  ${String(count).padStart(5)}  ${pair}`);
console.log(`\nevidence form as labelled: ${forms.same} of ${forms.all} claims that both see`);

function scoreDocument(name) {
  const labels = readLabels(join(labelsDir, `${name}.jsonl`));
  const text = readFileSync(join(docsDir, `${name}.md`), 'utf8');
  const found = claimsByLine(`${name}.md`, text);
  const lines = text.split('\n');
  const row = { hit: 0, miss: 0, alarm: 0 };
  for (const [line, label] of labels) {
    if (label.agreed === false) continue;
    const claim = found.get(line);
    count(confusion, `${label.strength} ${label.kind} → ${claim ? `${claim.strength} ${claim.kind}` : 'nothing'}`);
    if (claim) {
      forms.all++;
      if (claim.evidence.form === label.evidence) forms.same++;
      else if (showWeak) print('form', name, line, `${label.evidence}, found ${claim.evidence.form}`, lines);
    }
    if (!deserves(label)) {
      if (showWeak && label.strength === 'weak' && claim?.strength === 'strong')
        print('strong', name, line, claim.reason, lines);
      continue;
    }
    const isHit = claim !== undefined && deserves({ strength: claim.strength, evidence: claim.evidence.form });
    add(row, kindRow(label.kind), isHit ? 'hit' : 'miss');
    if (!isHit && showLines)
      print('miss', name, line, claim ? `${claim.strength} ${claim.evidence.form}` : 'nothing', lines);
  }
  for (const [line, claim] of found) {
    if (!deserves({ strength: claim.strength, evidence: claim.evidence.form })) continue;
    const label = labels.get(line);
    if (label && (label.agreed === false || label.strength === 'weak' || label.evidence === 'log' || deserves(label)))
      continue;
    add(row, kindRow(claim.kind), 'alarm');
    count(confusion, `${label ? 'supported' : 'nothing'} → ${claim.strength} ${claim.kind}`);
    if (showLines) print('alarm', name, line, claim.reason, lines);
  }
  for (const key of Object.keys(total)) total[key] += row[key];
  return row;
}

function readLabels(path) {
  const rows = readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return new Map(rows.map((row) => [row.line, row]));
}

function claimsByLine(name, text) {
  const parsed = parseDocument(text);
  const path = `${name}.md`;
  const identities = new DocumentIdentities(new FolderSettings(), () => [path]);
  identities.reset();
  const { kind } = identities.identify(path, parsed, true);
  const found = new Map();
  findClaims(parsed, { kind }).forEach(({ claims }, i) => {
    for (const claim of claims) found.set(parsed.sections[i].line + claim.range.start.line + 1, claim);
  });
  return found;
}

function deserves({ strength, evidence }) {
  return strength === 'strong' && (evidence === 'none' || evidence === 'prose');
}

function kindRow(kind) {
  if (!kinds.has(kind)) kinds.set(kind, { hit: 0, miss: 0, alarm: 0 });
  return kinds.get(kind);
}

function add(row, kind, key) {
  row[key]++;
  kind[key]++;
}

function count(map, key) {
  map.set(key, (map.get(key) ?? 0) + 1);
}

function print(what, name, line, note, lines) {
  console.log(`${what.padEnd(6)} ${name}:${line}  [${note}]  ${(lines[line - 1] ?? '').trim().slice(0, 150)}`);
}

function show(name, { hit, miss, alarm }) {
  const ratio = (a, b) => (a + b === 0 ? 1 : a / (a + b));
  const precision = ratio(hit, alarm);
  const recall = ratio(hit, miss);
  const f1 = hit === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  const cells = [
    `hit ${String(hit).padStart(4)}`,
    `miss ${String(miss).padStart(4)}`,
    `alarm ${String(alarm).padStart(4)}`,
  ];
  const ratios = Object.entries({ precision, recall, F1: f1 }).map(([label, value]) => `${label} ${value.toFixed(3)}`);
  console.log([name.padEnd(44), ...cells, ...ratios].join('  '));
}

/** The engine as it is in the sources, bundled on the way. */
async function loadEngine() {
  mkdirSync('out', { recursive: true });
  const outfile = resolve('out/score-engine.cjs');
  const sources = [
    'syntax/parseDocument',
    'model/claims/findClaims',
    'service/documentIdentities',
    'service/folderSettings',
  ];
  await build({
    stdin: { contents: sources.map((path) => `export * from './${path}';`).join('\n'), resolveDir: 'server/src' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    outfile,
    logLevel: 'warning',
  });
  return createRequire(import.meta.url)(outfile);
}
