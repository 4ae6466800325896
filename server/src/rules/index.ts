/** All rules, by family. The order is that of the documentation. */
import { ambiguousReference } from './ambiguous-reference';
import { brokenEncoding } from './broken-encoding';
import { brokenEvidence } from './broken-evidence';
import { conflictingMetric } from './conflicting-metric';
import { conflictingStatus } from './conflicting-status';
import { contradictedClaim } from './contradicted-claim';
import { duplicateId } from './duplicate-id';
import { duplicateDocument } from './duplicate-document';
import { emptySection } from './empty-section';
import { inconsistentNumber } from './inconsistent-number';
import { invalidDataBlock } from './invalid-data-block';
import { invalidField } from './invalid-field';
import { invalidRecord } from './invalid-record';
import { invalidSuppression } from './invalid-suppression';
import { invalidTable } from './invalid-table';
import { misplacedSection } from './misplaced-section';
import { leftoverPlaceholder } from './leftover-placeholder';
import { missingDocument } from './missing-document';
import { missingField } from './missing-field';
import { missingOutput } from './missing-output';
import { missingSection } from './missing-section';
import { prematureCompletion } from './premature-completion';
import { mixedStatus } from './mixed-status';
import { phaseMismatch } from './phase-mismatch';
import type { Rule } from './rule';
import { staleEvidence } from './stale-evidence';
import { unansweredObligation } from './unanswered-obligation';
import { unexpectedSection } from './unexpected-section';
import { unresolvedReference } from './unresolved-reference';
import { unsupportedClaim } from './unsupported-claim';
import { vacuousEvidence } from './vacuous-evidence';
import { weakClaim } from './weak-claim';

export const rules: readonly Rule[] = [
  unsupportedClaim,
  contradictedClaim,
  brokenEvidence,
  vacuousEvidence,
  staleEvidence,
  weakClaim,
  inconsistentNumber,
  missingSection,
  misplacedSection,
  emptySection,
  unexpectedSection,
  missingField,
  invalidField,
  invalidTable,
  invalidDataBlock,
  invalidRecord,
  mixedStatus,
  leftoverPlaceholder,
  brokenEncoding,
  invalidSuppression,
  missingDocument,
  phaseMismatch,
  duplicateDocument,
  missingOutput,
  unansweredObligation,
  prematureCompletion,
  conflictingMetric,
  conflictingStatus,
  duplicateId,
  unresolvedReference,
  ambiguousReference,
];
