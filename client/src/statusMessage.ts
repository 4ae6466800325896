import * as vscode from 'vscode';

/** Long enough to be read, short enough not to be in the way. */
const duration = 6000;

/** Says something that needs no answer, without a notification. */
export function showStatusMessage(text: string): void {
  vscode.window.setStatusBarMessage(text, duration);
}
