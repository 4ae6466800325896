import * as vscode from 'vscode';
import type { FindingCounts, Progress } from '../../../server/src/protocol';

/** Progress for a narrow place, without what there is nothing of: `3/5 tasks · 2/7 claims`. Waived claims do not count. */
export function shortProgress({ tasks, claims, unanswered = 0 }: Progress): string {
  const parts: string[] = [];
  if (tasks.total === 1) parts.push(vscode.l10n.t('{0}/1 task', tasks.done));
  else if (tasks.total > 0) parts.push(vscode.l10n.t('{0}/{1} tasks', tasks.done, tasks.total));
  const counted = claims.total - claims.waived;
  if (counted === 1) parts.push(vscode.l10n.t('{0}/1 claim', claims.supported));
  else if (counted > 0) parts.push(vscode.l10n.t('{0}/{1} claims', claims.supported, counted));
  if (unanswered > 0) parts.push(unansweredText(unanswered));
  return parts.join(' · ');
}

/** Progress in words, without what there is nothing of: `3 of 5 tasks done`, `2 of 7 claims supported`, `1 claim waived`. */
export function progressParts({ tasks, claims, unanswered = 0 }: Progress): string[] {
  const parts: string[] = [];
  if (tasks.total === 1) parts.push(vscode.l10n.t('{0} of 1 task done', tasks.done));
  else if (tasks.total > 0) parts.push(vscode.l10n.t('{0} of {1} tasks done', tasks.done, tasks.total));
  return [...parts, ...claimParts(claims), ...(unanswered > 0 ? [unansweredText(unanswered)] : [])];
}

/** What was promised and is answered nowhere. */
function unansweredText(count: number): string {
  return count === 1 ? vscode.l10n.t('1 obligation') : vscode.l10n.t('{0} obligations', count);
}

/** `2 of 7 claims supported`, `1 claim waived`. What is waived counts as neither supported nor open. */
export function claimParts({ supported, waived, total }: Progress['claims']): string[] {
  const parts: string[] = [];
  const counted = total - waived;
  if (counted === 1) parts.push(vscode.l10n.t('{0} of 1 claim supported', supported));
  else if (counted > 0) parts.push(vscode.l10n.t('{0} of {1} claims supported', supported, counted));
  if (waived > 0)
    parts.push(waived === 1 ? vscode.l10n.t('1 claim waived') : vscode.l10n.t('{0} claims waived', waived));
  return parts;
}

/** What was found, worst first: `1 error`, `4 warnings`. Informations do not count here: they are about elsewhere. */
export function findingParts({ errors, warnings }: FindingCounts): string[] {
  const parts: string[] = [];
  if (errors > 0) parts.push(errors === 1 ? vscode.l10n.t('1 error') : vscode.l10n.t('{0} errors', errors));
  if (warnings > 0) parts.push(warnings === 1 ? vscode.l10n.t('1 warning') : vscode.l10n.t('{0} warnings', warnings));
  return parts;
}
