/** Test ids as tools print them, and whether a file or a report knows the test. */

export interface TestId {
  /** The file that holds the test, as written. */
  readonly file: string;
  /** The test itself, without the suites around it: `test_login[admin]`, `adds two numbers`. */
  readonly name: string;
}

/** Between the parts of `tests/test_x.py::TestC::test_y` and `tests/x.spec.ts > suite > name`. */
const SEPARATOR = /::| [>›] /;
/** The parameters that pytest adds: `[case-1]`. */
const PARAMETERS = /\[.*\]$/s;

/** @param target of a pointer of the form `test-id` */
export function readTestId(target: string): TestId {
  const parts = target.split(SEPARATOR);
  const [file = target] = parts;
  return { file, name: parts.length > 1 ? (parts.at(-1) ?? '').trim() : '' };
}

/** A title that is put together while the tests run: `it.each(…)('adds %i')`, `` test(`adds ${a}`) ``, `test(name, …)`. */
const COMPUTED_TITLE =
  /\b(?:it|test|specify)(?:\.\w{1,20})?(?:\.each\b|\(\s{0,80}(?:`[^`\n]{0,200}\$\{|[A-Za-z_$]))|\bdescribe(?:\.\w{1,20})?\.each\b/;

/**
 * Whether a test file holds a test of this name.
 *
 * @returns undefined where its titles are computed, so that nobody can tell without running it
 */
export function holdsTest(source: string, { name }: TestId): boolean | undefined {
  const words = name.replace(PARAMETERS, '');
  if (words === '' || hasWhole(source, words, true)) return true;
  return COMPUTED_TITLE.test(source) ? undefined : false;
}

/**
 * The words that all stand in a report that lists the test.
 *
 * @param isFileKnown false: there is no such file here, and the report has to name it too
 */
export function wordsInReport({ file, name }: TestId, isFileKnown: boolean): readonly string[] {
  const stem = file.slice(file.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  return isFileKnown ? [name] : [stem, name];
}

/** Looks for words in a text that comes in pieces. */
export interface WordFinder {
  /** @returns whether all words have been found by now */
  push(chunk: string): boolean;
  /** Call once, after the last piece. */
  end(): boolean;
}

const WORD_CHARACTER = /[\p{L}\p{N}_$]/u;

/** @param words found only as a whole, `test_login` not in `test_login_twice`; also as XML and JSON write them */
export function createWordFinder(words: readonly string[]): WordFinder {
  const open = new Map(words.map((word) => [word, spellingsOf(word)]));
  // What may be the beginning of a word at the end of a piece, with the characters around it.
  const kept = Math.max(0, ...[...open.values()].flat().map((spelling) => spelling.length)) + 2;
  let rest = '';
  const look = (text: string, isEnd: boolean): boolean => {
    for (const [word, spellings] of open) if (spellings.some((each) => hasWhole(text, each, isEnd))) open.delete(word);
    return open.size === 0;
  };
  return {
    push(chunk) {
      const text = rest + chunk;
      // What follows the cut was seen before with what stands there.
      rest = text.length > kept ? `_${text.slice(text.length - kept)}` : text;
      return look(text, false);
    },
    end: () => look(rest, true),
  };
}

function spellingsOf(word: string): readonly string[] {
  const xml = word.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  return [...new Set([word, xml, xml.replaceAll("'", '&apos;'), JSON.stringify(word).slice(1, -1)])];
}

/** @param isEnd false: what follows the text is not known yet */
function hasWhole(text: string, word: string, isEnd: boolean): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const end = at + word.length;
    if (end === text.length && !isEnd) return false;
    if (!WORD_CHARACTER.test(text[at - 1] ?? '') && !WORD_CHARACTER.test(text[end] ?? '')) return true;
  }
  return false;
}
