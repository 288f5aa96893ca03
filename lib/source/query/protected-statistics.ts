import { endOfLastWhole, type Period } from '../../kernel/period.ts';
import { baseLevel, refuseBeyondMenu, refuseOtherCutOff, roundParts } from '../../trust/disclosure/index.ts';
import type { Bound } from '../bind/bind.ts';
import type { StatisticsRow } from './cells.ts';
import { readBase, valuesOf, type Base, type Setting } from './protected-base.ts';
import { histogramOf, protectedMeasure, type ProtectedMeasure } from './protected-measures.ts';
import { placesOf, type AreaRow, type Places } from './protection.ts';
import type { Statistics } from './statistics.ts';

function isDeclared({ type }: Bound, field: string): boolean {
  return type.fields.get(field) === 'boolean' || (type.values?.get(field) ?? []).length > 0;
}

/** Rows that could not be used, rounded as everything is; of villages and grids nothing is said. */
function roundLeftOut(
  { bound, protection, query, county }: Setting,
  leftOut: Statistics['leftOut'],
  places: Places,
): Statistics['leftOut'] {
  if (baseLevel(query.level) === 'VILLAGE') return [];
  const { rules, draws } = protection;
  const { base } = rules.protected;
  const shown = new Set(places.rows.flatMap(({ area }) => area.parts));
  const rounded = leftOut
    .filter(({ area, measure }) => shown.has(area) && query.names.includes(measure))
    .map(each => {
      const offset = draws.offset(base, bound.type.name, 'left out', each.reason, each.area);
      return {
        ...each,
        area: query.level === 'COUNTY' ? county : each.area,
        rows: roundParts([each.rows], base, offset)[0] ?? 0,
      };
    });
  return [...Map.groupBy(rounded, ({ measure, area, reason }) => JSON.stringify([measure, area, reason])).values()]
    .flatMap(([first, ...more]) =>
      first ? [{ ...first, rows: more.reduce((sum, { rows }) => sum + rows, first.rows) }] : [],
    )
    .filter(({ rows }) => rows > 0);
}

/** One cell of the answer by measure: null where it is suppressed. */
interface Shown {
  readonly values: (number | null)[];
  readonly margins: (number | null)[];
  readonly statuses: ('OK' | 'SUPPRESSED')[];
  readonly durations: StatisticsRow['durations'];
}

function show(
  { query }: Setting,
  measures: readonly ProtectedMeasure[],
  base: Base,
  { area, grid }: AreaRow,
  period: Period,
  part: number,
): Shown {
  const shown: Shown = { values: [], margins: [], statuses: [], durations: [] };
  const fine = baseLevel(query.level) === 'VILLAGE';
  for (const measure of query.measures) {
    const at = measure ? measures.findIndex(each => each.measure === measure) : -1;
    const { kind } = measures[at] ?? {};
    const hidden = (fine && (kind !== 'count' || area.area === null)) || (kind === 'lengths' && query.by.length > 0);
    const cell = hidden || at < 0 ? undefined : base.released.cell(at, area, period);
    const index = grid?.at ?? part;
    const amount = (base.means[at] ?? null) === null ? undefined : cell?.amounts?.[index];
    const count = kind === 'lengths' ? (cell?.counts.reduce((a, b) => a + b, 0) ?? 0) : (cell?.counts[index] ?? 0);
    const value = kind === 'amount' ? (amount?.own ? Number(amount.value.toPrecision(12)) : 0) : count;
    const told = cell !== undefined && count > 0 && value > 0;
    shown.values.push(told ? value : null);
    shown.margins.push(told && kind !== 'amount' ? cell.margin : null);
    shown.statuses.push(told || measure === undefined ? 'OK' : 'SUPPRESSED');
    if (measure?.kind === 'durations') shown.durations.push(histogramOf(measure, told ? cell.counts : []));
  }
  return shown;
}

/**
 * A statistic that is protected against disclosure: every base cell (a town and month, or a village and year) is rounded at random by
 * the department's key, and everything coarser is a sum of what comes out. All cells of the grid that is asked for are there.
 * Refusals: FORBIDDEN_DETAIL, FORBIDDEN_CUT_OFF.
 */
export async function protectedStatistics(setting: Setting): Promise<Statistics> {
  const { bound, obligation, profile, protection, county, query } = setting;
  const within = query.within?.includes(county) ? undefined : query.within;
  const inside = [...(within ? [within] : []), ...(obligation.areas === 'all' ? [] : [obligation.areas])];
  refuseOtherCutOff(query.asOf, protection.data.asOf);
  refuseBeyondMenu({
    profile,
    level: query.level,
    dimensions: query.by,
    // The grids of a village are rounded together: a question may pick some, a grant for some would tear them apart.
    places: [
      ...(within ?? []).map(code => (query.level === 'GRID' ? code.slice(0, 12) : code)),
      ...(obligation.areas === 'all' ? [] : obligation.areas),
    ],
    isDeclared: field => isDeclared(bound, field),
  });
  const asOf = endOfLastWhole('MONTH', protection.data.asOf);
  const places = placesOf(
    protection,
    county,
    query.level,
    inside,
    ['place', 'code'].some(f => bound.columns.has(f)),
  );
  const measures = query.measures.flatMap(measure => (measure ? [protectedMeasure(measure)] : []));
  const base = await readBase({ ...setting, query: { ...query, within } }, measures, places, asOf);
  const [dimension] = query.by;
  const parts = dimension === undefined ? [undefined] : valuesOf(bound.type, dimension);
  const rows = query.periods.flatMap(period =>
    places.rows.flatMap(place =>
      parts.map((value, part): StatisticsRow => {
        const { statuses, ...shown } = show(setting, measures, base, place, period, part);
        return {
          period: period.label,
          area: place.area.area,
          dimensions: dimension === undefined ? {} : { [dimension]: value ?? null },
          ...shown,
          statuses: statuses.every(status => status === 'OK') ? null : statuses,
        };
      }),
    ),
  );
  return {
    asOf: profile === 'public' ? endOfLastWhole('QUARTER', asOf) : asOf,
    profile,
    roundedTo: protection.rules[profile].base,
    rows,
    notKept: query.names.filter((_, i) => query.measures[i] === undefined),
    granted: obligation.areas === 'all' ? null : obligation.areas,
    leftOut: roundLeftOut(setting, base.leftOut, places),
  };
}
