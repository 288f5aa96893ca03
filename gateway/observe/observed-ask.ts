import type { Work } from '../../lib/observe/index.ts';
import type { Ask } from '../execute/execution.ts';
import { isRow } from '../execute/response.ts';
import { type DepartmentAnswer, type DepartmentRequest, TransportError } from '../transport/transport.ts';

/** Tells whoever sees the work of a request what departments are asked in it. */
export function observedAsk(ask: Ask): Ask {
  return (service, request, context) => {
    const { work } = context;
    if (work === undefined) return ask(service, request, context);
    const fetch = work.begin('fetch', { department: service, ...entitiesOf(request) });
    return told(fetch, ask(service, request, { ...context, work: fetch }));
  };
}

async function told(fetch: Work, asked: Promise<DepartmentAnswer>): Promise<DepartmentAnswer> {
  try {
    const answer = await asked;
    fetch.end(answer.errors?.length ? 'PARTIAL' : 'OK');
    return answer;
  } catch (error) {
    fetch.end(error instanceof TransportError ? error.code : 'INTERNAL');
    throw error;
  }
}

/** How many objects it is to complete: they are sent with the names of their types, which no client's variable holds. */
function entitiesOf({ variables = {} }: DepartmentRequest): { entities?: number } {
  const lists = Object.values(variables).filter(
    value => Array.isArray(value) && isRow(value[0]) && '__typename' in value[0],
  );
  return lists.length > 0 ? { entities: lists.reduce<number>((sum, list) => sum + (list as unknown[]).length, 0) } : {};
}
