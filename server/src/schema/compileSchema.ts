import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Node, Pair, YAMLMap } from 'yaml';
import { readWordPattern } from './headingWords';
import type {
  FieldPlace,
  FieldSchema,
  Requirement,
  Schema,
  SchemaProblem,
  SchemaSeverity,
  SectionSchema,
} from './schema';

export interface CompiledSchema {
  /** Undefined only if the text is no mapping or names no kind. Wrong entries are left out. */
  readonly schema: Schema | undefined;
  /** In order of their line. */
  readonly problems: readonly SchemaProblem[];
}

const schemaKeys = ['kind', 'title', 'description', 'fields', 'sections'];
const nameKeys = ['name', 'aliases', 'required', 'severity', 'description', 'template'];
const sectionKeys = [...nameKeys, 'level', 'before', 'after', 'sections'];
const fieldKeys = [...nameKeys, 'where', 'values'];
const severities: readonly SchemaSeverity[] = ['error', 'warning', 'information', 'hint'];
const places: readonly FieldPlace[] = ['header', 'footer', 'ends', 'anywhere'];

/** Compiles the text of a schema file. Never throws; `name` is the file's name, for messages. */
export function compileSchema(text: string, name: string): CompiledSchema {
  return new SchemaCompiler(text, name).compile();
}

/** Walks one schema file and collects its problems. */
class SchemaCompiler {
  private readonly lines = new LineCounter();
  private readonly problems: SchemaProblem[] = [];
  private readonly text: string;
  private readonly name: string;

  constructor(text: string, name: string) {
    this.text = text;
    this.name = name;
  }

  compile(): CompiledSchema {
    const yaml = parseDocument(this.text, { lineCounter: this.lines, prettyErrors: false });
    for (const error of yaml.errors) this.report(error.message, error.pos[0]);
    const schema = this.readSchema(yaml.contents);
    this.problems.sort((a, b) => a.line - b.line);
    return { schema, problems: this.problems };
  }

  private readSchema(root: unknown): Schema | undefined {
    if (!isMap(root)) {
      this.report('A schema is a mapping with kind, title, description, fields and sections.', 0);
      return undefined;
    }
    this.checkKeys(root, schemaKeys);
    const kind = this.readText(root, 'kind');
    if (kind === undefined) {
      this.report('The schema does not say its kind, for example "kind: handoff".', offsetOf(root));
      return undefined;
    }
    const fields = this.readList(root, 'fields').flatMap((item) => this.readField(item));
    const sections = this.readSections(root);
    this.reportDuplicates(fields, 'field');
    return {
      name: this.name,
      kind,
      title: this.readText(root, 'title') ?? '',
      description: this.readText(root, 'description') ?? '',
      fields,
      sections,
    };
  }

  private readSections(parent: YAMLMap): readonly SectionSchema[] {
    const sections = this.readList(parent, 'sections').flatMap((item) => this.readSection(item));
    this.reportDuplicates(sections, 'section');
    for (const section of sections) {
      for (const neighbour of [section.before, section.after]) {
        if (neighbour === undefined || sections.some((other) => other.name === neighbour && other !== section))
          continue;
        this.problems.push({
          message: `There is no section "${neighbour}" beside "${section.name}".`,
          line: section.line,
        });
      }
    }
    return sections;
  }

  private readSection(node: YAMLMap): SectionSchema[] {
    this.checkKeys(node, sectionKeys);
    const common = this.readNamed(node, 'section');
    if (common === undefined) return [];
    const level = this.get(node, 'level');
    const levelValue = isScalar(level) ? level.value : undefined;
    const validLevel =
      typeof levelValue === 'number' && Number.isInteger(levelValue) && levelValue >= 1 && levelValue <= 6;
    if (level !== undefined && !validLevel) this.report('level is a heading level from 1 to 6.', offsetOf(level));
    return [
      {
        ...common,
        level: validLevel ? levelValue : undefined,
        template: this.readText(node, 'template') ?? '',
        before: this.readText(node, 'before'),
        after: this.readText(node, 'after'),
        sections: this.readSections(node),
      },
    ];
  }

  private readField(node: YAMLMap): FieldSchema[] {
    this.checkKeys(node, fieldKeys);
    const common = this.readNamed(node, 'field');
    if (common === undefined) return [];
    return [
      {
        ...common,
        where: this.readChoice(node, 'where', places) ?? 'anywhere',
        values: this.readTexts(node, 'values'),
        template: this.readText(node, 'template'),
      },
    ];
  }

