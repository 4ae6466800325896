/** All rules, by family. The order is that of the documentation. */
import { brokenEvidence } from './broken-evidence';
import { contradictedClaim } from './contradicted-claim';
import { invalidSuppression } from './invalid-suppression';
import { missingDocument } from './missing-document';
import { missingField } from './missing-field';
import { missingSection } from './missing-section';
import type { Rule } from './rule';
import { staleEvidence } from './stale-evidence';
import { unresolvedReference } from './unresolved-reference';
import { unsupportedClaim } from './unsupported-claim';
import { vacuousEvidence } from './vacuous-evidence';

export const rules: readonly Rule[] = [
  unsupportedClaim,
  contradictedClaim,
  brokenEvidence,
  vacuousEvidence,
  staleEvidence,
  missingSection,
  missingField,
  invalidSuppression,
  missingDocument,
  unresolvedReference,
];
