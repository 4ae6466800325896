/** Keeps YAML of a user from killing the process: the parser recurses, and an overflow there cannot be caught. */
import { Lexer, Parser } from 'yaml';

/** Deeper than anything that a person writes. */
const MOST_DEPTH = 100;

/** Whether a text nests so deep that it must not be parsed. */
export function isTooDeep(text: string): boolean {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    // The parser is driven for its stack alone; what it yields is not kept.
    Array.from(parser.next(lexeme));
    if (parser.stack.length > MOST_DEPTH) return true;
  }
  return false;
}
