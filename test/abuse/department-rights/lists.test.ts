import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openArchive, type Archive, type Asked } from './asked.ts';
import { counter, keyless, labeller, reader, unplaced } from './case-archive.ts';

let archive: Archive;
beforeAll(async () => {
  archive = await openArchive();
});
afterAll(() => archive.close());

interface Page {
  readonly nodes?: readonly Record<string, unknown>[];
  readonly edges?: readonly { readonly cursor: string; readonly node: Record<string, unknown> }[];
  readonly totalCount?: number;
  readonly pageInfo?: { readonly endCursor: string; readonly hasNextPage: boolean };
}

/** A way to a list of cases: its query around the arguments and selection of the list, and where the list is in the answer. */
interface Path {
  readonly around: (args: string, selection: string) => string;
  readonly list: (data: Asked['data']) => Page | null;
  /** How a field of a node is asked for. */
  readonly field?: (name: string) => string;
}

type Data = Record<string, Page | null> | null;

const top = (data: Asked['data']): Page | null => (data['list'] ?? data['cases'] ?? null) as Page | null;
const inside =
  (name: string) =>
  (data: Asked['data']): Page | null => {
    const [first] = [data[name]].flat() as (Data | { nodes: Data[] })[];
    const holder = first && 'nodes' in first ? (first.nodes as unknown as Data[])[0] : (first as Data);
    return holder?.['list'] ?? null;
  };

const paths: Readonly<Record<string, Path>> = {
  plain: { around: (args, selection) => `{ cases${args} ${selection} }`, list: top },
  alias: {
    around: (args, selection) => `{ list: cases${args} ${selection} }`,
    list: top,
    field: name => `title: title other: ${name}`,
  },
  fragment: {
    around: (args, selection) => `query { ...Q } fragment Q on Query { list: cases${args} ${selection} }`,
    list: top,
  },
  inline: {
    around: (args, selection) => `{ ... on Query { list: cases${args} ${selection} } }`,
    list: top,
    field: name => `... on Case { ${name} }`,
  },
  'interface object': {
    around: (args, selection) =>
      `{ at: _entities(representations: [{ __typename: "Place", code: "330199" }]) { ... on Place { list: cases${args} ${selection} } } }`,
    list: inside('at'),
  },
  'entity of a union': {
    around: (args, selection) =>
      `{ at: _entities(representations: [{ __typename: "Box", id: "BOX-1" }]) { __typename ... on Box { list: cases${args} ${selection} } } }`,
    list: inside('at'),
  },
  'by key': {
    around: (args, selection) => `{ at: box(id: "BOX-1") { list: cases${args} ${selection} } }`,
    list: inside('at'),
  },
  'link of a list': {
    around: (args, selection) => `{ at: boxes { nodes { list: cases${args} ${selection} } } }`,
    list: inside('at'),
  },
};

const field = (path: Path, name: string): string => path.field?.(name) ?? name;

/** A list that is refused: null with the code, and no statement that names a secret column. */
function expectRefused(path: Path, asked: Asked, code = 'FORBIDDEN_FIELD'): void {
  expect(path.list(asked.data)).toBeNull();
  expect(asked.codes).toContain(code);
  expect(asked.sql.filter(sql => /secret|masked/.test(sql))).toEqual([]);
}

