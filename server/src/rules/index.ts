/** All rules, by family. The order is that of the documentation. */
import { brokenEncoding } from './broken-encoding';
import { brokenEvidence } from './broken-evidence';
import { contradictedClaim } from './contradicted-claim';
import { duplicateDocument } from './duplicate-document';
import { inconsistentNumber } from './inconsistent-number';
import { invalidSuppression } from './invalid-suppression';
import { leftoverPlaceholder } from './leftover-placeholder';
import { missingDocument } from './missing-document';
import { missingField } from './missing-field';
import { missingSection } from './missing-section';
import { mixedStatus } from './mixed-status';
import { phaseMismatch } from './phase-mismatch';
import type { Rule } from './rule';
import { staleEvidence } from './stale-evidence';
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
  missingField,
  mixedStatus,
  leftoverPlaceholder,
  brokenEncoding,
  invalidSuppression,
  missingDocument,
  unresolvedReference,
  phaseMismatch,
  duplicateDocument,
];
