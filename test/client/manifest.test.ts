import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { commandIds } from '../../client/src/commandIds';
import { semanticTokensLegend } from '../../server/src/reviewProtocol';

/** The part of package.json that VS Code reads. */
interface Manifest {
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { command: string; title: string; category?: string }[];
    readonly keybindings: readonly { command: string; key: string; mac?: string; when?: string }[];
    readonly menus: Readonly<Record<string, readonly { command?: string; submenu?: string; when?: string }[]>>;
    readonly submenus: readonly { id: string }[];
    readonly viewsContainers: { readonly activitybar: readonly { icon: string }[] };
    readonly views: Readonly<Record<string, readonly { id: string; icon: string }[]>>;
    readonly viewsWelcome: readonly { view: string; contents: string }[];
    readonly semanticTokenTypes: readonly { id: string }[];
    readonly semanticTokenModifiers: readonly { id: string }[];
    readonly semanticTokenScopes: readonly { scopes: Readonly<Record<string, readonly string[]>> }[];
    readonly snippets: readonly { path: string }[];
    readonly walkthroughs: readonly {
      id: string;
      icon: string;
      steps: readonly { media: { svg: string }; completionEvents: readonly string[] }[];
    }[];
  };
}

const manifestText = readFileSync('package.json', 'utf8');
const { contributes, ...manifest } = JSON.parse(manifestText) as Manifest;
const texts = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Readonly<Record<string, string>>;
const ids: readonly string[] = Object.values(commandIds).sort();

test('the manifest contributes the commands that the client registers', () => {
  assert.deepEqual(contributes.commands.map(({ command }) => command).sort(), ids);
});

test('every command can be found: it has a category and a title that says what it does', () => {
  for (const { command, title, category } of contributes.commands) {
    assert.equal(category, 'Phase Docs', command);
    assert.match(texts[title.slice(1, -1)] ?? '', /^[A-Z]/, `${command} has no title`);
  }
});

test('menus, key bindings and links name commands that exist', () => {
  const linked = Object.values(texts).flatMap((text) => [...text.matchAll(/\(command:(phaseDocs\.\w+)\)/g)]);
  const named = [
    ...Object.values(contributes.menus)
      .flat()
      .flatMap(({ command }) => command ?? []),
    ...contributes.keybindings.map(({ command }) => command),
    ...linked.map(([, command = '']) => command),
  ];
  assert.deepEqual(
    named.filter((command) => !ids.includes(command)),
    [],
  );
});

test('every submenu is shown somewhere and has entries', () => {
  const shown = Object.values(contributes.menus)
    .flat()
    .flatMap(({ submenu }) => submenu ?? []);
  const declared = contributes.submenus.map(({ id }) => id);
  assert.deepEqual(shown, declared);
  for (const id of declared) assert.ok((contributes.menus[id] ?? []).length > 0, id);
});

// Ctrl+F8 stands beside F8, the next problem. VS Code 1.139 binds it on no system, unlike Alt+F9 (comments and test
// coverage) and Ctrl+F9 (chat); Alt+F7, F8 and F10 belong to window managers.
test('key bindings are bound on macOS too, and only where there are phase documents', () => {
  for (const { key, mac, when } of contributes.keybindings) {
    assert.equal(mac, key.replace('ctrl', 'cmd'));
    assert.match(when ?? '', /phaseDocs\.active/);
  }
});

test('every contributed file exists', () => {
  const files = [
    manifest.icon,
    ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
    ...Object.values(contributes.views).flatMap((views) => views.map(({ icon }) => icon)),
    ...contributes.snippets.map(({ path }) => path),
    ...contributes.walkthroughs.flatMap(({ icon, steps }) => [icon, ...steps.map(({ media }) => media.svg)]),
  ];
  assert.deepEqual(
    files.filter((file) => !existsSync(file)),
    [],
  );
});

test('every text of the manifest is there, and none is left over', () => {
  const used = [...manifestText.matchAll(/"%([\w.]+)%"/g)].map(([, key = '']) => key);
  assert.deepEqual([...new Set(used)].sort(), Object.keys(texts).sort());
});

test('the extension starts only where phase documents are', () => {
  for (const event of manifest.activationEvents) assert.match(event, /^workspaceContains:/);
});

test('every verdict has a colour where claims are coloured', () => {
  const { tokenTypes, tokenModifiers } = semanticTokensLegend;
  assert.deepEqual(
    contributes.semanticTokenTypes.map(({ id }) => id),
    tokenTypes,
  );
  assert.deepEqual(
    contributes.semanticTokenModifiers.map(({ id }) => id),
    tokenModifiers,
  );
  const [colours] = contributes.semanticTokenScopes;
  assert.deepEqual(
    Object.keys(colours?.scopes ?? {}).sort(),
    tokenModifiers.map((verdict) => `claim.${verdict}`).sort(),
  );
});
