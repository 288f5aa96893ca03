import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openArchive, type Archive, type Asked } from './asked.ts';
import { counter, holder, keyless, reader, unplaced } from './case-archive.ts';

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});
afterAll(() => archive.close());

type One = Record<string, unknown> | null;

/** A way to one case by its key. */
const ones: Readonly<
  Record<string, { around: (id: string, selection: string) => string; one: (data: Asked['data']) => One }>
> = {
  'by key': {
    around: (id, selection) => `{ one: case(id: "${id}") ${selection} }`,
    one: data => (data['one'] ?? null) as One,
  },
  entity: {
    around: (id, selection) =>
      `{ list: _entities(representations: [{ __typename: "Case", id: "${id}" }]) { ... on Case ${selection} } }`,
    one: data => (data['list'] as One[] | undefined)?.[0] ?? null,
  },
  'entity by a named fragment': {
    around: (id, selection) =>
      `{ list: _entities(representations: [{ __typename: "Case", id: "${id}" }]) { ...F } } fragment F on Case ${selection}`,
    one: data => (data['list'] as One[] | undefined)?.[0] ?? null,
  },
};

describe.each(Object.entries(ones))('a case %s', (_, { around, one }) => {
  test.each(['money', 'hidden', 'decidedOn', 'twin { id }'])(
    'read: %s is null with a code, and is not selected',
    async field => {
      const asked = await archive.ask(reader, around('OWN-10', `{ title ${field} }`));
      expect(one(asked.data)).toEqual({ title: 'OWN title 10', [field.split(' ')[0] ?? '']: null });
      expect(asked.codes).toEqual(['FORBIDDEN_FIELD']);
      expect(asked.sql.join(' ')).not.toMatch(/secret/);
    },
  );

  test('read: an alias and a fragment give no more', async () => {
    const asked = await archive.ask(
      reader,
      around('OWN-10', '{ title: money ... { a: hidden } ... on Case { b: decidedOn } }'),
    );
    expect(one(asked.data)).toEqual({ title: null, a: null, b: null });
    expect(asked.sql.join(' ')).not.toMatch(/secret/);
  });

  test('read: a masked day is the first of its month', async () => {
    expect(one((await archive.ask(reader, around('OWN-10', '{ maskedOn }'))).data)).toEqual({ maskedOn: '2026-05-01' });
  });

  test('rows: one of another town is as one that is not there, by the same statement', async () => {
    const [there, nowhere] = await Promise.all(
      ['OTHER-11', 'NONE-11'].map(id => archive.ask(reader, around(id, '{ title }'))),
    );
    expect(one(there?.data ?? {})).toBeNull();
    expect(there).toEqual(nowhere);
  });

  test('rows: who may count only is given none', async () => {
    const asked = await archive.ask(counter, around('OWN-10', '{ kind }'));
    expect([one(asked.data), asked.codes, asked.sql]).toEqual([null, ['FORBIDDEN_TYPE'], []]);
  });

  test('rows: under a permit, the matter alone', async () => {
    expect(one((await archive.ask(holder, around('OWN-12', '{ title }'))).data)).toEqual({ title: 'OWN title 12' });
    const [another, none] = await Promise.all(
      ['OWN-10', 'NONE-11'].map(id => archive.ask(holder, around(id, '{ title }'))),
    );
    expect(one(another?.data ?? {})).toBeNull();
    expect(another).toEqual(none);
  });
});

describe('links to one', () => {
  test('rows: a case of another town is not at the end of a link, and a box of another town neither', async () => {
    const { data, codes } = await archive.ask(reader, '{ cases(first: 100) { nodes { id box { title } } } }');
    expect(codes).toEqual([]);
    const { nodes } = data['cases'] as { nodes: { id: string; box: { title: string } | null }[] };
    expect(nodes.find(({ id }) => id === 'OWN-20')?.box).toBeNull();
    expect(nodes.find(({ id }) => id === 'OWN-10')?.box).toEqual({ title: 'first box' });
  });

  test('read: what is not granted of the type at the end is refused there', async () => {
    const asked = await archive.ask(reader, '{ box(id: "BOX-1") { lead { title money } } }');
    expect(asked.codes).toEqual(['FORBIDDEN_FIELD']);
    expect(asked.sql.join(' ')).not.toMatch(/secret/);
  });

  test('key: a link shows no key of a type that is not granted', async () => {
    const asked = await archive.ask(unplaced, '{ cases { nodes { title box { id } } } }');
    expect(new Set(asked.codes)).toEqual(new Set(['FORBIDDEN_FIELD']));
    expect(asked.text).not.toMatch(/BOX-1/);
  });

  test('key: a box whose key may be read leads to no case whose link may not', async () => {
    const asked = await archive.ask(keyless, '{ box(id: "BOX-1") { title lead { title } cases { totalCount } } }');
    expect(asked.codes).toEqual(['FORBIDDEN_FIELD', 'FORBIDDEN_FIELD']);
    expect(asked.data).toEqual({ box: { title: 'first box', lead: null, cases: null } });
  });
});

