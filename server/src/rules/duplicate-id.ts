import type { DefinitionFact } from '../model/chain/chainFacts';
import { defineRule } from './rule';

/** One id for two things in one document. Other documents may use it again: ids are counted per file. */
export const duplicateId = defineRule({
  id: 'duplicate-id',
  family: 'phases',
  summary: 'Report ids that one document gives twice',
  severity: 'warning',
  reads: 'project',
  *check({ document, project }) {
    const definitions = new Map<string, DefinitionFact>();
    for (const definition of project.entry(document.path)?.facts.chain.definitions ?? []) {
      const first = definitions.get(definition.id);
      if (!first) {
        definitions.set(definition.id, definition);
        continue;
      }
      // Told again in the same words it is a summary, not another thing.
      if (sameThing(first, definition)) continue;
      yield {
        range: definition.range,
        message:
          `"${definition.id}" is the id of something else already, in line ${first.range.start.line + 1}. ` +
          'A reference to it can mean either. Give one of them another id.',
        related: [{ uri: document.uri, range: first.range, message: `The first ${definition.id}: ${first.words}` }],
      };
    }
  },
});

/** The words after the id, as far as both go, are the same; signs and case do not matter. */
function sameThing(a: DefinitionFact, b: DefinitionFact): boolean {
  const [one, other] = [lettersOf(a.words), lettersOf(b.words)];
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) === other.slice(0, length);
}

function lettersOf(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
