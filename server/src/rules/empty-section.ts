import type { TextEdit } from 'vscode-languageserver-types';
import type { Fix } from '../diagnostic';
import type { PhaseDocument } from '../model/phaseDocument';
import { renderTemplate } from '../schema/renderTemplate';
import { allSections, citation, type SectionSchema } from '../schema/schema';
import { placesOf, sectionsWithin } from '../schema/sectionScopes';
import type { Section } from '../syntax/document';
import { lineText, shiftRange } from '../syntax/positions';
import { walkBlocks } from '../syntax/walk';
import { defineRule } from './rule';
import { fromSchema, purpose, requiredBy, templateValues } from './structure/wanted';

/** A section that has a heading and nothing below it, or no check boxes where the schema wants some. */
export const emptySection = defineRule({
  id: 'empty-section',
  family: 'structure',
  summary: 'Require sections to say something',
  severity: 'warning',
  reads: 'document',
  *check({ document }) {
    const { schema, parsed } = document;
    const seen = new Set<number>();
    for (const section of allSections(schema?.sections ?? [])) {
      if (!schema) return;
      for (const index of placesOf(parsed, schema, section)) {
        const own = parsed.sections[index];
        if (!own?.content.heading || seen.has(index)) continue;
        seen.add(index);
        const inside = sectionsWithin(parsed, index);
        const range = shiftRange(own.content.heading.range, own.line);
        if (inside.every(isEmpty)) {
          const what = `The section "${section.name}" is empty.${purpose(section.description)}`;
          yield {
            range,
            message: `${what} Write it, or take the heading out (${citation(section)}).`,
            ...(section.requirement === 'optional' && { severity: 'information' }),
            ...fromSchema(section, 'The section is described here.'),
            fixes: (current) => (inside.length === 1 ? fillSection(current.document, section, index) : []),
          };
        } else if (section.minimumTasks > countTasks(inside)) {
          const boxes = section.minimumTasks === 1 ? 'a check box' : `${section.minimumTasks} check boxes`;
          yield {
            range,
            message: `The section "${section.name}" has too few tasks. It needs ${boxes}: "- [ ] …" ${requiredBy(section)}.`,
            ...fromSchema(section, 'The number of tasks is written here.'),
          };
        }
      }
    }
  },
});

/** Comments and rules say nothing. */
function isEmpty({ content }: Section): boolean {
  return content.blocks.every(
    ({ block }) => block.type === 'break' || (block.type === 'html' && /^\s*(?:<!--[^]*-->\s*)?$/.test(block.text)),
  );
}

function countTasks(sections: readonly Section[]): number {
  let count = 0;
  for (const section of sections) {
    for (const { block } of walkBlocks(section)) if (block.type === 'item' && block.task) count++;
  }
  return count;
}

/** Not safe for all at once: what the template asks for has to be written by somebody. */
function fillSection(document: PhaseDocument, section: SectionSchema, index: number): readonly Fix[] {
  const { parsed, uri } = document;
  const own = parsed.sections[index];
  if (!own) return [];
  const { line, content } = own;
  const text = renderTemplate(section.template, templateValues(document));
  const below = line + (content.heading?.range.end.line ?? 0) + 1;
  const hasBlank = lineText(parsed, below).trim() === '' && below < parsed.lineStarts.length;
  const last = parsed.lineStarts.length - 1;
  const edit: TextEdit =
    below > last
      ? insertAt(last, lineText(parsed, last).length, `\n\n${text}\n`)
      : insertAt(below, 0, `\n${text}\n${hasBlank ? '' : '\n'}`);
  const edits = [{ type: 'change', uri, edits: [edit] } as const];
  return [{ title: `Begin the section "${section.name}"`, preferred: true, safe: false, edits }];
}

function insertAt(line: number, character: number, newText: string): TextEdit {
  return { range: { start: { line, character }, end: { line, character } }, newText };
}
