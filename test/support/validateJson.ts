/** The part of JSON Schema that our own schemas use. Unknown keywords fail, so that nothing passes unseen. */

type Json = Readonly<Record<string, unknown>>;

const annotations: ReadonlySet<string> = new Set(['$schema', 'title', 'description', 'definitions']);

/** @returns one line for each mistake */
export function validateJson(value: unknown, schema: Json, root: Json = schema, path = '$'): readonly string[] {
  return Object.entries(schema).flatMap(([keyword, wanted]) => check(keyword, wanted, value, schema, root, path));
}

function check(
  keyword: string,
  wanted: unknown,
  value: unknown,
  schema: Json,
  root: Json,
  path: string,
): readonly string[] {
  const fail = (isRight: boolean): readonly string[] =>
    isRight ? [] : [`${path}: ${keyword} ${JSON.stringify(wanted)}`];
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  switch (keyword) {
    case '$ref': {
      const name = String(wanted).replace('#/definitions/', '');
      const definition = (root.definitions as Readonly<Record<string, Json>>)[name];
      return definition ? validateJson(value, definition, root, path) : [`${path}: no definition ${name}`];
    }
    case 'type':
      return fail([wanted].flat().some((type) => hasType(value, String(type))));
    case 'enum':
      return fail((wanted as readonly unknown[]).includes(value));
    case 'pattern':
      return fail(typeof value !== 'string' || new RegExp(String(wanted)).test(value));
    case 'minimum':
      return fail(typeof value !== 'number' || value >= Number(wanted));
    case 'maximum':
      return fail(typeof value !== 'number' || value <= Number(wanted));
    case 'required':
      return fail(!isObject || (wanted as readonly string[]).every((key) => Object.hasOwn(value, key)));
    case 'items':
      return Array.isArray(value)
        ? value.flatMap((item, index) => validateJson(item, wanted as Json, root, `${path}[${index}]`))
        : [];
    case 'properties':
      return isObject
        ? Object.entries(wanted as Readonly<Record<string, Json>>).flatMap(([key, property]) =>
            Object.hasOwn(value, key) ? validateJson((value as Json)[key], property, root, `${path}.${key}`) : [],
          )
        : [];
    case 'additionalProperties':
      return fail(!isObject || Object.keys(value).every((key) => Object.hasOwn(schema.properties as Json, key)));
    case 'anyOf': {
      const all = (wanted as readonly Json[]).map((one) => validateJson(value, one, root, path));
      return all.some((mistakes) => mistakes.length === 0) ? [] : (all.at(-1) ?? []);
    }
    default:
      return annotations.has(keyword) ? [] : [`${path}: unknown keyword ${keyword}`];
  }
}

function hasType(value: unknown, type: string): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}
