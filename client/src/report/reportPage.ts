import * as vscode from 'vscode';
import type { ReportPage } from '../../../server/src/protocol';

/**
 * The page of the report view: what the server says, with buttons around it. Scripts and styles run by a nonce only; links
 * are commands, of which the view allows one.
 */
export function composePage({ title, style, body }: ReportPage, script: string, cspSource: string): string {
  const nonce = createNonce();
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    // Charts become pictures by way of such an address.
    'img-src data:',
    `font-src ${cspSource}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const button = (action: string, words: string) =>
    `<button type="button" data-action="${action}">${escapeHtml(words)}</button>`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeHtml(title)}</title>
<style nonce="${nonce}">
${style}${ownStyle}</style>
</head>
<body data-save-svg="${escapeHtml(vscode.l10n.t('Save as SVG'))}" data-save-png="${escapeHtml(vscode.l10n.t('Save as PNG'))}">
<div class="top">
<div class="toolbar" role="toolbar" aria-label="${escapeHtml(vscode.l10n.t('Report'))}">
${button('copyMarkdown', vscode.l10n.t('Copy as Markdown'))}
${button('saveMarkdown', vscode.l10n.t('Save as Markdown...'))}
${button('saveHtml', vscode.l10n.t('Save as HTML...'))}
${button('refresh', vscode.l10n.t('Refresh'))}
</div>
<p id="outdated" role="status" hidden>${escapeHtml(vscode.l10n.t('The documents have changed since. Refresh to see how they are now.'))}</p>
</div>
<div id="report">
${body}
</div>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

const ownStyle = `
.top { position: sticky; top: 0; z-index: 1; background: var(--vscode-editor-background); padding: .5em 0; }
h2, h3, h4, details { scroll-margin-top: 4.5rem; }
.toolbar { display: flex; flex-wrap: wrap; gap: .5em; }
button { color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground);
border: 1px solid var(--vscode-button-border, var(--vscode-contrastBorder, transparent)); border-radius: 2px;
padding: .25em .7em; font: inherit; cursor: pointer; }
button:hover { background: var(--vscode-button-secondaryHoverBackground); }
button:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
figcaption { display: flex; gap: .5em; margin-top: .4em; }
#outdated { border-left: 3px solid var(--vscode-editorInfo-foreground); padding-left: .6em; }
`;

function createNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
