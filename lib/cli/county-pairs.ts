import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { operatorError } from '../kernel/coded-error.ts';
import type { County } from '../kernel/county.ts';
import { type ListedType, type Pair, readPairs } from '../reconcile/index.ts';
import type { Measure } from '../source/index.ts';
import { readContract } from '../subgraph/index.ts';

/** The pairs of the county's reconciliation.yaml. Errors: BAD_RECONCILIATION. */
export function pairsOfCounty(county: County): Pair[] {
  const file = join(county.folder, 'reconciliation.yaml');
  if (existsSync(file)) return readPairs(file, listedTypes(county));
  throw operatorError('BAD_RECONCILIATION', {
    expected: "a file reconciliation.yaml in the county's folder",
    got: 'none',
    todo: 'write one as docs/reconciliation.md shows',
  });
}

/** What the schemas of the county's departments say of types that have a key and a list. */
function listedTypes({ folder, departments }: County): Map<string, ListedType> {
  const models = departments.map(({ id }) => readContract(id, { county: folder }).model);
  const keys = new Map(models.flatMap(({ keys: own }) => [...own]));
  const types = new Map<string, ListedType>();
  for (const model of models) {
    for (const [name, { key, fields, dimensions, values, measures }] of model.records) {
      const list = model.roots.get(name);
      if (key === undefined || list === undefined) continue;
      types.set(`${name.charAt(0).toLowerCase()}${name.slice(1)}`, {
        typeName: name,
        list,
        id: key,
        events: new Map([...measures].flatMap(([each, measure]) => eventsOf(each, measure, fields))),
        dimensions: new Map(dimensions.map(field => [field, values?.get(field) ?? []])),
        links: linksOf(model, name, keys),
      });
    }
  }
  return types;
}

/** What a list can ask for too; limits and parts of a month it cannot. */
const listed = new Set(['kind', 'name', 'on', 'where', 'readable']);

/** Measures whose rows a list can be asked for: by a day and by values of enums. */
function eventsOf(
  name: string,
  measure: Measure,
  fields: ReadonlyMap<string, string>,
): [string, { date: string; where: Record<string, readonly string[]>; readable: readonly string[] }][] {
  if (measure.kind !== 'events' || fields.get(measure.on) !== 'date') return [];
  if (Object.keys(measure).some(word => !listed.has(word))) return [];
  if (measure.where.some(({ field }) => fields.get(field) !== 'enum')) return [];
  const where = Object.fromEntries(measure.where.map(({ field, in: values }) => [field, values]));
  return [[name, { date: measure.on, where, readable: measure.readable ?? [] }]];
}

type Model = ReturnType<typeof readContract>['model'];

function linksOf({ links }: Model, name: string, keys: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...(links.get(name) ?? [])].map(([field, target]) => [field, keys.get(target) ?? 'id']));
}
