import type { Work } from '../../lib/observe/index.ts';
import type { Ask } from '../execute/execution.ts';
import { type DepartmentAnswer, TransportError } from '../transport/transport.ts';

/** Tells whoever sees the work of a request what departments are asked in it. */
export function observedAsk(ask: Ask): Ask {
  return (service, request, context) => {
    const { work } = context;
    if (work === undefined) return ask(service, request, context);
    const fetch = work.begin('fetch', {
      department: service,
      ...(request.entities ? { entities: request.entities } : {}),
    });
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
