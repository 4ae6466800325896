/**
 * For scripts. The shape is a contract: fields may be added, and `schemaVersion` grows when one changes its meaning or
 * goes away. Lines and columns count from one, columns in UTF-16 code units, ends are exclusive.
 *
 * {
 *   schemaVersion: 1,
 *   tool: { name, version },
 *   summary: { documents, documentsWithFindings, errors, warnings, informations },
 *   documents: [{
 *     path, kind, phase?, iteration?, initiative,
 *     findings: [{
 *       rule, severity, message, line, column, endLine, endColumn,
 *       related: [{ path, line, column, endLine, endColumn, message }],
 *       fixes: [{ title, preferred, safe }],
 *       claims?: [...]    with `--explain`: the claims that it is about, each as in `claimsJson.ts`
 *     }]
 *   }]
 * }
 */
import type { CheckedDocument, ReportedFinding } from '../report';
import { toJsonClaim } from './claimsJson';
import type { Formatter } from './formatter';
import { toJsonRange } from './jsonRange';

const SCHEMA_VERSION = 1;

export const jsonFormatter: Formatter = {
  needsText: false,
  needsFixes: true,
  needsWaived: false,
  format({ documents, counts, version }) {
    const output = {
      schemaVersion: SCHEMA_VERSION,
      tool: { name: 'phase-docs', version },
      summary: counts,
      documents: documents.map(toJsonDocument),
    };
    return `${JSON.stringify(output, undefined, 2)}\n`;
  },
};

function toJsonDocument({ path, kind, phase, iteration, initiative, findings }: CheckedDocument): object {
  return { path, kind, phase, iteration, initiative, findings: findings.map(toJsonFinding) };
}

function toJsonFinding({ rule, severity, message, range, related, fixes, claims }: ReportedFinding): object {
  return {
    rule,
    severity,
    message,
    ...toJsonRange(range),
    related: related.map((place) => ({ path: place.path, ...toJsonRange(place.range), message: place.message })),
    fixes: fixes.map(({ title, preferred, safe }) => ({ title, preferred, safe })),
    claims: claims?.map(toJsonClaim),
  };
}
