import type { Connection } from '../connect.ts';
import type { ReadMapping } from '../mapping/read-mapping.ts';
import { CodedError } from '../../kernel/coded-error.ts';
import type { Bound } from './bind.ts';
import { driverWords } from './driver-words.ts';
import { badMapping } from './fault.ts';

async function refusalOf(
  connection: Connection,
  { from, only }: Bound,
  values: readonly string[],
): Promise<Error | undefined> {
  try {
    await connection.select(
      `SELECT ${values.join(', ') || '1'} FROM ${from} WHERE ${[...only, '1 = 0'].join(' AND ')}`,
      [],
    );
    return undefined;
  } catch (error) {
    if (error instanceof CodedError && (error.code === 'QUERY_FAILED' || error.code === 'DATABASE_FORBIDDEN'))
      return error;
    throw error;
  }
}

/**
 * Asks the database for no rows of the type, in all its words: a declared query with a wrong column, a column of a type that
 * a converter does not take or an account without rights shows at the start, with the line of the mapping.
 */
export async function probe(connection: Connection, read: ReadMapping, bound: Bound): Promise<void> {
  const { name } = bound.type;
  const all = [...bound.columns];
  if (
    !(await refusalOf(
      connection,
      bound,
      all.map(([, c]) => c.value),
    ))
  )
    return;
  const rows = await refusalOf(connection, bound, []);
  if (rows)
    throw badMapping(
      read,
      ['types', name, 'from'],
      `the database to read ${name}`,
      `its refusal: ${driverWords(rows)}`,
      {
        cause: rows,
      },
    );
  for (const [field, column] of all) {
    const refusal = await refusalOf(connection, bound, [column.value]);
    if (!refusal) continue;
    const path = field === bound.type.key && column.kind === 'id' ? ['key'] : ['fields', field];
    throw badMapping(
      read,
      ['types', name, ...path],
      `the database to read ${name}.${field}`,
      `its refusal: ${driverWords(refusal)}`,
      { cause: refusal },
    );
  }
}
