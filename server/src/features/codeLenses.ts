/** Above the title: how many claims there are and how many need evidence. A click goes to the next one. */
import type { CodeLens } from 'vscode-languageserver-types';
import type { DocumentFacts } from '../model/documentFacts';
import type { PhaseDocument } from '../model/phaseDocument';
import { clientCommands } from '../protocol';
import type { Findings } from '../rules/runRules';
import { countClaims } from './claimCounts';
import { shareOf, verbFor } from './countOf';

export function getCodeLenses(
  { uri }: PhaseDocument,
  { strongClaims, titleRange: range }: DocumentFacts,
  findings: Findings,
): readonly CodeLens[] {
  const { total, supported, waived } = countClaims(strongClaims, findings);
  if (total === 0) return [];
  const open = total - supported - waived;
  const title =
    open > 0
      ? `${shareOf(open, total, 'claim')} without evidence`
      : waived > 0
        ? `${shareOf(supported, total, 'claim')} ${verbFor(total, 'has', 'have')} evidence, ${waived} ${verbFor(waived, 'is', 'are')} waived`
        : total === 1
          ? 'The only claim has evidence'
          : `All ${total} claims have evidence`;
  return [{ range, command: { title, command: clientCommands.nextMissingEvidence, arguments: [uri, range.start] } }];
}
