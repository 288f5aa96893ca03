import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';
import { callerError, invariant } from '../kernel/coded-error.ts';
import { screaming } from '../kernel/screaming.ts';
import type { Filter, ListQuery, Page, RecordType, Row, StatisticsQuery } from '../source/index.ts';
import { selected, type Context } from './context.ts';
import { lowerFirst, type ChildField, type DepartmentModel } from './model.ts';
import { scalars } from './scalars.ts';

type Resolver = GraphQLFieldResolver<Row, Context, Record<string, unknown>>;
type ReferenceResolver = (reference: Row, context: Context, info: GraphQLResolveInfo) => unknown;
/** The resolvers of one type; `__resolveReference` and `__resolveType` take (value, context, info). */
interface TypeResolvers {
  [field: string]: Resolver | ReferenceResolver;
  __resolveReference?: ReferenceResolver;
  __resolveType?: ReferenceResolver;
}
/** Resolvers by type and field; `__resolveReference` and `__resolveType` as @apollo/subgraph takes them. */
export type Resolvers = Record<string, TypeResolvers | (typeof scalars)[string]>;

/** Columns to read for a selection: those of the type's mapped fields that are asked for and granted, and the key where it is granted. */
export function columnsFor(record: RecordType, names: ReadonlySet<string>, context: Context): string[] {
  const obligation = context.obligation(record.name);
  const asked = [...record.fields.keys()].filter(f => names.has(f) && obligation.allows(f));
  const { key } = record;
  return key === undefined || asked.includes(key) || !obligation.allows(key, 'use') ? asked : [key, ...asked];
}

function forbidden(record: RecordType, field: string): Error {
  return callerError('FORBIDDEN_FIELD', {
    expected: 'fields that the department has granted',
    got: `${record.name}.${field}`,
    todo: 'leave it out or ask the department for a grant',
  });
}

/** The key of a type of this department is a field like others: what hangs on it is refused with it. */
function mayFollow(record: RecordType | undefined, context: Context): void {
  if (record?.key === undefined || context.obligation(record.name).allows(record.key, 'use')) return;
  throw forbidden(record, record.key);
}

/** As the contract says where `first` is not given; a null counts as not given. */
const defaultFirst = 50;

/** A type as it is listed, with those of its links that lead to types of this department. */
interface Listed {
  readonly record: RecordType;
  readonly targets: ReadonlyMap<string, RecordType>;
}

function listedOf({ links, records }: DepartmentModel, record: RecordType): Listed {
  const targets = [...(links.get(record.name) ?? [])].flatMap(([field, type]) => {
    const target = records.get(type);
    return target ? [[field, target] as const] : [];
  });
  return { record, targets: new Map(targets) };
}

function listQuery(
  listed: Listed,
  args: Record<string, unknown>,
  info: GraphQLResolveInfo,
  context: Context,
): ListQuery {
  return context.asked(info, listed.record.name, () => workOutList(listed, args, info, context));
}

function workOutList(
  { record, targets }: Listed,
  args: Record<string, unknown>,
  info: GraphQLResolveInfo,
  context: Context,
): ListQuery {
  const { within, ...filter } = (args['filter'] ?? {}) as Filter & { within?: readonly string[] };
  const order = args['orderBy'] as string | undefined;
  const field =
    order && [...record.fields.keys()].find(f => order === `${screaming(f)}_ASC` || order === `${screaming(f)}_DESC`);
  const conditions = Object.entries(filter).filter(([, condition]) => condition !== null);
  // To ask by a link is to read the key that it leads to.
  for (const [asked] of conditions) mayFollow(targets.get(asked), context);
  return {
    fields: columnsFor(record, selected(info, record.name, ['nodes'], ['edges', 'node']), context),
    first: (args['first'] as number | null) ?? defaultFirst,
    after: (args['after'] as string | null) ?? undefined,
    filter: Object.fromEntries(conditions),
    within: within ?? undefined,
    order: field ? { field, descending: order?.endsWith('_DESC') === true } : undefined,
    count: selected(info, `${record.name}Connection`).has('totalCount'),
  };
}

