import * as vscode from 'vscode';

/** Characters that mean something in Markdown, as in `*`, `_`, `[`, `<`. */
const markup = /[\\`*_{}[\]()#+\-.!~|<>&$]/g;

/** A tooltip of a bold title and paragraphs of plain text. */
export function createTooltip(title: string, ...paragraphs: readonly string[]): vscode.MarkdownString {
  const escaped = paragraphs.filter((text) => text !== '').map(escapeMarkdown);
  return new vscode.MarkdownString([`**${escapeMarkdown(title)}**`, ...escaped].join('\n\n'));
}

/** Not `MarkdownString.appendText`: it makes every space a hard one, and long lines then break within words. */
export function escapeMarkdown(text: string): string {
  return text.replace(markup, '\\$&');
}
