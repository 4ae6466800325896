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

/** @param text without its ending @param line zero-based @param ended false for a last line without an ending */
type OnLine = (text: string, line: number, ended: boolean) => void;

/** Cuts text that comes in pieces into lines. What goes beyond {@link MOST_LINE} in a line is dropped. */
export class LineSplitter {
  private rest = '';
  private line = 0;
  private endsInReturn = false;

  private readonly onLine: OnLine;

  constructor(onLine: OnLine) {
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

  end(): void {
    if (this.rest !== '') this.emit(this.rest, false);
  }

  /** Zero-based number of the next line. */
  get next(): number {
    return this.line;
  }

  private emit(text: string, ended = true): void {
    this.rest = '';
    this.onLine(text.slice(0, MOST_LINE), this.line++, ended);
  }
}
