/** As much of JSON Schema (draft 7) as the project's own schemas use; fails on anything else rather than passing it over. */
import assert from 'node:assert/strict';

type Schema = Readonly<Record<string, unknown>>;

const known = new Set([
  ...['$schema', 'description', 'type', 'enum', 'const', 'properties', 'additionalProperties', 'required', 'items'],
  ...['anyOf', 'pattern', 'minLength', 'maxLength', 'if', 'then', 'else'],
]);

/** @returns the places that do not fit, as JSON Pointers; none if all is well */
export function misfits(value: unknown, schema: Schema, at = ''): readonly string[] {
  for (const key of Object.keys(schema)) assert.ok(known.has(key), `the keyword ${key} is not known`);
  const found: string[] = [];
  if (!fitsType(value, schema.type)) return [at];
  if (Array.isArray(schema.enum) && !schema.enum.includes(value)) found.push(at);
  if ('const' in schema && schema.const !== value) found.push(at);
  if (Array.isArray(schema.anyOf) && !schema.anyOf.some((one) => misfits(value, one as Schema, at).length === 0))
    found.push(at);
  if (typeof value === 'string') {
    if (typeof schema.pattern === 'string' && !new RegExp(schema.pattern, 'u').test(value)) found.push(at);
    if (typeof schema.minLength === 'number' && value.length < schema.minLength) found.push(at);
    if (typeof schema.maxLength === 'number' && value.length > schema.maxLength) found.push(at);
  }
  if (Array.isArray(value) && schema.items) {
    value.forEach((item, i) => found.push(...misfits(item, schema.items as Schema, `${at}/${i}`)));
  }
  if (isObject(value)) found.push(...misfitsOfObject(value, schema, at));
  if (schema.if) {
    const branch = misfits(value, schema.if as Schema, at).length === 0 ? schema.then : schema.else;
    if (branch) found.push(...misfits(value, branch as Schema, at));
  }
  return found;
}

function misfitsOfObject(value: Readonly<Record<string, unknown>>, schema: Schema, at: string): readonly string[] {
  const properties = isObject(schema.properties) ? schema.properties : {};
  const required = Array.isArray(schema.required) ? schema.required : [];
  const found = required.filter((name) => !Object.hasOwn(value, String(name))).map((name) => `${at}/${String(name)}`);
  for (const [name, inner] of Object.entries(value)) {
    if (Object.hasOwn(properties, name)) found.push(...misfits(inner, properties[name] as Schema, `${at}/${name}`));
    else if (schema.additionalProperties === false) found.push(`${at}/${name}`);
  }
  return found;
}

function fitsType(value: unknown, type: unknown): boolean {
  if (type === undefined) return true;
  if (Array.isArray(type)) return type.some((one) => fitsType(value, one));
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isObject(value);
  if (type === 'null') return value === null;
  return typeof value === type;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
