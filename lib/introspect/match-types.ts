import { matchFields, type FieldMatch } from './match-fields.ts';
import { likenessOfAny } from './meaning.ts';
import type { TableFacts } from './table-facts.ts';
import type { TypeMatch } from './type-match.ts';
import { matchPlaces } from './place-types.ts';
import { conceptsOfDepartment, type WantedType } from './wanted.ts';

/** Below this a table is not taken for a type; a little is enough where somebody says whose database it is. */
const least = { unknown: 0.3, given: 0.15 };
/** Tables of records, not of a few codes. */
const weights: Partial<Record<string, number>> = { place: 0.4, text: 0.5, json: 0.5 };

/** Any table may say when a row was changed last, and most do not: it tells little about what the rows are. */
const housekeeping: ReadonlySet<string> = new Set(['modifiedOn']);

function weight({ field }: FieldMatch): number {
  return housekeeping.has(field.name) ? 0.2 : (weights[field.kind] ?? 1);
}

function fieldShare(fields: readonly FieldMatch[]): number {
  const total = fields.reduce((sum, match) => sum + weight(match), 0);
  return total === 0 ? 0 : fields.reduce((sum, match) => sum + weight(match) * match.confidence, 0) / total;
}

const nowhere: ReadonlyMap<string, string> = new Map();

function candidate(type: WantedType, table: TableFacts, department: ReadonlySet<string>): TypeMatch {
  const { value: named, words } = likenessOfAny(table.sample.meaning, type.ways, department);
  const neutral = new Set([...department, ...type.concepts]);
  const fields = matchFields({ type, table, neutral, tableOf: nowhere }, false);
  const found = fieldShare(fields);
  // A table without a key is not a type that has one, unless much else speaks for it.
  const keyed = type.key === undefined ? (table.key?.columns.length === 1 ? 0.8 : 1) : table.key ? 1 : 0.4;
  return { type, table, named, words, fields, score: (0.45 * named + 0.55 * found) * keyed };
}

/** Which type each table resembles: the likeliest pair first, each type and table once. */
export function matchTypes(
  types: readonly WantedType[],
  tables: readonly TableFacts[],
  departmentId: string,
  given = false,
): TypeMatch[] {
  const department = conceptsOfDepartment(departmentId);
  const places = matchPlaces(types, tables);
  const taken = new Set(places.map(match => match.table));
  const all = types
    .filter(type => type.level === undefined)
    .flatMap(type =>
      tables.filter(table => !table.dictionary && !taken.has(table)).map(table => candidate(type, table, department)),
    )
    .filter(match => match.score >= (given ? least.given : least.unknown))
    .toSorted((a, b) => b.score - a.score);
  const chosen = new Map<WantedType, TypeMatch>();
  for (const match of all) {
    if (chosen.has(match.type) || taken.has(match.table)) continue;
    taken.add(match.table);
    chosen.set(match.type, match);
  }
  return [...places, ...again([...chosen.values()], places, department)];
}

/** The fields once more, now that it is known which table is which type: links can be followed. */
function again(
  matches: readonly TypeMatch[],
  places: readonly TypeMatch[],
  department: ReadonlySet<string>,
): TypeMatch[] {
  const tableOf = new Map([...matches, ...places].map(match => [match.type.name, match.table.sample.shape.name]));
  return matches.map(match => {
    const neutral = new Set([...department, ...match.type.concepts]);
    return { ...match, fields: matchFields({ type: match.type, table: match.table, neutral, tableOf }, true) };
  });
}

/** How much of a department's schema a database resembles: to tell which department it is. */
export function resemblance(matches: readonly TypeMatch[], types: readonly WantedType[]): number {
  return matches.reduce((sum, match) => sum + match.score, 0) / Math.sqrt(Math.max(1, types.length));
}
