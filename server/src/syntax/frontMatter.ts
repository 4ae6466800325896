import type { FrontMatter } from './document';
import { lineAt, lineEnd, ownString } from './sourceLines';

/** `---` as a whole first line; not `----` and not `--- title`. */
const OPENING_FENCE = /^---[ \t]*(?:\n|$)/;
/** `---` or `...` as a whole line after the first; not `---x` or an indented one. */
const CLOSING_FENCE = /\n(?:---|\.\.\.)[ \t]*(?=\n|$)/g;

/** Finds YAML front matter: it must open on the first line and be closed. */
export function findFrontMatter(text: string, lineStarts: readonly number[]): FrontMatter | undefined {
  if (!OPENING_FENCE.test(text)) return undefined;
  CLOSING_FENCE.lastIndex = 3;
  const closing = CLOSING_FENCE.exec(text);
  if (closing === null) return undefined;
  const lastLine = lineAt(lineStarts, closing.index + 1);
  const from = lineStarts[1] ?? text.length;
  return {
    range: {
      start: { line: 0, character: 0 },
      end: { line: lastLine, character: lineEnd(text, lineStarts, lastLine) - (lineStarts[lastLine] ?? 0) },
    },
    text: ownString(text.slice(from, Math.max(from, closing.index))),
    textLine: 1,
  };
}

/** The first line that is not front matter. Equals the number of lines where nothing follows it. */
export function lineAfterFrontMatter(frontMatter: FrontMatter | undefined): number {
  return frontMatter === undefined ? 0 : frontMatter.range.end.line + 1;
}
