/** The first place at which a text stops being JSON (RFC 8259), for what YAML would still read. */

export interface JsonMistake {
  readonly message: string;
  /** Offsets in UTF-16 units. */
  readonly from: number;
  readonly to: number;
}

const SPACE = /[ \t\r\n]*/y;
/** Comments are no JSON, and welcome in documents. */
const COMMENT = /\/\/[^\n]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*"/y;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)(?![\w.])/y;
/** What stands where something else should. */
const WORD = /"[^"\n]*"?|'[^'\n]*'?|[^\s,:{}[\]"]+|./y;

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'comma' | 'end';

/** @returns undefined for JSON. Linear in the length of the text; nesting costs no stack. */
export function findJsonMistake(text: string): JsonMistake | undefined {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    at = skipSpace(text, at);
    const sign = text.charAt(at);
    const inMap = open.at(-1) === '{';
    if (sign === '') return expected === 'end' ? undefined : wrong(text, at, expected, open);
    if (expected === 'end') return wrong(text, at, expected, open);
    const closes = sign === '}' ? inMap : sign === ']' && open.at(-1) === '[';
    if (closes && (expected === 'comma' || expected === 'key or }' || expected === 'value or ]')) {
      open.pop();
      expected = open.length === 0 ? 'end' : 'comma';
      at++;
    } else if (expected === 'comma' && sign === ',') {
      expected = inMap ? 'key' : 'value';
      at++;
    } else if (expected === 'colon' && sign === ':') {
      expected = 'value';
      at++;
    } else if (expected === 'key' || expected === 'key or }') {
      const end = endOf(STRING, text, at);
      if (end === at) return wrong(text, at, expected, open);
      expected = 'colon';
      at = end;
    } else if (expected === 'value' || expected === 'value or ]') {
      if (sign === '{' || sign === '[') {
        open.push(sign);
        expected = sign === '{' ? 'key or }' : 'value or ]';
        at++;
        continue;
      }
      const end = Math.max(endOf(STRING, text, at), endOf(SCALAR, text, at));
      if (end === at) return wrong(text, at, expected, open);
      expected = open.length === 0 ? 'end' : 'comma';
      at = end;
    } else {
      return wrong(text, at, expected, open);
    }
  }
}

function wrong(text: string, at: number, expected: Expected, open: readonly string[]): JsonMistake {
  const found = text.slice(at, endOf(WORD, text, at));
  const close = open.at(-1) === '{' ? '}' : ']';
  const wanted: Readonly<Record<Expected, string>> = {
    value: found === close ? 'there is a comma too many before it' : 'a value is expected',
    'value or ]': 'a value or "]" is expected',
    key: found === close ? 'there is a comma too many before it' : 'a key in double quotes is expected',
    'key or }': 'a key in double quotes or "}" is expected',
    colon: 'a colon is expected',
    comma: `a comma or "${close}" is expected`,
    end: 'nothing more is expected',
  };
  const where = found === '' ? 'it ends too early' : `at \`${found.slice(0, 30)}\``;
  return { message: `${where}: ${wanted[expected]}`, from: at, to: at + Math.max(found.length, 1) };
}

function skipSpace(text: string, from: number): number {
  let at = endOf(SPACE, text, from);
  for (let end = endOf(COMMENT, text, at); end > at; end = endOf(COMMENT, text, at)) at = endOf(SPACE, text, end);
  return at;
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
