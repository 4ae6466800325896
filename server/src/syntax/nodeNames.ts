/** The block nodes of `@lezer/markdown` by their names. */

/** `- a`, `1. a` and what follows. */
export function isList(name: string): boolean {
  return name === 'BulletList' || name === 'OrderedList';
}

/** The level of a heading's node; undefined for others. */
export function headingLevel(name: string): number | undefined {
  return name.startsWith('ATXHeading') || name.startsWith('SetextHeading') ? Number(name.at(-1)) : undefined;
}

/** Whether a node holds words only: a paragraph or heading. */
export function isText(name: string): boolean {
  return name === 'Paragraph' || headingLevel(name) !== undefined;
}
