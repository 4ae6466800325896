/** A whole new document from a schema: title, fields, sections. For scaffolds and snippets. */
import { plainStyle, renderTemplate } from './renderTemplate';
import type { TemplateStyle, TemplateValues } from './renderTemplate';
import type { FieldSchema, Schema, SectionSchema } from './schema';

export interface DocumentStyle extends TemplateStyle {
  /** How the value of a field is written; undefined leaves the field out. */
  readonly field: (field: FieldSchema) => string | undefined;
}

/** Fields get the value of their template. */
export function plainDocumentStyle(values: TemplateValues): DocumentStyle {
  return {
    ...plainStyle,
    field: ({ template }) => {
      const value = template === undefined ? '' : renderTemplate(template, values);
      return value === '' ? undefined : value;
    },
  };
}

/** Required and recommended sections, and optional ones whose template has a value that the caller knows. */
export function renderDocument(schema: Schema, values: TemplateValues, style: DocumentStyle): string {
  const fields = schema.fields.flatMap((field) => {
    const value = style.field(field);
    return value === undefined ? [] : [`**${style.text(field.name)}**: ${value}`];
  });
  const parts = [`# ${renderTemplate(schema.title, values, style)}`];
  if (fields.length === 1) parts.push(...fields);
  if (fields.length > 1) parts.push(fields.map((field) => `- ${field}`).join('\n'));
  for (const section of schema.sections) parts.push(...renderSection(section, 2, values, style));
  return `${parts.join('\n\n')}\n`;
}

function renderSection(section: SectionSchema, level: number, values: TemplateValues, style: TemplateStyle): string[] {
  if (section.requirement === 'optional' && !hasOwnValue(section, values)) return [];
  const own = Math.min(6, section.level ?? level);
  const body = renderTemplate(section.template, values, style);
  return [
    `${'#'.repeat(own)} ${renderTemplate(section.name, values, style)}`,
    ...(body === '' ? [] : [body]),
    ...section.sections.flatMap((child) => renderSection(child, own + 1, values, style)),
  ];
}

function hasOwnValue({ template }: SectionSchema, values: TemplateValues): boolean {
  return [...template.matchAll(/\{([a-z]+)\?/g)].some(([, name = '']) => values[name] !== undefined);
}
