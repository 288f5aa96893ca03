import { identityOfRole } from '../../../lib/kernel/identity.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { type Gateway, type GatewayOptions, compose, createGateway } from '../../../gateway/index.ts';
import { overrideDraw, possibleDraws } from '../../../gateway/progressive-override.ts';
import { serveDepartment } from './http-departments.ts';
import { departmentAnswer, link } from './small-graph.ts';

const fields = ['half', 'few', 'all', 'none', 'labelled', 'other'];
const from = (owner: string) =>
  Object.fromEntries(fields.map(field => [field, ({ id }: { id: string }) => `${owner} ${id}`]));
const old = {
  sdl: `type Case @key(fields: "id") { id: ID! ${fields.map(field => `${field}: String`).join(' ')} }
    type Query { case: Case moved: String } type Mutation { change: Case }`,
  resolvers: {
    Query: { case: () => ({ id: '1' }), moved: () => 'old' },
    Mutation: { change: () => ({ id: '2' }) },
    Case: from('old'),
  },
};
const labels = ['percent(50)', 'percent(5)', 'percent(100)', 'percent(0)', 'trial', 'other-trial'];
const next = {
  sdl: `type Case @key(fields: "id") { id: ID!
      ${fields.map((field, index) => `${field}: String @override(from: "s0", label: "${labels[index]}")`).join(' ')} }
    type Query { moved: String @override(from: "s0", label: "percent(50)") }`,
  resolvers: { Query: { moved: () => 'new' }, Case: from('new') },
};

let closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.map(close => close()));
  closing = [];
});

async function overHttp(options: Partial<GatewayOptions> = {}): Promise<Gateway> {
  const departments = [old, next] as never[];
  const served = await Promise.all(departments.map(one => serveDepartment(departmentAnswer(one))));
  const services = served.map(({ url }, index) => ({ name: `s${index}`, url, sdl: link + [old, next][index]!.sdl }));
  const gateway = createGateway({ ...options, supergraphSdl: compose(services).supergraphSdl });
  closing.push(() => gateway.close(), ...served.map(({ close }) => close));
  return gateway;
}

const subjects = Array.from({ length: 60 }, (_, index) => `subject ${index}`);

describe('@override by percentage', () => {
  it('moves a part of the subjects, always the same', async () => {
    const gateway = await overHttp();
    const ask = async (subject: string) => {
      const { data, errors } = await gateway.execute(
        { query: '{ case { half } moved }' },
        { identity: identityOfRole(subject) },
      );
      expect(errors).toBeUndefined();
      return data as { case: { half: string }; moved: string };
    };
    const answers = await Promise.all(subjects.map(ask));
    const moved = answers.filter(answer => answer.moved === 'new').length;
    expect(moved).toBeGreaterThan(10);
    expect(moved).toBeLessThan(50);
    for (const answer of answers) expect(answer.case.half).toBe(`${answer.moved} 1`);
    expect(await Promise.all(subjects.map(ask))).toEqual(answers);
  });

  it('moves all at 100 and none at 0, also in mutations', async () => {
    const gateway = await overHttp();
    for (const subject of [undefined, ...subjects.slice(0, 5)]) {
      const context = subject === undefined ? {} : { identity: identityOfRole(subject) };
      expect(await gateway.execute({ query: '{ case { all none } }' }, context)).toEqual({
        data: { case: { all: 'new 1', none: 'old 1' } },
      });
      expect(await gateway.execute({ query: 'mutation { change { all none } }' }, context)).toEqual({
        data: { change: { all: 'new 2', none: 'old 2' } },
      });
    }
  });

  it('moves subjects that a smaller percentage has moved', async () => {
    const gateway = await overHttp();
    const answers = await Promise.all(
      Array.from({ length: 400 }, (_, index) =>
        gateway.execute({ query: '{ case { few half } }' }, { identity: identityOfRole(`subject ${index}`) }),
      ),
    );
    const seen = answers.map(({ data }) => (data as { case: { few: string; half: string } }).case);
    const few = seen.filter(one => one.few === 'new 1');
    expect(few.length).toBeGreaterThan(0);
    expect(few.every(({ half }) => half === 'new 1')).toBe(true);
  });

  it('leaves requests of nobody to chance', async () => {
    const gateway = await overHttp();
    const answers = await Promise.all(Array.from({ length: 80 }, () => gateway.execute({ query: '{ moved }' })));
    expect(new Set(answers.map(({ data }) => data!['moved']))).toEqual(new Set(['old', 'new']));
  });

  it('has as few outcomes as there are percentages', () => {
    const percentages = [30, 100, 0.5];
    const draw = overrideDraw(percentages, 'query');
    const drawn = new Set(Array.from({ length: 5_000 }, (_, index) => draw(`subject ${index}`)));
    expect([...drawn].toSorted((a, b) => a - b)).toEqual([0, 0.5, 30]);
    expect(possibleDraws(percentages).toSorted((a, b) => a - b)).toEqual([0, 0.5, 30]);
    expect([overrideDraw([], 'query')('a'), possibleDraws([])]).toEqual([0, [0]]);
  });

  it('decides each operation by itself', () => {
    const draws = Array.from({ length: 100 }, (_, index) => overrideDraw([50], `query ${index}`)('a'));
    expect(new Set(draws)).toEqual(new Set([0, 50]));
  });
});

describe('@override by label', () => {
  const query = '{ case { labelled other } }';

  it('holds where the label does', async () => {
    const without = await overHttp();
    expect(await without.execute({ query })).toEqual({ data: { case: { labelled: 'old 1', other: 'old 1' } } });
    const trial = await overHttp({ overrideLabels: ['trial', 'no such label', 'percent(0)'] });
    expect(await trial.execute({ query })).toEqual({ data: { case: { labelled: 'new 1', other: 'old 1' } } });
    expect(await trial.execute({ query: '{ case { none } }' })).toEqual({ data: { case: { none: 'old 1' } } });
  });
});
