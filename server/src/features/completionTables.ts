/** Completion in tables that the schema describes: whole rows, and the values of a cell. */
import { CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import type { CompletionItem, Position, Range } from 'vscode-languageserver-types';
import { matchTable, type TableColumns } from '../schema/checkTables';
import { createSnippetStyle } from '../schema/renderTemplate';
import type { ColumnSchema, Schema, TableSchema } from '../schema/schema';
import { scopesOf } from '../schema/sectionScopes';
import type { ParsedDocument, Table } from '../syntax/document';
import { sectionAt } from '../syntax/positions';
import { walkBlocks } from '../syntax/walk';
import { offeredValues } from './offeredValues';

interface PlacedTable {
  readonly table: Table;
  readonly schema: TableSchema;
  readonly columns: TableColumns;
}

/** @returns undefined outside such tables */
export function completeTable(
  parsed: ParsedDocument,
  schema: Schema,
  position: Position,
  line: string,
  snippets: boolean,
): readonly CompletionItem[] | undefined {
  if (!line.trimStart().startsWith('|')) return undefined;
  const placed = findTable(parsed, schema, position);
  if (!placed) return undefined;
  if (/^[\s|]*$/.test(line)) return [rowItem(placed, position, line, snippets)];
  return cellItems(placed, position, line);
}

function findTable(parsed: ParsedDocument, schema: Schema, { line }: Position): PlacedTable | undefined {
  const section = sectionAt(parsed, line);
  for (const walked of walkBlocks(section)) {
    const { block } = walked;
    if (block.type !== 'table') continue;
    const first = walked.line + block.range.start.line;
    // The row that is being written may not be one yet.
    if (line < first + 2 || line > walked.line + block.range.end.line + 1) continue;
    for (const { tables, sections } of scopesOf(parsed, schema)) {
      if (!sections.includes(section)) continue;
      for (const wanted of tables) {
        const columns = matchTable(block, wanted);
        if (columns) return { table: block, schema: wanted, columns };
      }
    }
  }
  return undefined;
}

function columnAt({ columns }: PlacedTable, index: number): ColumnSchema | undefined {
  return [...columns].find(([, at]) => at === index)?.[0];
}

function rowItem(placed: PlacedTable, { line: row }: Position, line: string, snippets: boolean): CompletionItem {
  const style = createSnippetStyle(1);
  const cells = placed.table.header.cells.map((_cell, index) => {
    const column = columnAt(placed, index);
    const values = column ? offeredValues(column) : [];
    if (!snippets) return values[0] ?? '';
    return values.length > 0 ? style.choice(values) : style.editable(column?.name ?? ' ');
  });
  const range = { start: { line: row, character: 0 }, end: { line: row, character: line.length } };
  return {
    label: `New row: ${placed.schema.name}`,
    kind: CompletionItemKind.Struct,
    filterText: line,
    documentation: placed.schema.description,
    textEdit: { range, newText: `| ${cells.join(' | ')} |` },
    ...(snippets && { insertTextFormat: InsertTextFormat.Snippet }),
  };
}

function cellItems(placed: PlacedTable, { line: row, character }: Position, line: string): readonly CompletionItem[] {
  const pipes = pipesOf(line);
  const index = pipes.filter((at) => at < character).length - 1;
  const column = columnAt(placed, index);
  if (!column) return [];
  const from = (pipes[index] ?? 0) + 1;
  const to = pipes[index + 1] ?? line.length;
  const isLast = pipes[index + 1] === undefined;
  const range: Range = { start: { line: row, character: from }, end: { line: row, character: to } };
  return offeredValues(column).map((value, rank) => ({
    label: value,
    kind: CompletionItemKind.EnumMember,
    filterText: line.slice(from, character) + value,
    sortText: String(rank).padStart(3, '0'),
    documentation: column.description,
    textEdit: { range, newText: isLast ? ` ${value}` : ` ${value} ` },
  }));
}

/** Places of the pipes that part cells. */
function pipesOf(line: string): readonly number[] {
  const pipes: number[] = [];
  for (let at = 0; at < line.length; at++) if (line.charAt(at) === '|' && line.charAt(at - 1) !== '\\') pipes.push(at);
  return pipes;
}
