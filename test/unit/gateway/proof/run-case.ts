import { execute, parse, validate } from 'graphql';
import { createGateway, defaultLimits } from '../../../../gateway/index.ts';
import { Choices } from './choices.ts';
import { type Answer, difference } from './compare.ts';
import { makeModel } from './make-model.ts';
import { type RandomOperation, makeOperation } from './make-operation.ts';
import { makeWorld } from './make-world.ts';
import type { Model } from './model.ts';
import { monolithSdl, subgraphSdl } from './print-sdl.ts';
import type { Moment } from './resolve.ts';
import { serveMonolith, serveSubgraphs } from './serve.ts';

/** The random numbers that one case is made of. */
export interface Tapes {
  readonly model: readonly number[];
  readonly world: readonly number[];
  readonly operations: readonly (readonly number[])[];
}

export interface Difference extends RandomOperation {
  readonly what: string;
  readonly model: Model;
  readonly expected: Answer;
  readonly got: Answer;
  /** What the subgraphs were asked and answered. */
  readonly log: readonly string[];
}

/** What became of one case. */
export type Outcome =
  | { readonly discarded: string }
  | { readonly operations: number; readonly unplanned: number; readonly difference?: Difference };

// The proof is about answers; what is refused for its size has tests of its own.
const unlimited = Object.fromEntries(Object.keys(defaultLimits).map(name => [name, 1e9]));
export const limits = { ...unlimited, assumedListSize: 1 };

/** Makes one graph, asks it several operations both ways and stops at the first difference. */
export async function runCase(tapes: Tapes): Promise<Outcome> {
  const model = makeModel(new Choices(tapes.model));
  const world = makeWorld(new Choices(tapes.world), model);
  const moment: Moment = { model, world, mutations: new Map() };
  const schema = serveMonolith(model);
  const log: string[] = [];
  let served;
  try {
    served = serveSubgraphs(model, moment, log);
  } catch (error) {
    return { discarded: String(error) };
  }
  const gateway = createGateway({ ...served, limits });
  let unplanned = 0;
  for (const tape of tapes.operations) {
    const { query, variables } = makeOperation(new Choices(tape), gateway.schema);
    const document = parse(query);
    const [invalid] = validate(gateway.schema, document);
    if (invalid) throw new Error(`The generator made an invalid operation: ${invalid.message}\n${query}`);
    log.length = 0;
    moment.mutations.clear();
    const result = await execute({ schema, document, variableValues: variables, contextValue: moment });
    const expected = JSON.parse(JSON.stringify(result)) as Answer;
    const mutated = JSON.stringify([...moment.mutations]);
    moment.mutations.clear();
    const got = await gateway.execute({ query, variables });
    if (isUnplannable(query, got)) {
      unplanned += 1;
      continue;
    }
    const what = difference(expected, got) ?? differentMutations(mutated, JSON.stringify([...moment.mutations]));
    if (what !== undefined) {
      return { operations: 1, unplanned, difference: { what, query, variables, model, expected, got, log: [...log] } };
    }
  }
  await gateway.close();
  return { operations: tapes.operations.length - unplanned, unplanned };
}

/** Mutations that ran, by subgraph in the order of the first of each. */
function differentMutations(expected: string, got: string): string | undefined {
  return expected === got ? undefined : `mutations: ${expected} were expected, ${got} ran`;
}

/**
 * What the planner cannot plan (gateway/README.md): some ways to a field with @requires. Such an operation is refused as
 * a whole and counted apart.
 */
export function isUnplannable(query: string, { errors = [] }: Answer): boolean {
  const message = errors[0]?.message ?? '';
  return (
    /\breq\d/.test(query) &&
    /fetch graph: (Path '.*' cannot be found in selection set|Expected a single parent)/.test(message)
  );
}

/** A difference as a text that one can read and run again. */
export function describeDifference({ what, query, variables, model, expected, got, log }: Difference): string {
  const sdls = Array.from({ length: model.subgraphs }, (_, index) => `# s${index}\n${subgraphSdl(model, index)}`);
  return [what, '# one schema', monolithSdl(model), ...sdls, query, variables, { expected }, { got }, ...log]
    .map(one => (typeof one === 'string' ? one : JSON.stringify(one)))
    .join('\n');
}
