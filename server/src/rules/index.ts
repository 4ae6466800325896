/** All rules, by family. The order is that of the documentation. */
import { brokenEvidence } from './broken-evidence';
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
  missingDocument,
  unresolvedReference,
];
