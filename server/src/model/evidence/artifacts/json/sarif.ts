/** SARIF 2.1.0, findings of static analysis: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. */
import { measured, unreadable, vacuous } from '../artifact';
import type { Quantity } from '../artifact';
import { readDecimal } from '../numbers';
import type { JsonAdapter } from './jsonAdapter';
import { isArray, member } from './jsonValue';
import type { JsonValue } from './jsonValue';

const LEVELS = ['error', 'warning', 'note'] as const;
const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;

export const sarifAdapter: JsonAdapter = {
  format: 'sarif',
  matches: (value) => {
    const schema = member(value, '$schema');
    const version = member(value, 'version');
    const named = (typeof schema === 'string' && schema.includes('sarif')) || version === '2.1.0';
    return named && member(value, 'runs') !== undefined;
  },
  read: (value) => {
    const runs = member(value, 'runs');
    if (!isArray(runs)) return unreadable('/runs is not a list');
    if (runs.length === 0) return vacuous('no runs');
    const counts = new Map<string, number>();
    let total = 0;
    let rated = 0;
    for (const [index, run] of runs.entries()) {
      const reason = whyUnfinished(run);
      if (reason) return unreadable(`run ${index + 1}: ${reason}`);
      const rules = rulesOf(run);
      const results = member(run, 'results');
      for (const result of isArray(results) ? results : []) {
        if (!isOpen(result)) continue;
        total++;
        const rule = ruleOf(result, rules);
        const level = levelOf(result, rule);
        const severity = severityOf(rule);
        if (severity) rated++;
        for (const scope of [level, severity]) if (scope) counts.set(scope, (counts.get(scope) ?? 0) + 1);
      }
    }
    // Severities are told only if every finding has one: of the others nobody knows whether they are critical.
    const scopes = [...LEVELS, ...(rated === total ? SEVERITIES : [])];
    const quantity = (scope?: string): Quantity => ({
      name: 'findings',
      value: scope === undefined ? total : (counts.get(scope) ?? 0),
      unit: 'count',
      ...(scope === undefined ? {} : { scope, scopeKind: 'level' }),
    });
    return measured([quantity(), ...scopes.map(quantity)]);
  },
};

/** A tool that stopped, or that was never started, found nothing either. */
function whyUnfinished(run: JsonValue): string | undefined {
  const invocations = member(run, 'invocations');
  const failed = (isArray(invocations) ? invocations : []).some(
    (invocation) => member(invocation, 'executionSuccessful') === false,
  );
  if (failed) return 'the tool did not finish';
  return isArray(member(run, 'results')) ? undefined : 'it has no results';
}

/** Counts as a finding: not passed, not suppressed, not gone since the baseline. */
function isOpen(result: JsonValue): boolean {
  const kind = member(result, 'kind');
  if (kind !== undefined && kind !== 'fail') return false;
  if (member(result, 'baselineState') === 'absent') return false;
  const suppressions = member(result, 'suppressions');
  if (!isArray(suppressions) || suppressions.length === 0) return true;
  return suppressions.every((suppression) => {
    const status = member(suppression, 'status');
    return status === 'underReview' || status === 'rejected';
  });
}

interface Rules {
  readonly byIndex: readonly JsonValue[];
  readonly byId: ReadonlyMap<string, JsonValue>;
}

function rulesOf(run: JsonValue): Rules {
  const rules = member(member(member(run, 'tool'), 'driver'), 'rules');
  const byIndex = isArray(rules) ? rules : [];
  const byId = new Map<string, JsonValue>();
  for (const rule of byIndex) {
    const id = member(rule, 'id');
    if (typeof id === 'string') byId.set(id, rule);
  }
  return { byIndex, byId };
}

function ruleOf(result: JsonValue, { byIndex, byId }: Rules): JsonValue | undefined {
  const id = member(result, 'ruleId') ?? member(member(result, 'rule'), 'id');
  const found = typeof id === 'string' ? byId.get(id) : undefined;
  const index = member(result, 'ruleIndex') ?? member(member(result, 'rule'), 'index');
  return found ?? (typeof index === 'number' ? byIndex[index] : undefined);
}

function levelOf(result: JsonValue, rule: JsonValue | undefined): string {
  const level = member(result, 'level') ?? member(member(rule, 'defaultConfiguration'), 'level');
  return typeof level === 'string' ? level : 'warning';
}

/** GitHub's reading of `security-severity`, a CVSS score. */
function severityOf(rule: JsonValue | undefined): (typeof SEVERITIES)[number] | undefined {
  const written = member(member(rule, 'properties'), 'security-severity');
  const score = typeof written === 'number' ? written : readDecimal(typeof written === 'string' ? written : undefined);
  if (score === undefined || score <= 0 || score > 10) return undefined;
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  return score >= 4 ? 'medium' : 'low';
}
