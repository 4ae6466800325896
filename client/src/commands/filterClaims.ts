import * as vscode from 'vscode';
import { claimVerdicts } from '../../../server/src/reviewProtocol';
import type { Grouping } from '../claims/claimFilter';
import { verdictMeaning, verdictName } from '../claims/claimWords';
import type { Command } from '../services';

/** Puts the claims of the Evidence view into other groups. */
export const groupClaims =
  (by: Grouping): Command =>
  ({ claimFilter }) =>
  () =>
    claimFilter.group(by);

/** Shows only claims with certain words: of the claim, its section, document, kind or evidence. */
export const filterClaims: Command<[words?: unknown]> =
  ({ claimFilter }) =>
  async (given) => {
    const words =
      typeof given === 'string'
        ? given
        : await vscode.window.showInputBox({
            title: vscode.l10n.t('Filter Claims by Text'),
            prompt: vscode.l10n.t('Words of the claim, its section, document or evidence; nothing shows all'),
            value: claimFilter.text,
          });
    if (words !== undefined) claimFilter.showText(words);
  };

/** Shows only claims with certain verdicts. */
export const filterClaimsByVerdict: Command =
  ({ claimFilter }) =>
  async () => {
    const items = claimVerdicts.map((verdict) => ({
      label: verdictName(verdict),
      description: verdictMeaning(verdict),
      picked: claimFilter.verdicts.has(verdict),
      verdict,
    }));
    const picked = await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t('Filter Claims by Verdict'),
      placeHolder: vscode.l10n.t('Verdicts to show'),
      canPickMany: true,
    });
    if (picked) claimFilter.showVerdicts(picked.map(({ verdict }) => verdict));
  };

/** Shows only claims on lines that are new since a branch, tag or commit. */
export const showChangedClaims: Command<[since?: unknown]> =
  ({ claimFilter }) =>
  async (given) => {
    const since =
      typeof given === 'string'
        ? given
        : await vscode.window.showInputBox({
            title: vscode.l10n.t('Show Only Claims Changed Since'),
            prompt: vscode.l10n.t('A branch, tag or commit that git knows'),
            value: claimFilter.since ?? 'main',
          });
    if (since === undefined || since.trim() === '') return;
    const problem = await claimFilter.showChanges(since.trim());
    if (problem !== undefined) void vscode.window.showWarningMessage(problem);
  };

export const clearClaimFilters: Command =
  ({ claimFilter }) =>
  () =>
    claimFilter.clear();
