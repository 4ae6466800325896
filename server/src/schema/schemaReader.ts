/** Reads entries of a schema file and collects the mistakes; shared by the parts of the compiler. */
import { readClause, readConditionText, type Clause, type Condition } from './conditions';
import { nearest } from '../suggestion';
import { hasNoWord, readWordPattern } from './headingWords';
import { isRemoved } from './mergeSchemas';
import { entryOf, lineOf, textOf } from './rawSchema';
import type { RawMap, RawNode, SchemaPlace, SchemaProblem } from './rawSchema';
import { templateNames, unknownTemplateName } from './renderTemplate';
import { valueTypes, type NamedSchema, type Requirement, type SchemaSeverity, type ValueSchema } from './schema';

const severities: readonly SchemaSeverity[] = ['error', 'warning', 'information', 'hint'];
/** Keys of everything that has a name. */
export const nameKeys = ['name', 'aliases', 'required', 'severity', 'description', 'remove'];
/** Keys of everything that has a value. */
export const valueKeys = ['type', 'values', 'minimum', 'maximum'];

/** What names and patterns may have in braces. */
const namePlaceholders = ['phase', 'next', 'previous'];
const patternPlaceholders = ['phase'];
const BRACES = /\{([^{}]*)\}/g;

export class SchemaReader {
  readonly problems: SchemaProblem[] = [];

  report(message: string, place: SchemaPlace): void {
    this.problems.push({ message, line: lineOf(place), place });
  }

  text(map: RawMap, key: string): string | undefined {
    const value = entryOf(map, key);
    if (value === undefined) return undefined;
    if (value.type === 'scalar' && (typeof value.value === 'string' || typeof value.value === 'number')) {
      return String(value.value).trim();
    }
    this.report(`${key} is a text.`, value.place);
    return undefined;
  }

  texts(map: RawMap, key: string): readonly string[] {
    return this.placedTexts(map, key).map(({ text }) => text);
  }

