import type { Fix } from '../diagnostic';
import type { PhaseDocument } from '../model/phaseDocument';
import { shorten } from '../schema/checkTables';
import { findRecords, type FoundRecord } from '../schema/matchRecords';
import { renderTemplate } from '../schema/renderTemplate';
import { scopesOf } from '../schema/sectionScopes';
import type { RecordPart, RecordSchema } from '../schema/schema';
import { lineText } from '../syntax/positions';
import { defineRule } from './rule';
import { insertBlockFix, planBlock } from './structure/insertBlock';
import { fromSchema, isReported, purpose, requiredBy, templateValues } from './structure/wanted';

/** A record, such as a decision, without one of its parts. The first of a document is reported, the others are hints. */
export const invalidRecord = defineRule({
  id: 'invalid-record',
  family: 'structure',
  summary: 'Require records such as decisions to have all their parts',
  severity: 'information',
  reads: 'document',
  *check({ document }) {
    const { schema, parsed } = document;
    if (!schema) return;
    for (const scope of scopesOf(parsed, schema)) {
      for (const wanted of scope.records) {
        const records = findRecords(scope.sections, wanted);
        if (records.length === 0 && isReported(wanted)) {
          yield* insertBlockFix(document, schema, scope.index, {
            message: `There is no ${wanted.name}.${purpose(wanted.description)} Write one down ${requiredBy(wanted)}.`,
            origin: wanted,
            title: `Insert a ${wanted.name}`,
            text: wanted.template,
          });
        }
        const incomplete = records.filter(({ missing }) => missing.some(isReported));
        for (const [at, record] of incomplete.entries()) {
          const missing = record.missing.filter(isReported);
          const [part] = missing;
          if (!part) continue;
          yield {
            range: record.range,
            message: message(record, missing, wanted, incomplete.length - 1, at),
            ...fromSchema({ ...part, severity: at > 0 ? 'hint' : part.severity }),
            fixes: (current) => missing.flatMap((lacking) => addPart(current.document, record, lacking)),
          };
        }
      }
    }
  },
});

function message(
  { title }: FoundRecord,
  missing: readonly RecordPart[],
  { name }: RecordSchema,
  others: number,
  at: number,
): string {
  const parts = missing.map((part) => part.name.toLowerCase()).join(' and ');
  const [first] = missing;
  const what = `The ${name} "${shorten(title)}" does not say its ${parts}.`;
  const why = first?.description ? ` It should say ${lowerFirst(first.description)}` : '';
  const more =
    at > 0 || others === 0 ? '' : ` So ${others === 1 ? 'does one other' : `do ${others} others`} in this document.`;
  return `${what}${why} Add it${first ? ` ${requiredBy(first)}` : ''}.${more}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Behind the last part that is there, in its shape. */
function addPart(document: PhaseDocument, record: FoundRecord, part: RecordPart): readonly Fix[] {
  if (record.form === 'row') return [];
  const { parsed, uri } = document;
  const words = renderTemplate(part.template, templateValues(document));
  const { lastLabel } = record;
  const field = `**${part.name}**: ${words}`;
  let edit = planBlock(parsed, record.index, field);
  if (lastLabel?.marker !== undefined && /^[-*+]$/.test(lastLabel.marker)) {
    const indent = /^\s*/.exec(lineText(parsed, lastLabel.line))?.[0] ?? '';
    const at = { line: lastLabel.line, character: 0 };
    edit = { range: { start: at, end: at }, newText: `${indent}${lastLabel.marker} ${field}\n` };
  }
  const edits = [{ type: 'change', uri, edits: [edit] } as const];
  return [{ title: `Add "${part.name}"`, preferred: true, safe: false, edits }];
}
