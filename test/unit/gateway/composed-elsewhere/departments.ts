import { readFileSync } from 'node:fs';
import { type HttpDepartment, serveDepartment } from '../http-departments.ts';
import { departmentAnswer } from '../small-graph.ts';

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires",
  "@provides", "@shareable", "@override", "@inaccessible", "@tag", "@interfaceObject", "@cost", "@listSize"])\n`;

type Row = Readonly<Record<string, unknown>>;
type Resolvers = Record<string, Record<string, (source: Row, args: Row) => unknown>>;

const places: Row[] = [
  { __typename: 'Town', code: '1', name: '城关镇', level: 'TOWN', population: 800 },
  { __typename: 'Village', code: '1-1', name: '桥头村', level: 'VILLAGE', committee: '村委会' },
  { __typename: 'Village', code: '1-2', name: null, level: 'SECRET', committee: null },
];
const disputes: Row[] = [
  { id: 'd1', number: 1, code: '1-1', kind: 'LAND', amount: { yuan: 100, note: null } },
  { id: 'd2', number: 2, code: '1-1', kind: 'WAGES', amount: null },
];
const lawsuit: Row = { id: 'l1', dispute: { id: 'd1' }, judge: { id: 'j1', rank: 3 }, note: 'court' };
const judges: Row[] = [{ id: 'j1', name: '李', rank: 9 }];

const place = (code: unknown) => places.find(one => one['code'] === code) ?? null;
const dispute = (id: unknown) => disputes.find(one => one['id'] === id) ?? null;
const known = { __resolveReference: ({ code }: Row) => place(code) };

const resolvers: Record<string, Resolvers> = {
  grid: {
    Query: {
      place: (_, { code }) => place(code),
      places: (_, { level }) => places.filter(one => level === undefined || one['level'] === level),
      opened: () => '2024-05-01',
    },
    Place: known,
    Town: { ...known, villages: () => places.slice(1) },
    Village: known,
  },
  justice: {
    Query: {
      dispute: (_, { id }) => dispute(id),
      disputes: (_, { filter }) => {
        const kinds = (filter as { kinds?: unknown[] } | undefined)?.kinds;
        return disputes.filter(({ kind }) => kinds === undefined || kinds.includes(kind));
      },
    },
    Mutation: { raise: (_, { id, by }) => ({ ...dispute(id), amount: { yuan: by } }) },
    Place: { disputes: ({ code }, { kind }) => disputes.filter(one => one['code'] === code && one['kind'] === kind) },
    Dispute: { __resolveReference: ({ id }) => dispute(id), place: ({ code }) => ({ code }) },
  },
  court: {
    Query: { lawsuit: () => lawsuit },
    Mutation: { file: () => lawsuit },
    Dispute: {
      summary: ({ id }) => `court on ${String(id)}`,
      fee: ({ amount }) => (amount ? (amount as { yuan: number }).yuan / 50 : null),
      lawsuits: ({ id }) => (id === 'd1' ? [lawsuit] : []),
    },
    Lawsuit: {
      __resolveReference: () => lawsuit,
      outcome: () => ({ __typename: 'Settlement', paid: { yuan: 7, note: 'paid' } }),
    },
  },
  people: {
    Query: { judges: () => judges },
    Judge: { __resolveReference: ({ id }) => judges.find(one => one['id'] === id) ?? null },
  },
  archive: { Lawsuit: { note: () => 'archive' } },
  statistics: { Query: { years: () => [2023, 2024] } },
};

/** A supergraph of this folder with its departments, over HTTP. */
export async function serveComposed(
  file: string,
): Promise<{ readonly supergraphSdl: string; close(): Promise<unknown> }> {
  let supergraphSdl = read(file);
  const served: HttpDepartment[] = [];
  for (const [name, own] of Object.entries(resolvers)) {
    if (!supergraphSdl.includes(`http://127.0.0.1:9/${name}"`)) continue;
    const sdl = read(`departments/${name}.graphql`);
    const department = await serveDepartment(departmentAnswer({ sdl, resolvers: own as never }, link));
    served.push(department);
    supergraphSdl = supergraphSdl.replace(`http://127.0.0.1:9/${name}"`, `${department.url}"`);
  }
  return { supergraphSdl, close: () => Promise.all(served.map(one => one.close())) };
}
