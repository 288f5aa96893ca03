import { type DepartmentAnswer, TransportError } from './transport.ts';

/** A department's answer out of its text. Throws SUBGRAPH_ERROR for what is not GraphQL. */
export function readAnswer(text: string): DepartmentAnswer {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch (cause) {
    throw new TransportError('SUBGRAPH_ERROR', { cause });
  }
  if (typeof answer !== 'object' || answer === null || !('data' in answer || 'errors' in answer)) {
    throw new TransportError('SUBGRAPH_ERROR');
  }
  return answer as DepartmentAnswer;
}
