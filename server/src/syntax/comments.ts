import type { Position } from 'vscode-languageserver-types';
import type { Comment } from './document';
import { positionsIn } from './positions';

/** The HTML comments of a text that begins at `start`. A comment that is not closed is none. */
export function findComments(text: string, start: Position): Comment[] {
  const comments: Comment[] = [];
  const positionAt = positionsIn(text, start);
  for (let from = text.indexOf('<!--'); from >= 0;) {
    const close = text.indexOf('-->', from + 4);
    if (close < 0) break;
    comments.push(commentAt(text, positionAt, from, close + 3));
    from = text.indexOf('<!--', close + 3);
  }
  return comments;
}

/** The comment `<!-- … -->` between two offsets of a text. */
export function commentAt(text: string, positionAt: (offset: number) => Position, from: number, to: number): Comment {
  return {
    text: text.slice(from + 4, Math.max(from + 4, to - 3)).trim(),
    range: { start: positionAt(from), end: positionAt(to) },
  };
}
