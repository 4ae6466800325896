import type { RelatedPlace } from '../diagnostic';
import { baseName } from '../model/paths';
import { nameOfPhase } from '../model/chain/phaseNames';
import { metricConflicts, type MetricConflict, type PlacedMetric } from '../model/chain/metricConflicts';
import { defineRule } from './rule';

/** More would hide the place that matters. */
const MOST_PLACES = 12;

/** Two documents, or two places of one, that give different values of one number of a phase. */
export const conflictingMetric = defineRule({
  id: 'conflicting-metric',
  family: 'phases',
  summary: 'Report numbers of a phase that another document gives otherwise',
  severity: 'error',
  reads: 'project',
  *check({ document, project }) {
    const { initiative } = document.identity;
    const facts = project.entry(document.path)?.facts.chain;
    for (const phase of new Set(facts?.metrics.map((metric) => metric.phase))) {
      for (const conflict of metricConflicts(project.chain.phase(initiative, phase))) {
        if (conflict.entry.path !== document.path) continue;
        // How many phases there are may have been decided anew since.
        const severity = conflict.metric.measure === 'phases' ? 'information' : 'error';
        yield { range: conflict.metric.range, severity, message: message(conflict, phase), related: related(conflict) };
      }
    }
  },
});

function message({ metric, entry, others }: MetricConflict, phase: string): string {
  const [other] = others;
  const whose =
    phase === '' ? 'The' : `The ${metric.label === 'number of phases' ? '' : `${nameOfPhase(phase)} `}`.trimEnd();
  const about = metric.subjects[0] === '' ? '' : ` (${metric.subjects[0]})`;
  const there =
    other === undefined
      ? ''
      : other.entry.path === entry.path
        ? `line ${other.metric.range.start.line + 1}`
        : baseName(other.entry.path);
  // `All 48 tests are passing` is no value that a name could have.
  const isSentence = /[a-z]{3}.*[a-z]{3}/i.test(metric.words) && !/^\d/.test(metric.words);
  const here = isSentence
    ? `"${metric.words}" is said here`
    : `${whose} ${metric.label}${about} is ${metric.words} here`;
  return (
    `${here}, but ${other?.metric.words ?? ''} in ${there}. ` +
    'A reader cannot tell which is true. Correct the one that is wrong, or say what differs.'
  );
}

function related({ others, again }: MetricConflict): readonly RelatedPlace[] {
  const place = ({ entry, metric }: PlacedMetric, words: string): RelatedPlace => ({
    uri: entry.uri,
    range: metric.range,
    message: `${words}: ${metric.words}`,
  });
  return [
    ...others.map((other) => place(other, 'Says otherwise')),
    ...again.map((same) => place(same, 'Says it again')),
  ].slice(0, MOST_PLACES);
}