const period = 'period: { unit: YEAR, from: "2026", to: "2026" }';

/** A way to figures of cases. */
const figures: Readonly<Record<string, (args: string, selection: string, isRoot?: boolean) => string>> = {
  plain: (args, selection) => `{ caseStats(${args}) ${selection} }`,
  alias: (args, selection) => `{ list: caseStats(${args}) ${selection} }`,
  fragment: (args, selection) => `query { ...Q } fragment Q on Query { list: caseStats(${args}) ${selection} }`,
  inline: (args, selection) => `{ ... on Query { list: caseStats(${args}) ${selection} } }`,
  'interface object': (args, selection) =>
    `{ at: _entities(representations: [{ __typename: "Place", code: "330199001" }]) { ... on Place { list: caseStats(${args}) ${selection} } } }`,
};

function statsOf({ data }: Asked): { rows?: { values: number[] }[]; leftOut?: unknown[] } | null {
  const at = (data['at'] as Record<string, unknown>[] | undefined)?.[0];
  return (at ?? data)[Object.hasOwn(at ?? data, 'list') ? 'list' : 'caseStats'] as ReturnType<typeof statsOf>;
}

describe.each(Object.entries(figures))('figures by the path %s', (name, around) => {
  const level = name === 'interface object' ? '' : ', level: TOWN';

  test.each([
    ['group', 'a refused dimension', `measures: [OPENED], by: [HIDDEN], ${period}`],
    ['group', 'a measure of a masked day', `measures: [MASKED], ${period}`],
    ['count', 'a sum of a refused amount', `measures: [MONEY], ${period}`],
    ['count', 'a measure under a condition on a refused field', `measures: [SERIOUS], ${period}`],
    ['count', 'one refused measure among others', `measures: [OPENED, MONEY], ${period}`],
  ])('%s: %s is refused, and no statement runs', async (_use, _what, args) => {
    const asked = await archive.ask(reader, around(`${args}${level}`, '{ rows { values } leftOut { rows } }'));
    expect([statsOf(asked), asked.codes, asked.sql]).toEqual([null, ['FORBIDDEN_FIELD'], []]);
  });

  test('count: figures are of the own rows, for who may count only too', async () => {
    for (const who of [reader, counter]) {
      const asked = await archive.ask(who, around(`measures: [OPENED], ${period}${level}`, '{ rows { area values } }'));
      expect(statsOf(asked)?.rows).toEqual([{ area: '330199001', values: [6] }]);
    }
  });

  test('count: who has no figures is given none', async () => {
    const asked = await archive.ask(keyless, around(`measures: [OPENED], ${period}${level}`, '{ rows { values } }'));
    expect([statsOf(asked), asked.codes, asked.sql]).toEqual([null, ['FORBIDDEN_STATISTICS'], []]);
  });
});

describe('figures of a part', () => {
  test('a county’s figure is refused to who sees one town of it', async () => {
    const { codes, sql } = await archive.ask(
      reader,
      `{ caseStats(measures: [OPENED], ${period}) { rows { values } } }`,
    );
    expect([codes, sql]).toEqual([['FORBIDDEN_AREA'], []]);
  });

  test('so it is beside the figures of his own town, in one question', async () => {
    const { codes, data } = await archive.ask(
      reader,
      `{ stats: caseStats(measures: [OPENED], ${period}, level: TOWN) { rows { area } } wider: caseStats(measures: [OPENED], ${period}, level: COUNTY) { rows { values } } }`,
    );
    expect(codes).toEqual(['FORBIDDEN_AREA']);
    const areas = new Set((data['stats'] as { rows: { area: string }[] }).rows.map(({ area }) => area));
    expect([[...areas], data['wider']]).toEqual([['330199001'], null]);
  });

  test('another town’s figures are as those of a place that is not there', async () => {
    const [there, nowhere] = await Promise.all(
      ['330199002', '330199099'].map(code =>
        archive.ask(
          reader,
          `{ _entities(representations: [{ __typename: "Place", code: "${code}" }]) { ... on Place { caseStats(measures: [OPENED], ${period}) { rows { values } leftOut { rows } } cases { totalCount } } } }`,
        ),
      ),
    );
    expect(there?.data).toEqual(nowhere?.data);
    expect(there?.sql).toEqual(nowhere?.sql);
  });

  test('quality: of rows and fields that may be read, and none for who may count only', async () => {
    const { data } = await archive.ask(reader, '{ caseQuality { counted fields { field } } }');
    expect(data['caseQuality']).toEqual({
      counted: 6,
      fields: ['id', 'kind', 'title', 'openedOn', 'place', 'box'].map(field => ({ field })),
    });
    const refused = await archive.ask(counter, '{ caseQuality { counted } }');
    expect([refused.data, refused.codes, refused.sql]).toEqual([{ caseQuality: null }, ['FORBIDDEN_TYPE'], []]);
  });
});
