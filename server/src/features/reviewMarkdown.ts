/** Claims with their review as Markdown, to paste into a pull request. The same claims give the same bytes. */
import { isSuperseded, stateOfReview } from '../model/review/matchReview';
import type { ReviewEntry } from '../model/review/reviewFile';
import { claimVerdicts, type ClaimAnswer, type ClaimReviewState } from '../reviewProtocol';
import type { ClaimReport } from './claimReports';
import { claimedAndMeasured, describePointer, pointerText } from './claimWords';
import { countOf } from './countOf';
import { explainVerdict, type ReviewedClaim } from './reviewNodes';

export interface ReviewedDocument {
  /** As it is shown. */
  readonly path: string;
  /** `Hand-off, phase 8`. */
  readonly label: string;
  readonly claims: readonly ReviewedClaim[];
  /** Answers to claims that are gone. */
  readonly lost: readonly ReviewEntry[];
}

const reviewStates: readonly ClaimReviewState[] = [
  'question',
  'needs evidence',
  'reopened',
  'accepted',
  'not reviewed',
];

/** @param scope what was asked for, in words: `since main`; empty for everything */
export function formatReviewMarkdown(documents: readonly ReviewedDocument[], scope = ''): string {
  const shown = documents.filter(({ claims, lost }) => claims.length + lost.length > 0);
  const all = shown.flatMap(({ claims }) => claims);
  const what = `${countOf(all.length, 'claim')} in ${countOf(shown.length, 'document')}${scope === '' ? '' : ` ${scope}`}`;
  const isReviewed = all.some(({ answers }) => answers.length > 0);
  const summary = [
    all.length === 0 ? `${what}.` : `${what}: ${countVerdicts(all)}.`,
    ...(isReviewed ? [`Review: ${countStates(all)}.`] : []),
  ];
  return `${['## Review of claims', ...summary, ...shown.map(formatDocument)].join('\n\n')}\n`;
}

function countVerdicts(claims: readonly ReviewedClaim[]): string {
  return listCounts(claimVerdicts, (verdict) => claims.filter(({ report }) => report.verdict === verdict).length);
}

function countStates(claims: readonly ReviewedClaim[]): string {
  const states = claims.map(({ answers }) => stateOfReview(answers));
  return listCounts(reviewStates, (wanted) => states.filter((state) => state === wanted).length);
}

function listCounts<Name extends string>(names: readonly Name[], countOfName: (name: Name) => number): string {
  return names
    .map((name) => ({ name, count: countOfName(name) }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${count} ${name}`)
    .join(', ');
}

function formatDocument({ path, label, claims, lost }: ReviewedDocument): string {
  const isSettled = ({ report, answers }: ReviewedClaim) => {
    const state = stateOfReview(answers);
    const isFine = report.verdict === 'supported' || report.verdict === 'waived';
    return state === 'accepted' || (isFine && state === 'not reviewed');
  };
  const open = claims.filter((claim) => !isSettled(claim));
  const settled = claims.filter(isSettled);
  const parts = [`### ${code(path)}`, words(label)];
  if (open.length > 0) parts.push(formatTable(open));
  if (settled.length > 0) {
    parts.push(
      `<details><summary>${countOf(settled.length, 'claim')} settled</summary>`,
      formatTable(settled),
      '</details>',
    );
  }
  if (lost.length > 0)
    parts.push(
      'Answers to claims that are gone:',
      lost.map((entry) => `- ${words(entry.claim)}: ${answerText(entry)}`).join('\n'),
    );
  return parts.join('\n\n');
}

function formatTable(claims: readonly ReviewedClaim[]): string {
  const rows = claims.map((claim) => `| ${cellsOf(claim).join(' | ')} |`);
  return ['| Line | Claim | Verdict | Evidence | Review |', '| ---: | --- | --- | --- | --- |', ...rows].join('\n');
}

function cellsOf({ report, label, answers }: ReviewedClaim): readonly string[] {
  const evidence = report.pointers.map(
    (pointer) => `${code(pointerText(pointer))}: ${words(describePointer(pointer))}`,
  );
  const given = answers.filter((answer) => !isSuperseded(answer, answers));
  const review = given.map(({ entry, changed }) =>
    changed === undefined ? answerText(entry) : `${answerText(entry)} (reopened: the ${changed} has changed)`,
  );
  return [
    String(report.range.start.line + 1),
    words(label),
    verdictText(report),
    evidence.join('<br>'),
    review.join('<br>'),
  ];
}

/** Where nothing was found need not be said: the place is one click away. */
function verdictText(report: ClaimReport): string {
  const { verdict } = report;
  const isPlain = verdict === 'unsupported' || verdict === 'supported' || verdict === 'broken';
  const why = isPlain ? claimedAndMeasured(report) : explainVerdict(report);
  return why === undefined ? `**${verdict}**` : `**${verdict}**: ${words(why)}`;
}

const answerWords: Readonly<Record<ClaimAnswer, string>> = {
  accepted: '✅ accepted',
  'needs evidence': '🔎 needs evidence',
  question: '❓ question',
};

function answerText({ answer, reviewer, note }: ReviewEntry): string {
  // The name is enough in public; the address stays in the file.
  const name = reviewer?.replace(/\s*<[^>]*>\s*$/, '');
  const by = name === undefined || name === '' ? '' : ` by ${words(name)}`;
  return `${answerWords[answer]}${by}${note === undefined ? '' : `: ${words(note)}`}`;
}

/** What means something in Markdown, in a cell, or to GitHub: a name behind `@` would be told of the comment. */
function words(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|~]/g, '\\$&')
    .replace(/@(?=[A-Za-z0-9])/g, '@\u200b');
}

/** A code span that survives whatever stands in it, in a cell. */
function code(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  const longest = Math.max(0, ...[...flat.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 ? ' ' : '';
  return `${fence}${space}${flat.replaceAll('|', '\\|')}${space}${fence}`;
}
