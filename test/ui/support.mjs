// For tests that drive the workbench by its user interface; see test/README.md.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { locateHost, projectDir } from '../editor/builds.mjs';
import { makeScratch } from '../editor/cleanup.mjs';
import { openSession } from '../editor/session.mjs';
import { Workbench } from '../editor/workbench/workbench.mjs';

const picturesDir = path.join(projectDir, 'out/screenshots');

/** The languages and views that tests meet: without the others a window is ready in half the time. */
const builtins = [
  'json',
  'log',
  'markdown-basics',
  'markdown-language-features',
  'references-view',
  'search-result',
  'theme-defaults',
  'theme-seti',
  'xml',
  'yaml',
];

/**
 * @typedef {object} Window
 * @property {Workbench} wb
 * @property {(workspace: string) => Promise<void>} open  shows another folder or .code-workspace file
 * @property {string} workspace  a copy of the example project, which tests may change
 * @property {(name: string, region?: import('playwright-core').Locator) => Promise<void>} picture  writes out/screenshots/NAME.png
 *
 * @typedef {Partial<Omit<import('../editor/session.mjs').SessionOptions, 'workspace'>> & { copyOf?: string }} WindowOptions
 */

/**
 * Opens one window with Phase Docs for all tests of a file; returns the function that defines a test.
 * When a test fails, a picture of the window is kept.
 *
 * @param {WindowOptions} [options]  `copyOf`: the folder to open a copy of
 */
export function withWindow({ copyOf = path.join(projectDir, 'examples/harbor'), ...options } = {}) {
  /** @type {Window | undefined} */
  let opened;
  /** @type {() => Promise<unknown>} */
  let close = () => Promise.resolve();

  before(async () => {
    mkdirSync(picturesDir, { recursive: true });
    const scratch = makeScratch('ui');
    const workspace = path.join(scratch.dir, path.basename(copyOf));
    cpSync(copyOf, workspace, { recursive: true });
    const session = await openSession({ host: locateHost(), extension: projectDir, builtins, ...options, workspace });
    close = () => session.close().finally(scratch.discard);
    const wb = await new Workbench(session.page).ready();
    const picture = (/** @type {string} */ name, /** @type {import('playwright-core').Locator} */ region) =>
      wb.screenshot(path.join(picturesDir, `${name}.png`), region);
    const open = async (/** @type {string} */ other) => {
      await session.open(other);
      await wb.ready();
    };
    opened = { wb, workspace, open, picture: /** @type {Window['picture']} */ (picture) };
  });
  after(() => close());

  /** @param {string} name @param {(window: Window) => Promise<unknown>} body */
  return (name, body) =>
    test(name, async () => {
      if (!opened) throw new Error('the window did not open');
      try {
        await body(opened);
      } catch (error) {
        await opened.picture(`failed-${name.replace(/\W+/g, '-')}`).catch(() => {});
        throw error;
      }
    });
}

/** Sets settings of a workspace, in place of those set before. @param {string} workspace @param {Record<string, unknown>} settings */
export function setSettings(workspace, settings) {
  mkdirSync(path.join(workspace, '.vscode'), { recursive: true });
  writeFileSync(path.join(workspace, '.vscode/settings.json'), JSON.stringify(settings));
}

/**
 * Line and column of a text in a file of the workspace, 1-based, for goTo().
 *
 * @param {string} workspace @param {string} name @param {string} text
 * @returns {[number, number]}
 */
export function placeOf(workspace, name, text) {
  const file = readdirSync(workspace, { recursive: true, encoding: 'utf8' }).find((entry) => entry.endsWith(name));
  if (!file) throw new Error(`the workspace has no ${name}`);
  const lines = readFileSync(path.join(workspace, file), 'utf8').split('\n');
  const line = lines.findIndex((each) => each.includes(text));
  if (line < 0) throw new Error(`${name} does not say "${text}"`);
  return [line + 1, (lines[line]?.indexOf(text) ?? 0) + 1];
}