  /** As {@link texts}, with their places. */
  placedTexts(map: RawMap, key: string): readonly { readonly text: string; readonly place: SchemaPlace }[] {
    return this.#items(map, key, `${key} is a list of texts.`).flatMap((item) => {
      const { value } = item.type === 'scalar' ? item : { value: null };
      if ((typeof value === 'string' && value !== '') || typeof value === 'number')
        return [{ text: String(value), place: item.place }];
      this.report(`${key} is a list of texts.`, item.place);
      return [];
    });
  }

  /** Names that mean the same: words, `*` and what may stand in braces. */
  patterns(map: RawMap, key: string, inBraces = patternPlaceholders): readonly string[] {
    const patterns = this.placedTexts(map, key);
    return patterns.filter(({ text, place }) => this.#isPattern(text, place, inBraces)).map(({ text }) => text);
  }

  /** A text with placeholders for values. */
  template(map: RawMap, key = 'template'): string | undefined {
    const template = this.text(map, key);
    const unknown = template === undefined ? undefined : unknownTemplateName(template);
    const place = entryOf(map, key)?.place;
    if (unknown !== undefined && place)
      this.report(`${unknownBraces(unknown, templateNames)} A line with it is left out.`, place);
    return template;
  }

  flag(map: RawMap, key: string): boolean {
    const value = entryOf(map, key);
    if (value === undefined) return false;
    if (value.type !== 'scalar' || typeof value.value !== 'boolean')
      this.report(`${key} is true or false.`, value.place);
    return value.type === 'scalar' && value.value === true;
  }

  number(map: RawMap, key: string): number | undefined {
    const value = entryOf(map, key);
    if (value === undefined) return undefined;
    if (value.type === 'scalar' && typeof value.value === 'number') return value.value;
    this.report(`${key} is a number.`, value.place);
    return undefined;
  }

  choice<T extends string>(map: RawMap, key: string, choices: readonly T[]): T | undefined {
    const value = entryOf(map, key);
    if (value === undefined) return undefined;
    const choice = choices.find((known) => value.type === 'scalar' && value.value === known);
    if (choice === undefined) this.report(`${key} is one of ${choices.join(', ')}.`, value.place);
    return choice;
  }

  maps(map: RawMap, key: string): readonly RawMap[] {
    const maps: RawMap[] = [];
    const items = this.#items(map, key, `${key} is a list.`);
    for (const item of items) {
      if (item.type === 'map' && isRemoved(item)) this.#reportRemoval(item, items);
      else if (item.type === 'map') maps.push(item);
      else this.report(`Each entry of ${key} is a mapping that begins with "name:".`, item.place);
    }
    return maps;
  }

  map(map: RawMap, key: string): RawMap | undefined {
    const value = entryOf(map, key);
    if (value === undefined || value.type === 'map') return value;
    this.report(`${key} is a mapping.`, value.place);
    return undefined;
  }

  requirement(map: RawMap): Requirement {
    const value = entryOf(map, 'required');
    if (value === undefined) return 'optional';
    const plain = value.type === 'scalar' ? value.value : undefined;
    if (plain === true) return 'required';
    if (plain === 'recommended') return 'recommended';
    if (plain !== false) this.report('required is true, false or recommended.', value.place);
    return 'optional';
  }

  severity(map: RawMap): SchemaSeverity | undefined {
    return this.choice(map, 'severity', severities);
  }

  /** @param what the word for it in messages: `section` */
  named(map: RawMap, what: string): NamedSchema | undefined {
    const name = this.text(map, 'name');
    if (name === undefined || name === '') {
      this.report(`Each ${what} needs a name.`, map.place);
      return undefined;
    }
    const aliases = this.patterns(map, 'aliases');
    if (!this.#isPattern(name, entryOf(map, 'name')?.place ?? map.place, namePlaceholders)) return undefined;
    return {
      name,
      patterns: [nameAsPattern(name), ...aliases].map(readWordPattern),
      requirement: this.requirement(map),
      severity: this.severity(map),
      description: this.text(map, 'description') ?? '',
      place: map.place,
      line: lineOf(map.place),
    };
  }

  value(map: RawMap, fallback: ValueSchema['type'] = 'text'): ValueSchema {
    const type = this.choice(map, 'type', valueTypes) ?? fallback;
    const values = this.texts(map, 'values');
    if (type === 'enumeration' && values.length === 0) this.report('An enumeration needs values.', map.place);
    return { type, values, ...this.bounds(map) };
  }

  bounds(map: RawMap): Pick<ValueSchema, 'minimum' | 'maximum'> {
    const [minimum, maximum] = [this.number(map, 'minimum'), this.number(map, 'maximum')];
    if (minimum !== undefined && maximum !== undefined && maximum < minimum)
      this.report(
        'maximum is less than minimum, so no value could be right.',
        entryOf(map, 'maximum')?.place ?? map.place,
      );
    return { minimum, maximum };
  }

  /**
   * Conditions as texts, or as mappings with `when` and `then`.
   *
   * @param names of what a clause may speak of; undefined: any
   */
  conditions(map: RawMap, names: readonly string[] | undefined): readonly Condition[] {
    const form = 'A condition reads "when NAME is [not] VALUE then NAME is [not] VALUE".';
    return this.#items(map, 'conditions', 'conditions is a list.').flatMap((item) => {
      const text = this.#conditionText(item);
      const clauses = text === undefined ? undefined : readConditionText(text);
      if (text === undefined || !clauses) {
        this.report(form, item.place);
        return [];
      }
      const stranger = [clauses.when, clauses.then].find((clause) => !isKnown(clause, names));
      if (stranger) {
        this.report(`There is no "${stranger.name}" here.${meant(stranger.name, names ?? [])}`, item.place);
        return [];
      }
      return [{ ...clauses, text, place: item.place, line: lineOf(item.place) }];
    });
  }

  #conditionText(item: RawNode): string | undefined {
    if (item.type === 'scalar') return typeof item.value === 'string' ? item.value : undefined;
    if (item.type === 'list') return undefined;
    this.keys(item, ['when', 'then']);
    const [when, then] = [this.text(item, 'when'), this.text(item, 'then')];
    if (when === undefined || then === undefined || !readClause(when) || !readClause(then)) return undefined;
    return `when ${when} then ${then}`;
  }

  keys(map: RawMap, known: readonly string[]): void {
    const seen = new Set<string>();
    for (const { key, keyPlace } of map.entries) {
      if (!known.includes(key))
        this.report(`Unknown key "${key}".${meant(key, known) || ` Known here: ${known.join(', ')}.`}`, keyPlace);
      seen.add(key);
    }
  }

  duplicates(entries: readonly { readonly name: string; readonly place: SchemaPlace }[], what: string): void {
    const names = new Set<string>();
    for (const { name, place } of entries) {
      if (names.has(name)) this.report(`There is a second ${what} "${name}".`, place);
      names.add(name);
    }
  }

  /** What is taken away where it is there has gone when schemas were laid over each other. */
  #reportRemoval(map: RawMap, items: readonly RawNode[]): void {
    const name = textOf(map, 'name') ?? '';
    const names = items.flatMap((item) => (item.type === 'map' && item !== map ? (textOf(item, 'name') ?? []) : []));
    const place = entryOf(map, 'name')?.place ?? map.place;
    this.report(`There is no "${name}" to take away.${meant(name, names)}`, place);
  }

  #isPattern(text: string, place: SchemaPlace, inBraces: readonly string[]): boolean {
    const unknown = [...text.matchAll(BRACES)].map(([, name = '']) => name).find((name) => !inBraces.includes(name));
    if (unknown !== undefined) this.report(unknownBraces(unknown, inBraces), place);
    else if (hasNoWord(text))
      this.report(
        `"${text}" has no word, so it would mean any name or none. Names are compared by their words.`,
        place,
      );
    else return true;
    return false;
  }

  #items(map: RawMap, key: string, expected: string): readonly RawNode[] {
    const value = entryOf(map, key);
    if (value === undefined) return [];
    if (value.type === 'list') return value.items;
    this.report(expected, value.place);
    return [];
  }
}

/** ` Did you mean "…"?`, or nothing. */
export function meant(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near === undefined ? '' : ` Did you mean "${near}"?`;
}

function unknownBraces(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  const hint =
    near === undefined ? ` Known: ${known.map((one) => `{${one}}`).join(', ')}.` : ` Did you mean {${near}}?`;
  return `Unknown placeholder {${name}}.${hint}`;
}

function isKnown({ ofDocument, name }: Clause, names: readonly string[] | undefined): boolean {
  return ofDocument || names === undefined || names.some((known) => known.toLowerCase() === name.toLowerCase());
}

/** `{next}` in a heading is a phase like any other when headings are compared. */
function nameAsPattern(name: string): string {
  return name.replaceAll(/\{(?:next|previous)\}/g, '{phase}').replaceAll(/Phase \{phase\}/g, '{phase}');
}
