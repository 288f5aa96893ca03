import { readFileSync, readdirSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { createGateway } from '../../../gateway/index.ts';
import { PlanningProcess, whenPlanned } from '../../../gateway/planning/index.ts';
import { createPlanners } from '../../../gateway/planner.ts';
import { smallDepartments, smallSupergraph } from './small-graph.ts';

/** At `req` the planner ends its process: its department knows several keys. Only the gateway refuses it before. */
const deadly = [
  'type Query { case: Case } type Case @key(fields: "id") { id: ID! no: ID! a: Int }',
  'type Case @key(fields: "id") @key(fields: "code") { id: ID! code: Int! a: Int @external req: Int @requires(fields: "a") }',
];
const question = (text: string) => ({ text, operationName: undefined, override: 0 });

const closing: (() => unknown)[] = [];
afterEach(() => Promise.all(closing.splice(0).map(close => close())));

function planningOf(sdls: readonly string[]): PlanningProcess {
  const { graph, answer } = createPlanners(smallSupergraph(sdls), []);
  const planning = new PlanningProcess(graph, answer);
  closing.push(() => planning.close());
  return planning;
}

const made = (planning: PlanningProcess, text: string) => whenPlanned(async () => planning.answer(question(text)));

function children(): number[] {
  return readdirSync(`/proc/${process.pid}/task`).flatMap(task =>
    readFileSync(`/proc/${process.pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
}

describe('the planning process', () => {
  it('plans as the planner in this process', async () => {
    const planners = createPlanners(smallSupergraph(deadly), []);
    const planning = planningOf(deadly);
    const plan = await made(planning, '{ case { a no } }');
    expect(plan.node).toMatchObject({ kind: 'Fetch', serviceName: 's0' });
    expect(planning.answer(question('{ case { a no } }'))).toEqual(plan);
    expect(planners.graph.labels).toEqual([]);
  });

  it('ends by an operation that costs itself only, and is not asked for it again', async () => {
    const planning = planningOf(deadly);
    const [first, killer, last] = await Promise.allSettled(
      ['{ case { a } }', '{ case { req } }', '{ case { no } }'].map(text => made(planning, text)),
    );
    expect(first).toMatchObject({ status: 'fulfilled' });
    expect(killer).toMatchObject({ status: 'rejected', reason: { code: 'PLAN_FAILED' } });
    expect(last).toMatchObject({ status: 'fulfilled' });
    expect(() => planning.answer(question('{ case { req } }'))).toThrow('could not go on with it');
  });

  it('tells what the planner says of an operation that it cannot plan', async () => {
    await expect(made(planningOf(deadly), '{ nothing }')).rejects.toMatchObject({ code: 'PLAN_FAILED' });
  });

  it('leaves its work to this process where it cannot be started', async () => {
    const { graph, answer } = createPlanners(smallSupergraph(deadly), []);
    const broken = new PlanningProcess({ ...graph, supergraphSdl: 'none' }, answer);
    closing.push(() => broken.close());
    const plans = await Promise.all(['{ case { a } }', '{ case { no } }'].map(text => made(broken, text)));
    expect(plans.map(({ node }) => node)).toMatchObject([{ kind: 'Fetch' }, { kind: 'Fetch' }]);
  });

  it('answers those who wait when it is closed', async () => {
    const planning = planningOf(deadly);
    const waiting = made(planning, '{ case { a } }');
    planning.close();
    // Whether a plan comes or none, nobody waits for ever.
    const outcomes = await Promise.allSettled([waiting, made(planning, '{ case { no } }')]);
    expect(outcomes).toHaveLength(2);
  });
});

describe('a gateway that plans apart', () => {
  const small = smallDepartments([
    {
      sdl: 'type Query { cases: [Case!]! } type Mutation { a: Int b: Int } type Case @key(fields: "id") { id: ID! title: String }',
      resolvers: {
        Query: { cases: () => [{ id: '1', title: '邻里' }] },
        Mutation: { a: () => 1, b: () => 2 },
      },
    },
    {
      sdl: 'type Case @key(fields: "id") { id: ID! petitions: Int }',
      resolvers: { Case: { __resolveReference: ({ id }: { id: string }) => ({ id, petitions: 3 }) } as never },
    },
  ]);

  it('answers as one that does not, and has no process left when it is closed', async () => {
    const before = new Set(children());
    const apart = createGateway({ ...small, planApart: true });
    const here = createGateway(small);
    for (const query of [
      '{ cases { id title petitions } }',
      'query ($x: Boolean!) { cases { id petitions @include(if: $x) } }',
      'mutation { a b }',
      '{ __typename }',
      '{ nothing }',
    ]) {
      const variables = query.includes('$x') ? { x: true } : {};
      const answers = await Promise.all([apart, apart, here].map(one => one.execute({ query, variables })));
      expect(answers[0]).toEqual(answers[2]);
      expect(answers[1]).toEqual(answers[2]);
    }
    expect(children().some(pid => !before.has(pid))).toBe(true);
    await Promise.all([apart.close(), here.close()]);
    await expect.poll(() => children().filter(pid => !before.has(pid))).toEqual([]);
  });

  it('plans on in another process when the first is killed', async () => {
    const before = new Set(children());
    const gateway = createGateway({ ...small, planApart: true });
    closing.push(() => gateway.close());
    expect(await gateway.execute({ query: '{ cases { id } }' })).toHaveProperty('data.cases');
    for (const pid of children().filter(pid => !before.has(pid))) process.kill(pid, 'SIGKILL');
    expect(await gateway.execute({ query: '{ cases { title } }' })).toEqual({ data: { cases: [{ title: '邻里' }] } });
  });
});
