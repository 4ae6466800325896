/** `status: in progress` in front matter. */
import type { FrontMatter } from '../../syntax/document';
import { classifyStatus } from '../claims/statusWords';
import type { ClaimVocabulary } from '../claims/vocabulary';
import type { StatusFact } from './chainFacts';

/** Key at the outermost level. Matches `status: passed`, `status: "in progress"`; not `  status: x`. */
const STATUS = /^status: *["']?([^"'\n#]{1,60})/im;

export function frontMatterStatus(
  { text, textLine }: FrontMatter,
  vocabulary: ClaimVocabulary | undefined,
): StatusFact | undefined {
  const match = STATUS.exec(text);
  const value = match?.[1]?.trim().replaceAll('_', ' ');
  const status = value === undefined ? undefined : classifyStatus(value, vocabulary);
  if (!match || value === undefined || !status) return undefined;
  const line = textLine + text.slice(0, match.index).split('\n').length - 1;
  const range = { start: { line, character: 0 }, end: { line, character: match[0].trimEnd().length } };
  return {
    scope: 'document',
    phase: '',
    class: status,
    form: 'front matter',
    place: 'header',
    label: 'status',
    names: undefined,
    words: value,
    range,
  };
}
