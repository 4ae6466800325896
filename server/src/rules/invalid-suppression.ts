import type { Range } from 'vscode-languageserver-types';
import type { Fix } from '../diagnostic';
import { nearest, suggestion } from '../suggestion';
import type { PhaseDocument } from '../model/phaseDocument';
import { suppressionForms } from '../model/suppressionComments';
import { suppressionsOf, type Suppression, type Suppressions, type Waiver } from '../model/suppressions';
import { removeComment, removeWaiver } from './removeSuppression';
import { defineRule, type Finding, type RuleOutcome } from './rule';

const ID = 'invalid-suppression';

/** A comment that waives findings without saying why, names no rule there is, or waives nothing. */
export const invalidSuppression = defineRule({
  id: ID,
  family: 'structure',
  summary: 'Require that comments which waive findings say why, and have an effect',
  severity: 'warning',
  reads: 'outcome',
  *check({ document, outcome }) {
    if (!outcome) return;
    const suppressions = suppressionsOf(document.parsed);
    for (const comment of suppressions.comments) {
      if (comment.form === undefined) yield misspelt(document, comment);
      else yield* checkComment(document, comment, suppressions, outcome);
    }
  },
});

function* checkComment(
  document: PhaseDocument,
  comment: Suppression,
  suppressions: Suppressions,
  outcome: RuleOutcome,
): Iterable<Finding> {
  const { form, waivers, range } = comment;
  const unknown = waivers.filter(({ rule }) => !outcome.rules.includes(rule));
  const unmarked = unmarkedReason(comment, unknown, outcome);
  if (form !== 'enable') {
    if (waivers.length === 0) yield { range, message: namesNone(comment) };
    else if (comment.reason === undefined) yield withoutReason(document, comment, unmarked);
  } else if (waivers.length === 0 && !suppressions.endsSomething(comment)) yield withoutEffect(document, comment);
  if (!unmarked) for (const waiver of unknown) yield unknownRule(document, waiver, outcome);
  const itself = waivers.filter(({ rule }) => rule === ID);
  for (const { range: place } of itself) yield { range: place, message: `"${ID}" cannot be waived. Name other rules.` };
  const idle = waivers.filter((waiver) => isIdle(waiver, suppressions, outcome));
  if (idle.length > 0 && idle.length === waivers.length) yield withoutEffect(document, comment);
  else for (const waiver of idle) yield withoutEffect(document, comment, waiver);
}

/** A rule that is switched off, or that failed, says nothing about what it would have found. */
function isIdle(waiver: Waiver, suppressions: Suppressions, { completed, used }: RuleOutcome): boolean {
  if (!completed.has(waiver.rule)) return false;
  return waiver.form === 'enable' ? !suppressions.endsSomething(waiver) : !used.has(waiver);
}

/** `unsupported-claim counted by hand`: words behind a rule that resemble no rule are a reason that nothing sets off. */
function unmarkedReason(
  { form, reason, waivers }: Suppression,
  unknown: readonly Waiver[],
  { rules }: RuleOutcome,
): Waiver | undefined {
  if (form === 'enable' || reason !== undefined || unknown.length === waivers.length) return undefined;
  return unknown.every(({ rule }) => nearest(rule, rules) === undefined) ? unknown[0] : undefined;
}

function misspelt({ uri }: PhaseDocument, { word: { name, range } }: Suppression): Finding {
  const near = nearest(name, suppressionForms);
  return {
    range,
    message: `There is no comment "phase-docs-${name}", so nothing is waived.${suggestion(name, suppressionForms)}`,
    fixes: near === undefined ? [] : [changeFix(uri, range, near)],
  };
}

function unknownRule({ uri }: PhaseDocument, { rule, range }: Waiver, { rules }: RuleOutcome): Finding {
  const near = nearest(rule, rules);
  return {
    range,
    message: `There is no rule "${rule}", so nothing is waived.${suggestion(rule, rules)}`,
    fixes: near === undefined ? [] : [changeFix(uri, range, near)],
  };
}

function namesNone({ word }: Suppression): string {
  return `This comment names no rule, so nothing is waived. Write the ids of rules after "phase-docs-${word.name}".`;
}

function withoutReason({ uri }: PhaseDocument, comment: Suppression, unmarked: Waiver | undefined): Finding {
  const what = 'This comment waives findings without a reason. A reviewer cannot see whether that is right.';
  if (!unmarked) return { range: comment.range, message: `${what} Write why, after " -- " or ": ".` };
  const { start } = unmarked.range;
  const fix: Fix = {
    title: 'Set off the reason by " -- "',
    preferred: true,
    safe: false,
    edits: [{ type: 'change', uri, edits: [{ range: { start, end: start }, newText: '-- ' }] }],
  };
  return { range: comment.range, message: `${what} Write " -- " or ": " before it.`, fixes: [fix] };
}

/** @param waiver undefined for the whole comment */
function withoutEffect({ uri, parsed }: PhaseDocument, comment: Suppression, waiver?: Waiver): Finding {
  const named = waiver ? [waiver.rule] : comment.waivers.map(({ rule }) => rule);
  const rules = named.map((rule) => `"${rule}"`).join(', ');
  const what =
    comment.form === 'enable'
      ? `No comment waives ${rules || 'anything'} up to here, so there is nothing to end.`
      : `There is no finding of ${rules} to waive here, and the next one would go unseen.`;
  return {
    range: waiver?.range ?? comment.range,
    message: `${what} Remove ${waiver ? 'the id' : 'the comment'}.`,
    fixes: () => [
      {
        title: waiver ? `Remove "${waiver.rule}" from the comment` : 'Remove the comment',
        preferred: true,
        safe: true,
        edits: [
          { type: 'change', uri, edits: [waiver ? removeWaiver(comment, waiver) : removeComment(parsed, comment)] },
        ],
      },
    ],
  };
}

function changeFix(uri: string, range: Range, name: string): Fix {
  return {
    title: `Change to "${name}"`,
    preferred: true,
    safe: false,
    edits: [{ type: 'change', uri, edits: [{ range, newText: name }] }],
  };
}
