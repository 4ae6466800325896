/** The trace of requirements as a report tells it: each step with a place to open. */
import type { ProjectView } from '../../model/project';
import { taskState } from '../trace/countTrace';
import type { TracedEvidence, TracedRequirement, TracePlace } from '../trace/traceRequirements';
import type { ReportedRequirement, ReportPlace } from './phaseReport';

/** @param pathOf path of a document of the initiative by its URI */
export function reportRequirement(
  { requirement, place, tasks, claims, gaps }: TracedRequirement,
  pathOf: (uri: string) => string,
  project: Pick<ProjectView, 'uriOf'>,
): ReportedRequirement {
  const at = ({ uri, line }: TracePlace): ReportPlace => ({ uri, path: pathOf(uri), line, character: 0 });
  const evidence = new Map(claims.flatMap((claim) => claim.evidence.map((one) => [one.target, one] as const)));
  return {
    place: at(place),
    id: requirement.id,
    words: requirement.words,
    tasks: tasks.map((task) => ({ place: at(task), state: taskState(task), words: task.words })),
    claims: claims.map((claim) => ({ place: at(claim), state: claim.verdict, words: claim.words })),
    evidence: [...evidence.values()].map((one) => ({ words: one.target, place: fileOf(one, project) })),
    gaps,
  };
}

function fileOf({ target, isFile }: TracedEvidence, project: Pick<ProjectView, 'uriOf'>): ReportPlace | undefined {
  return isFile ? { uri: project.uriOf(target), path: target, line: 0, character: 0 } : undefined;
}
