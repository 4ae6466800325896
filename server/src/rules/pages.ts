/** The page of each rule, by id: what `explain` prints and the editor opens. */
import brokenEvidence from './broken-evidence.md';
import inconsistentNumber from './inconsistent-number.md';
import invalidSuppression from './invalid-suppression.md';
import missingDocument from './missing-document.md';
import missingField from './missing-field.md';
import missingSection from './missing-section.md';
import unresolvedReference from './unresolved-reference.md';
import unsupportedClaim from './unsupported-claim.md';
import weakClaim from './weak-claim.md';

export const rulePages: ReadonlyMap<string, string> = new Map([
  ['unsupported-claim', unsupportedClaim],
  ['broken-evidence', brokenEvidence],
  ['weak-claim', weakClaim],
  ['inconsistent-number', inconsistentNumber],
  ['missing-section', missingSection],
  ['missing-field', missingField],
  ['invalid-suppression', invalidSuppression],
  ['missing-document', missingDocument],
  ['unresolved-reference', unresolvedReference],
]);
