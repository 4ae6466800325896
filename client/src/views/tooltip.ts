import * as vscode from 'vscode';

/** Characters that mean something in Markdown, as in `*`, `_`, `[`, `<`. */
const markup = /[\\`*_{}[\]()#+\-.!~|<>&$]/g;

/** A tooltip of a bold title and paragraphs of plain text. */
export function createTooltip(title: string, ...paragraphs: readonly string[]): vscode.MarkdownString {
  const escaped = paragraphs.filter((text) => text !== '').map(escape);
  return new vscode.MarkdownString([`**${escape(title)}**`, ...escaped].join('\n\n'));
}

/** Not `MarkdownString.appendText`: it makes every space a hard one, and long lines then break within words. */
function escape(text: string): string {
  return text.replace(markup, '\\$&');
}
