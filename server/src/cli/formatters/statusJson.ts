/**
 * `phase-docs status` for scripts; the same promises as in `json.ts`.
 *
 * { schemaVersion: 1, initiatives: [{ name, path, progress, findings,
 *     documents: [{ kind, path, progress, findings }],
 *     phases: [{ name, progress, findings, documents: [...] }],
 *     chain: { phases: [{ name, declared?, openTasks, openClaims, conflicts, obligations }],
 *       obligations: [{ path, line, text, due, suggestion?: { path, line } }],
 *       conflicts: [{ path, line, rule, message }] } }] }
 *
 * where lines count from one, progress is { state, tasks: { done, total }, claims: { supported, waived, total }, explanation } and findings are counts.
 */
import type { DocumentNode, ObligationNode, PhaseNode } from '../../protocol';
import type { StatusInitiative } from '../report';

const SCHEMA_VERSION = 1;

export function formatStatusJson(initiatives: readonly StatusInitiative[]): string {
  const output = {
    schemaVersion: SCHEMA_VERSION,
    initiatives: initiatives.map(({ node, chain, path, pathOf }) => {
      const toDocument = ({ label, uri, progress, counts }: DocumentNode) => {
        return { kind: label, path: pathOf(uri), progress, findings: counts };
      };
      const toPhase = ({ label, progress, counts, documents }: PhaseNode) => {
        return { name: label, progress, findings: counts, documents: documents.map(toDocument) };
      };
      const toObligation = ({ uri, position, label, description, suggestion }: ObligationNode) => ({
        path: pathOf(uri),
        line: position.line + 1,
        text: label,
        due: description,
        suggestion: suggestion && { path: pathOf(suggestion.uri), line: suggestion.line + 1 },
      });
      return {
        name: node.label,
        path,
        progress: node.progress,
        findings: node.counts,
        documents: node.documents.map(toDocument),
        phases: node.phases.map(toPhase),
        chain: {
          phases: chain.phases,
          obligations: chain.obligations.map(toObligation),
          conflicts: chain.conflicts.map(({ uri, line, rule, message }) => {
            return { path: pathOf(uri), line: line + 1, rule, message };
          }),
        },
      };
    }),
  };
  return `${JSON.stringify(output, undefined, 2)}\n`;
}
