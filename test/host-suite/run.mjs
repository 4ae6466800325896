#!/usr/bin/env node
// Runs the host suite in an editor:
//
//   node test/host-suite/run.mjs [--host latest|floor] [--vsix FILE] [--web]
//
// VSCODE_PATH=FILE takes a desktop VS Code, VSCODE_VERSION=stable|1.100.0 downloads one; else, and
// with --web, it is the embedded editor. --vsix installs and tests a package instead of the sources.
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { downloadAndUnzipVSCode, resolveCliPathFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { editorDir, projectDir } from '../editor/builds.mjs';
import { endOnSignal, makeScratch } from '../editor/cleanup.mjs';
import { execute } from '../editor/npm.mjs';
import { writeStandIn } from '../editor/suite.mjs';

const { values } = parseArgs({
  options: { host: { type: 'string', default: 'latest' }, vsix: { type: 'string' }, web: { type: 'boolean' } },
});

async function executable() {
  const { VSCODE_PATH, VSCODE_VERSION } = process.env;
  if (!values.web && VSCODE_PATH) return VSCODE_PATH;
  if (!values.web && VSCODE_VERSION) return downloadAndUnzipVSCode(VSCODE_VERSION);
  process.env.PHASE_DOCS_EDITOR_HOST = values.host;
  return path.join(editorDir, 'code.mjs');
}

/** @param {string} editor @param {string} vsix @param {string[]} profile */
async function installPackage(editor, vsix, profile) {
  const command = resolveCliPathFromVSCodeExecutablePath(editor);
  const args = ['--install-extension', path.resolve(vsix), ...profile];
  const { code, output } = await execute(existsSync(command) ? command : editor, args);
  if (code !== 0) throw new Error(`installing ${vsix} failed:\n${output}`);
  console.log(`Testing ${path.relative(projectDir, vsix)}`);
}

const { dir: scratch, discard } = makeScratch('host-suite');
endOnSignal();
try {
  // Tests edit files: they get a copy.
  const workspace = path.join(scratch, 'harbor');
  cpSync(path.join(projectDir, 'examples/harbor'), workspace, { recursive: true });
  const profile = [
    `--extensions-dir=${path.join(scratch, 'extensions')}`,
    `--user-data-dir=${path.join(scratch, 'user-data')}`,
  ];
  const vscodeExecutablePath = await executable();
  let extensionDevelopmentPath = projectDir;
  if (values.vsix) {
    await installPackage(vscodeExecutablePath, values.vsix, profile);
    extensionDevelopmentPath = path.join(scratch, 'stand-in');
    mkdirSync(extensionDevelopmentPath);
    writeStandIn(extensionDevelopmentPath);
  }
  await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath,
    extensionTestsPath: path.join(projectDir, 'out/host-suite', values.web ? 'web.js' : 'index.js'),
    launchArgs: [workspace, ...profile, ...(values.web ? ['--extensionDevelopmentKind=web'] : [])],
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  discard();
}
