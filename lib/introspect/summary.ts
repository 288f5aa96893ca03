import type { Introspection } from './introspect.ts';

/** Counts of what was found. */
export interface Summary {
  readonly tables: number;
  readonly types: { readonly drafted: number; readonly of: number };
  readonly fields: { readonly found: number; readonly guessed: number; readonly of: number };
  readonly keys: number;
  readonly dates: number;
  readonly areas: number;
  readonly joins: number;
  readonly codeLists: number;
  readonly personal: number;
}

/** Counts what an introspection found. */
export function summarise({ tables, matches, joins, draft }: Introspection): Summary {
  const fields = matches.flatMap(match => match.fields);
  const found = fields.filter(field => field.column ?? field.area);
  const columns = tables.flatMap(table => [...table.columns.values()]);
  return {
    tables: tables.length,
    types: { drafted: matches.length, of: Object.keys(draft.mapping.types).length },
    fields: { found: found.length, guessed: found.filter(field => field.confidence < 0.5).length, of: fields.length },
    keys: tables.filter(table => table.key).length,
    dates: columns.filter(column => column.date).length,
    areas: tables.filter(table => table.areas.length > 0).length,
    joins: joins.length,
    codeLists: Object.keys(draft.mapping.codes ?? {}).length,
    personal: columns.filter(column => column.sample.personal).length,
  };
}

/** What was found, for programs: shapes and guesses, never a row. */
export function report(found: Introspection) {
  return {
    department: found.department,
    summary: summarise(found),
    open: found.draft.open,
    mapping: found.draft.mapping,
    reasons: Object.fromEntries(found.draft.reasons),
    joins: found.joins,
    tables: found.tables.map(({ sample, key, softDelete, areas, columns, dictionary }) => ({
      name: sample.shape.name,
      comment: sample.shape.comment ?? null,
      rows: sample.rows ?? null,
      type: found.matches.filter(match => match.table.sample === sample).map(match => match.type.name),
      key: key ?? null,
      softDelete: softDelete ?? null,
      areas,
      dictionary: dictionary ? { code: dictionary.code, label: dictionary.label } : null,
      columns: [...columns.values()].map(({ sample: column, date, number, join }) => ({
        name: column.shape.name,
        type: column.shape.type,
        comment: column.shape.comment ?? null,
        words: column.meaning.words,
        personal: column.personal ?? null,
        filled: column.filled,
        distinct: column.distinct,
        date: date ?? null,
        number: number ?? null,
        join: join?.to ?? null,
      })),
    })),
  };
}