/** What few ask for is worked out when it is asked for. */
function connection(page: Page): Row {
  return {
    nodes: page.rows,
    get edges() {
      return page.rows.map((node, i) => ({
        get cursor() {
          return page.cursor(i);
        },
        node,
      }));
    },
    pageInfo: {
      hasNextPage: page.hasNextPage,
      get endCursor() {
        return page.rows.length > 0 ? page.cursor(page.rows.length - 1) : null;
      },
    },
    totalCount: page.totalCount,
  };
}

const placeLevelOf: Record<number, StatisticsQuery['level']> = { 6: 'COUNTY', 9: 'TOWN', 12: 'VILLAGE', 15: 'GRID' };

function statisticsQuery(
  record: RecordType,
  args: Record<string, unknown>,
  info: GraphQLResolveInfo,
  asOf: string,
): StatisticsQuery {
  const by = (args['by'] as string[] | undefined) ?? [];
  const measures = args['measures'] as string[];
  if (measures.length === 0 || new Set(measures).size < measures.length) {
    throw callerError('BAD_MEASURES', {
      expected: 'at least one measure, each once',
      got: measures.join(', ') || 'none',
      todo: 'correct `measures`',
    });
  }
  return {
    measures,
    by: record.dimensions.filter(d => by.includes(screaming(d))),
    period: args['period'] as StatisticsQuery['period'],
    within: (args['within'] as string[] | null) ?? undefined,
    level: (args['level'] as StatisticsQuery['level'] | undefined) ?? 'COUNTY',
    // A cut-off after the last day of data would count what is not there yet as not having happened.
    asOf: typeof args['asOf'] === 'string' && args['asOf'] < asOf ? args['asOf'] : asOf,
    leftOut: selected(info, `${record.name}Stats`).has('leftOut'),
  };
}

function statisticsRow(
  record: RecordType,
): (row: { readonly dimensions: Readonly<Record<string, string | null>> } & object) => Row {
  const booleans = new Set(record.dimensions.filter(d => record.fields.get(d) === 'boolean'));
  return ({ dimensions, ...row }) => ({
    ...row,
    ...Object.fromEntries(
      Object.entries(dimensions).map(([d, v]) => [d, booleans.has(d) && v !== null ? v === 'true' : v]),
    ),
  });
}

function rootResolvers(listed: Listed, listName: string, asOf: string): Record<string, Resolver> {
  const { record } = listed;
  const resolvers: Record<string, Resolver> = {
    [listName]: async (_, args, context, info) => {
      const obligation = context.obligation(record.name);
      return connection(await context.session.list(obligation, listQuery(listed, args, info, context)));
    },
    [`${lowerFirst(record.name)}Quality`]: (_, _args, context) =>
      context.session.quality(context.obligation(record.name)),
  };
  const { key } = record;
  if (key !== undefined) {
    resolvers[lowerFirst(record.name)] = (_, args, context, info) =>
      byKey(record, key, String(args[key]), context, info);
  }
  if (record.measures.size > 0) {
    resolvers[`${lowerFirst(record.name)}Stats`] = async (_, args, context, info) => {
      const result = await context.session.statistics(
        context.obligation(record.name),
        statisticsQuery(record, args, info, asOf),
      );
      return { ...result, profile: result.profile.toUpperCase(), rows: result.rows.map(statisticsRow(record)) };
    };
  }
  return resolvers;
}

