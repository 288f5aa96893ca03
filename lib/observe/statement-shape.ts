const longest = 2_000;

/** An SQL statement without its values, which are bound or stand in it as texts and numbers; lists of them count as one. */
export function statementShape(sql: string): string {
  return sql
    .replaceAll(/'(?:[^'\\]|''|\\.)*'/g, '?')
    .replaceAll(/(?<![\w"`$.])\d[\d.]*\b/g, '?')
    .replaceAll(/\$\d+/g, '?')
    .replaceAll(/\?(?:\s*,\s*\?)+/g, '?')
    .replaceAll(/\s+/g, ' ')
    .slice(0, longest);
}
