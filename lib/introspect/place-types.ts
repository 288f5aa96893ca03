import { codeLength, placeLevels } from '../kernel/area-code.ts';
import { showable } from './code-guess.ts';
import { matchFields, type FieldMatch } from './match-fields.ts';
import { likenessOfAny } from './meaning.ts';
import type { TableFacts } from './table-facts.ts';
import { present, type ColumnSample } from './table-sample.ts';
import type { TypeMatch } from './type-match.ts';
import type { WantedType } from './wanted.ts';

/** A table of places: its rows are identified by their area code. */
interface PlaceTable {
  readonly table: TableFacts;
  readonly column: ColumnSample;
  /** Rows of the sample by the length of their code. */
  readonly lengths: ReadonlyMap<number, number>;
}

function placeTable(table: TableFacts): PlaceTable | undefined {
  const [name, ...more] = table.key?.columns ?? [];
  const column = name === undefined || more.length > 0 ? undefined : table.sample.columns.get(name);
  if (!column || !table.areas.some(area => area.columns.length === 1 && area.columns[0] === name)) return undefined;
  const lengths = new Map(
    [...Map.groupBy(present(column), value => value.length)].map(([length, of]) => [length, of.length]),
  );
  return { table, column, lengths };
}

/** The column whose value says the level: each of its values goes with codes of one length. */
function levelColumn({ table, column }: PlaceTable, length: number): { column: string; value: string } | undefined {
  for (const other of table.sample.columns.values()) {
    if (other === column || other.personal || other.distinct < 2 || other.distinct > 8) continue;
    const lengthsOf = new Map<string, Set<number>>();
    column.values.forEach((code, row) => {
      const value = other.values[row];
      if (code !== null && value !== null && value !== undefined)
        lengthsOf.set(value, (lengthsOf.get(value) ?? new Set<number>()).add(code.length));
    });
    const told = [...lengthsOf].filter(([, lengths]) => lengths.has(length));
    const [only] = told;
    if (told.length === 1 && only?.[1].size === 1 && showable(only[0]))
      return { column: other.shape.name, value: only[0] };
  }
  return undefined;
}

function matchPlace(type: WantedType, tables: readonly PlaceTable[]): TypeMatch | undefined {
  const place = placeLevels.find(level => level === type.name.toUpperCase());
  const length = place && codeLength[place];
  if (length === undefined) return undefined;
  const [best] = tables
    .filter(each => each.lengths.has(length))
    .map(each => ({
      each,
      like: likenessOfAny(each.table.sample.meaning, type.ways, new Set()),
      rows: each.lengths.get(length) ?? 0,
    }))
    .toSorted((a, b) => b.rows - a.rows || b.like.value - a.like.value);
  if (!best) return undefined;
  const { each, like } = best;
  const context = { type, table: each.table, neutral: type.concepts, tableOf: new Map<string, string>() };
  const fields = matchFields(context, false).map((match): FieldMatch => {
    if (match.field.kind !== 'place') return match;
    const area = { columns: [each.column.shape.name], named: true, why: `${length} digits, the key` };
    return { ...match, column: undefined, area, confidence: 1, why: area.why };
  });
  const rows = [...each.lengths.values()].reduce((a, b) => a + b, 0);
  const alone = (each.lengths.get(length) ?? 0) >= rows * 0.98;
  const level = alone ? undefined : levelColumn(each, length);
  // Several levels that no column tells apart: a county must not be given a village's rows.
  if (!alone && !level) return undefined;
  return {
    type,
    table: each.table,
    score: 0.8,
    named: like.value,
    words: like.words,
    fields,
    ...(level ? { level } : {}),
  };
}

/** Places 区划 of all levels: a table whose key is an area code, one for each level or one for several. */
export function matchPlaces(types: readonly WantedType[], tables: readonly TableFacts[]): TypeMatch[] {
  const places = tables.flatMap(table => placeTable(table) ?? []);
  return types.filter(type => type.level !== undefined).flatMap(type => matchPlace(type, places) ?? []);
}
