/**
 * `phase-docs status` for scripts; the same promises as in `json.ts`.
 *
 * { schemaVersion: 1, initiatives: [{ name, path, progress, findings,
 *     documents: [{ kind, path, progress, findings }],
 *     phases: [{ name, progress, findings, documents: [...] }] }] }
 *
 * where progress is { state, tasks: { done, total }, claims: { supported, waived, total }, explanation } and findings are counts.
 */
import type { DocumentNode, PhaseNode } from '../../protocol';
import type { StatusInitiative } from '../report';

const SCHEMA_VERSION = 1;

export function formatStatusJson(initiatives: readonly StatusInitiative[]): string {
  const output = {
    schemaVersion: SCHEMA_VERSION,
    initiatives: initiatives.map(({ node, path, pathOf }) => {
      const toDocument = ({ label, uri, progress, counts }: DocumentNode) => {
        return { kind: label, path: pathOf(uri), progress, findings: counts };
      };
      const toPhase = ({ label, progress, counts, documents }: PhaseNode) => {
        return { name: label, progress, findings: counts, documents: documents.map(toDocument) };
      };
      return {
        name: node.label,
        path,
        progress: node.progress,
        findings: node.counts,
        documents: node.documents.map(toDocument),
        phases: node.phases.map(toPhase),
      };
    }),
  };
  return `${JSON.stringify(output, undefined, 2)}\n`;
}
