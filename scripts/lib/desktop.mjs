// Finding a desktop VS Code that can show the extension.
import { readFileSync } from 'node:fs';
import { findOnPath } from '../../test/editor/browser.mjs';

/** @returns {string | undefined} VSCODE_PATH, else `code` on the PATH where it can open a window */
export function findDesktop() {
  if (process.env.VSCODE_PATH) return process.env.VSCODE_PATH;
  const hasScreen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const names = process.platform === 'win32' ? ['code.cmd'] : ['code'];
  const file = hasScreen ? findOnPath(...names) : undefined;
  return file && !isRemoteCommand(file) ? file : undefined;
}

/** In a terminal of a remote window, `code` talks to that window and cannot load an extension folder. */
function isRemoteCommand(/** @type {string} */ file) {
  return /remote-cli/.test(file) || (process.platform === 'linux' && /remote-cli/.test(readFileSync(file, 'latin1')));
}
