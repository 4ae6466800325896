// Writes the files of a new rule: source, page and test of the same name, and its place in the two lists.
//   npm run new:rule -- ID [claims|structure|phases|references]
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const [id = '', family = 'structure'] = process.argv.slice(2);
if (!/^[a-z]+(-[a-z]+)+$/.test(id) || !['claims', 'structure', 'phases', 'references'].includes(family)) {
  console.error('usage: npm run new:rule -- ID [claims|structure|phases|references]    ID in kebab-case');
  process.exit(2);
}
const name = id.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
const files = {
  [`server/src/rules/${id}.ts`]: `import { defineRule } from './rule';

/** Says in one sentence what it finds. */
export const ${name} = defineRule({
  id: '${id}',
  family: '${family}',
  summary: 'Require …',
  severity: 'hint',
  reads: 'document',
  *check({ document }) {
    for (const section of document.parsed.sections) {
      if (section.line < 0) yield { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, message: '' };
    }
  },
});
`,
  [`server/src/rules/${id}.md`]: `# ${id}

What is wrong, in one sentence.

## Why

## What is reported

\`\`\`markdown invalid handoff
# Phase 4 Handoff
\`\`\`

\`\`\`markdown valid handoff
# Phase 4 Handoff
\`\`\`

## How to fix

## Options

None.

## When to switch it off
`,
  [`test/rules/${id}.test.ts`]: `import { test } from 'node:test';
import { ${name} } from '../../server/src/rules/${id}';
import { checkRule } from '../support/checkRule';

test('reports …', () =>
  checkRule(
    ${name},
    \`
# Phase 4 Handoff
^^^^^^^^^^^^^^^^^ hint: …
\`,
  ));
`,
};
for (const file of Object.keys(files)) {
  if (existsSync(file)) {
    console.error(`${file} exists already; nothing was written.`);
    process.exit(1);
  }
}
for (const [file, text] of Object.entries(files)) writeFileSync(file, text);

/** Adds an import, in order, and an entry at the end of the list. */
function enlist(file, importLine, entry, endOfList) {
  const lines = readFileSync(file, 'utf8').split('\n');
  const imports = lines.findIndex((line) => line.startsWith('import') && line.split("'")[1] > importLine.split("'")[1]);
  lines.splice(imports < 0 ? lines.findLastIndex((line) => line.startsWith('import')) + 1 : imports, 0, importLine);
  lines.splice(lines.lastIndexOf(endOfList), 0, entry);
  writeFileSync(file, lines.join('\n'));
}
enlist('server/src/rules/index.ts', `import { ${name} } from './${id}';`, `  ${name},`, '];');
enlist('server/src/rules/pages.ts', `import ${name} from './${id}.md';`, `  ['${id}', ${name}],`, ']);');
console.log(
  ['Written:', ...Object.keys(files), '', 'Next: write the page, then `npm test -- --only unit`.'].join('\n'),
);
