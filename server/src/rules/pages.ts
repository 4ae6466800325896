/** The page of each rule, by id: what `explain` prints and the editor opens. */
import ambiguousReference from './ambiguous-reference.md';
import brokenEncoding from './broken-encoding.md';
import brokenEvidence from './broken-evidence.md';
import conflictingMetric from './conflicting-metric.md';
import conflictingStatus from './conflicting-status.md';
import contradictedClaim from './contradicted-claim.md';
import duplicateId from './duplicate-id.md';
import duplicateDocument from './duplicate-document.md';
import emptySection from './empty-section.md';
import inconsistentNumber from './inconsistent-number.md';
import invalidDataBlock from './invalid-data-block.md';
import invalidField from './invalid-field.md';
import invalidRecord from './invalid-record.md';
import invalidSuppression from './invalid-suppression.md';
import invalidTable from './invalid-table.md';
import misplacedSection from './misplaced-section.md';
import leftoverPlaceholder from './leftover-placeholder.md';
import missingDocument from './missing-document.md';
import missingField from './missing-field.md';
import missingOutput from './missing-output.md';
import missingSection from './missing-section.md';
import prematureCompletion from './premature-completion.md';
import mixedStatus from './mixed-status.md';
import phaseMismatch from './phase-mismatch.md';
import staleEvidence from './stale-evidence.md';
import unansweredObligation from './unanswered-obligation.md';
import unexpectedSection from './unexpected-section.md';
import unresolvedReference from './unresolved-reference.md';
import unsupportedClaim from './unsupported-claim.md';
import vacuousEvidence from './vacuous-evidence.md';
import weakClaim from './weak-claim.md';

export const rulePages: ReadonlyMap<string, string> = new Map([
  ['unsupported-claim', unsupportedClaim],
  ['contradicted-claim', contradictedClaim],
  ['broken-evidence', brokenEvidence],
  ['vacuous-evidence', vacuousEvidence],
  ['stale-evidence', staleEvidence],
  ['weak-claim', weakClaim],
  ['inconsistent-number', inconsistentNumber],
  ['missing-section', missingSection],
  ['misplaced-section', misplacedSection],
  ['empty-section', emptySection],
  ['unexpected-section', unexpectedSection],
  ['missing-field', missingField],
  ['invalid-field', invalidField],
  ['invalid-table', invalidTable],
  ['invalid-data-block', invalidDataBlock],
  ['invalid-record', invalidRecord],
  ['mixed-status', mixedStatus],
  ['leftover-placeholder', leftoverPlaceholder],
  ['broken-encoding', brokenEncoding],
  ['invalid-suppression', invalidSuppression],
  ['ambiguous-reference', ambiguousReference],
  ['conflicting-metric', conflictingMetric],
  ['conflicting-status', conflictingStatus],
  ['duplicate-id', duplicateId],
  ['missing-output', missingOutput],
  ['premature-completion', prematureCompletion],
  ['unanswered-obligation', unansweredObligation],
  ['missing-document', missingDocument],
  ['unresolved-reference', unresolvedReference],
  ['phase-mismatch', phaseMismatch],
  ['duplicate-document', duplicateDocument],
]);
