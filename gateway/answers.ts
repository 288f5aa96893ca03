import type { Identity } from '../lib/kernel/identity.ts';
import type { IncrementalAnswers } from './execute/defer/deferred-plan.ts';
import { ErrorList } from './execute/error-list.ts';
import type { Ask, Execution } from './execute/execution.ts';
import { FailureMap } from './execute/failure.ts';
import type { Response, Row } from './execute/response.ts';
import type { GatewayContext, GatewayOptions } from './gateway.ts';
import { Deadline } from './transport/deadline.ts';

/** Lets answers be made, each within the time that a request has. */
export class Answers {
  readonly #ask: Ask;
  readonly #identity: Identity | undefined;
  readonly #deadline: number;

  constructor(ask: Ask, { defaultIdentity, deadline = 30_000 }: Pick<GatewayOptions, 'defaultIdentity' | 'deadline'>) {
    this.#ask = ask;
    this.#identity = defaultIdentity;
    this.#deadline = deadline;
  }

  async one(
    variables: Row,
    context: GatewayContext,
    execute: (execution: Execution) => Promise<Row | null>,
  ): Promise<Response> {
    const end = new Deadline(this.#deadline, context.signal);
    const execution = this.#begin(variables, context, end);
    try {
      const data = await execute(execution);
      const errors = execution.errors.all;
      return errors.length > 0 ? { errors, data } : { data };
    } finally {
      end.clear();
    }
  }

  /** An answer whose parts all have to come within the time. */
  async inParts(
    variables: Row,
    context: GatewayContext,
    execute: (execution: Execution) => Promise<Response | IncrementalAnswers>,
  ): Promise<Response | IncrementalAnswers> {
    const end = new Deadline(this.#deadline, context.signal);
    let answer: Response | IncrementalAnswers | undefined;
    try {
      answer = await execute(this.#begin(variables, context, end));
      return 'next' in answer ? untilLast(answer, end) : answer;
    } finally {
      if (answer === undefined || !('next' in answer)) end.clear();
    }
  }

  #begin(variables: Row, { identity = this.#identity, work }: GatewayContext, { signal }: Deadline): Execution {
    return {
      ask: this.#ask,
      context: { identity, signal, work },
      variables,
      data: {},
      errors: new ErrorList(),
      failures: new FailureMap(),
      collected: new Map(),
    };
  }
}

/** Ends what is under way when the last part has been taken, or the loop over them is left. */
async function* untilLast(parts: IncrementalAnswers, end: Deadline): IncrementalAnswers {
  try {
    yield* parts;
  } finally {
    end.abort();
  }
}
