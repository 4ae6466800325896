import type { Fix } from '../diagnostic';
import type { PhaseDocument } from '../model/phaseDocument';
import { valueReaderFor } from '../model/valueReader';
import { checkTable, matchTable, type TableMistake } from '../schema/checkTables';
import { planColumn, planRow } from '../schema/planTable';
import { scopesOf, type Scope } from '../schema/sectionScopes';
import type { Schema, TableSchema } from '../schema/schema';
import type { Table } from '../syntax/document';
import { lineText, shiftRange } from '../syntax/positions';
import { walkBlocks } from '../syntax/walk';
import { defineRule, type Finding } from './rule';
import { documentFields } from './structure/documentFields';
import { insertBlockFix, tableText } from './structure/insertBlock';
import { fromSchema, isReported, purpose, requiredBy } from './structure/wanted';

/** A table that lacks a column, holds something else than its schema wants, or breaks a condition. */
export const invalidTable = defineRule({
  id: 'invalid-table',
  family: 'structure',
  summary: 'Require tables to have the columns and values that the kind of document expects',
  severity: 'information',
  reads: 'document',
  *check({ document, config }) {
    const { schema } = document;
    if (!schema) return;
    const reader = valueReaderFor(config.words);
    for (const scope of scopesOf(document.parsed, schema)) {
      if (scope.tables.length === 0) continue;
      const seen = new Set<TableSchema>();
      for (const section of scope.sections) {
        for (const { block, line } of walkBlocks(section)) {
          if (block.type !== 'table') continue;
          for (const wanted of scope.tables) {
            const columns = matchTable(block, wanted);
            if (!columns) continue;
            seen.add(wanted);
            const outside = documentFields(document, schema, section.index);
            for (const mistake of checkTable(block, wanted, columns, outside, reader))
              yield toFinding(wanted, block, line, mistake);
            break;
          }
        }
      }
      yield* missingTables(document, schema, scope, seen);
    }
  },
});

function toFinding(wanted: TableSchema, table: Table, line: number, mistake: TableMistake): Finding {
  return {
    range: shiftRange(mistake.range, line),
    message: `${mistake.message} ${adviceFor(mistake)}`,
    ...fromSchema(mistake.column ?? wanted, 'The table is described here.'),
    ...(wanted.severity && { severity: wanted.severity }),
    fixes: (current) => fixesOf(current.document, table, line, mistake),
  };
}

function adviceFor({ type, column }: TableMistake): string {
  if (type === 'column') return `${column?.description ?? ''} Add the column.`.trim();
  if (type === 'rows') return 'Add what is known.';
  if (type === 'condition') return 'Put the row right, or say in it what is still open.';
  return column && column.values.length > 0 ? `Known: ${column.values.join(', ')}.` : 'Put the value right.';
}

function fixesOf({ uri, parsed }: PhaseDocument, table: Table, line: number, mistake: TableMistake): readonly Fix[] {
  const { type, column, cell } = mistake;
  const change = (title: string, edits: ReturnType<typeof planRow>): Fix => ({
    title,
    preferred: false,
    safe: false,
    edits: [{ type: 'change', uri, edits }],
  });
  if (type === 'column' && column)
    return [
      change(
        `Add the column "${column.name}"`,
        planColumn(table, line, column.name, (at) => lineText(parsed, at)),
      ),
    ];
  if (type === 'rows') return [change('Add a row', planRow(table, line))];
  if (type !== 'cell' || !column || !cell) return [];
  return column.values.map((value) =>
    change(`Change to "${value}"`, [{ range: shiftRange(cell.range, line), newText: value }]),
  );
}

function* missingTables(
  document: PhaseDocument,
  schema: Schema,
  { tables, section, index }: Scope,
  seen: ReadonlySet<TableSchema>,
): Generator<Finding> {
  for (const wanted of tables) {
    if (seen.has(wanted) || !isReported(wanted)) continue;
    const place = section ? `The section "${section.name}"` : 'The document';
    const names = wanted.columns.map(({ name }) => name).join(', ');
    const todo = `Add a table with the columns ${names}`;
    yield* insertBlockFix(document, schema, index, {
      message: `${place} has no table "${wanted.name}".${purpose(wanted.description)} ${todo} ${requiredBy(wanted)}.`,
      origin: wanted,
      title: `Insert the table "${wanted.name}"`,
      text: tableText(wanted),
    });
  }
}
