import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { identityOfRole, type Identity } from '../../lib/kernel/identity.ts';
import { openTestCounty, type TestCounty } from '../county.ts';
import { databaseKinds } from '../servers/databases.ts';

interface Row {
  readonly period: string;
  readonly area: string | null;
  readonly kind?: string | null;
  readonly values: (number | null)[];
  readonly statuses: string[] | null;
  readonly margins: (number | null)[] | null;
  readonly durations?: { length: number[]; closed: number[]; open: number[] }[];
}

interface Stats {
  readonly asOf: string;
  readonly profile: string;
  readonly roundedTo: number | null;
  readonly rows: Row[];
  readonly leftOut: { measure: string; area: string | null; reason: string; rows: number }[];
}

const analyst = identityOfRole('analyst', { purpose: 'governance-analysis' });
const auditor = identityOfRole('auditor', { purpose: 'audit' });
const everybody = identityOfRole('public', { purpose: 'public-information' });
const fields =
  'asOf profile roundedTo rows { period area values statuses margins durations { length closed open } } leftOut { measure area reason rows }';
const byKind = fields.replace('area values', 'area kind values');
const year = 'period: { unit: MONTH, from: "2025-01", to: "2025-12" }';
const counts = ['FILED', 'CLOSED', 'PENDING'];

/** Values by cell, null as 0. */
function cells({ rows }: Stats): Map<string, number[]> {
  return new Map(rows.map(row => [`${row.period} ${row.area} ${row.kind ?? ''}`, row.values.map(v => v ?? 0)]));
}

function sumOf(rows: readonly Row[], at: number): number {
  return rows.reduce((sum, { values }) => sum + (values[at] ?? 0), 0);
}

/** Months of a quarter of 2025, which is counted from 0. */
function months(quarter: number): string[] {
  return [1, 2, 3].map(m => `2025-${String(quarter * 3 + m).padStart(2, '0')}`);
}

/** Rows of the first histogram that had ended after so many days. */
function endedBy(days: number, { rows }: Stats): number {
  const { length = [], closed = [] } = rows[0]?.durations?.[0] ?? {};
  return length.reduce((sum, each, i) => sum + (each <= days ? (closed[i] ?? 0) : 0), 0);
}

function filedByTown(unit: string, from: string, to: string): string {
  return `measures: [FILED], level: TOWN, period: { unit: ${unit}, from: "${from}", to: "${to}" }`;
}

function filedInside(level: string, unit: string, label: string): string {
  return `measures: [FILED], level: ${level}, within: ["330199001"], period: { unit: ${unit}, from: "${label}", to: "${label}" }`;
}

/** What each database answered to one question: one key, one county. */
const answersOfAll = new Map<string, string>();

