/** Options of a command, read with `node:util` and told in words that help when they are wrong. */
import { parseArgs } from 'node:util';
import { nearest } from '../suggestion';
import { UsageError } from './io';

export interface OptionSpec {
  readonly short?: string;
  /** A flag has none; otherwise the option takes a value, one of these unless the list is empty. */
  readonly values?: readonly string[];
}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** What was given on the command line, checked against the specification. */
export interface Options {
  readonly positionals: readonly string[];
  has(name: string): boolean;
  /** The last value given, or undefined. */
  value(name: string): string | undefined;
  /** The last value given if it is one of these, else the first of them. */
  choice<Value extends string>(name: string, values: readonly [Value, ...Value[]]): Value;
}

/** @throws UsageError that names the mistake */
export function parseOptions(args: readonly string[], specs: OptionSpecs): Options {
  // Not strict: its errors only tell in their text what is wrong.
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options: Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, toNodeOption(spec)])),
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  const given = new Map<string, string | undefined>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    checkOption(token, specs);
    given.set(token.name, token.value);
  }
  return {
    positionals,
    has: (name) => given.has(name),
    value: (name) => given.get(name),
    choice: (name, values) => values.find((value) => value === given.get(name)) ?? values[0],
  };
}

function toNodeOption({ short, values }: OptionSpec): { type: 'string' | 'boolean'; short?: string } {
  return { type: values ? 'string' : 'boolean', ...(short !== undefined && { short }) };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function checkOption({ name, rawName, value, inlineValue }: OptionToken, specs: OptionSpecs): void {
  const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
  if (!spec) {
    const near = nearest(name, Object.keys(specs));
    throw new UsageError(`Unknown option \`${rawName}\`.${near ? ` Did you mean \`--${near}\`?` : ''}`);
  }
  if (!spec.values) {
    if (value !== undefined) throw new UsageError(`\`${rawName}\` takes no value.`);
    return;
  }
  const choices = spec.values.join(', ');
  if (value === undefined || value === '' || (!inlineValue && value.startsWith('-') && value !== '-')) {
    throw new UsageError(`\`${rawName}\` needs a value${choices ? `: one of ${choices}` : ''}.`);
  }
  if (spec.values.length > 0 && !spec.values.includes(value)) {
    const near = nearest(value, spec.values);
    throw new UsageError(
      `\`${rawName} ${value}\` is not possible.${near ? ` Did you mean \`${near}\`?` : ''} Choose one of ${choices}.`,
    );
  }
}
