/** Words of documents inside Markdown that others read: in a pull request, in a report. */

/** What Markdown or HTML would take for markup. */
const MARKUP = /[\\`*_{}[\]<>|~&$]/g;
/** `@name`: a forge would tell that person. */
const MENTION = /@(?=[\p{L}\p{N}_])/gu;
/** What would make a block of its own at the start of a line: `# `, `- `, `+ `, `1. `, `> `. */
const BLOCK_START = /^(?:[#>]|[-+](?=\s)|\d+(?=[.)]\s))/;

/** The text on one line, read as nothing but words; also fits the cell of a table. */
export function markdownText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(MARKUP, '\\$&')
    .replace(MENTION, '@<!-- -->')
    .replace(BLOCK_START, (start) => (/^\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** `[words](target)`; the target as the URL it is, whatever it contains. */
export function markdownLink(words: string, target: string): string {
  return `[${markdownText(words)}](${target.replace(/[ ()<>\\]/g, (sign) => encodeURIComponent(sign).replace(/[()]/g, percent))})`;
}

function percent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}
