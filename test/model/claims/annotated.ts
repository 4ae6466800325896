/** Reads the annotated documents of `test/fixtures/claims`. */
import type { DocumentKind } from '../../../server/src/model/documentKind';
import { documentKinds } from '../../../server/src/model/documentKind';
import { findClaims } from '../../../server/src/model/claims/findClaims';
import { parseDocument } from '../../../server/src/syntax/parseDocument';

export interface Annotated {
  readonly kind: DocumentKind | undefined;
  /** The document without its annotations and its first line, which names the kind. */
  readonly text: string;
  /** For each line of `text` what is expected of it: `strong metric none`; empty for no claim. */
  readonly expected: readonly string[];
}

/** The annotation of a line: ` <== metric link` at its end. `weak` is a weak feature, `task` a weak task. */
const annotation = / <== ([a-z ]+)$/;
/** The first line of a document. */
const kindLine = /^<!-- kind: ([a-z-]+) -->\n/;

/** Takes the annotations out of a document. */
export function readAnnotated(source: string): Annotated {
  const name = kindLine.exec(source)?.[1];
  const lines = source.replace(kindLine, '').split('\n');
  return {
    kind: documentKinds.find((kind) => kind === name),
    text: lines.map((line) => line.replace(annotation, '')).join('\n'),
    expected: lines.map((line) => expectation(annotation.exec(line)?.[1])),
  };
}

function expectation(words: string | undefined): string {
  if (words === undefined) return '';
  const [kind = '', evidence = 'none'] = words.split(' ');
  if (kind === 'weak') return `weak feature ${evidence}`;
  return `${kind === 'task' ? 'weak' : 'strong'} ${kind} ${evidence}`;
}

/** What is found, in the shape of {@link Annotated.expected}. */
export function foundInLines({ text, kind }: Pick<Annotated, 'text' | 'kind'>): string[] {
  const parsed = parseDocument(text);
  const found = text.split('\n').map(() => '');
  findClaims(parsed, { kind }).forEach(({ claims }, index) => {
    const from = parsed.sections[index]?.line ?? 0;
    for (const claim of claims) {
      found[from + claim.range.start.line] = `${claim.strength} ${claim.kind} ${claim.evidence.form}`;
    }
  });
  return found;
}