describe.each(Object.entries(paths))('cases by the path %s', (_, path) => {
  test.each(['money', 'hidden', 'decidedOn'])('read: %s is null with a code, and is not selected', async name => {
    const asked = await archive.ask(reader, path.around('', `{ nodes { id ${field(path, name)} } }`));
    const nodes = path.list(asked.data)?.nodes ?? [];
    expect(nodes.length).toBeGreaterThan(0);
    for (const node of nodes) expect(node[path.field?.('x').includes('other') ? 'other' : name]).toBeNull();
    expect(new Set(asked.codes)).toEqual(new Set(['FORBIDDEN_FIELD']));
    expect(asked.sql.join(' ')).not.toMatch(/secret/);
  });

  test('read: edges give no more than nodes', async () => {
    const asked = await archive.ask(reader, path.around('', `{ edges { node { id ${field(path, 'money')} } } }`));
    expect(path.list(asked.data)?.edges?.length).toBeGreaterThan(0);
    expect(asked.codes).toContain('FORBIDDEN_FIELD');
    expect(asked.sql.join(' ')).not.toMatch(/secret/);
  });

  test('read: a masked day is the first of its month', async () => {
    const asked = await archive.ask(reader, path.around('', '{ nodes { maskedOn } }'));
    expect(new Set(path.list(asked.data)?.nodes?.map(node => node['maskedOn']))).toEqual(new Set(['2026-05-01']));
  });

  test.each([
    ['money', '{ money: { gte: "0" } }'],
    ['hidden', '{ hidden: { in: [A] } }'],
    ['decidedOn', '{ decidedOn: { missing: true } }'],
    ['twin', '{ twin: { eq: "BOX-1" } }'],
    ['maskedOn', '{ maskedOn: { gte: "2026-05-15" } }'],
  ])('filter: by %s is refused', async (_name, filter) => {
    expectRefused(path, await archive.ask(reader, path.around(`(filter: ${filter})`, '{ nodes { id } }')));
  });

  test.each(['MONEY_ASC', 'DECIDED_ON_DESC', 'MASKED_ON_ASC'])('order: %s is refused', async order => {
    expectRefused(path, await archive.ask(reader, path.around(`(orderBy: ${order})`, '{ nodes { id } }')));
  });

  test('count: a total under a condition on a refused field is refused', async () => {
    expectRefused(path, await archive.ask(reader, path.around('(filter: { hidden: { in: [A] } })', '{ totalCount }')));
  });

  test('count: totals and pages are of the own rows', async () => {
    const asked = await archive.ask(
      reader,
      path.around('(first: 100)', '{ totalCount nodes { id } pageInfo { hasNextPage } }'),
    );
    const list = path.list(asked.data);
    expect(list?.nodes?.every(node => String(node['id']).startsWith('OWN'))).toBe(true);
    expect([list?.totalCount, list?.pageInfo?.hasNextPage]).toEqual([list?.nodes?.length, false]);
    const exact = await archive.ask(
      reader,
      path.around(`(first: ${list?.totalCount})`, '{ pageInfo { hasNextPage } }'),
    );
    expect(path.list(exact.data)?.pageInfo?.hasNextPage).toBe(false);
  });

  test('count: who may count only is given no list', async () => {
    for (const selection of ['{ nodes { kind } }', '{ totalCount }', '{ pageInfo { hasNextPage } }'])
      expect(path.list((await archive.ask(counter, path.around('', selection))).data)).toBeNull();
  });

  test('cursor: one made under another order is none of this list', async () => {
    const first = await archive.ask(
      reader,
      path.around('(first: 2, orderBy: OPENED_ON_ASC)', '{ pageInfo { endCursor } }'),
    );
    const cursor = path.list(first.data)?.pageInfo?.endCursor;
    expect(cursor).toBeDefined();
    for (const order of ['TITLE_ASC', 'OPENED_ON_DESC'])
      expectRefused(
        path,
        await archive.ask(reader, path.around(`(orderBy: ${order}, after: "${cursor}")`, '{ nodes { id } }')),
        'BAD_CURSOR',
      );
    expectRefused(
      path,
      await archive.ask(reader, path.around(`(after: "${cursor}")`, '{ nodes { id } }')),
      'BAD_CURSOR',
    );
  });

  test('cursor: a forged one for a refused order is refused as the order is', async () => {
    const forged = Buffer.from(JSON.stringify(['0', '', 'money ASC'])).toString('base64url');
    expectRefused(
      path,
      await archive.ask(reader, path.around(`(orderBy: MONEY_ASC, after: "${forged}")`, '{ nodes { id } }')),
    );
  });

  test('rows: a cursor into another town tells as much as one into nowhere', async () => {
    const answers = ['OTHER-11', 'OTHEQ-11'].map(async key => {
      const cursor = Buffer.from(JSON.stringify([null, key])).toString('base64url');
      return archive.ask(
        reader,
        path.around(`(after: "${cursor}")`, '{ totalCount nodes { id } pageInfo { hasNextPage } }'),
      );
    });
    const [there, nowhere] = await Promise.all(answers);
    expect(there).toEqual(nowhere);
  });

  test('rows: a filter for a row of another town is as one for a row that is not there', async () => {
    const answers = ['OTHER-11', 'NONE-11'].map(id =>
      archive.ask(reader, path.around(`(filter: { id: { eq: "${id}" } })`, '{ totalCount nodes { title } }')),
    );
    const [there, nowhere] = await Promise.all(answers);
    expect(path.list(there?.data ?? {})?.totalCount).toBe(0);
    expect(there).toEqual(nowhere);
  });
});

