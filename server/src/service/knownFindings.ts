import type { BaselineEntry } from '../model/baseline/baselineFile';
import { collectEntries } from '../model/baseline/collectBaseline';
import { rules } from '../rules/index';
import type { Findings } from '../rules/runRules';
import type { ParsedDocument } from '../syntax/document';

const families = new Map(rules.map(({ id, family }) => [id, family]));

/** Everything that is found, what the baseline knows already included; not what comments waive. */
export function entriesOf(document: ParsedDocument, { diagnostics, waived }: Findings): readonly BaselineEntry[] {
  const known = waived.filter(({ waiver }) => waiver.form === 'baseline').map(({ diagnostic }) => diagnostic);
  const found = [...diagnostics, ...known].map(({ rule, message, range }) => {
    return { rule, message, range, family: families.get(rule) ?? '' };
  });
  return collectEntries(document, found);
}
