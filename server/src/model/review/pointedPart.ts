/** The part of a file that a pointer is about: what a reviewer reads, and what has to stay the same. */
import type { ParsedDocument } from '../../syntax/document';
import type { Pointer } from '../../syntax/document';
import { plainText } from '../../syntax/inlineText';
import { parseDocument } from '../../syntax/parseDocument';
import { createSlugger } from '../../syntax/slugs';
import type { ArtifactReading } from '../evidence/artifacts/artifact';

export interface PointedPart {
  readonly content: string;
  /** Where it begins; zero-based. */
  readonly line: number;
}

/**
 * The lines that are named, the section of a heading with all below it, the value that is bound in an artifact; else the
 * whole file.
 *
 * @param path of the file
 * @param reading of the artifact with the pointer's fragment, if it is one
 */
export function pointedPart(
  text: string,
  path: string,
  { lines, fragment }: Pick<Pointer, 'lines' | 'fragment'>,
  reading: ArtifactReading | undefined,
): PointedPart {
  if (lines) {
    const from = lines.from - 1;
    return { content: text.split('\n').slice(from, lines.to).join('\n'), line: Math.max(0, from) };
  }
  if (fragment === undefined || fragment === '') return { content: text, line: 0 };
  if (/\.(?:md|markdown)$/i.test(path)) return sectionOf(parseDocument(text), fragment) ?? { content: text, line: 0 };
  if (!reading || reading.quantities.length === 0) return { content: text, line: 0 };
  const values = reading.quantities.map(({ name, value, unit, scope }) => [name, value, unit, scope ?? null]);
  const line = reading.quantities.find((quantity) => quantity.line !== undefined)?.line ?? 0;
  return { content: JSON.stringify([reading.state, values]), line };
}

function sectionOf({ sections, text, lineStarts }: ParsedDocument, fragment: string): PointedPart | undefined {
  const wanted = decode(fragment).toLowerCase();
  const nextSlug = createSlugger();
  let found: { line: number; level: number } | undefined;
  for (const { content, line } of sections) {
    if (!content.heading) continue;
    if (found && content.heading.level <= found.level) {
      return { content: text.slice(lineStarts[found.line], lineStarts[line]), line: found.line };
    }
    const slug = nextSlug(plainText(content.heading.inline));
    if (!found && slug === wanted) found = { line, level: content.heading.level };
  }
  return found && { content: text.slice(lineStarts[found.line]), line: found.line };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray percent sign: the name is meant as it stands.
    return text;
  }
}
