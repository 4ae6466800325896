/**
 * The part of Papa Parse that is used. The types that others publish for it bring those of Node, which the core must not
 * see.
 */
declare module 'papaparse' {
  interface ParserConfig {
    readonly delimiter: string;
    readonly newline: '\n';
  }

  interface ParserResult {
    readonly data: readonly (readonly string[])[];
    readonly errors: readonly { readonly code: string; readonly row?: number }[];
    /** `cursor`: how much of the text the rows in `data` take. */
    readonly meta: { readonly cursor: number };
  }

  const papa: {
    readonly Parser: new (config: ParserConfig) => {
      /** @param ignoreLastRow it may go on in the next piece */
      parse(text: string, baseIndex: number, ignoreLastRow: boolean): ParserResult;
    };
  };
  export = papa;
}
