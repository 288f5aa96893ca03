import { type PlanQuestion, type PlannedGraph, openPlanner } from '../planner.ts';

/** The planning process: is told a graph, then answers one question after the other. */
let answer: ReturnType<typeof openPlanner> | undefined;

process.on('message', (message: PlannedGraph | PlanQuestion) => {
  if ('supergraphSdl' in message) {
    answer = openPlanner(message);
    process.send?.('ready');
    return;
  }
  process.send?.(answered(message));
});

function answered(question: PlanQuestion) {
  try {
    return { plan: answer?.(question) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}
