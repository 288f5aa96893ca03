import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, buildSchema, execute, isAbstractType, isObjectType, parse } from 'graphql';
import { type Transport, compose, inProcessTransport } from '../../../../gateway/index.ts';
import { type Model, type ObjectModel, findObject } from './model.ts';
import { monolithSdl, subgraphSdl } from './print-sdl.ts';
import { type Handle, type Moment, isRoot, resolveField, resolveReference, resolveRoot } from './resolve.ts';

/** The graph as one executable schema. */
export function serveMonolith(model: Model): GraphQLSchema {
  const schema = buildSchema(monolithSdl(model));
  addResolvers(schema, model, undefined);
  return schema;
}

/** The graph as subgraphs in this process, composed. Throws COMPOSITION_FAILED. */
export function serveSubgraphs(
  model: Model,
  moment: Moment,
  log: string[],
): { readonly supergraphSdl: string; readonly transports: Map<string, Transport> } {
  const sdls = Array.from({ length: model.subgraphs }, (_, index) => subgraphSdl(model, index));
  const services = sdls.map((sdl, index) => ({ name: `s${index}`, url: 'http://127.0.0.1:9/graphql', sdl }));
  const { supergraphSdl } = compose(services);
  const transports = sdls.map((sdl, index): [string, Transport] => {
    const references = model.objects.filter(one => one.kind === 'entity' && sdl.includes(`type ${one.name} `));
    const resolvers = Object.fromEntries(
      references.map(one => [one.name, { __resolveReference: referenceResolver(one, index) }]),
    );
    const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]);
    addResolvers(schema, model, index);
    return [`s${index}`, answering(schema, `s${index}`, moment, log)];
  });
  return { supergraphSdl, transports: new Map(transports) };
}

function answering(schema: GraphQLSchema, name: string, moment: Moment, log: string[]): Transport {
  return inProcessTransport(async ({ query, variables, operationName }) => {
    log.push(`${name}: ${query} ${JSON.stringify(variables)}`);
    const document = parse(query);
    const result = await execute({ schema, document, variableValues: variables, operationName, contextValue: moment });
    const answer = JSON.stringify(result);
    log.push(`${name} -> ${answer}`);
    return JSON.parse(answer);
  });
}

function addResolvers(schema: GraphQLSchema, model: Model, subgraph: number | undefined): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (handle: unknown) => (handle as Handle).__typename;
    const object = findObject(model, type.name);
    if (!isObjectType(type) || object === undefined) continue;
    for (const field of object.fields) {
      const known = type.getFields()[field.name];
      if (known === undefined) continue;
      const isOfRoot = isRoot(model, type.name);
      known.resolve = (handle, args, context) => {
        const moment = context as Moment;
        if (subgraph !== undefined) moment.asked?.add({ object, field });
        else if (moment.isClosed?.(object, field)) throw new Error('This field is refused.');
        if (isOfRoot) return resolveRoot(type.name, field, args, moment, subgraph);
        return resolveField(field, handle as Handle, args, moment, subgraph);
      };
    }
  }
}

const referenceResolver = (object: ObjectModel, subgraph: number) => (representation: object, moment: unknown) =>
  resolveReference(object, representation as Record<string, unknown>, moment as Moment, subgraph);
