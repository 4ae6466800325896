import { MOST_LINE } from '../limits';

/** The first line that is neither empty nor a comment (`#`), without white space around it. */
export function firstLine(text: string): string {
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from);
    const line = text.slice(from, end === -1 ? text.length : end).trim();
    if (line !== '' && !line.startsWith('#')) return line;
    if (end === -1) break;
    from = end + 1;
  }
  return '';
}

/** Cuts text that comes in pieces into lines. What goes beyond {@link MOST_LINE} in a line is dropped. */
export class LineSplitter {
  private rest = '';
  private line = 0;
  private endsInReturn = false;

  private readonly onLine: (text: string, line: number) => void;

  /** @param onLine gets the line without its ending and its zero-based number */
  constructor(onLine: (text: string, line: number) => void) {
    this.onLine = onLine;
  }

  push(piece: string): void {
    let text = piece;
    // `\r` and `\n` of one ending may come in two pieces.
    if (this.endsInReturn && text.startsWith('\n')) text = text.slice(1);
    if (piece !== '') this.endsInReturn = piece.endsWith('\r');
    let from = 0;
    for (const ending of text.matchAll(/\r\n?|\n/g)) {
      this.emit(this.rest + text.slice(from, ending.index));
      from = ending.index + ending[0].length;
    }
    this.rest = (this.rest + text.slice(from)).slice(0, MOST_LINE);
  }

  /** @returns whether the text ended within a line */
  end(): boolean {
    const open = this.rest !== '';
    if (open) this.emit(this.rest);
    return open;
  }

  /** Zero-based number of the next line. */
  get next(): number {
    return this.line;
  }

  private emit(text: string): void {
    this.rest = '';
    this.onLine(text.slice(0, MOST_LINE), this.line++);
  }
}
