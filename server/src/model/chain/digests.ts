/** Numbers that change when what a document says of a phase changes, so that those who depend on it can be told. */
import type { ChainFacts } from './chainFacts';
import { hashText } from './foldWords';

type Told = Pick<ChainFacts, 'statuses' | 'metrics' | 'titles' | 'tasks' | 'promises' | 'finals' | 'dates'>;

/** @param own key of the phase that the document belongs to */
export function digestsOf(told: Told, own: string): Pick<ChainFacts, 'digests' | 'places'> {
  const digests = new Map<string, number>();
  const mix = (phase: string, text: string): void => {
    digests.set(phase, Math.imul((digests.get(phase) ?? 17) ^ hashText(text), 0x01000193) | 0);
  };
  // A document belongs to its phase even if it says nothing yet.
  mix(own, '');
  for (const { scope, phase, class: name, label, form } of told.statuses)
    mix(scope === 'phase' ? phase : own, `${scope}${name}${label}${form}`);
  for (const { phase, measure, low, high, subjects } of told.metrics)
    mix(phase, `${measure} ${low} ${high} ${subjects.join('|')}`);
  for (const { phase, words } of told.titles) mix(phase, words);
  for (const { phase, open, done } of told.tasks) mix(phase, `${open} ${done}`);
  for (const { kind, key, settled, binding, phase } of told.promises)
    mix(kind === 'criterion' ? (phase ?? own) : own, `${kind} ${key} ${settled} ${binding}`);
  if (told.finals.length > 0) mix(own, 'final');
  for (const { low, high } of told.dates) mix(own, `${low} ${high}`);
  let places = 0;
  for (const { range } of [
    ...told.statuses,
    ...told.metrics,
    ...told.titles,
    ...told.promises,
    ...told.finals,
    ...told.dates,
  ])
    places = Math.imul(places ^ (range.start.line * 512 + range.start.character), 0x01000193) | 0;
  for (const { first } of told.tasks) places = Math.imul(places ^ first.range.start.line, 0x01000193) | 0;
  return { digests, places };
}
