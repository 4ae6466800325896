// Writes the files that are made from others. `--check` writes nothing and fails if one of them is not up to date.
//   node scripts/generate.mjs [--check]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';
import { l10nTexts } from './lib/l10nTexts.mjs';

const projectDir = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/**
 * What is generated, one function each: from paths relative to the project to texts.
 *
 * @type {readonly (() => Promise<Readonly<Record<string, string>>>)[]}
 */
const generators = [
  generateSnippets,
  generateDialect,
  generateRuleTables,
  generatePresetTable,
  generateConfigSchema,
  generateTexts,
];

let stale = 0;
for (const generate of generators) {
  for (const [file, text] of Object.entries(await generate())) if (!isUpToDate(file, text)) update(file, text);
}
if (stale > 0) {
  console.error(`${stale === 1 ? 'This file is' : 'These files are'} not up to date. Run: npm run generate`);
  process.exitCode = 1;
}

/** @param {string} file @param {string} text */
function isUpToDate(file, text) {
  try {
    return readFileSync(path.join(projectDir, file), 'utf8') === text;
  } catch {
    return false;
  }
}

/** @param {string} file @param {string} text */
function update(file, text) {
  if (process.argv.includes('--check')) {
    console.error(file);
    stale++;
    return;
  }
  mkdirSync(path.dirname(path.join(projectDir, file)), { recursive: true });
  writeFileSync(path.join(projectDir, file), text);
  console.log(`wrote ${file}`);
}

/** `snippets/<kind>.code-snippets` from `schemas/<kind>.yaml`. */
async function generateSnippets() {
  const { builtinSchema, builtinSchemaKinds, renderSnippet } = await loadSources(`
    export { builtinSchema, builtinSchemaKinds } from './server/src/schema/builtinSchemas';
    export { renderSnippet } from './server/src/schema/renderSnippet';
  `);
  /** @type {Record<string, string>} */
  const files = {};
  for (const kind of builtinSchemaKinds) {
    const schema = builtinSchema(kind);
    const snippet = {
      scope: 'markdown',
      prefix: `phase-${kind}`,
      description: schema.description,
      body: renderSnippet(schema).split('\n'),
    };
    const name = schema.title.startsWith('Phase {phase} ')
      ? schema.title.replace('Phase {phase} ', 'Phase ')
      : `Phase ${schema.title}`;
    // Without the second line Prettier would add commas that not every reader of JSON with comments takes.
    const head = `// Made from schemas/${kind}.yaml by scripts/generate.mjs.\n// prettier-ignore\n`;
    files[`snippets/${kind}.code-snippets`] = `${head}${JSON.stringify({ [name]: snippet }, null, 2)}\n`;
  }
  return files;
}

/** The JSON Schema of the language of schemas. */
async function generateDialect() {
  const { dialectSchema } = await loadSources(`export { dialectSchema } from './server/src/schema/jsonSchema';`);
  const text = JSON.stringify(dialectSchema);
  return { 'schemas/dialect.schema.json': await format(text, { parser: 'json', printWidth: 120 }) };
}

/** The table of rules, in the README and on a page of its own beside the rules. */
async function generateRuleTables() {
  const { rules } = await loadSources(`export { rules } from './server/src/rules/index';`);
  const table = (/** @type {string} */ folder) =>
    [
      '| rule | requires | default |',
      '| --- | --- | --- |',
      ...rules.map((rule) => `| [${rule.id}](${folder}${rule.id}.md) | ${rule.summary} | ${rule.severity} |`),
    ].join('\n');
  const readme = readFileSync(path.join(projectDir, 'README.md'), 'utf8').replace(
    /(<!-- rules: generated[^\n]*-->\n)[^]*?(<!-- end of rules -->)/,
    (_, start, end) => `${start}\n${table('server/src/rules/')}\n\n${end}`,
  );
  const page = `# Rules\n\nGenerated from the rules by \`npm run generate\`.\n\n${table('')}\n`;
  const style = await resolveConfig(path.join(projectDir, 'README.md'));
  const pretty = (/** @type {string} */ text) => format(text, { ...style, parser: 'markdown' });
  return { 'README.md': await pretty(readme), 'server/src/rules/README.md': await pretty(page) };
}

/** The table of conventions in CONFIGURATION.md. */
async function generatePresetTable() {
  const { presets } = await loadSources(`export { presets } from './server/src/model/presets/index';`);
  const rows = presets.map(({ name, summary }) => `| \`${name}\` | ${summary} |`);
  const table = ['| preset | what it knows |', '| --- | --- |', ...rows].join('\n');
  const page = readFileSync(path.join(projectDir, 'CONFIGURATION.md'), 'utf8').replace(
    /(<!-- presets: generated[^\n]*-->\n)[^]*?(<!-- end of presets -->)/,
    (_, start, end) => `${start}\n${table}\n\n${end}`,
  );
  const style = await resolveConfig(path.join(projectDir, 'CONFIGURATION.md'));
  return { 'CONFIGURATION.md': await format(page, { ...style, parser: 'markdown' }) };
}

/** `schemas/config.schema.json`, which editors complete `.phase-docs.yaml` from. */
async function generateConfigSchema() {
  const { rules, configSchema } = await loadSources(`
    export { rules } from './server/src/rules/index';
    export { configSchema } from './server/src/model/configSchema';
  `);
  const schema = { $schema: 'http://json-schema.org/draft-07/schema#', ...configSchema(rules) };
  const file = 'schemas/config.schema.json';
  const style = await resolveConfig(path.join(projectDir, file));
  return { [file]: await format(JSON.stringify(schema), { ...style, parser: 'json' }) };
}

/** `l10n/bundle.l10n.json`, which translations are made from: every text of the client. */
async function generateTexts() {
  const texts = l10nTexts(path.join(projectDir, 'client/src'));
  const bundle = Object.fromEntries(texts.map((text) => [text, text]));
  return { 'l10n/bundle.l10n.json': `${JSON.stringify(bundle, null, 2)}\n` };
}

/**
 * What TypeScript sources export, bundled in memory.
 *
 * @param {string} contents a module that exports it
 */
async function loadSources(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: projectDir, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    loader: { '.yaml': 'text', '.md': 'text' },
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
