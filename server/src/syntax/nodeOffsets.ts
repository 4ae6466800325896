/** Offsets of the library's nodes. */

/**
 * The same offset as a small integer. The library's cursors carry offsets as floating-point numbers in the eyes of an
 * engine, and whatever object holds one made from them, such as a position, then has it in a box of its own.
 */
export function integer(offset: number): number {
  return offset | 0;
}