  /** What sections and fields have in common. */
  private readNamed(node: YAMLMap, what: string): Omit<FieldSchema, 'where' | 'values' | 'template'> | undefined {
    const name = this.readText(node, 'name');
    if (name === undefined || name === '') {
      this.report(`Each ${what} needs a name.`, offsetOf(node));
      return undefined;
    }
    return {
      name,
      patterns: [nameAsPattern(name), ...this.readTexts(node, 'aliases')].map(readWordPattern),
      requirement: this.readRequirement(node),
      severity: this.readChoice(node, 'severity', severities),
      description: this.readText(node, 'description') ?? '',
      line: this.lineOf(offsetOf(node)),
    };
  }

  private readRequirement(node: YAMLMap): Requirement {
    const value = this.get(node, 'required');
    if (value === undefined) return 'optional';
    const plain = isScalar(value) ? value.value : undefined;
    if (plain === true) return 'required';
    if (plain === 'recommended') return 'recommended';
    if (plain !== false) this.report('required is true, false or recommended.', offsetOf(value));
    return 'optional';
  }

  private readChoice<T extends string>(node: YAMLMap, key: string, choices: readonly T[]): T | undefined {
    const value = this.get(node, key);
    if (value === undefined) return undefined;
    const choice = choices.find((known) => isScalar(value) && value.value === known);
    if (choice === undefined) this.report(`${key} is one of ${choices.join(', ')}.`, offsetOf(value));
    return choice;
  }

  private readText(node: YAMLMap, key: string): string | undefined {
    const value = this.get(node, key);
    if (value === undefined) return undefined;
    if (isScalar(value) && (typeof value.value === 'string' || typeof value.value === 'number')) {
      return String(value.value).trim();
    }
    this.report(`${key} is a text.`, offsetOf(value));
    return undefined;
  }

  private readTexts(node: YAMLMap, key: string): readonly string[] {
    const value = this.get(node, key);
    if (value === undefined) return [];
    if (!isSeq(value)) {
      this.report(`${key} is a list of texts.`, offsetOf(value));
      return [];
    }
    const texts: string[] = [];
    for (const item of value.items) {
      if (isScalar(item) && (typeof item.value === 'string' || typeof item.value === 'number') && item.value !== '') {
        texts.push(String(item.value));
      } else {
        this.report(`${key} is a list of texts.`, offsetOf(item, offsetOf(value)));
      }
    }
    return texts;
  }

  private readList(node: YAMLMap, key: string): readonly YAMLMap[] {
    const value = this.get(node, key);
    if (value === undefined) return [];
    if (!isSeq(value)) {
      this.report(`${key} is a list.`, offsetOf(value));
      return [];
    }
    const items: YAMLMap[] = [];
    for (const item of value.items) {
      if (isMap(item)) items.push(item);
      else this.report(`Each entry of ${key} is a mapping that begins with "name:".`, offsetOf(item, offsetOf(value)));
    }
    return items;
  }

  private get(node: YAMLMap, key: string): Node | undefined {
    const value = node.get(key, true);
    return isScalar(value) && value.value === null ? undefined : value;
  }

  private checkKeys(node: YAMLMap, known: readonly string[]): void {
    for (const pair of node.items as readonly Pair[]) {
      const key = isScalar(pair.key) ? String(pair.key.value) : '';
      if (known.includes(key)) continue;
      this.report(`Unknown key "${key}". Known here: ${known.join(', ')}.`, offsetOf(pair.key, offsetOf(node)));
    }
  }

  private reportDuplicates(entries: readonly { readonly name: string; readonly line: number }[], what: string): void {
    const names = new Set<string>();
    for (const { name, line } of entries) {
      if (names.has(name)) this.problems.push({ message: `There is a second ${what} "${name}".`, line });
      names.add(name);
    }
  }

  private report(message: string, offset: number): void {
    this.problems.push({ message, line: this.lineOf(offset) });
  }

  private lineOf(offset: number): number {
    return Math.max(1, this.lines.linePos(offset).line);
  }
}

/** `{next}` in a heading is a phase like any other when headings are compared. */
function nameAsPattern(name: string): string {
  return name.replaceAll(/\{(?:next|previous)\}/g, '{phase}').replaceAll(/Phase \{phase\}/g, '{phase}');
}

function offsetOf(node: unknown, fallback = 0): number {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
  const start: unknown = Array.isArray(range) ? range[0] : undefined;
  return typeof start === 'number' ? start : fallback;
}
