import type { Range } from 'vscode-languageserver-types';
import type { Fix } from '../diagnostic';
import type { PhaseDocument } from '../model/phaseDocument';
import { valueReaderFor } from '../model/valueReader';
import { dataFences, readBlockData, type BlockData } from '../schema/blockData';
import { checkData, findData, isCalled, type DataMistake } from '../schema/checkData';
import type { ValueReader } from '../schema/conditions';
import { headingsAbove, scopesOf, type Scope } from '../schema/sectionScopes';
import type { DataSchema, Schema } from '../schema/schema';
import type { CodeBlock } from '../syntax/document';
import { lineText } from '../syntax/positions';
import { defineRule, type Finding } from './rule';
import { documentFields } from './structure/documentFields';
import { insertBlockFix } from './structure/insertBlock';
import { fromSchema, isReported, purpose, requiredBy } from './structure/wanted';

/** Fenced YAML or JSON that the schema asks for and that cannot be read, or lacks or breaks something. */
export const invalidDataBlock = defineRule({
  id: 'invalid-data-block',
  family: 'structure',
  summary: 'Require fenced YAML and JSON to be what the kind of document expects',
  severity: 'information',
  reads: 'document',
  *check({ document, config }) {
    const { schema } = document;
    if (!schema) return;
    const reader = valueReaderFor(config.words);
    for (const scope of scopesOf(document.parsed, schema)) {
      if (scope.data.length === 0) continue;
      const seen = new Set<DataSchema>();
      for (const section of scope.sections) {
        for (const { block, line: lineInSection } of dataFences(section.content)) {
          const data = readBlockData(block);
          if (!data) continue;
          const line = section.line + lineInSection;
          const heading = headingsAbove(document.parsed, section.index)[0] ?? '';
          for (const wanted of scope.data) {
            if (!isMeant(data, block, heading, wanted, scope)) continue;
            seen.add(wanted);
            yield* checkBlock({ document, schema, index: section.index, block, line, data }, wanted, heading, reader);
            break;
          }
        }
      }
      yield* missingBlocks(document, schema, scope, seen);
    }
  },
});

/** `success_criteria:`, `{ "success_criteria":` in a line of a block that cannot be read. */
const KEY_LINE = /^\s{0,4}(?:\{\s{0,4})?["']?(\w[\w -]{0,60}?)["']?\s{0,4}:/;

/** A block in its place. */
interface PlacedData {
  readonly document: PhaseDocument;
  readonly schema: Schema;
  /** Of its section. */
  readonly index: number;
  readonly block: CodeBlock;
  /** Absolute line of the block's origin. */
  readonly line: number;
  readonly data: BlockData;
}

/** By the key that it has or, where it cannot be read, begins with; by its heading; by the section that asks for it. */
function isMeant(
  data: BlockData,
  { content }: CodeBlock,
  heading: string,
  wanted: DataSchema,
  { section }: Scope,
): boolean {
  if (findData(data, wanted)) return true;
  if (section?.data.length === 1) return true;
  if (data.errors.length === 0) return false;
  const keys = content.split('\n', 200).map((text) => KEY_LINE.exec(text)?.[1] ?? '');
  return isCalled(wanted, heading) || keys.some((key) => key !== '' && isCalled(wanted, key));
}

function* checkBlock(
  { document, schema, index, block, line, data }: PlacedData,
  wanted: DataSchema,
  heading: string,
  reader: ValueReader,
): Generator<Finding> {
  const firstLine = line + block.contentLine;
  const [error] = data.errors;
  if (error) {
    const language = data.language.toUpperCase();
    yield {
      range: inDocument(document, block, firstLine, error.range),
      message: `This block is no valid ${language}: ${error.message}. No tool can read it. Put it right, or say in the fence that it is text.`,
      ...fromSchema(wanted, 'The data is described here.'),
    };
    return;
  }
  const found = findData(data, wanted);
  const place = data.rangeOf(found?.key) ?? { start: { line: -1, character: 0 }, end: { line: -1, character: 3 } };
  const node = found ? found.node : data.root;
  for (const mistake of checkData(data, node, place, wanted.root, documentFields(document, schema, index), reader)) {
    const why = mistake.missing?.description ?? '';
    const name = heading === '' || found ? `"${wanted.name}"` : `"${heading}"`;
    yield {
      range: inDocument(document, block, firstLine, mistake.range),
      message: `The data of ${name} is not as expected. ${mistake.message}${why === '' ? '' : ` ${why}`}`,
      ...fromSchema(mistake.missing ?? wanted, 'The data is described here.'),
      ...(mistake.severity && { severity: mistake.severity }),
      fixes: (current) => addKey(current.document, block, firstLine, mistake, data),
    };
  }
}

/** Lines of a fence inside a list are written further right than they are read. */
function inDocument({ parsed }: PhaseDocument, { content }: CodeBlock, firstLine: number, range: Range): Range {
  const lines = content.split('\n', range.end.line + 1);
  const place = ({ line, character }: Range['start']): Range['start'] => {
    const indent = line < 0 ? 0 : Math.max(0, lineText(parsed, firstLine + line).length - (lines[line] ?? '').length);
    return { line: firstLine + line, character: character + indent };
  };
  return { start: place(range.start), end: place(range.end) };
}

/** Adds the key below the one that lacks it, with nothing behind it: what is true only the author knows. */
function addKey(
  document: PhaseDocument,
  { content }: CodeBlock,
  firstLine: number,
  { missing, range }: DataMistake,
  { language }: BlockData,
): readonly Fix[] {
  if (!missing || language !== 'yaml' || range.start.line < 0) return [];
  const lines = content.split('\n');
  const below = lines[range.start.line + 1] ?? '';
  const indent = /^\s*/.exec(below)?.[0] ?? '';
  const ownIndent = /^\s*/.exec(lines[range.start.line] ?? '')?.[0] ?? '';
  if (below.trim() === '' || indent.length <= ownIndent.length) return [];
  const at = { line: firstLine + range.start.line + 1, character: 0 };
  const written = lineText(document.parsed, at.line);
  const outer = written.slice(0, written.length - below.length);
  const key = missing.name.replaceAll(' ', '_');
  const edit = { range: { start: at, end: at }, newText: `${outer}${indent}${key}:\n` };
  const edits = [{ type: 'change', uri: document.uri, edits: [edit] } as const];
  return [{ title: `Add "${key}"`, preferred: false, safe: false, edits }];
}

function* missingBlocks(
  document: PhaseDocument,
  schema: Schema,
  { data, section, index }: Scope,
  seen: ReadonlySet<DataSchema>,
): Generator<Finding> {
  for (const wanted of data) {
    if (seen.has(wanted) || !isReported(wanted)) continue;
    const place = section ? `The section "${section.name}"` : 'The document';
    const todo = 'Add it as a fence of YAML';
    yield* insertBlockFix(document, schema, index, {
      message: `${place} has no data "${wanted.name}".${purpose(wanted.description)} ${todo} ${requiredBy(wanted)}.`,
      origin: wanted,
      title: `Insert the data "${wanted.name}"`,
      text: wanted.template,
    });
  }
}
