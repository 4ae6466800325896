/** Completion: headings with their text, records, fields and their values, rows and cells of tables, paths. */
import { CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import type { CompletionItem, Position, Range } from 'vscode-languageserver-types';
import type { PhaseDocument } from '../model/phaseDocument';
import type { ProjectView } from '../model/project';
import { matchField } from '../schema/matchFields';
import { matchSections } from '../schema/matchSections';
import { planHeadingLevel } from '../schema/planInsertion';
import { createSnippetStyle, plainStyle, renderTemplate } from '../schema/renderTemplate';
import type { TemplateStyle } from '../schema/renderTemplate';
import { findSchemaField } from '../schema/sectionAnswers';
import { allSections, citation } from '../schema/schema';
import type { FieldSchema, Requirement, Schema, SectionSchema } from '../schema/schema';
import { isCalled } from '../schema/checkData';
import { findSectionField } from '../schema/sectionFields';
import { scopesOf } from '../schema/sectionScopes';
import type { Block } from '../syntax/document';
import { lineText, sectionAt } from '../syntax/positions';
import { completeData } from './completionData';
import { completePath } from './completionPaths';
import { completeTable } from './completionTables';
import {
  cellSlot,
  completeValueOf,
  completeWords,
  slotOf,
  type ValueSlot,
  type ValueSources,
} from './completionValues';
import { nextRecordStart } from './nextRecordId';
import { offeredValues } from './offeredValues';

export interface CompletionOptions {
  /** Whether the editor understands tab stops. Default: no, items are plain text. */
  readonly snippets?: boolean;
  /** Paths of the workspace folder, for references. Default: none are offered. */
  readonly files?: Iterable<string>;
  /** What other documents and reports say. Default: values are only those of the schema. */
  readonly sources?: ValueSources;
}

/** What completion knows of its place. */
interface Place {
  readonly document: PhaseDocument;
  readonly schema: Schema;
  readonly position: Position;
  /** The line of the cursor. */
  readonly line: string;
  readonly snippets: boolean;
  readonly project: ProjectView | undefined;
}

/** `## Ne`, `#`: marks, perhaps a blank, and what has been typed. */
const headingStart = /^(#{1,6})(?:[ \t]+(.*))?$/;
/** `**Status**: In`, `- **Status:** In`: up to the value. */
const fieldStart = /^(\s*(?:[-*+]\s+)?\*\*([^*]+?)\s*(?::\*\*|\*\*\s*:)[ \t]*)(.*)$/;
/** `| **Status** | In`: up to the value. */
const rowStart = /^(\s*\|\s*(?:\*\*)?([^|*]+?):?(?:\*\*)?\s*\|[ \t]*)([^|]*)$/;
/** `**`, `- **Sta`: up to the name. */
const nameStart = /^(\s*(?:[-*+]\s+)?)(\*\*)([^*:]*)$/;
const requirementRanks: Readonly<Record<Requirement, number>> = { required: 0, recommended: 1, optional: 2 };

/** Items that fit at a position, the most wanted first. Empty inside code and where the kind has no schema. */
export function getCompletions(
  document: PhaseDocument,
  schema: Schema | undefined,
  position: Position,
  { snippets = false, files = [], sources }: CompletionOptions = {},
): readonly CompletionItem[] {
  if (isVerbatim(document, position)) return (schema && completeData(document.parsed, schema, position)) ?? [];
  const line = lineText(document.parsed, position.line);
  const paths = completePath(line, position, document.path, files);
  if (paths) return paths;
  const listed = schema
    ? completeBySchema({ document, schema, position, line, snippets, project: sources?.project })
    : [];
  if (listed.length > 0 || !sources) return listed;
  const slot = fieldSlot(position, line) ?? cellSlot(document, position, line);
  const isDate = slot !== undefined && schema !== undefined && findSchemaField(schema, slot.label)?.type === 'date';
  const values = slot && completeValueOf(slot, isDate, document, sources);
  return values ?? completeWords(line, position, document, sources.project) ?? [];
}

/** What the schema lists. */
function completeBySchema(place: Place): readonly CompletionItem[] {
  const { document, schema, position, line, snippets } = place;
  const typed = line.slice(0, position.character);
  const heading = headingStart.exec(typed);
  if (heading) return completeHeading(place, heading[1]?.length ?? 1);
  const cells = completeTable(document.parsed, schema, position, line, snippets);
  if (cells) return cells;
  const value = fieldStart.exec(typed) ?? rowStart.exec(typed);
  if (value) return completeValue(place, value[2] ?? '', (value[1] ?? '').length);
  const name = nameStart.exec(typed);
  return name ? completeName(place, (name[1] ?? '').length) : [];
}

/** The value of `**Label**: …`; a row of label and value counts only where no column says what it holds. */
function fieldSlot(position: Position, line: string): ValueSlot | undefined {
  const [, before = '', label] = fieldStart.exec(line.slice(0, position.character)) ?? [];
  return label === undefined ? undefined : slotOf(label, line, position, before.length, line.length);
}

function completeHeading(place: Place, marks: number): readonly CompletionItem[] {
  const { document, schema, position, line } = place;
  const { matches, title } = matchSections(document.parsed, schema);
  const own = sectionAt(document.parsed, position.line).index;
  const range = lineRange(position.line, 0, line.length);
  const items: CompletionItem[] = [];
  if (marks === 1 && (title < 0 || title === own)) {
    const words = renderTemplate(schema.title, valuesOf(document));
    items.push({
      ...headingItem(`# ${words}`, words, range),
      detail: 'title',
      sortText: '00',
      documentation: schema.description,
    });
  }
  for (const [index, section] of [...allSections(schema.sections)].entries()) {
    const match = matches.get(section);
    const isHere = match !== undefined && 'index' in match && match.index === own;
    const isPresent = match?.state !== 'missing' && !isHere;
    const level = marks > 1 ? marks : planHeadingLevel(document.parsed, schema, section);
    const words = renderTemplate(section.name, valuesOf(document));
    const heading = `${'#'.repeat(level)} ${words}`;
    const rank = isPresent ? 9 : requirementRanks[section.requirement] + 1;
    items.push({
      ...headingItem(heading, words, range),
      ...(isPresent ? {} : withBody(place, section, heading, range)),
      filterText: `${'#'.repeat(marks)} ${words}`,
      sortText: `${rank}${String(index).padStart(3, '0')}`,
      detail: isPresent ? 'already there' : section.requirement,
      documentation: `${section.description}\n\n${citation(section)}`,
    });
  }
  return [...items, ...recordItems(place, marks, range)];
}

/** New records, such as decisions, at the level that is being typed. */
function recordItems(place: Place, marks: number, range: Range): readonly CompletionItem[] {
  const { document, schema, position, snippets, project } = place;
  const here = sectionAt(document.parsed, position.line);
  const scopes = scopesOf(document.parsed, schema).filter(({ sections }) => sections.includes(here));
  return scopes
    .flatMap(({ records }) => records)
    .filter(({ template }) => template !== '' && marks > 1)
    .map((record) => {
      const style: TemplateStyle = snippets ? createSnippetStyle(1) : plainStyle;
      const start = nextRecordStart(document, here, marks, record, project);
      const heading = `${'#'.repeat(marks)} ${start}`;
      const text = renderTemplate(record.template, valuesOf(document), style).replace(/^#+ (?:\d+\. )?/, heading);
      const isFollowed = lineText(document.parsed, position.line + 1).trim() !== '';
      return {
        label: labelOf(record.name, start),
        kind: CompletionItemKind.Struct,
        filterText: `${'#'.repeat(marks)} ${record.name}`,
        sortText: '05',
        detail: record.parts.map(({ name }) => name).join(', '),
        documentation: `${record.description}\n\n${citation(record)}`,
        textEdit: { range, newText: isFollowed ? `${text}\n` : text },
        ...(snippets && { insertTextFormat: InsertTextFormat.Snippet }),
      };
    });
}

/** `New decision`, `New decision DEC-004`, `New Decision 4`. */
function labelOf(name: string, start: string): string {
  const id = start.replace(/[\s:.)–—-]+$/, '');
  return /^[A-Za-z]+ /.test(id) ? `New ${id}` : `New ${name} ${id}`.trimEnd();
}

/** Fields that the schema wants in the section at hand and that it lacks. */
function fieldsHere({ document, schema, position }: Place): readonly FieldSchema[] {
  const here = sectionAt(document.parsed, position.line);
  return scopesOf(document.parsed, schema)
    .filter(({ index, sections }) => index !== undefined && sections.includes(here))
    .flatMap(({ fields, sections }) => fields.filter((field) => !findSectionField(sections, field)));
}

function headingItem(heading: string, words: string, range: Range): CompletionItem {
  return { label: words, kind: CompletionItemKind.Struct, filterText: heading, textEdit: { range, newText: heading } };
}

/** Adds the template's text, unless the heading has a text already. */
function withBody(place: Place, section: SectionSchema, heading: string, range: Range): Partial<CompletionItem> {
  const { document, position, snippets } = place;
  const next = nextLine(document, position.line + 1);
  if (section.template === '' || (next !== undefined && !/^#{1,6}\s/.test(next))) return {};
  const style: TemplateStyle = snippets ? createSnippetStyle(1) : plainStyle;
  const body = renderTemplate(section.template, valuesOf(document), style);
  const isFollowed = lineText(document.parsed, position.line + 1).trim() !== '';
  const newText = `${style.text(heading)}\n\n${body}${isFollowed ? '\n' : ''}`;
  return { textEdit: { range, newText }, ...(snippets && { insertTextFormat: InsertTextFormat.Snippet }) };
}

function completeValue(place: Place, label: string, from: number): readonly CompletionItem[] {
  const { schema, position, line } = place;
  const field = findSchemaField(schema, label) ?? fieldsHere(place).find((own) => isCalled(own, label));
  if (!field) return [];
  const rest = line.slice(from);
  const end = line.trimStart().startsWith('|') && rest.includes('|') ? from + rest.indexOf('|') : line.length;
  const range = lineRange(
    position.line,
    from,
    Math.max(position.character, from + line.slice(from, end).trimEnd().length),
  );
  const blank = from > 0 && !/\s/.test(line.charAt(from - 1)) ? ' ' : '';
  return offeredValues(field).map((value, index) => ({
    label: value,
    kind: CompletionItemKind.EnumMember,
    filterText: blank + value,
    sortText: String(index).padStart(3, '0'),
    documentation: field.description,
    textEdit: { range, newText: blank + value },
  }));
}

function completeName(place: Place, from: number): readonly CompletionItem[] {
  const { document, schema, position, line, snippets } = place;
  const after = /^\**/.exec(line.slice(position.character))?.[0].length ?? 0;
  const range = lineRange(position.line, from, position.character + after);
  const missing = schema.fields.filter((field) => matchField(document.parsed, schema, field).state === 'missing');
  return [...fieldsHere(place), ...missing].map((field, index) => {
    const start = `**${field.name}**: `;
    const style = createSnippetStyle(1);
    const values = offeredValues(field);
    const value = values.length > 0 ? style.choice(values) : '$1';
    return {
      label: field.name,
      kind: CompletionItemKind.Field,
      filterText: start,
      sortText: `${requirementRanks[field.requirement]}${String(index).padStart(3, '0')}`,
      detail: field.requirement,
      documentation: field.description,
      textEdit: { range, newText: snippets ? style.text(start) + value : start },
      ...(snippets && { insertTextFormat: InsertTextFormat.Snippet }),
    };
  });
}

function valuesOf({ identity }: PhaseDocument): { readonly phase: string | undefined } {
  return { phase: identity.phase?.text };
}

function lineRange(line: number, from: number, to: number): Range {
  return { start: { line, character: from }, end: { line, character: to } };
}

/** The next line that is not blank. */
function nextLine({ parsed }: PhaseDocument, from: number): string | undefined {
  for (let line = from; line < parsed.lineStarts.length; line++) {
    const text = lineText(parsed, line);
    if (text.trim() !== '') return text;
  }
  return undefined;
}

/** Whether a position is inside code, HTML or front matter. */
function isVerbatim({ parsed }: PhaseDocument, { line }: Position): boolean {
  if (parsed.frontMatter && line <= parsed.frontMatter.range.end.line) return true;
  const section = sectionAt(parsed, line);
  return section.content.blocks.some((placed) => isVerbatimBlock(placed.block, line - section.line - placed.line));
}

function isVerbatimBlock(block: Block, line: number): boolean {
  const { start, end } = block.range;
  if (line < start.line || line > end.line) return false;
  if (block.type === 'code' || block.type === 'html') return true;
  return (
    (block.type === 'item' || block.type === 'quote') && block.children.some((child) => isVerbatimBlock(child, line))
  );
}
