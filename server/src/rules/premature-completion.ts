import type { RelatedPlace } from '../diagnostic';
import { startWithPhase } from '../model/chain/phaseNames';
import { prematureCompletions, type PrematureCompletion } from '../model/chain/prematureCompletion';
import { defineRule } from './rule';

/** Something is called complete although tasks of it are open or tests of it fail. */
export const prematureCompletion = defineRule({
  id: 'premature-completion',
  family: 'phases',
  summary: 'Report what is called complete with open tasks or failing tests',
  severity: 'warning',
  reads: 'project',
  *check({ document, project }) {
    const entry = project.entry(document.path);
    if (!entry) return;
    for (const found of prematureCompletions(entry)) {
      const place = (words: { readonly range: RelatedPlace['range'] }, message: string): RelatedPlace => ({
        uri: document.uri,
        range: words.range,
        message,
      });
      yield {
        range: found.claim.range,
        message: `${whose(found)} is called complete, but ${what(found)}. Who relies on it takes over unfinished work. Finish or tick what is done, or say what is left.`,
        related: [
          ...(found.firstOpen && found.open > 0
            ? [place(found.firstOpen, `The first open task: ${found.firstOpen.words}`)]
            : []),
          ...found.failing.map((metric) => place(metric, `Failing: ${metric.words}`)),
          ...found.blockers.map((blocker) => place(blocker, `Blocks it: ${blocker.words}`)),
          ...found.again.map((again) => place(again, 'Called complete again')),
        ],
      };
    }
  },
});

function whose({ phase }: PrematureCompletion): string {
  return phase === undefined || phase === '' ? 'The work' : startWithPhase(phase);
}

function what({ open, total, failing, blockers }: PrematureCompletion): string {
  const tasks =
    open === 0 ? [] : [`${open} of ${total} check ${total === 1 ? 'box' : 'boxes'} ${open === 1 ? 'is' : 'are'} open`];
  const failed = failing.reduce((sum, { low }) => sum + low, 0);
  const blocked =
    blockers.length === 0 ? [] : [`${blockers.length} ${blockers.length === 1 ? 'blocker is' : 'blockers are'} named`];
  return [
    ...tasks,
    ...(failed === 0 ? [] : [`${failed} ${failed === 1 ? 'test fails' : 'tests fail'}`]),
    ...blocked,
  ].join(' and ');
}
