import { rulePages } from '../rules/pages';
import { rules } from '../rules/index';
import type { RuleDescription } from './report';

/** All rules with their pages, in the order of the documentation. */
export function describeRules(): readonly RuleDescription[] {
  return rules.map(({ id, summary, severity }) => ({ id, summary, severity, page: rulePages.get(id) ?? '' }));
}
