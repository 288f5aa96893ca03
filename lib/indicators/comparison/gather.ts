import { codeLength, type PlaceLevel } from '../../kernel/area-code.ts';
import type { Period } from '../../kernel/period.ts';
import { type Client, ClientError, type QueryOptions } from '../../sdk/index.ts';
import type { Area } from '../figure.ts';
import type { Indicator } from '../indicator.ts';
import type { Material } from '../make-figure.ts';
import { editedShare, monthEndShare } from '../notes/closings.ts';
import { planQueries } from '../plan.ts';
import { type AreaChoice, type AreaGroup, resolveAreas } from '../resolve-areas.ts';
import { askAll } from '../source.ts';
import type { ComparisonKind } from './compared-figure.ts';
import { askMatured, type Matured } from './maturity.ts';
import { pairOf } from './periods.ts';

/** What is to be compared with what. */
export interface Wanted {
  readonly choice: AreaChoice;
  readonly definitions: readonly Indicator[];
  readonly periods: readonly Period[];
  readonly by: string | null;
  /** In their order. */
  readonly kinds: ReadonlySet<ComparisonKind>;
  /** Whether notes are looked for, which rest on last year and the county. */
  readonly notes: boolean;
}

/** All that the departments have to say for it. */
export interface Gathered {
  readonly areas: readonly Area[];
  /** null where no figure is held against it. */
  readonly county: Area | null;
  /** All places of a level; a level is missing where the department that keeps the places is away. */
  readonly ofLevel: ReadonlyMap<PlaceLevel, readonly Area[]>;
  readonly answers: Material['answers'];
  /** Cohorts of other periods, followed up for as long. */
  readonly matured: Matured;
}

/**
 * The queries of all comparisons: for each type of record one a level, over all periods that are needed; places of a level are asked
 * for together, whether one or all of them are wanted. Then cohorts at earlier cut-offs (see askMatured).
 */
export async function gather(client: Client, wanted: Wanted, options: QueryOptions): Promise<Gathered> {
  const { periods, by, notes } = wanted;
  const kinds = new Set([...wanted.kinds, ...(notes ? (['year', 'county'] as const) : [])]);
  const definitions = notes ? [...wanted.definitions, ...probesOf(wanted)] : wanted.definitions;
  const needed = periodsFor({ ...wanted, kinds });
  const groups = await resolveAreas(client, wanted.choice, options);
  const below = groups.filter(({ level }) => level !== 'COUNTY');
  const code = groups[0]?.areas[0]?.code.slice(0, codeLength.COUNTY) ?? '';
  const [all, [county]] = await Promise.all([
    kinds.has('peers') ? Promise.all(below.map(group => allOfLevel(client, code, group, options))) : [],
    // Whether a reader sees the whole county or a part of it is known from its figures alone.
    below.length > 0 && (kinds.has('county') || kinds.has('peers'))
      ? resolveAreas(client, { areas: [code] }, options)
      : [],
  ]);
  const ofLevel = new Map(all.flatMap(group => (group === undefined ? [] : [[group.level, group] as const])));
  const asked = groups.map(group => ofLevel.get(group.level) ?? group);
  const isAsked = asked.some(({ level }) => level === 'COUNTY');
  const queries = [
    ...planQueries(definitions, needed, asked, by),
    ...(county === undefined || isAsked ? [] : planQueries(definitions, notes ? needed : periods, [county], by)),
  ];
  const answers = await askAll(client, queries, options);
  return {
    areas: groups.flatMap(({ areas }) => areas),
    county: county?.areas[0] ?? null,
    ofLevel: new Map([...ofLevel].map(([level, { areas }]) => [level, areas])),
    answers,
    matured: await askMatured(
      client,
      { definitions: wanted.definitions, periods, groups, by, kinds },
      answers,
      options,
    ),
  };
}

async function allOfLevel(
  client: Client,
  within: string,
  { level }: AreaGroup,
  options: QueryOptions,
): Promise<AreaGroup | undefined> {
  try {
    const [group] = await resolveAreas(client, { within, level }, options);
    return group;
  } catch (fault) {
    // Without the department that keeps the places, those asked for by code are still compared over time.
    if (fault instanceof ClientError && fault.errors.length > 0) return undefined;
    throw fault;
  }
}

/** What notes on closings rest on: of the whole alone, for by a dimension there is less of it. */
function probesOf({ definitions, by }: Wanted): Indicator[] {
  if (by !== null) return [];
  const all = definitions.flatMap(withEarlier);
  return all.flatMap(each => [monthEndShare(each), editedShare(each)].filter(probe => probe !== undefined));
}

/** The periods asked for, and all that they are compared with. */
function periodsFor({ definitions, periods, kinds }: Wanted): Period[] {
  const needed = new Map(periods.map(period => [period.label, period]));
  for (const definition of definitions.flatMap(withEarlier)) {
    for (const form of definition.forms) {
      for (const kind of ['previous', 'year', 'cumulative'] as const) {
        if (!kinds.has(kind)) continue;
        for (const period of periods) {
          const pair = pairOf(kind, definition, form, period);
          for (const each of pair === undefined ? [] : [pair.now, pair.against]) needed.set(each.label, each);
        }
      }
    }
  }
  return [...needed.values()];
}

function withEarlier(definition: Indicator): Indicator[] {
  return definition.earlier === undefined ? [definition] : [definition, ...withEarlier(definition.earlier)];
}
