/** Marked files with a team's schema of hand-offs before them. */

/**
 * @param schema the text of the schema, without its kind
 * @param marked text of a hand-off, or marked files
 */
export function withSchema(schema: string, marked: string): string {
  const document = marked.replace(/^\n/, '');
  const files = document.startsWith('//- ') ? document : `//- /docs/001/TODO001_phase4_handoff.md\n${document}`;
  const head = '//- /.phase-docs.yaml\nschemas: [schemas/handoff.yaml]\n\n//- /schemas/handoff.yaml\nkind: handoff\n';
  return `${head}${schema.replace(/^\n/, '')}\n${files}`;
}
