/** The tree of blocks that `@lezer/markdown` reads in a text, without what stands inside paragraphs, headings and cells. */
import { TreeFragment, type ChangedRange, type Tree } from '@lezer/common';
import { parser, Table, type BlockParser, type InlineParser } from '@lezer/markdown';

/** Quotes, lists and items in each other; deeper ones are read as text, since every line is matched against all of them. */
const MAX_DEPTH = 80;
/** `>`, `-`, `+`, `*` and digits: what may open a quote or list. */
const CONTAINER_START = /[>\-+*\d]/;
/** A line no table begins with. The library's pattern for delimiter rows needs the square of such a beginning's length. */
const DEEP_INDENTATION = /^[>\s]{100}/;

const nesting: BlockParser = {
  name: 'Nesting',
  before: 'Blockquote',
  parse(context, line) {
    if (context.depth < MAX_DEPTH || !CONTAINER_START.test(line.text.charAt(line.pos))) return false;
    const from = context.lineStart + line.pos;
    context.addElement(context.elt('Paragraph', from, context.lineStart + line.text.length));
    context.nextLine();
    return true;
  },
};

const tables = (Table.parseBlock ?? []).map((table): BlockParser => ({
  ...table,
  endLeaf: (context, line, leaf) =>
    !DEEP_INDENTATION.test(context.peekLine()) && (table.endLeaf?.(context, line, leaf) ?? false),
}));

/** Inline markup is read later, from those blocks that have some: see `inlineMarkup.ts`. */
const skipInline: InlineParser = { name: 'SkipInline', before: 'Escape', parse: (context) => context.end };

const blockParser = parser.configure({
  defineNodes: Table.defineNodes ?? [],
  // Definitions are paragraphs to us: what they point to is found among the words.
  remove: ['LinkReference'],
  parseBlock: [nesting, ...tables],
  parseInline: [skipInline],
});

/** Reads the blocks of a text. */
export function parseBlockTree(text: string): Tree {
  return blockParser.parse(text);
}

/** Reads the blocks of a text whose tree was `previous` before some changes: takes over what lies outside of them. */
export function updateBlockTree(previous: Tree, text: string, changes: readonly ChangedRange[]): Tree {
  return blockParser.parse(text, TreeFragment.applyChanges(TreeFragment.addTree(previous), changes));
}
