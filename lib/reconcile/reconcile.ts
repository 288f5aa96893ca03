import { type AreaChoice, type AreaGroup, resolveAreas } from '../indicators/index.ts';
import { callerError } from '../kernel/coded-error.ts';
import { type Period, parsePeriod, periodBefore, periodRange } from '../kernel/period.ts';
import type { Client, QueryOptions } from '../sdk/index.ts';
import { type Comparison, comparePlace } from './compare.ts';
import { countSide, type SideCounts } from './count-side.ts';
import { linkRows, type Listing } from './link-rows.ts';
import type { Pair } from './pair.ts';

export type ReconcileRequest = AreaChoice & {
  /** Labels of one unit: 2026-08, 2026-Q3 or 2026. */
  readonly periods: readonly string[];
  /** Ids. Default: all pairs. */
  readonly pairs?: readonly string[];
  /** Also list the rows that only one system counts, where the reader may have them. Default: counts alone. */
  readonly list?: boolean;
  /** First day of the data; earlier periods are not compared. Default: not known. */
  readonly dataFrom?: string;
  readonly signal?: AbortSignal;
};

/** How far the department of a side went, and what it said instead of an answer. */
export type SideState = Pick<SideCounts, 'asOf' | 'roundedTo' | 'error'>;

export interface ReconciledPair {
  readonly pair: Pair;
  readonly sides: readonly [SideState, SideState];
  readonly comparisons: readonly Comparison[];
  /** One for each level of places; none unless asked for. */
  readonly listings: readonly Listing[];
}

/**
 * Holds the counts of two systems together, by place and period: one statistics query for each side and level of places.
 * @throws CodedError UNKNOWN_PAIR, UNKNOWN_AREA, BAD_PERIOD
 * @throws ClientError when there is no gateway
 */
export async function reconcile(
  client: Client,
  pairs: readonly Pair[],
  request: ReconcileRequest,
): Promise<ReconciledPair[]> {
  const wanted = chosen(pairs, request.pairs);
  const periods = periodsOf(request.periods);
  const options: QueryOptions = request.signal === undefined ? {} : { signal: request.signal };
  const groups = await resolveAreas(client, request, options);
  return Promise.all(wanted.map(pair => reconcilePair({ client, pair, groups, periods, options }, request)));
}

interface Work {
  readonly client: Client;
  readonly pair: Pair;
  readonly groups: readonly AreaGroup[];
  readonly periods: readonly Period[];
  readonly options: QueryOptions;
}

async function reconcilePair(
  { client, pair, groups, periods, options }: Work,
  { list = false, dataFrom }: Pick<ReconcileRequest, 'list' | 'dataFrom'>,
): Promise<ReconciledPair> {
  const around = withNeighbours(periods, pair.lag);
  const parts = await Promise.all(
    groups.map(async group => {
      const [first, second] = await Promise.all([
        countSide(client, pair.sides[0], group, around, options),
        countSide(client, pair.sides[1], group, around, options),
      ]);
      const listing = list
        ? [
            partOnly([first, second], pair, group) ??
              (await linkRows(client, pair, group, { asked: periods, around }, options)),
          ]
        : [];
      const comparisons = group.areas.flatMap(area =>
        comparePlace(pair, area, periods, around, [first, second], dataFrom),
      );
      return { sides: [first, second] as const, comparisons, listing };
    }),
  );
  const state = (i: 0 | 1): SideState => {
    const { asOf = null, roundedTo = null, error = null } = parts[0]?.sides[i] ?? {};
    return { asOf, roundedTo, error };
  };
  return {
    pair,
    sides: [state(0), state(1)],
    comparisons: parts.flatMap(({ comparisons }) => comparisons),
    listings: parts.flatMap(({ listing }) => listing),
  };
}

/** Who may see a part of a place has no counts of it, and its rows would pass for the list of the whole. */
function partOnly(sides: readonly SideCounts[], { id }: Pair, { level }: AreaGroup): Listing | undefined {
  const side = sides.findIndex(({ error }) => error?.code === 'FORBIDDEN_AREA');
  const error = sides[side]?.error;
  if (!error) return undefined;
  return { pair: id, level, refused: { side: side === 0 ? 0 : 1, ...error }, sides: null, unlinked: [] };
}

function withNeighbours(periods: readonly Period[], lag: number): Period[] {
  const [first, last] = [periods[0], periods.at(-1)];
  return first === undefined || last === undefined
    ? []
    : periodRange(periodBefore(first, lag), periodBefore(last, -lag));
}

/** In order of time; of one unit. */
function periodsOf(labels: readonly string[]): Period[] {
  const periods = [...new Set(labels)].map(parsePeriod).sort((a, b) => (a.from < b.from ? -1 : 1));
  if (new Set(periods.map(({ unit }) => unit)).size === 1) return periods;
  throw callerError('BAD_PERIOD', {
    expected: 'periods of one unit',
    got: periods.length === 0 ? 'none' : periods.map(({ label }) => label).join(', '),
    todo: 'write all as months, quarters or years',
  });
}

function chosen(pairs: readonly Pair[], ids: readonly string[] | undefined): readonly Pair[] {
  if (ids === undefined) return pairs;
  return [...new Set(ids)].map(id => {
    const pair = pairs.find(each => each.id === id);
    if (pair !== undefined) return pair;
    throw callerError('UNKNOWN_PAIR', {
      expected: 'the id of a pair of reconciliation.yaml',
      got: JSON.stringify(id),
      todo: `choose from ${pairs.map(each => each.id).join(', ')}`,
    });
  });
}
