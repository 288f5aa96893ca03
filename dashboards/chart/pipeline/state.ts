/** One stage of a criminal case: median length with its interval, in days. `high` null: not bounded above. */
export interface PipelineStage {
  readonly name: string;
  /** From which event to which. */
  readonly span: string;
  readonly median: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Value with unit, or the words of its status. */
  readonly text: string;
  /** Interval and cases, or the reason. */
  readonly detail: string;
}

export interface PipelineState {
  readonly stages: readonly PipelineStage[];
  /** End of the common axis, in days. */
  readonly longest: number;
}

export function pipelineState(stages: readonly PipelineStage[]): PipelineState {
  const lengths = stages.flatMap(({ median, low, high }) => [median, low, high].filter(days => days !== null));
  return { stages, longest: Math.max(30, ...lengths) };
}
