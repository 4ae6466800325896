/**
 * What the parser knows of a Markdown text. It knows nothing of phases, kinds or claims.
 *
 * Positions are zero-based lines and UTF-16 columns, as in LSP. To make the work after an edit grow with the edit,
 * everything inside a block is measured from the block's first line (its *origin*), so that an unchanged block is the
 * same object in the next version of the document and whatever was computed from it can be kept in a `WeakMap`.
 * {@link SectionContent} is shared in the same way; only {@link Section} knows where a section stands in the file.
 */
import type { Range } from 'vscode-languageserver-types';

/** One version of a Markdown document. Immutable. Made by `parseDocument` and `updateDocument`. */
export interface ParsedDocument {
  /** The text with LF line ends and without byte order mark; lines and columns are those of the original. */
  readonly text: string;
  /** Offset in {@link text} of the first character of each line. */
  readonly lineStarts: readonly number[];
  readonly frontMatter: FrontMatter | undefined;
  /**
   * The smallest sections in document order: a heading and the text up to the next heading of any level.
   * The first one holds the text before the first heading (its heading is undefined) and always exists.
   */
  readonly sections: readonly Section[];
}

/** YAML front matter: `---` on the first line up to the next `---` or `...`. Absolute positions. */
export interface FrontMatter {
  /** Both fence lines included. */
  readonly range: Range;
  /** The YAML text between the fences. */
  readonly text: string;
  /** Absolute line of the first line of {@link text}. */
  readonly textLine: number;
}

/** A section in its place. */
export interface Section {
  readonly content: SectionContent;
  /** Absolute line of the section's first line. */
  readonly line: number;
  /** Index in `ParsedDocument.sections`. */
  readonly index: number;
  /** Index of the section of the nearest heading above of a lower level, or -1. */
  readonly parent: number;
}

/** What a section says, wherever it stands. The same object as long as nothing in it changes. */
export interface SectionContent {
  /** Undefined for the text before the first heading. Its positions are relative to the section's first line. */
  readonly heading: Heading | undefined;
  readonly lineCount: number;
  /** The outermost blocks in order. Each top-level list item is a block of its own. */
  readonly blocks: readonly PlacedBlock[];
}

export interface Heading {
  /** 1 to 6. */
  readonly level: number;
  /** The whole heading, `#` marks included (two lines for a setext heading). */
  readonly range: Range;
  /** The words between the marks. */
  readonly inline: Inline;
}

export interface PlacedBlock {
  readonly block: Block;
  /** Line of the block's origin, relative to the section's first line. */
  readonly line: number;
}

export type Block = Paragraph | ListItem | Table | CodeBlock | BlockQuote | HtmlBlock | ThematicBreak;

interface BlockBase {
  /** Relative to the origin of the outermost block that contains this one. */
  readonly range: Range;
}

export interface Paragraph extends BlockBase {
  readonly type: 'paragraph';
  readonly inline: Inline;
  /** One for each line of the paragraph that has the shape `**Label**: value`. */
  readonly fields: readonly Field[];
}

export interface ListItem extends BlockBase {
  readonly type: 'item';
  /** `-`, `*`, `+`, `1.`, `2)` … */
  readonly marker: string;
  readonly ordered: boolean;
  readonly task: TaskMark | undefined;
  /** The item's first paragraph, after marker and check box; empty items have none. */
  readonly inline: Inline | undefined;
  readonly fields: readonly Field[];
  /** Everything after the first paragraph: nested items, further paragraphs, fences … */
  readonly children: readonly Block[];
}

/** The check box of a list item. */
export interface TaskMark {
  /** The character between the brackets: a space, `x`, `X`, `-`, `~`, `!` … */
  readonly mark: string;
  /** `[`, mark and `]`. */
  readonly range: Range;
}

