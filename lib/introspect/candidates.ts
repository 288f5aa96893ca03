import type { ColumnFacts, TableFacts } from './table-facts.ts';
import type { WantedField } from './wanted.ts';

const most = 8;

/** What a column could serve as, by what it holds. */
function suits(column: ColumnFacts, field: WantedField): string | undefined {
  const { sample, date, number, codes, identifies } = column;
  switch (field.kind) {
    case 'date':
    case 'datetime':
      return date?.format;
    case 'integer':
      return number?.whole ? 'whole numbers' : undefined;
    case 'decimal':
      return number ? 'numbers' : undefined;
    case 'enum':
      return codes ? `${codes.met.size} codes` : undefined;
    case 'link':
      return identifies ? 'numbers of records' : undefined;
    case 'text':
      return sample.meaning.roles.has('label') ? 'names' : undefined;
    default:
      return undefined;
  }
}

function coordinates(table: TableFacts): string {
  const named = (concept: string): string | undefined =>
    [...table.columns.values()].find(({ sample }) =>
      sample.meaning.readings.some(
        r => r.cost === 0 && r.segments.at(-1)?.senses.some(sense => sense.concept === concept),
      ),
    )?.sample.shape.name;
  const [longitude, latitude] = [named('longitude'), named('latitude')];
  return longitude !== undefined && latitude !== undefined
    ? `coordinates in ${longitude} and ${latitude}: area: { longitude: ${longitude}, latitude: ${latitude}, outlines: FILE, property: CODE }`
    : '';
}

/** Columns that no field has and that could be one of which nothing was found; empty for none. */
export function candidatesFor(field: WantedField, table: TableFacts, taken: ReadonlySet<ColumnFacts>): string {
  if (field.kind === 'place') return coordinates(table);
  const used = new Set([
    ...(table.key?.columns ?? []),
    ...table.areas.flatMap(area => area.columns),
    table.softDelete?.column,
  ]);
  const found = [...table.columns.values()].flatMap(column => {
    const away = taken.has(column) || column.sample.personal || used.has(column.sample.shape.name);
    const what = away ? undefined : suits(column, field);
    return what === undefined ? [] : [`${column.sample.shape.name} (${what})`];
  });
  if (found.length === 0) return '';
  const more = found.length > most ? ` and ${found.length - most} more` : '';
  return `could be ${found.slice(0, most).join(', ')}${more}`;
}