describe.each(databaseKinds)('protected statistics on %s', kind => {
  let county: TestCounty;
  beforeAll(async () => {
    process.env['COUNTYGRAPH_DISCLOSURE_KEY'] = 'a key for tests that is long enough';
    county = await openTestCounty(kind, 0.2);
    delete process.env['COUNTYGRAPH_DISCLOSURE_KEY'];
  });
  afterAll(() => county.close());

  const answer = async (identity: Identity, query: string): Promise<{ stats: Stats; codes: unknown[] }> => {
    const result = await county.departments.get('court')?.execute({ query: `{ stats: ${query} }` }, identity);
    const errors = JSON.parse(JSON.stringify(result?.errors ?? [])) as unknown[];
    const { stats } = JSON.parse(JSON.stringify(result?.data ?? {})) as { stats: Stats };
    const codes = (result?.errors ?? []).map(error => (error.originalError as { code?: string } | undefined)?.code);
    expect(codes.length).toBe(errors.length);
    return { stats, codes };
  };
  const stats = async (identity: Identity, question: string, wanted = fields): Promise<Stats> => {
    const { stats, codes } = await answer(identity, `courtCaseStats(${question}) { ${wanted} }`);
    expect(codes).toEqual([]);
    return stats;
  };

  const refused = async (identity: Identity, question: string): Promise<unknown[]> =>
    (await answer(identity, `courtCaseStats(measures: [FILED], ${question}) { ${fields} }`)).codes;

  test('are all cells of the grid: multiples of the base, less than the base from the truth, nothing in place of 0', async () => {
    const question = `measures: [${counts}], by: [KIND], level: TOWN, ${year}`;
    const given = await stats(auditor, question, byKind);
    const truth = cells(await stats(analyst, question, byKind));
    expect([given.profile, given.roundedTo, given.asOf]).toEqual(['PROTECTED', 10, '2026-09-30']);
    // Twelve towns and rows of no known one; three kinds and cases of none.
    expect(given.rows.length).toBe(13 * 12 * 4);
    let small = 0;
    for (const { period, area, kind, values, statuses, margins } of given.rows) {
      const exact = truth.get(`${period} ${area} ${kind ?? ''}`) ?? [0, 0, 0];
      values.forEach((value, i) => {
        expect([value === null, value === null]).toEqual([statuses?.[i] === 'SUPPRESSED', margins?.[i] === null]);
        expect((value ?? 10) % 10).toBe(0);
        expect(value).not.toBe(0);
        expect(Math.abs((value ?? 0) - (exact[i] ?? 0))).toBeLessThan(10);
        if (exact[i] === 0) expect(value).toBeNull();
        else if ((exact[i] ?? 0) < 5) small += 1;
      });
    }
    expect(small).toBeGreaterThan(100);
  });

  test('are sums of base cells at every coarser level, period and choice of places', async () => {
    const measures = `measures: [${counts}]`;
    const base = await stats(auditor, `${measures}, level: TOWN, ${year}`);
    const quarters = await stats(
      auditor,
      `${measures}, level: TOWN, period: { unit: QUARTER, from: "2025-Q1", to: "2025-Q4" }`,
    );
    for (const { period, area, values } of quarters.rows) {
      const within = months(Number(period.at(-1)) - 1);
      const rows = base.rows.filter(row => row.area === area && within.includes(row.period));
      const last = rows.filter(row => row.period === within.at(-1));
      expect(values.map(v => v ?? 0)).toEqual([sumOf(rows, 0), sumOf(rows, 1), sumOf(last, 2)]);
    }
    const whole = await stats(auditor, `${measures}, period: { unit: YEAR, from: "2025", to: "2025" }`);
    const december = base.rows.filter(row => row.period === '2025-12');
    expect(whole.rows.map(row => row.values)).toEqual([[sumOf(base.rows, 0), sumOf(base.rows, 1), sumOf(december, 2)]]);
    const two = await stats(auditor, `${measures}, ${year}, within: ["330199001", "330199003"]`);
    for (const { period, values } of two.rows) {
      const rows = base.rows.filter(
        row => row.period === period && ['330199001', '330199003'].includes(row.area ?? ''),
      );
      expect(values.map(v => v ?? 0)).toEqual(counts.map((_, i) => sumOf(rows, i)));
    }
    const kinds = await stats(auditor, `${measures}, by: [KIND], level: TOWN, ${year}`, byKind);
    for (const { period, area, values } of base.rows) {
      const rows = kinds.rows.filter(row => row.period === period && row.area === area);
      expect(values.map(v => v ?? 0)).toEqual(counts.map((_, i) => sumOf(rows, i)));
    }
  });

  test('are the same bytes for the same question, whatever else is asked with it, and on every database', async () => {
    const question = `measures: [${counts}], level: TOWN, ${year}`;
    const first = JSON.stringify(await stats(auditor, question));
    expect(JSON.stringify(await stats(auditor, question))).toBe(first);
    const more = await stats(auditor, `measures: [TIME_TO_CLOSE, ${counts}], level: TOWN, ${year}`);
    const alone = (JSON.parse(first) as Stats).rows.map(row => row.values);
    expect(more.rows.map(row => row.values.slice(1))).toEqual(alone);
    answersOfAll.set(kind, first);
    expect(new Set(answersOfAll.values()).size).toBe(1);
  });

  test('give lengths of time as bins that add up to their rows, with a median near the true one', async () => {
    const question = 'measures: [TIME_TO_CLOSE], period: { unit: YEAR, from: "2025", to: "2025" }';
    const [given, exact] = [await stats(auditor, question), await stats(analyst, question)];
    const histogram = given.rows[0]?.durations?.[0];
    const total = [...(histogram?.closed ?? []), ...(histogram?.open ?? [])].reduce((a, b) => a + b, 0);
    expect(given.rows[0]?.values).toEqual([total]);
    expect(histogram?.length.every(length => [7, 15, 30, 60, 90, 180, 365, 730].includes(length))).toBe(true);
    const margin = given.rows[0]?.margins?.[0] ?? 0;
    for (const days of [30, 60, 90]) expect(Math.abs(endedBy(days, given) - endedBy(days, exact))).toBeLessThan(margin);
    const kinds = await stats(auditor, `${question}, by: [KIND]`, byKind);
    expect(kinds.rows.every(({ values, durations }) => values[0] === null && durations?.[0]?.length.length === 0)).toBe(
      true,
    );
  });

  test('give amounts as rounded rows times a mean of two digits, and none of few rows', async () => {
    const given = await stats(auditor, `measures: [CLAIMED, FILED], level: TOWN, ${year}`);
    const exact = cells(await stats(analyst, `measures: [CLAIMED, FILED], level: TOWN, ${year}`));
    const own = given.rows.filter(({ values }) => values[0] !== null);
    expect(own.length).toBeGreaterThan(10);
    for (const { period, area, values } of own) {
      const [sum = 0, rows = 0] = exact.get(`${period} ${area} `) ?? [];
      expect(rows).toBeGreaterThan(10);
      // Two digits are within a tenth; rows within the base.
      expect((values[0] ?? 0) / sum).toBeGreaterThan(((rows - 10) / rows) * 0.9);
      expect((values[0] ?? 0) / sum).toBeLessThan(((rows + 10) / rows) * 1.1);
    }
    const whole = await stats(auditor, 'measures: [CLAIMED], period: { unit: YEAR, from: "2025", to: "2025" }');
    const truth = await stats(analyst, 'measures: [CLAIMED], period: { unit: YEAR, from: "2025", to: "2025" }');
    expect((whole.rows[0]?.values[0] ?? 0) / (truth.rows[0]?.values[0] ?? 1)).toBeCloseTo(1, 0);
  });

  test('for the public are quarters made of the protected months', async () => {
    const short = await stats(everybody, filedByTown('MONTH', '2025-01', '2025-12'));
    expect(short.rows.every(({ values }) => values[0] === null)).toBe(true);
    const given = await stats(everybody, filedByTown('QUARTER', '2025-Q1', '2025-Q4'));
    const guarded = cells(await stats(auditor, filedByTown('QUARTER', '2025-Q1', '2025-Q4')));
    expect([given.profile, given.roundedTo]).toEqual(['PUBLIC', 20]);
    expect(given.rows.some(({ values }) => values[0] !== null)).toBe(true);
    for (const { period, area, values } of given.rows) {
      expect((values[0] ?? 0) % 20).toBe(0);
      expect(Math.abs((values[0] ?? 0) - (guarded.get(`${period} ${area} `)?.[0] ?? 0))).toBeLessThan(20);
    }
  });

  test('of villages and grids are years: the grids of a village add up to no more than it, and shorter periods hold nothing', async () => {
    const villages = await stats(auditor, filedInside('VILLAGE', 'YEAR', '2025'));
    const grids = await stats(auditor, filedInside('GRID', 'YEAR', '2025'));
    expect(villages.rows.some(({ values }) => values[0] !== null)).toBe(true);
    for (const { area, values } of villages.rows) {
      const own = grids.rows.filter(row => row.area?.startsWith(area ?? '~'));
      expect(sumOf(own, 0)).toBeLessThanOrEqual(values[0] ?? 0);
    }
    const one = await stats(auditor, filedInside('GRID', 'YEAR', '2025').replace('"330199001"', '"330199001001001"'));
    expect(one.rows).toEqual(grids.rows.filter(row => row.area === '330199001001001'));
    const short = await stats(auditor, filedInside('VILLAGE', 'MONTH', '2025-06'));
    expect(short.rows.every(({ values }) => values[0] === null)).toBe(true);
    // 2026 is not over.
    const unfinished = await stats(auditor, filedInside('VILLAGE', 'YEAR', '2026'));
    expect(unfinished.rows.every(({ values }) => values[0] === null)).toBe(true);
  });

  test('are the same of a place as of the root, and their rows left out are rounded too', async () => {
    const inner = `courtCaseStats(measures: [FILED], ${year}) { ${fields} }`;
    const query = `{ _entities(representations: [{ __typename: "Place", code: "330199001" }]) { ... on Place { stats: ${inner} } } }`;
    const result = await county.departments.get('court')?.execute({ query }, auditor);
    const { _entities } = JSON.parse(JSON.stringify(result?.data)) as { _entities: { stats: Stats }[] };
    const root = await stats(auditor, `measures: [FILED], level: TOWN, within: ["330199001"], ${year}`);
    expect(_entities[0]?.stats).toEqual(root);
    const { leftOut } = await stats(auditor, `measures: [FILED, CLAIMED], ${year}`);
    expect(leftOut.every(({ rows, measure }) => rows % 10 === 0 && ['FILED', 'CLAIMED'].includes(measure))).toBe(true);
  });

  test('refuse what the menu does not hold, with a sentence of what is possible', async () => {
    expect(await refused(auditor, `by: [KIND, PROCEDURE], ${year}`)).toEqual(['FORBIDDEN_DETAIL']);
    expect(await refused(auditor, `by: [KIND], level: VILLAGE, ${year}`)).toEqual(['FORBIDDEN_DETAIL']);
    expect(await refused(auditor, `within: ["330199001001"], ${year}`)).toEqual(['FORBIDDEN_DETAIL']);
    expect(await refused(auditor, `asOf: "2026-09-29", ${year}`)).toEqual(['FORBIDDEN_CUT_OFF']);
    expect(await refused(everybody, `level: VILLAGE, ${year}`)).toEqual(['FORBIDDEN_DETAIL']);
    expect(await refused(auditor, `asOf: "2026-09-30", ${year}`)).toEqual([]);
  });
});