describe('lists without a right to what orders or places them', () => {
  test('cursor and order: without the key, pages go on by position and say nothing of it', async () => {
    const seen: unknown[] = [];
    let after = '';
    do {
      const { data, codes, sql } = await archive.ask(
        keyless,
        `{ cases(first: 2, orderBy: OPENED_ON_DESC${after}) { edges { cursor node { title } } pageInfo { endCursor hasNextPage } } }`,
      );
      expect(codes).toEqual([]);
      expect(sql.join(' ')).not.toMatch(/"id"/);
      const page = data['cases'] as Page;
      seen.push(...(page.edges ?? []).map(({ node }) => node['title']));
      after = page.pageInfo?.hasNextPage ? `, after: "${page.pageInfo.endCursor}"` : '';
    } while (after !== '');
    expect(seen).toEqual([20, 18, 16, 14, 12, 10].map(n => `OWN title ${n}`));
  });

  test('order: rows do not stand in the order of what else a column holds', async () => {
    const { data } = await archive.ask(labeller, '{ cases { nodes { label title } } }');
    const titles = [10, 12, 14, 16, 18, 20].map(n => ({ label: 'L', title: `OWN title ${n}` }));
    expect(data).toEqual({ cases: { nodes: titles } });
  });

  test('key: a key that is not granted is refused in every use', async () => {
    for (const query of [
      '{ cases { nodes { id } } }',
      '{ cases(filter: { id: { eq: "OWN-10" } }) { nodes { title } } }',
      '{ cases(orderBy: ID_ASC) { nodes { title } } }',
      '{ case(id: "OWN-10") { title } }',
      '{ _entities(representations: [{ __typename: "Case", id: "OWN-10" }]) { ... on Case { title } } }',
    ]) {
      const { codes, text, sql } = await archive.ask(keyless, query);
      expect(codes).toContain('FORBIDDEN_FIELD');
      expect(text).not.toMatch(/OWN title|OWN-1\d"/);
      expect(sql.join(' ')).not.toMatch(/"id"/);
    }
  });

  test('filter: places need the right to the place', async () => {
    for (const query of [
      '{ list: cases(filter: { within: ["330199001"] }) { nodes { id } } }',
      '{ list: caseStats(measures: [OPENED], period: { unit: YEAR, from: "2026", to: "2026" }, level: TOWN, within: ["330199001"]) { rows { values } } }',
    ]) {
      const { data, codes, sql } = await archive.ask(unplaced, query);
      expect([data['list'], codes, sql]).toEqual([null, ['FORBIDDEN_FIELD'], []]);
    }
  });

  test('link: children are refused without the parent’s key', async () => {
    const { codes, data } = await archive.ask(
      unplaced,
      '{ boxes(first: 1) { nodes { title cases { totalCount } lead { title } } } }',
    );
    expect(codes).toEqual(['FORBIDDEN_FIELD', 'FORBIDDEN_FIELD']);
    expect(data).toMatchObject({ boxes: { nodes: [{ cases: null, lead: null }] } });
  });

  test('filter: a link asks nothing about a key that may not be read', async () => {
    const { codes, data, sql } = await archive.ask(
      unplaced,
      '{ cases(filter: { box: { eq: "BOX-1" } }) { totalCount } }',
    );
    expect([codes, data, sql]).toEqual([['FORBIDDEN_FIELD'], { cases: null }, []]);
  });

  test('link: children are refused without the link', async () => {
    const { codes, data } = await archive.ask(reader, '{ box(id: "BOX-1") { title twins { totalCount } } }');
    expect([codes, data]).toEqual([['FORBIDDEN_FIELD'], { box: { title: 'first box', twins: null } }]);
  });
});
