/** The team's own words, made ready once for each configuration. */
import type { Config } from '../../config';
import type { ChainWords } from './collectChain';
import { foldedWords } from './foldWords';

const known = new WeakMap<Config, ChainWords>();

export function chainWordsOf(config: Config): ChainWords {
  let words = known.get(config);
  if (!words) {
    const synonyms = new Map<string, string>();
    for (const [name, others] of Object.entries(config.metrics.synonyms)) {
      for (const label of [name, ...others]) synonyms.set(foldedWords(label).join(' '), foldedWords(name).join(' '));
    }
    words = { vocabulary: config.words, synonyms, hasSeries: config.phases.series !== 'ignore' };
    known.set(config, words);
  }
  return words;
}
