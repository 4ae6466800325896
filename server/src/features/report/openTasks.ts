import type { Range } from 'vscode-languageserver-types';
import type { ParsedDocument } from '../../syntax/document';
import { plainText } from '../../syntax/inlineText';
import { shiftRange } from '../../syntax/positions';
import { walkDocument } from '../../syntax/walk';

/** The open check boxes of a document in order of place: what its count of tasks lacks. Absolute ranges. */
export function findOpenTasks(document: ParsedDocument): readonly { readonly range: Range; readonly words: string }[] {
  const tasks: { range: Range; words: string }[] = [];
  for (const { block, line } of walkDocument(document)) {
    if (block.type !== 'item' || !block.task || settledMarks.has(block.task.mark.toLowerCase())) continue;
    tasks.push({ range: shiftRange(block.task.range, line), words: block.inline ? plainText(block.inline) : '' });
  }
  return tasks;
}

/** Done, and cancelled in its two spellings; see `documentFacts.ts`. */
const settledMarks: ReadonlySet<string> = new Set(['x', '-', '~']);
