import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type AreaGroup, recordTypes } from '../indicators/index.ts';
import type { Period } from '../kernel/period.ts';
import { screaming } from '../kernel/screaming.ts';
import { type Client, ClientError, type GraphError, type QueryOptions } from '../sdk/index.ts';
import type { Side } from './pair.ts';

/** How many a system counts in a place and period. */
export interface SideCount {
  /** null: the department does not give the cell out. */
  readonly count: number | null;
  /** How far a protected count may be from the truth, in 95 of 100 cells; 0 where it is exact. */
  readonly margin: number;
}

/** What a department answered for a side. */
export interface SideCounts {
  /** Last day of its data; null where it did not answer. */
  readonly asOf: string | null;
  readonly roundedTo: number | null;
  /** What it said instead of an answer. */
  readonly error: { readonly code: string; readonly message: string } | null;
  of(area: string, period: string): SideCount;
  /** Rows of an area, of whatever period, that it could not count. */
  leftOut(area: string): number;
}

interface Row {
  readonly period: string;
  readonly area: string | null;
  readonly values: readonly (number | null)[];
  readonly statuses: readonly string[] | null;
  readonly margins: readonly (number | null)[] | null;
  readonly [dimension: string]: unknown;
}

interface Statistics {
  readonly asOf: string;
  readonly roundedTo: number | null;
  readonly notKept: readonly string[];
  readonly granted: readonly string[] | null;
  readonly rows: readonly Row[];
  readonly leftOut: readonly { readonly area: string | null; readonly rows: number }[];
}

interface Variables {
  readonly measures: readonly string[];
  readonly by?: readonly string[];
  readonly period: { readonly unit: Period['unit']; readonly from: string; readonly to: string };
  readonly within?: readonly string[];
  readonly level: AreaGroup['level'];
}

/**
 * One side's counts for the places of a group and all periods from the first to the last: one query, grouped in the database.
 * @throws ClientError when there is no gateway
 */
export async function countSide(
  client: Client,
  side: Side,
  group: AreaGroup,
  periods: readonly Period[],
  options: QueryOptions,
): Promise<SideCounts> {
  const document = recordTypes[side.type].statistics as TypedDocumentNode<{ stats: Statistics | null }, Variables>;
  const by = Object.keys(side.only);
  const [first, last] = [periods[0], periods.at(-1)];
  const variables: Variables = {
    measures: [side.measure],
    ...(by.length === 0 ? {} : { by: by.map(screaming) }),
    period: { unit: first?.unit ?? 'MONTH', from: first?.label ?? '', to: last?.label ?? '' },
    ...(group.within === null ? {} : { within: group.within }),
    level: group.level,
  };
  try {
    const { data, errors } = await client.query(document, variables, options);
    if (data.stats === null) return silent(errors);
    if (data.stats.notKept.includes(side.measure))
      return silent([{ message: 'Its database does not keep what is counted.', extensions: { code: 'NOT_KEPT' } }]);
    return countsOf(side, data.stats);
  } catch (error) {
    // The gateway may serve a county that lacks this department; no gateway at all is another matter.
    if (error instanceof ClientError && error.errors.length > 0) return silent(error.errors);
    throw error;
  }
}

function silent([error]: readonly GraphError[]): SideCounts {
  return {
    asOf: null,
    roundedTo: null,
    error: {
      code: error?.extensions?.code ?? 'SOURCE_UNAVAILABLE',
      message: error?.message ?? 'No answer and no error.',
    },
    of: () => ({ count: null, margin: 0 }),
    leftOut: () => 0,
  };
}

function countsOf({ only }: Side, { asOf, roundedTo, granted, rows, leftOut }: Statistics): SideCounts {
  const counted = rows.filter(row =>
    Object.entries(only).every(([name, values]) => values.includes(String(row[name]))),
  );
  const cells = Map.groupBy(counted, ({ period, area }) => `${period} ${area ?? ''}`);
  return {
    asOf,
    roundedTo,
    error: null,
    of(area, period) {
      const cell = cells.get(`${period} ${area}`) ?? [];
      const isHidden =
        // A place that was not granted has no rows either, and that is no 0.
        (granted !== null && !granted.some(place => area.startsWith(place))) ||
        cell.some(row => row.statuses?.[0] === 'SUPPRESSED' || row.values[0] === null);
      return {
        count: isHidden ? null : cell.reduce((sum, { values }) => sum + (values[0] ?? 0), 0),
        margin: cell.reduce((sum, { margins }) => sum + (margins?.[0] ?? 0), 0),
      };
    },
    leftOut: area => leftOut.reduce((sum, each) => sum + (each.area === area ? each.rows : 0), 0),
  };
}
