import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { driverWords } from '../../lib/source/bind/driver-words.ts';
import { connect, type Connection } from '../../lib/source/index.ts';
import { canaries } from '../../lib/synthetic/index.ts';
import { findMarks } from '../canaries/marks.ts';
import { freshDatabase, type FreshDatabase } from '../servers/databases.ts';

const [{ name, number, phone } = { name: '', number: '', phone: '' }] = canaries;

/** Questions at which databases quote the value that they do not like. */
const questions = [name, number, phone].flatMap(value => [
  `SELECT CAST('${value}x' AS integer)`,
  `SELECT CAST('${value}' AS date)`,
  `SELECT DATE '${value}'`,
  `SELECT CAST('${value}' AS int) FROM nowhere_${phone}`,
]);

// SQLite quotes nothing.
describe.each(['mariadb', 'postgres'] as const)('what %s says of a refusal', kind => {
  let database: FreshDatabase;
  let connection: Connection;
  beforeAll(async () => {
    database = await freshDatabase(kind);
    connection = connect(database.url);
  });
  afterAll(async () => {
    await connection?.close();
    await database?.drop();
  });

  test('quotes no value of a row', async () => {
    let [refused, quoted] = [0, 0];
    for (const question of questions) {
      const error = await connection.select(question, []).then(
        () => undefined,
        (reason: unknown) => reason as Error,
      );
      if (!error) continue;
      refused += 1;
      // The driver's own words, which go no further.
      if (findMarks(Buffer.from(String(error.cause))).length > 0) quoted += 1;
      for (const text of [driverWords(error), error.message])
        expect([text, findMarks(Buffer.from(text))]).toEqual([text, []]);
    }
    expect(refused).toBeGreaterThan(2);
    expect(quoted).toBeGreaterThan(0);
  });
});
