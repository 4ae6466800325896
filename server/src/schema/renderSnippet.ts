/** A new document as a VS Code snippet: `scripts/generate.mjs` writes these into `snippets/`. */
import { renderDocument } from './renderDocument';
import { createSnippetStyle, renderTemplate } from './renderTemplate';
import type { Schema } from './schema';

/** Snippet variables of the day, as an ISO date. */
const today = '$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE';
const values = { phase: '1', date: '' };

/** The first tab stop is the phase, wherever it is named; then come fields, and each text to replace. */
export function renderSnippet(schema: Schema): string {
  const base = createSnippetStyle(2);
  const value = (name: string): string => (name === 'date' ? today : '${1:1}');
  const style = { ...base, value };
  const text = renderDocument(schema, values, {
    ...style,
    field: ({ template, values: choices }) => {
      if (template === undefined) return undefined;
      return choices.length > 0 ? base.choice(choices) : renderTemplate(template, values, style);
    },
  });
  return `${text}$0`;
}
