/**
 * Without one of these no file is a phase document by its content, and it is not parsed: front matter, or a title that
 * names a phase. Each takes one look at each line.
 */
const FRONT_MATTER = /^\uFEFF?---/;
const TITLE = /^\uFEFF? {0,3}#[ \t][^\r\n]*phase/im;
const UNDERLINE = /^ {0,3}=+[ \t]*$/m;

/** Whether it is worth parsing a file that is no phase document by its path. */
export function mayIdentifyItself(text: string): boolean {
  return FRONT_MATTER.test(text) || TITLE.test(text) || (UNDERLINE.test(text) && /phase/i.test(text));
}