async function byKey(
  record: RecordType,
  key: string,
  value: string,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Row | null> {
  const row = await context.session.one(
    context.obligation(record.name),
    key,
    value,
    columnsAsked(record, context, info),
  );
  return row ? { __typename: record.name, ...row } : null;
}

function columnsAsked(record: RecordType, context: Context, info: GraphQLResolveInfo): string[] {
  return context.asked(info, record.name, () => columnsFor(record, selected(info, record.name), context));
}

/** A field that was not read because it is not granted is refused with its code, not null in silence. */
function guarded(record: RecordType, field: string): Resolver {
  return (row, _args, context) => {
    if (row[field] === undefined && !context.obligation(record.name).allows(field)) throw forbidden(record, field);
    return row[field] ?? null;
  };
}

function linkResolver(
  model: DepartmentModel,
  record: RecordType,
  field: string,
  target: string,
  known: (code: string) => boolean,
): Resolver {
  const guard = guarded(record, field);
  const key = model.keys.get(target) ?? 'id';
  const targetRecord = model.records.get(target);
  return (row, args, context, info) => {
    const value = guard(row, args, context, info) as string | null;
    if (value === null) return null;
    if (target === 'Place') return known(value) ? { __typename: 'Place', [key]: value } : null;
    mayFollow(targetRecord, context);
    if (targetRecord === undefined || !asksMore(info, target, key)) return { __typename: target, [key]: value };
    return byKey(targetRecord, key, value, context, info);
  };
}

/** Whether a selection asks of a linked object what its key does not tell. */
function asksMore(info: GraphQLResolveInfo, type: string, key: string): boolean {
  return [...selected(info, type)].some(name => name !== key && name !== '__typename');
}

function childResolver(model: DepartmentModel, child: ChildField): Resolver {
  const record = model.records.get(child.child);
  invariant(record, `a record type ${child.child}`);
  const key = model.keys.get(child.parent) ?? 'id';
  const parentRecord = model.records.get(child.parent);
  const listed = listedOf(model, record);
  return async (parent, args, context, info) => {
    mayFollow(parentRecord, context);
    const value = String(parent[key]);
    const obligation = context.obligation(record.name);
    if (child.many)
      return connection(
        await context.session.children(obligation, child.via, value, listQuery(listed, args, info, context)),
      );
    const row = await context.session.one(obligation, child.via, value, columnsAsked(record, context, info));
    return row ? { __typename: record.name, ...row } : null;
  };
}

function placeStatistics(record: RecordType, asOf: string): Resolver {
  return async (parent, args, context, info) => {
    const code = String(parent['code']);
    const level = placeLevelOf[code.length] ?? 'COUNTY';
    const query = { ...statisticsQuery(record, args, info, asOf), level, within: [code] };
    const result = await context.session.placeStatistics(context.obligation(record.name), code, query);
    return { ...result, profile: result.profile.toUpperCase(), rows: result.rows.map(statisticsRow(record)) };
  };
}

/** What a department's resolvers need of its county. */
export interface Surroundings {
  /** The last day of data. */
  readonly asOf: string;
  readonly isKnownArea: (code: string) => boolean;
}

/** The resolvers of a department, all of them from its model. */
export function makeResolvers(model: DepartmentModel, { asOf, isKnownArea }: Surroundings): Resolvers {
  const types: Record<string, TypeResolvers> = { Query: {} };
  const at = (type: string): TypeResolvers => (types[type] ??= {});
  for (const [name, key] of model.keys) {
    const record = model.records.get(name);
    at(name).__resolveReference = (reference, context, info) =>
      record ? byKey(record, key, String(reference[key]), context, info) : reference;
  }
  for (const record of model.records.values()) {
    const listName = model.roots.get(record.name);
    if (listName !== undefined) Object.assign(at('Query'), rootResolvers(listedOf(model, record), listName, asOf));
    for (const field of record.fields.keys()) {
      const target = model.links.get(record.name)?.get(field);
      at(record.name)[field] =
        target === undefined ? guarded(record, field) : linkResolver(model, record, field, target, isKnownArea);
    }
  }
  for (const field of model.pseudonyms) {
    const key = model.keys.get(field.type) ?? 'id';
    at(field.type)[field.field] = (row, _args, context, info) =>
      context.persons.seal(context, info, field, String(row[key]));
  }
  for (const child of model.children) {
    at(child.parent)[child.field] = childResolver(model, child);
    const record = model.records.get(child.child);
    if (child.parent === 'Place' && record && record.measures.size > 0) {
      at('Place')[`${lowerFirst(record.name)}Stats`] = placeStatistics(record, asOf);
    }
  }
  return { ...scalars, ...types };
}
