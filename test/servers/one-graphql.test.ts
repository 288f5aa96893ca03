import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse } from 'graphql';
import { expect, test } from 'vitest';

// Two copies of graphql would throw "Cannot use GraphQLSchema from another module or realm".
test('our files and the packages share one copy of graphql', async () => {
  const schema = buildSubgraphSchema(parse('type Query { county: String }'));
  const document = parse('{ county }');
  const rootValue = { county: '枫溪县' };
  expect((await execute({ schema, document, rootValue })).data).toEqual(rootValue);
});
