import { execute, parse, validate } from 'graphql';
import { createGateway } from '../../../../gateway/index.ts';
import { Choices } from './choices.ts';
import { type Answer, difference } from './compare.ts';
import { makeModel } from './make-model.ts';
import { makeOperation } from './make-operation.ts';
import { isRefused, makeIdentity, makeRights } from './make-rights.ts';
import { makeWorld } from './make-world.ts';
import { protectSupergraph } from './protect-supergraph.ts';
import type { FieldModel, ObjectModel } from './model.ts';
import type { Moment } from './resolve.ts';
import { type Outcome, type Tapes, isUnplannable, limits } from './run-case.ts';
import { serveMonolith, serveSubgraphs } from './serve.ts';

/** Whether a plan may need it to find an entity elsewhere. */
function isOfKey({ object, field }: { readonly object: ObjectModel; readonly field: FieldModel }): boolean {
  return field.isKey === true || (object.name === 'Ref' && field.name === 'id');
}

/**
 * Asks one graph with protected fields by random identities, and one schema whose refused fields fail. Beside the answers, no
 * subgraph may come to resolve what is refused, but for keys.
 */
export async function runProtectedCase(tapes: Tapes): Promise<Outcome> {
  const model = makeModel(new Choices(tapes.model));
  const world = makeWorld(new Choices(tapes.world), model);
  const rights = makeRights(new Choices(tapes.world.toReversed()), model);
  const moment: Moment = { model, world, mutations: new Map(), asked: new Set() };
  const schema = serveMonolith(model);
  const log: string[] = [];
  let served;
  try {
    served = serveSubgraphs(model, moment, log);
  } catch (error) {
    return { discarded: String(error) };
  }
  const supergraphSdl = protectSupergraph(served.supergraphSdl, rights, new Choices(tapes.model.toReversed()));
  const gateway = createGateway({ ...served, supergraphSdl, limits });
  let unplanned = 0;
  for (const tape of tapes.operations) {
    const { query, variables } = makeOperation(new Choices(tape), gateway.schema);
    const identity = makeIdentity(new Choices(tape.toReversed()));
    const document = parse(query);
    const [invalid] = validate(gateway.schema, document);
    if (invalid) throw new Error(`The generator made an invalid operation: ${invalid.message}\n${query}`);
    log.length = 0;
    moment.mutations.clear();
    const isClosed: Moment['isClosed'] = (object, field) => isRefused(rights, identity, model, object, field);
    const contextValue: Moment = { ...moment, isClosed };
    const result = await execute({ schema, document, variableValues: variables, contextValue });
    const expected = JSON.parse(JSON.stringify(result)) as Answer;
    const mutated = JSON.stringify([...moment.mutations]);
    moment.mutations.clear();
    moment.asked?.clear();
    const got = await gateway.execute({ query, variables }, { identity });
    if (isUnplannable(query, got)) {
      unplanned += 1;
      continue;
    }
    const leaked = [...(moment.asked ?? [])].find(one => !isOfKey(one) && isClosed(one.object, one.field));
    const ran = JSON.stringify([...moment.mutations]);
    const what =
      difference(expected, got) ??
      (mutated === ran ? undefined : `mutations: ${mutated} were expected, ${ran} ran`) ??
      (leaked && `${leaked.object.name}.${leaked.field.name} was asked for`);
    if (what !== undefined) {
      const described = `${what}\n${JSON.stringify({ identity, rights: [...rights] })}`;
      const found = { what: described, query, variables, model, expected, got, log: [...log] };
      return { operations: 1, unplanned, difference: found };
    }
  }
  await gateway.close();
  return { operations: tapes.operations.length - unplanned, unplanned };
}
