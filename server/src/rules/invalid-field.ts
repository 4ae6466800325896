import type { Range } from 'vscode-languageserver-types';
import type { Fix } from '../diagnostic';
import type { PhaseDocument } from '../model/phaseDocument';
import { valueReaderFor } from '../model/valueReader';
import { parseData } from '../schema/blockData';
import { checkData } from '../schema/checkData';
import { shorten } from '../schema/checkTables';
import { isBroken, type ValueReader } from '../schema/conditions';
import { matchField } from '../schema/matchFields';
import { findSectionField } from '../schema/sectionFields';
import { scopesOf, type Scope } from '../schema/sectionScopes';
import { citation, type FieldSchema, type Schema } from '../schema/schema';
import { mistakeInValue } from '../schema/valueTypes';
import { plainValue } from '../syntax/inlineText';
import { shiftRange } from '../syntax/positions';
import { titleRange } from '../model/documentFacts';
import { defineRule, type Finding } from './rule';
import { documentFields } from './structure/documentFields';
import { fromSchema, isReported, requiredBy } from './structure/wanted';

/** A field whose value is not what the schema wants, or that does not go with another one. */
export const invalidField = defineRule({
  id: 'invalid-field',
  family: 'structure',
  summary: 'Require fields to hold what the kind of document expects',
  severity: 'information',
  reads: 'document',
  *check({ document, config }) {
    const { schema, parsed } = document;
    if (!schema) return;
    const reader = valueReaderFor(config.words);
    for (const field of schema.fields) {
      const match = matchField(parsed, schema, field);
      // Words of a heading are more than a value, and a label that is only similar may be something else as well.
      if (match.state === 'found' && match.form !== 'heading' && match.likeness === 'exact')
        yield* checkValue(field, match.value, match.range, reader);
    }
    for (const scope of scopesOf(parsed, schema)) yield* checkScope(document, scope, reader);
    yield* checkConditions(document, schema, reader);
    yield* checkFrontMatter(document, schema, reader);
  },
});

function* checkValue(field: FieldSchema, value: string, range: Range, reader: ValueReader): Generator<Finding> {
  // What can be followed shows in the markup only.
  const words = field.type === 'reference' ? value : plainValue(value);
  const expected = mistakeInValue(words, field, reader);
  if (expected === undefined) return;
  const what = `${field.name} is "${shorten(plainValue(value))}", which is not ${expected}.`;
  yield {
    range,
    message: `${what} ${field.description} Write ${expected} (${citation(field)}).`,
    ...fromSchema(field, 'The value is described here.'),
    fixes: (current) => choices(current.document, field, range),
  };
}

/** Which value is true only the author knows. */
function choices(document: PhaseDocument, field: FieldSchema, range: Range): readonly Fix[] {
  if (field.type !== 'enumeration' && field.type !== 'status') return [];
  return field.values.map((value) => ({
    title: `Change to "${value}"`,
    preferred: false,
    safe: false,
    edits: [{ type: 'change', uri: document.uri, edits: [{ range, newText: value }] }],
  }));
}

/** Fields that belong to a section. */
function* checkScope(document: PhaseDocument, scope: Scope, reader: ValueReader): Generator<Finding> {
  if (scope.index === undefined) return;
  for (const field of scope.fields) {
    const found = findSectionField(scope.sections, field);
    const heading = document.parsed.sections[scope.index]?.content.heading;
    const line = document.parsed.sections[scope.index]?.line ?? 0;
    if (found) {
      yield* checkValue(field, found.value, found.range, reader);
    } else if (isReported(field) && heading) {
      const what = `The section "${scope.section?.name ?? ''}" has no field "${field.name}".`;
      yield {
        range: shiftRange(heading.range, line),
        message: `${what} ${field.description} Add a line "**${field.name}**: …" ${requiredBy(field)}.`,
        ...fromSchema(field),
      };
    }
  }
}

function* checkConditions(document: PhaseDocument, schema: Schema, reader: ValueReader): Generator<Finding> {
  const valueOf = documentFields(document, schema);
  const lookup = { own: valueOf, ofDocument: valueOf };
  for (const condition of schema.conditions) {
    if (!isBroken(condition, lookup, reader)) continue;
    const named = schema.fields.find(({ name }) => name.toLowerCase() === condition.then.name.toLowerCase());
    const match = named && matchField(document.parsed, schema, named);
    yield {
      range: match?.state === 'found' ? match.range : titleRange(document.parsed),
      message: `The fields do not go together. What must hold: ${condition.text} (${citation(condition)}).`,
      ...fromSchema({ ...condition, severity: undefined }, 'The condition is written here.'),
    };
  }
}

function* checkFrontMatter(document: PhaseDocument, schema: Schema, reader: ValueReader): Generator<Finding> {
  const { frontMatter } = document.parsed;
  const wanted = schema.frontMatter;
  if (!wanted) return;
  if (!frontMatter) {
    if (!isReported(wanted)) return;
    const keys = wanted.root.keys.map(({ name }) => name).join(', ');
    const start = { line: 0, character: 0 };
    yield {
      range: { start, end: start },
      message: `There is no front matter. Begin the document with "---", the keys ${keys}, and "---" ${requiredBy(wanted)}.`,
      ...fromSchema(wanted),
    };
    return;
  }
  const data = parseData(frontMatter.text, 'yaml');
  const start = { line: 0, character: 0 };
  const fence = { start, end: { line: 0, character: 3 } };
  const [error] = data.errors;
  if (error) {
    yield {
      range: shiftRange(error.range, frontMatter.textLine),
      message: `The front matter is no valid YAML: ${error.message}. Nothing in it counts. Put it right.`,
    };
    return;
  }
  const place = {
    start: { line: -frontMatter.textLine, character: 0 },
    end: { line: -frontMatter.textLine, character: 3 },
  };
  for (const mistake of checkData(data, data.root, place, wanted.root, documentFields(document, schema), reader)) {
    const range = shiftRange(mistake.range, frontMatter.textLine);
    yield {
      range: range.start.line < 0 ? fence : range,
      message: `The front matter is not as expected. ${mistake.message}`,
      ...(mistake.severity && { severity: mistake.severity }),
    };
  }
}
