import type { Fix } from '../diagnostic';
import { findMixedStatuses, type MixedStatus } from '../model/claims/mixedStatus';
import type { StatusClass } from '../model/claims/statusWords';
import { shiftRange } from '../syntax/positions';
import { defineRule } from './rule';
import { SectionFindings } from './sectionFindings';

/** A sign and a word that say different things of one status. */
export const mixedStatus = defineRule({
  id: 'mixed-status',
  family: 'structure',
  summary: 'Report status signs that contradict the words beside them',
  severity: 'error',
  reads: 'document',
  *check({ document: { uri, parsed }, config }) {
    for (const { content, line } of parsed.sections) {
      const mixed = findMixedStatuses(content, config.words);
      if (mixed.length === 0) continue;
      yield* findings.of(content, [mixed, line, uri], () =>
        mixed.map((each) => ({
          range: shiftRange(each.range, line),
          message: message(each),
          fixes: () => [replaceSign(uri, each, line)],
        })),
      );
    }
  },
});

const findings = new SectionFindings();

const meanings: Readonly<Record<StatusClass, string>> = {
  done: 'done',
  partial: 'partly done',
  active: 'in progress',
  planned: 'not begun',
  blocked: 'blocked',
  failed: 'failed',
  cancelled: 'cancelled',
};

const fitting: Readonly<Record<StatusClass, string>> = {
  done: '✅',
  partial: '🟡',
  active: '🔄',
  planned: '⏳',
  blocked: '🚫',
  failed: '❌',
  cancelled: '⚪',
};

function message({ sign, words, shown, said }: MixedStatus): string {
  return `${sign} says ${meanings[shown]}, "${words}" says ${meanings[said]}. Readers who skim see the sign, all others go by the words. Use ${fitting[said]}, or the words that are true.`;
}

/** Safe where it takes something back: the words count for more. Only the author knows whether something is done. */
function replaceSign(uri: string, { sign, signRange, said }: MixedStatus, line: number): Fix {
  const newText = fitting[said];
  return {
    title: `Replace ${sign} by ${newText}`,
    preferred: true,
    safe: said !== 'done',
    edits: [{ type: 'change', uri, edits: [{ range: shiftRange(signRange, line), newText }] }],
  };
}
