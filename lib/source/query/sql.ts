/** A piece of SQL with its bound values, in order. */
export interface Sql {
  readonly text: string;
  readonly values: readonly unknown[];
}

export function sql(text: string, values: readonly unknown[] = []): Sql {
  return { text, values };
}

/** Pieces with a word between them; `empty` when there are none. */
export function join(pieces: readonly Sql[], between: string, empty: string): Sql {
  if (pieces.length === 0) return sql(empty);
  return sql(
    pieces.map(p => p.text).join(between),
    pieces.flatMap(p => p.values),
  );
}
