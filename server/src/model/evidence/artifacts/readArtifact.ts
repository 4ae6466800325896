/** From the text of a file to what it measures. */
import { unreadable, unknownFormat, vacuous } from './artifact';
import type {
  ArtifactFormat,
  ArtifactOptions,
  ArtifactReader,
  ArtifactReading,
  Content,
  ContentReader,
} from './artifact';
import { createJsonReader, createYamlReader } from './json/jsonReader';
import { BLOCK } from './limits';
import { createCsvReader } from './text/csv';
import { createLcovReader, LCOV_START } from './text/lcov';
import { firstLine } from './text/lines';
import { createTapReader, TAP_START } from './text/tap';
import { createXmlReader } from './xml/xmlReader';

/**
 * What a whole file says. Never throws; a text that is no report is of unknown format.
 *
 * @param path decides only where the content leaves a doubt: CSV, YAML, and broken files
 */
export function readArtifact(path: string, text: string, options: ArtifactOptions = {}): ArtifactReading {
  const reader = createArtifactReader(path, options);
  for (let from = 0; from < text.length && !reader.done; from += BLOCK) reader.push(text.slice(from, from + BLOCK));
  return reader.end();
}

/**
 * What one place of a file says: the value at a JSON Pointer (`/total/lines/pct`) in JSON and YAML, a suite or test in
 * JUnit XML and TAP, a file in a coverage report, a cell of a CSV table (`Total,pass_rate`; see `text/csv.ts`).
 *
 * @param fragment what follows `#`, undecoded
 */
export function readPointer(path: string, text: string, fragment: string): ArtifactReading {
  return readArtifact(path, text, { fragment });
}

/**
 * Reads a file in pieces. XML, LCOV, TAP and CSV of any size take bounded memory; JSON and YAML are kept up to the limits
 * in `limits.ts`. What is found does not depend on how the text is cut.
 */
export function createArtifactReader(path: string, options: ArtifactOptions = {}): ArtifactReader {
  let buffer = '';
  let reader: ContentReader | undefined;
  let verdict: Content | undefined;
  let started = false;

  /** Gives away blocks of one size, the first of which decides the format. */
  const drain = (final: boolean): void => {
    while (!verdict && (buffer.length >= BLOCK || (final && buffer !== ''))) {
      const block = buffer.slice(0, BLOCK);
      buffer = buffer.slice(BLOCK);
      // U+0000 is how UTF-16 looks when it is read as UTF-8, and it stands in no text.
      if (block.includes('\0')) {
        verdict = reader || kindOfName(path) ? unreadable('it is not UTF-8 text') : unknownFormat;
        return;
      }
      if (!started) {
        started = true;
        const first = block.startsWith('\uFEFF') ? block.slice(1) : block;
        reader = openReader(path, first, options);
        if (first.startsWith(LFS_POINTER))
          verdict = unreadable('it is a pointer of Git LFS, the file itself is not here');
        else if (reader) reader.push(first);
        else verdict = first.trim() === '' && buffer === '' && final ? vacuous('the file is empty') : unknownFormat;
      } else reader?.push(block);
      if (reader?.done) verdict = reader.end();
    }
  };

  return {
    get done() {
      return verdict !== undefined;
    },
    push(chunk) {
      if (verdict) return;
      buffer += chunk;
      drain(false);
    },
    end(): ArtifactReading {
      drain(true);
      const content = whatNameSays(path, reader?.format, verdict ?? reader?.end() ?? vacuous('the file is empty'));
      const format: ArtifactFormat = content.state === 'unknown-format' ? 'unknown' : (reader?.format ?? 'unknown');
      buffer = '';
      const { fragment } = options;
      return { path, ...(fragment === undefined ? {} : { fragment }), format, ...content };
    },
  };
}

/** What stands in place of a large file where nobody has fetched it. */
const LFS_POINTER = 'version https://git-lfs.github.com/spec/';

/** Names that promise a report of one kind; other names can be of anything. */
const PROMISES: readonly (readonly [RegExp, string])[] = [
  [/^(?:[Jj][Uu]nit[^/]*|TEST-[^/]+)\.xml$/, 'JUnit report'],
  [/^(?:coverage-(?:summary|final)[^/]*\.json|(?:cobertura|clover)[^/]*\.xml|lcov[^/]*\.info)$/i, 'coverage report'],
  [/\.sarif$/i, 'SARIF file'],
];

/** An error page under the name of a report, a merge conflict in JSON: nobody can read that as what it should be. */
function whatNameSays(path: string, format: ArtifactFormat | undefined, content: Content): Content {
  if (content.state !== 'unknown-format') return content;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const promised = PROMISES.find(([pattern]) => pattern.test(name));
  if (promised) return unreadable(`it is no ${promised[1]}`);
  return kindOfName(path) === 'json' && format !== 'json' ? unreadable('it is no JSON') : content;
}

type Kind = 'xml' | 'json' | 'yaml' | 'csv' | 'lcov' | 'tap';

function openReader(path: string, start: string, options: ArtifactOptions): ContentReader | undefined {
  const named = kindOfName(path);
  const kind = kindOfContent(start, named) ?? (start.trim() === '' ? undefined : named);
  switch (kind) {
    case 'xml':
      return createXmlReader(named === 'xml', options);
    case 'json':
      return createJsonReader(named === 'json', options);
    case 'yaml':
      return createYamlReader(options);
    case 'csv':
      return createCsvReader(options);
    case 'lcov':
      return createLcovReader(options);
    case 'tap':
      return createTapReader(options);
    case undefined:
      return undefined;
  }
}

/** What the text begins with; YAML and CSV can begin with anything. */
function kindOfContent(start: string, named: Kind | undefined): Kind | undefined {
  if (named === 'yaml' || named === 'csv') return named;
  const first = start.trimStart()[0];
  if (first === '<') return 'xml';
  if (first === '{' || first === '[') return 'json';
  const line = firstLine(start);
  if (LCOV_START.test(line)) return 'lcov';
  return TAP_START.test(line) ? 'tap' : undefined;
}

function kindOfName(path: string): Kind | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (name === 'lcov.info') return 'lcov';
  switch (/\.([a-z]+)$/.exec(name)?.[1]) {
    case 'xml':
      return 'xml';
    case 'json':
    case 'sarif':
      return 'json';
    case 'yaml':
    case 'yml':
      return 'yaml';
    case 'csv':
    case 'tsv':
      return 'csv';
    case 'lcov':
      return 'lcov';
    case 'tap':
      return 'tap';
    default:
      return undefined;
  }
}
