import * as vscode from 'vscode';
import type { AnswerNode, ClaimAnswer, ClaimReviewState, ClaimVerdict } from '../../../server/src/reviewProtocol';

export function verdictName(verdict: ClaimVerdict): string {
  const names: Record<ClaimVerdict, string> = {
    contradicted: vscode.l10n.t('contradicted'),
    broken: vscode.l10n.t('broken'),
    vacuous: vscode.l10n.t('vacuous'),
    stale: vscode.l10n.t('stale'),
    unsupported: vscode.l10n.t('unsupported'),
    waived: vscode.l10n.t('waived'),
    supported: vscode.l10n.t('supported'),
  };
  return names[verdict];
}

/** What a verdict means, in a sentence. */
export function verdictMeaning(verdict: ClaimVerdict): string {
  const meanings: Record<ClaimVerdict, string> = {
    contradicted: vscode.l10n.t('The evidence says something else'),
    broken: vscode.l10n.t('None of the pointers leads anywhere'),
    vacuous: vscode.l10n.t('What is pointed to shows nothing'),
    stale: vscode.l10n.t('The evidence is older than what it covers'),
    unsupported: vscode.l10n.t('There is nothing to follow'),
    waived: vscode.l10n.t('A comment says why no evidence is needed'),
    supported: vscode.l10n.t('A pointer leads to evidence, and nothing speaks against it'),
  };
  return meanings[verdict];
}

/** The shape tells the verdict without its colour. */
export function verdictIcon(verdict: ClaimVerdict): vscode.ThemeIcon {
  const icons: Record<ClaimVerdict, readonly [icon: string, color?: string]> = {
    contradicted: ['error', 'problemsErrorIcon.foreground'],
    broken: ['debug-disconnect', 'problemsErrorIcon.foreground'],
    vacuous: ['circle-large-outline', 'problemsWarningIcon.foreground'],
    stale: ['history', 'problemsInfoIcon.foreground'],
    unsupported: ['warning', 'problemsWarningIcon.foreground'],
    waived: ['circle-slash'],
    supported: ['pass', 'testing.iconPassed'],
  };
  const [icon, color] = icons[verdict];
  return new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));
}

export function reviewStateName(state: ClaimReviewState): string {
  const names: Record<ClaimReviewState, string> = {
    accepted: vscode.l10n.t('accepted'),
    'needs evidence': vscode.l10n.t('needs evidence'),
    question: vscode.l10n.t('question'),
    reopened: vscode.l10n.t('reopened'),
    'not reviewed': vscode.l10n.t('not reviewed'),
  };
  return names[state];
}

/** One sign for a narrow place, always beside or in front of the words. */
export function reviewStateSign(state: ClaimReviewState): string {
  const signs: Record<ClaimReviewState, string> = {
    accepted: '✓',
    'needs evidence': '!',
    question: '?',
    reopened: '↻',
    'not reviewed': '',
  };
  return signs[state];
}

export function answerIcon(answer: ClaimAnswer): string {
  const icons: Record<ClaimAnswer, string> = { accepted: 'check', 'needs evidence': 'search', question: 'question' };
  return icons[answer];
}

/** `Ada Example` of `Ada Example <ada@example.org>`. */
export function personName(person: string): string {
  return person.replace(/\s*<[^<>]*>\s*$/, '') || person;
}

/** `accepted by Ada Example, 2026-11-21: the note (the evidence has changed since)`. */
export function answerText({ answer, reviewer, date, note, changed }: AnswerNode): string {
  const by = reviewer === undefined ? '' : ` ${vscode.l10n.t('by {0}', personName(reviewer))}`;
  const when = date === undefined ? '' : `, ${date}`;
  const words = note === undefined ? '' : `: ${note}`;
  return `${reviewStateName(answer)}${by}${when}${words}${changed ? ` (${changeText(changed)})` : ''}`;
}

export function changeText(changed: 'claim' | 'evidence'): string {
  return changed === 'claim'
    ? vscode.l10n.t('the claim has changed since')
    : vscode.l10n.t('the evidence has changed since');
}

/** By address, where both have one: people write their names in several ways. */
export function isSamePerson(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const [addressA, addressB] = [a, b].map((person) => /<([^<>]+)>\s*$/.exec(person)?.[1]?.toLowerCase());
  return addressA !== undefined && addressB !== undefined ? addressA === addressB : personName(a) === personName(b);
}
