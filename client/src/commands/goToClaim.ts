import * as vscode from 'vscode';
import { claimVerdicts, type ClaimVerdict } from '../../../server/src/reviewProtocol';
import type { NextFindingParams } from '../../../server/src/protocol';
import { verdictIcon, verdictMeaning, verdictName } from '../claims/claimWords';
import type { Command, Services } from '../services';
import { goTo } from './goToMissingEvidence';

/** Of both directions: who goes forward and then back means the same claims. */
let last: ClaimVerdict | undefined;

/**
 * Goes to the next or previous claim with a verdict, over all documents of the workspace, open or not. Asks for the verdict
 * unless it is given; the one before comes first.
 */
export const goToClaim =
  (direction: NextFindingParams['direction']): Command<[verdict?: unknown]> =>
  (services) =>
  async (given) => {
    const verdict = claimVerdicts.find((known) => known === given) ?? (await askForVerdict(services));
    if (!verdict) return;
    last = verdict;
    const none = vscode.l10n.t('$(info) Phase Docs: no claim is {0}.', verdictName(verdict));
    await goTo(services, { direction, verdict }, none);
  };

async function askForVerdict({ claims }: Services): Promise<ClaimVerdict | undefined> {
  const all = await claims.claims();
  const items = claimVerdicts.map((verdict) => ({
    label: verdictName(verdict),
    description: String(all.filter(({ claim }) => claim.verdict === verdict).length),
    detail: verdictMeaning(verdict),
    iconPath: verdictIcon(verdict),
    verdict,
  }));
  items.sort((a, b) => Number(b.verdict === last) - Number(a.verdict === last));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Go to Claim by Verdict'),
    placeHolder: vscode.l10n.t('Which verdict?'),
    matchOnDetail: true,
  });
  return picked?.verdict;
}
