/** Above the title: how many claims there are and how many need evidence. A click goes to the next one. */
import type { CodeLens } from 'vscode-languageserver-types';
import type { Diagnostic } from '../diagnostic';
import type { DocumentFacts } from '../model/documentFacts';
import type { PhaseDocument } from '../model/phaseDocument';
import { clientCommands } from '../protocol';
import { countClaims } from './claimCounts';

export function getCodeLenses(
  { uri }: PhaseDocument,
  { strongClaims, titleRange: range }: DocumentFacts,
  diagnostics: readonly Diagnostic[],
): readonly CodeLens[] {
  const { total, supported } = countClaims(strongClaims, diagnostics);
  if (total === 0) return [];
  const open = total - supported;
  const title = open === 0 ? `All ${total} claims have evidence` : `${open} of ${total} claims without evidence`;
  return [{ range, command: { title, command: clientCommands.nextMissingEvidence, arguments: [uri, range.start] } }];
}
