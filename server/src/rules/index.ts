/** All rules, by family. The order is that of the documentation. */
import { brokenEvidence } from './broken-evidence';
import { invalidSuppression } from './invalid-suppression';
import { missingDocument } from './missing-document';
import { missingField } from './missing-field';
import { missingSection } from './missing-section';
import type { Rule } from './rule';
import { unresolvedReference } from './unresolved-reference';
import { unsupportedClaim } from './unsupported-claim';

export const rules: readonly Rule[] = [
  unsupportedClaim,
  brokenEvidence,
  missingSection,
  missingField,
  invalidSuppression,
  missingDocument,
  unresolvedReference,
];
