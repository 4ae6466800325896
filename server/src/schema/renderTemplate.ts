/**
 * Fills the templates of a schema.
 *
 * - `{phase}`, `{next}`, `{previous}`, `{date}`, `{references}` … are values of the caller. Where the phase is not known,
 *   `Phase {next}` becomes `Next Phase`; a line with any other unknown value is left out.
 * - `{?words}` are words that the author replaces: plain words in a file, a tab stop in a snippet.
 * - `{references?words}` is the value, or such words where there is none.
 */
export type TemplateValues = Readonly<Record<string, string | undefined>>;

/** Names that templates may use; a line with any other is left out. */
export const templateNames: readonly string[] = [
  'phase',
  'next',
  'previous',
  'date',
  'references',
  'outputs',
  'carried',
  'tests',
  'coverage',
  'failures',
];

/** Writes values and words as they stand in the text; snippets have a syntax of their own. */
export interface TemplateStyle {
  /** Text that stands between placeholders. */
  readonly text: (text: string) => string;
  readonly value: (name: string, value: string) => string;
  readonly editable: (words: string) => string;
}

/** For files and edits. */
export const plainStyle: TemplateStyle = {
  text: (text) => text,
  value: (_name, value) => value,
  editable: (words) => words,
};

export interface SnippetStyle extends TemplateStyle {
  /** A tab stop with values to choose from. */
  readonly choice: (values: readonly string[]) => string;
}

/** For LSP and VS Code snippets: editable words become tab stops from `firstStop` on. */
export function createSnippetStyle(firstStop: number): SnippetStyle {
  let stop = firstStop;
  return {
    text: escapeSnippet,
    value: (_name, value) => escapeSnippet(value),
    editable: (words) => `\${${stop++}:${escapeSnippet(words)}}`,
    choice: (values) => `\${${stop++}|${values.map((value) => value.replace(/[\\,|$}]/g, '\\$&')).join(',')}|}`,
  };
}

/** Escapes the characters that mean something in a snippet. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** `{phase}`, `{?Name the file}`, `{outputs?Name the files}`; not `{}` or `{ x }`. */
const placeholder = /\{(?:([a-z]+)|(?=\?))(?:\?([^{}]*))?\}/g;
/** `Phase {next}`, `phase {phase}`. */
const phasePhrase = /\b([Pp])hase \{(phase|next|previous)\}/g;
const phaseNames: Readonly<Record<string, readonly [title: string, words: string]>> = {
  phase: ['This', 'this'],
  next: ['Next', 'the next'],
  previous: ['Previous', 'the previous'],
};

/** The first name in a template that means nothing. */
export function unknownTemplateName(template: string): string | undefined {
  return [...template.matchAll(placeholder)]
    .flatMap(([, name]) => name ?? [])
    .find((name) => !templateNames.includes(name));
}

/** Fills a template; lines of the result are separated by LF. */
export function renderTemplate(template: string, values: TemplateValues, style: TemplateStyle = plainStyle): string {
  const named = template.replace(phasePhrase, (phrase, initial: string, name: string) => {
    if (values[name] !== undefined) return phrase;
    const [title, words] = phaseNames[name] ?? ['', ''];
    return initial === 'P' ? `${title} Phase` : `${words} phase`;
  });
  const lines: string[] = [];
  for (const line of named.split('\n')) {
    const rendered = renderLine(line, values, style);
    if (rendered !== undefined) lines.push(rendered);
  }
  return lines.join('\n');
}

function renderLine(line: string, values: TemplateValues, style: TemplateStyle): string | undefined {
  let result = '';
  let end = 0;
  for (const match of line.matchAll(placeholder)) {
    const [whole, name, words] = match;
    const value = name === undefined ? undefined : values[name];
    result += style.text(line.slice(end, match.index));
    end = match.index + whole.length;
    if (name !== undefined && value !== undefined) result += style.value(name, value);
    else if (words !== undefined) result += style.editable(words);
    else return undefined;
  }
  return result + style.text(line.slice(end));
}
