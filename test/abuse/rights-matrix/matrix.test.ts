import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Directive,
  type MatrixGraph,
  type Naming,
  directives,
  matrixGraph,
  namings,
  secret,
} from './matrix-graph.ts';

/** Ways to the secret. `use`: what is asked there, with its alias in front. */
const paths: Record<string, (use: string) => string> = {
  plain: use => `{ lawsuit { ${use} } }`,
  alias: use => `{ lawsuit { open: ${use} } }`,
  fragment: use => `{ lawsuit { ...F } } fragment F on Lawsuit { id ${use} }`,
  inline: use => `{ ... { lawsuit { ... { ... on Lawsuit { ${use} } } } } }`,
  interface: use => `{ record { ${use} } }`,
  union: use => `{ item { ... on Record { id } ... on Lawsuit { ${use} } } }`,
  'interface object': use => `{ place { code ${use} } }`,
  requires: use => `{ lawsuit { id ${use} } }`,
  entity: use => `{ judge { lawsuit { ${use} } } }`,
  'by key': use => `{ lawsuitById(id: "l1") { ${use} } }`,
};

const uses: Record<string, string> = {
  read: 'secret',
  filter: 'list(filter: { secret: "x" }) { nodes { id } }',
  order: 'list(orderBy: SECRET_ASC) { nodes { id } }',
  group: 'stats(by: [KIND, SECRET])',
  count: 'stats(measures: [FILED, SECRETS])',
  cursor: 'list(orderBy: SECRET_ASC, after: "x") { edges { cursor } }',
};

const reader = { subject: 'reader', roles: ['reader'], areas: [], scopes: ['read'] };

/** By directive, way, and use. What a @requires reads is a field that is read: other uses have no such way. */
const cells: [Directive, string, string][] = [
  ...Object.keys(directives).flatMap(directive =>
    Object.keys(paths).map((path): [Directive, string, string] => [directive as Directive, path, 'read']),
  ),
  ...Object.keys(uses).flatMap(use =>
    Object.keys(paths).flatMap((path): [Directive, string, string][] =>
      use === 'read' || path === 'requires' ? [] : [['authenticated', path, use]],
    ),
  ),
];

describe.each(namings)('with directives %s', (naming: Naming) => {
  const graphs = new Map<Directive, MatrixGraph>();
  beforeAll(() => {
    for (const one of Object.keys(directives) as Directive[]) graphs.set(one, matrixGraph(one, naming));
  });
  afterAll(() => Promise.all([...graphs.values()].map(({ gateway }) => gateway.close())));

  it.each(cells)('@%s keeps the secret on the way %s, use %s', async (directive, path, use) => {
    const { gateway, asked } = graphs.get(directive)!;
    const query = paths[path]!(path === 'requires' ? 'fee' : uses[use]!);
    // Who has the right comes first: nothing that was made for him serves anybody else.
    const open = await gateway.execute({ query }, { identity: reader });
    expect([open.errors, JSON.stringify(open.data)]).toEqual([undefined, expect.stringContaining(secret)]);
    expect(asked.join('\n')).toMatch(/secret/i);
    asked.length = 0;
    const closed = await gateway.execute({ query });
    expect(JSON.stringify(closed)).not.toContain(secret);
    expect(asked.join('\n')).not.toMatch(/secret|fee/i);
    expect(closed.errors?.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN_FIELD']);
  });
});

it('has at least 100 cells', () => {
  expect(cells.length * namings.length).toBeGreaterThanOrEqual(100);
});
