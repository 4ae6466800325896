/** All rules over one document, in the order in which they depend on each other. */
import type { Config } from '../config';
import type { BaselineEntry } from '../model/baseline/baselineFile';
import type { Identity } from '../model/phaseDocument';
import { rules } from '../rules/index';
import type { RuleContext, RuleOutcome } from '../rules/rule';
import { byPlace, joinFindings, runRules, type Findings, type RuleErrorListener } from '../rules/runRules';
import type { Schema } from '../schema/schema';
import type { ParsedDocument } from '../syntax/document';

const ruleIds = rules.map(({ id }) => id);
const documentRules = rules.filter(({ reads }) => reads === 'document');
const projectRules = rules.filter(({ reads }) => reads === 'project');
const outcomeRules = rules.filter(({ reads }) => reads === 'outcome');

/** Findings that depend on nothing but the document: still true when something else in the project changes. */
const ownFindings = new WeakMap<
  ParsedDocument,
  {
    readonly identity: Identity;
    readonly config: Config;
    readonly schema: Schema | undefined;
    readonly accepted: readonly BaselineEntry[] | undefined;
    readonly findings: Findings;
  }
>();

/** @returns findings in order of place, then rule id */
export function examineDocument(context: RuleContext, onError: RuleErrorListener): Findings {
  const { config, document } = context;
  const known = ownFindings.get(document.parsed);
  const isCurrent =
    known?.config === config &&
    known.accepted === context.baseline?.entries &&
    known.identity === document.identity &&
    known.schema === document.schema;
  const own = isCurrent ? known.findings : runRules(documentRules, context, onError);
  if (!isCurrent) {
    const { identity, schema } = document;
    ownFindings.set(document.parsed, { identity, config, schema, accepted: context.baseline?.entries, findings: own });
  }
  const all = joinFindings([own, runRules(projectRules, context, onError)]);
  const joined = joinFindings([all, runRules(outcomeRules, { ...context, outcome: outcomeOf(all) }, onError)]);
  return { ...joined, diagnostics: [...joined.diagnostics].sort(byPlace) };
}

function outcomeOf({ waived, completed }: Findings): RuleOutcome {
  return { rules: ruleIds, completed: new Set(completed), used: new Set(waived.map(({ waiver }) => waiver)) };
}
