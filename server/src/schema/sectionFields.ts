/** Fields that a schema wants inside a section. */
import type { Range } from 'vscode-languageserver-types';
import type { Section } from '../syntax/document';
import { shiftRange } from '../syntax/positions';
import { walkBlocks } from '../syntax/walk';
import { matchesName, readHeadings } from './headingWords';
import type { FieldSchema } from './schema';
import { blockFields } from './sectionAnswers';

/** The first field of that name with a value, in a section or below it. */
export function findSectionField(
  sections: readonly Section[],
  wanted: FieldSchema,
): { readonly value: string; readonly range: Range } | undefined {
  for (const section of sections) {
    for (const { block, line } of walkBlocks(section)) {
      if (block.type === 'quote') continue;
      for (const { label, value, valueRange } of blockFields(block)) {
        const words = readHeadings(label);
        const isIt = wanted.patterns.some((pattern) => words.some((reading) => matchesName(pattern, reading)));
        if (value !== '' && isIt) return { value, range: shiftRange(valueRange, line) };
      }
    }
  }
  return undefined;
}
