import { expect, it } from 'vitest';
import { statementShape } from '../../../lib/observe/index.ts';

it.each([
  ["SELECT `AH` FROM T_AJ_01 WHERE SCBZ = '0' AND N = 12.5", 'SELECT `AH` FROM T_AJ_01 WHERE SCBZ = ? AND N = ?'],
  ['SELECT "a1" FROM "2024" WHERE x IN (?, ?, ?)', 'SELECT "a1" FROM "2024" WHERE x IN (?)'],
  ["SELECT 1 WHERE n = '王''二' OR m = '李\\'四' -- '", "SELECT ? WHERE n = ? OR m = ? -- '"],
  ['SELECT *\n  FROM t WHERE id = $1 AND k IN ($2, $3)', 'SELECT * FROM t WHERE id = ? AND k IN (?)'],
  [`SELECT ${'a'.repeat(5_000)}`, `SELECT ${'a'.repeat(1_993)}`],
])('the shape of %j', (sql, shape) => {
  expect(statementShape(sql)).toBe(shape);
});
