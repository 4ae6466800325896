/** All rules, by family. The order is that of the documentation. */
import { brokenEvidence } from './broken-evidence';
import { inconsistentNumber } from './inconsistent-number';
import { invalidSuppression } from './invalid-suppression';
import { missingDocument } from './missing-document';
import { missingField } from './missing-field';
import { missingSection } from './missing-section';
import type { Rule } from './rule';
import { unresolvedReference } from './unresolved-reference';
import { unsupportedClaim } from './unsupported-claim';
import { weakClaim } from './weak-claim';

export const rules: readonly Rule[] = [
  unsupportedClaim,
  brokenEvidence,
  weakClaim,
  inconsistentNumber,
  missingSection,
  missingField,
  invalidSuppression,
  missingDocument,
  unresolvedReference,
];
