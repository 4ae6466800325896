/** Runs rules over one document: severity from the configuration, isolation of crashes, stable order. */
import type { Config } from '../config';
import type { Diagnostic } from '../diagnostic';
import type { Finding, Rule, RuleContext } from './rule';

/** Told of a rule that threw; the other rules' findings stand. */
export type RuleErrorListener = (rule: string, error: unknown) => void;

/** @returns findings in order of place, then rule id */
export function runRules(
  rules: readonly Rule[],
  context: RuleContext,
  onError: RuleErrorListener,
): readonly Diagnostic[] {
  const diagnostics = rules.flatMap((rule) => runRule(rule, context, onError));
  return diagnostics.sort(byPlace);
}

/** The severity a rule reports at, or undefined if it is switched off. */
export function severityOf(rule: Rule, config: Config) {
  const severity = config.rules[rule.id] ?? rule.severity;
  return severity === 'off' ? undefined : severity;
}

function runRule(rule: Rule, context: RuleContext, onError: RuleErrorListener): readonly Diagnostic[] {
  const severity = severityOf(rule, context.config);
  if (!severity || context.document.identity.archived) return [];
  const isConfigured = context.config.rules[rule.id] !== undefined;
  const found: Diagnostic[] = [];
  try {
    for (const finding of rule.check(context)) {
      const own = finding.severity;
      found.push(toDiagnostic(rule, finding, own === 'hint' || !isConfigured ? (own ?? severity) : severity));
    }
  } catch (error) {
    onError(rule.id, error);
  }
  return found;
}

function toDiagnostic(rule: Rule, finding: Finding, severity: Diagnostic['severity']): Diagnostic {
  return {
    rule: rule.id,
    severity,
    range: finding.range,
    message: finding.message,
    related: finding.related ?? [],
    fixes: lazily(finding.fixes),
  };
}

function lazily(fixes: Finding['fixes']): Diagnostic['fixes'] {
  return typeof fixes === 'function' ? fixes : () => fixes ?? [];
}

/** Order of findings within a document: place, then rule id. */
export function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    a.range.start.line - b.range.start.line ||
    a.range.start.character - b.range.start.character ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}
