/**
 * `phase-docs trace` for scripts; the same promises as in `json.ts`: fields may be added, `schemaVersion` grows when one
 * changes its meaning, lines count from one, paths are relative to the current folder.
 *
 * {
 *   schemaVersion: 1,
 *   tool: { name, version },
 *   initiatives: [{
 *     name, path,
 *     summary: { requirements, planned, claimed, shown },
 *     requirements: [{
 *       id?, words, section, path, line,
 *       tasks: [{ path, line, words, phase?, state, done, total }],      state: open | done | said
 *       claims: [{ path, line, words, phase?, verdict, evidence: [{ path? , target? }] }],
 *       mentions: [{ path, line, words, phase? }],       named by a phase without a claim
 *       missing: [step]                                  task | claim | evidence
 *     }]
 *   }]
 * }
 */
import { countTrace } from '../../features/trace/countTrace';
import type { TracePlace, TracedRequirement } from '../../features/trace/traceRequirements';
import type { ReportedTrace, TraceReport } from '../traceReport';

const SCHEMA_VERSION = 1;

export function formatTraceJson({ initiatives, version, pathOf }: TraceReport): string {
  const toPlace = ({ uri, line, words, phase }: TracePlace) => {
    return { path: pathOf(uri), line: line + 1, words, phase: phase || undefined };
  };
  const toRequirement = (traced: TracedRequirement, { fromRoot }: ReportedTrace) => {
    const { requirement, place, tasks, claims, mentions, gaps } = traced;
    return {
      id: requirement.id,
      words: requirement.words,
      section: requirement.section,
      path: pathOf(place.uri),
      line: place.line + 1,
      tasks: tasks.map(({ state, done, total, ...task }) => ({ ...toPlace(task), state, done, total })),
      claims: claims.map(({ verdict, evidence, ...claim }) => ({
        ...toPlace(claim),
        verdict,
        evidence: evidence.map(({ target, isFile }) => (isFile ? { path: fromRoot(target) } : { target })),
      })),
      mentions: mentions.map(toPlace),
      missing: gaps,
    };
  };
  const output = {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'phase-docs', version },
    initiatives: initiatives.map((trace) => ({
      name: trace.label,
      path: trace.path,
      summary: countTrace(trace.requirements),
      requirements: trace.requirements.map((traced) => toRequirement(traced, trace)),
    })),
  };
  return `${JSON.stringify(output, undefined, 2)}\n`;
}
