/** Runs rules over one document: severity from the configuration, waivers, isolation of crashes, stable order. */
import type { Config } from '../config';
import type { Diagnostic, Severity } from '../diagnostic';
import { aboutOf } from '../model/baseline/documentBaseline';
import { suppressionsOf, type Waiver } from '../model/suppressions';
import type { Finding, Rule, RuleContext, RuleDiagnostic } from './rule';
import { waiveFixes } from './waiveFixes';

/** Told of a rule that threw; the other rules' findings stand. */
export type RuleErrorListener = (rule: string, error: unknown) => void;

/** What rules find in one document. */
export interface Findings {
  /** Rule by rule; those of a whole document are put in order {@link byPlace}. */
  readonly diagnostics: readonly RuleDiagnostic[];
  /** What the document's comments waive, and what the baseline knows; not reported. */
  readonly waived: readonly WaivedDiagnostic[];
  /** Ids of the rules that are switched on and came to their end. */
  readonly completed: readonly string[];
}

export interface WaivedDiagnostic {
  readonly diagnostic: RuleDiagnostic;
  readonly waiver: Waiver;
}

export const noFindings: Findings = { diagnostics: [], waived: [], completed: [] };

export function runRules(rules: readonly Rule[], context: RuleContext, onError: RuleErrorListener): Findings {
  return joinFindings(rules.map((rule) => runRule(rule, context, onError)));
}

export function joinFindings(all: readonly Findings[]): Findings {
  const diagnostics: RuleDiagnostic[] = [];
  const waived: WaivedDiagnostic[] = [];
  const completed: string[] = [];
  for (const findings of all) {
    for (const diagnostic of findings.diagnostics) diagnostics.push(diagnostic);
    for (const each of findings.waived) waived.push(each);
    for (const rule of findings.completed) completed.push(rule);
  }
  return { diagnostics, waived, completed };
}

/** The severity a rule reports at, or undefined if it is switched off. */
export function severityOf(rule: Rule, config: Config) {
  const severity = config.rules[rule.id] ?? rule.severity;
  return severity === 'off' ? undefined : severity;
}

function runRule(rule: Rule, context: RuleContext, onError: RuleErrorListener): Findings {
  const severity = severityOf(rule, context.config);
  if (!severity || context.document.identity.archived) return noFindings;
  const isConfigured = context.config.rules[rule.id] !== undefined;
  const diagnostics: RuleDiagnostic[] = [];
  const waived: WaivedDiagnostic[] = [];
  // What is said of waivers themselves cannot be waived.
  const suppressions = rule.reads === 'outcome' ? undefined : suppressionsOf(context.document.parsed);
  try {
    for (const finding of rule.check(context)) {
      const own = finding.severity;
      const level = own === 'hint' || !isConfigured ? capped(own ?? severity, context) : severity;
      const diagnostic = toDiagnostic(rule, finding, level);
      const { start } = finding.range;
      const waiver =
        suppressions?.covering(rule.id, start) ??
        context.baseline?.covering(rule.id, aboutOf(rule.family, finding.message), start);
      if (waiver) waived.push({ diagnostic, waiver });
      else diagnostics.push(diagnostic);
    }
  } catch (error) {
    onError(rule.id, error);
    return { diagnostics, waived, completed: [] };
  }
  return { diagnostics, waived, completed: [rule.id] };
}

/** Where nothing but a name speaks of phases, what is unfinished is only told; what is wrong is wrong anywhere. */
function capped(severity: Severity, { document }: RuleContext): Severity {
  return severity === 'warning' && document.identity.tentative ? 'information' : severity;
}

const made = new WeakMap<Finding, RuleDiagnostic>();

/** The same object for the same finding: what shells make of it can be kept with it. */
function toDiagnostic(rule: Rule, finding: Finding, severity: Diagnostic['severity']): RuleDiagnostic {
  const known = made.get(finding);
  if (known?.severity === severity) return known;
  const { range, message, related = [], fixes = [] } = finding;
  const ownFixes = typeof fixes === 'function' ? fixes : () => fixes;
  const diagnostic: RuleDiagnostic = {
    rule: rule.id,
    severity,
    range,
    message,
    related,
    // What a claim rests on is for its author to judge; the form of a document is for the schema.
    fixes:
      rule.family === 'claims'
        ? (context) => [...ownFixes(context), ...waiveFixes(context.document, rule.id, range.start)]
        : ownFixes,
  };
  made.set(finding, diagnostic);
  return diagnostic;
}

/** Order of findings within a document: place, then rule id. */
export function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    a.range.start.line - b.range.start.line ||
    a.range.start.character - b.range.start.character ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}