export interface Table extends BlockBase {
  readonly type: 'table';
  readonly header: TableRow;
  readonly rows: readonly TableRow[];
  /** Rows that give a label and its value: of two-column tables whose first column is bold or headed Field, Item … */
  readonly fields: readonly Field[];
}

export interface TableRow {
  readonly range: Range;
  readonly cells: readonly Inline[];
}

/** Fenced or indented code. */
export interface CodeBlock extends BlockBase {
  readonly type: 'code';
  readonly fenced: boolean;
  /** The info string as written, trimmed; empty for none. */
  readonly info: string;
  readonly content: string;
  /** Line of the first content line, relative to the origin. */
  readonly contentLine: number;
  /** False for a fence that runs to the end of the document or its container. */
  readonly closed: boolean;
}

export interface BlockQuote extends BlockBase {
  readonly type: 'quote';
  readonly children: readonly Block[];
}

/** HTML block, comments included. */
export interface HtmlBlock extends BlockBase {
  readonly type: 'html';
  readonly text: string;
  readonly comments: readonly Comment[];
}

/** An HTML comment, block or inline. */
export interface Comment {
  /** What stands between `<!--` and `-->`, trimmed. */
  readonly text: string;
  readonly range: Range;
}

export interface ThematicBreak extends BlockBase {
  readonly type: 'break';
}

/** A run of text with inline markup: of a paragraph, item, cell or heading. */
export interface Inline {
  /** Relative to the origin. */
  readonly range: Range;
  /**
   * The source, markup included; lines are separated by LF and continuation lines keep their indentation, so that an
   * offset maps to a position: line breaks counted from `range.start`, columns of later lines from 0.
   */
  readonly text: string;
  /** In order of their start; nested spans follow the one that contains them. */
  readonly spans: readonly InlineSpan[];
  readonly pointers: readonly Pointer[];
  readonly comments: readonly Comment[];
}

/** Marked-up part of an {@link Inline}; offsets into its text, in UTF-16 units. */
export interface InlineSpan {
  readonly type: 'code' | 'strong' | 'emphasis' | 'strikethrough' | 'link' | 'image' | 'autolink' | 'html' | 'comment';
  readonly from: number;
  readonly to: number;
  /** The words inside the marks. */
  readonly innerFrom: number;
  readonly innerTo: number;
}

/** `**Label**: value`, `- **Label:** value` or a table row `| **Label** | value |`. */
export interface Field {
  readonly shape: 'paragraph' | 'item' | 'row';
  /** Without markup and colon, trimmed. */
  readonly label: string;
  readonly labelRange: Range;
  /** As written, trimmed; the text up to the end of the line or cell, or to a comment there. May be empty. */
  readonly value: string;
  readonly valueRange: Range;
}

/** Something a reader can follow. How it is written, not whether it leads anywhere. */
export interface Pointer {
  readonly form: PointerForm;
  /** Destination without fragment and lines: a path as written (a leading `@` removed), a URL, a hash, a number, a test id. */
  readonly target: string;
  /** What follows `#`, undecoded: a heading slug, a JSON Pointer, `L10-L20`. */
  readonly fragment: string | undefined;
  /** One-based, from `path:12`, `path:12-20`, `#L12-L20`. */
  readonly lines: { readonly from: number; readonly to: number } | undefined;
  /** The place of the target as written (with fragment), relative to the origin. */
  readonly range: Range;
}

export type PointerForm =
  /** Markdown link or image to a path or an anchor. */
  | 'link'
  /** `@path`, in backticks or plain. */
  | 'at-path'
  /** A path or file name in backticks. */
  | 'code-path'
  /** A path or file name in plain words. */
  | 'plain-path'
  /** http(s) address: link, autolink or plain. */
  | 'url'
  /** Commit hash of 7 to 40 digits. */
  | 'commit'
  /** `#123`, `GH-123`, `owner/name#123`, `PR 123`. */
  | 'issue'
  /** `tests/test_x.py::test_y`, `tests/x.spec.ts > name`. */
  | 'test-id';
