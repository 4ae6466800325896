/** How far the requirements of an initiative have come, in numbers and words that every form of the trace shares. */
import type { TracedRequirement, TracedTask, TraceStep } from './traceRequirements';

export interface TraceCounts {
  readonly requirements: number;
  /** In a to-do list. */
  readonly planned: number;
  /** In a claim of a phase. */
  readonly claimed: number;
  /** By a claim that its evidence bears out, or that is waived with a reason. */
  readonly shown: number;
}

/** @param requirements each with the steps that it lacks */
export function countTrace(requirements: readonly Pick<TracedRequirement, 'gaps'>[]): TraceCounts {
  const having = (step: TraceStep) => requirements.filter(({ gaps }) => !gaps.includes(step)).length;
  return {
    requirements: requirements.length,
    planned: having('task'),
    claimed: having('claim'),
    shown: having('evidence'),
  };
}

/** `3/5`, `done`, `open`; `said` where nothing can be ticked. */
export function taskState({ state, done, total }: Pick<TracedTask, 'state' | 'done' | 'total'>): string {
  return total > 1 ? `${done}/${total}` : state;
}
