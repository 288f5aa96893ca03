import { setImmediate as turn } from 'node:timers/promises';
import { parse, validate } from 'graphql';
import { type StreamedResponse, type Transport, createGateway } from '../../../../gateway/index.ts';
import { addDefers } from './add-defers.ts';
import { Choices } from './choices.ts';
import { type Answer, difference } from './compare.ts';
import { makeModel } from './make-model.ts';
import { makeOperation } from './make-operation.ts';
import { makeWorld } from './make-world.ts';
import { asOnePart, mergeParts } from './merge-parts.ts';
import type { Moment } from './resolve.ts';
import { type Outcome, type Tapes, isUnplannable, limits } from './run-case.ts';
import { serveSubgraphs } from './serve.ts';

/** Asks one graph several operations with @defer, in one part and in several, and compares. Counts those of several. */
export async function runDeferredCase(tapes: Tapes): Promise<Outcome> {
  const model = makeModel(new Choices(tapes.model));
  const world = makeWorld(new Choices(tapes.world), model);
  const moment: Moment = { model, world, mutations: new Map() };
  const log: string[] = [];
  let served;
  try {
    served = serveSubgraphs(model, moment, log);
  } catch (error) {
    return { discarded: String(error) };
  }
  const pace = new Choices(tapes.world.toReversed());
  const transports = new Map([...served.transports].map(([name, one]) => [name, unevenly(one, pace)]));
  const gateway = createGateway({ ...served, transports, limits });
  let [operations, unplanned] = [0, 0];
  for (const tape of tapes.operations) {
    const { query: plain, variables } = makeOperation(new Choices(tape), gateway.schema);
    const query = addDefers(plain, new Choices(tape.toReversed()));
    const [invalid] = validate(gateway.schema, parse(query));
    if (invalid) throw new Error(`The generator made an invalid operation: ${invalid.message}\n${query}`);
    log.length = 0;
    moment.mutations.clear();
    const expected = (await gateway.execute({ query, variables })) as Answer;
    moment.mutations.clear();
    const parts: StreamedResponse[] = [];
    const answer = await gateway.stream({ query, variables });
    if ('answers' in answer) {
      for await (const part of answer.answers) parts.push(JSON.parse(JSON.stringify(part)));
      operations += 1;
    } else if (isUnplannable(query, answer as Answer)) unplanned += 1;
    const { got, what } = compare(expected, 'answers' in answer ? parts : (answer as Answer));
    if (what !== undefined) {
      const described = {
        what: `${what}\n${parts.map(part => JSON.stringify(part)).join('\n')}`,
        query,
        variables,
        model,
      };
      return { operations, unplanned, difference: { ...described, expected, got, log: [...log] } };
    }
  }
  await gateway.close();
  return { operations, unplanned };
}

/** A fault of the parts themselves is a difference too. */
function compare(expected: Answer, answer: Answer | readonly StreamedResponse[]): { got: Answer; what?: string } {
  try {
    const got = 'length' in answer ? asOnePart(mergeParts(answer), expected) : answer;
    const what = difference(sorted(expected), sorted(got));
    return what === undefined ? { got } : { got, what };
  } catch (error) {
    return { got: {}, what: String(error) };
  }
}

/** Fields that come later stand behind the others. */
function sorted({ data, errors }: Answer): Answer {
  return { data: JSON.parse(JSON.stringify({ data }, sortKeys)).data, errors };
}

function sortKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Lets answers overtake each other. */
function unevenly({ execute, ...rest }: Transport, pace: Choices): Transport {
  return {
    ...rest,
    async execute(request, context) {
      const answer = await execute(request, context);
      for (let turns = pace.below(6); turns > 0; turns -= 1) await turn();
      return answer;
    },
  };
}
