import type { TableFacts } from './table-facts.ts';
import type { TypeMatch } from './type-match.ts';

function columnWords(table: TableFacts): string {
  return [...table.columns.values()]
    .map(({ sample, date, codes, join, number }) => {
      const { name } = sample.shape;
      const holds = sample.personal
        ? `personal, grade ${sample.personal.grade}`
        : table.key?.columns.includes(name)
          ? 'key'
          : table.areas.some(area => area.columns.includes(name))
            ? 'area code'
            : (date?.format ??
              (join ? `leads to ${join.to.table}.${join.to.column}` : codes ? 'codes' : number ? 'number' : ''));
      const words = /^\p{Script=Han}+$/u.test(sample.meaning.words)
        ? sample.meaning.words
        : (sample.shape.comment ?? '');
      return `${name}${words === '' ? '' : ` ${words}`}${holds === '' ? '' : ` (${holds})`}`;
    })
    .join(', ');
}

function seems(table: TableFacts, elsewhere: TypeMatch | undefined): string {
  const { dictionary } = table;
  if (dictionary) {
    const by = dictionary.category ?? dictionary.parent;
    return `a dictionary of codes: code ${dictionary.code}, label ${dictionary.label}${by === undefined ? '' : `, by ${by}`}`;
  }
  if (table.sample.rows === 0) return 'empty';
  if (elsewhere)
    return `resembles ${elsewhere.type.name} of ${elsewhere.type.department} (${elsewhere.score.toFixed(2)})`;
  return table.sample.shape.view ? 'a view that resembles no type' : 'resembles no type';
}

/** Lines on the tables that no type was found for: what each seems to be, and its columns. */
export function describeTables(tables: readonly TableFacts[], elsewhere: ReadonlyMap<TableFacts, TypeMatch>): string[] {
  return tables.flatMap(table => {
    const { shape, rows } = table.sample;
    const said = shape.comment === undefined ? '' : ` ${shape.comment}`;
    const lines = [`${shape.name}${said}, ${rows ?? 'very many'} rows: ${seems(table, elsewhere.get(table))}`];
    return table.dictionary ? lines : [...lines, `  ${columnWords(table)}`];
  });
}
