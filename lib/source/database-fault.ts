import { type CodedError, callerError, operatorError } from '../kernel/coded-error.ts';

const connectionFault =
  /ECONNREFUSED|ENOTFOUND|ETIMEDOUT|ECONNRESET|EPIPE|PROTOCOL_CONNECTION_LOST|ER_ACCESS_DENIED|ER_DBACCESS_DENIED|ER_BAD_DB_ERROR|SQLITE_CANTOPEN|28P01|3D000|57P0|ER_CON_COUNT_ERROR|ER_TOO_MANY_USER_CONNECTIONS|\b53300\b/;

export function unreachable(cause: Error): CodedError {
  return operatorError(
    'DATABASE_UNAVAILABLE',
    {
      expected: "the department's database to answer",
      got: 'no connection',
      todo: 'check that it runs and that its URL and account are right',
    },
    { cause },
  );
}

export function isStale(error: unknown): boolean {
  return error instanceof Error && error.message.endsWith('Connection terminated unexpectedly');
}

/** A driver's error as one of ours: nothing of SQL, host or rows is passed on. */
export function databaseFault(error: unknown): CodedError {
  const cause = error instanceof Error ? error : new Error(String(error));
  const code = `${(cause as NodeJS.ErrnoException).code ?? ''} ${cause.name} ${cause.message}`;
  if (connectionFault.test(code) || /Timeout acquiring a connection|Connection terminated/.test(code))
    return unreachable(cause);
  if (/ER_STATEMENT_TIMEOUT|max_statement_time|57014|ER_QUERY_TIMEOUT/.test(code)) {
    return operatorError(
      'QUERY_TIMEOUT',
      { expected: 'an answer in time', got: 'none', todo: 'ask for less, or for shorter periods' },
      { cause },
    );
  }
  if (/ER_(TABLE|COLUMN)ACCESS_DENIED|\b42501\b/.test(code)) {
    return operatorError(
      'DATABASE_FORBIDDEN',
      {
        expected: 'the account of the department to read all that its mapping names',
        got: 'a refusal',
        todo: 'grant it SELECT',
      },
      { cause },
    );
  }
  return operatorError(
    'QUERY_FAILED',
    {
      expected: 'the database to understand the question',
      got: 'a refusal',
      todo: 'hold its mapping against its tables',
    },
    { cause },
  );
}

export function busy(queueLimit: number): CodedError {
  return callerError('DATABASE_BUSY', {
    expected: `at most ${queueLimit} questions to wait for the department's database`,
    got: 'one more',
    todo: 'try again in a moment',
  });
}

export function cancelled(): CodedError {
  return callerError('QUERY_CANCELLED', {
    expected: 'somebody to wait for the answer',
    got: 'nobody any more',
    todo: 'ask again',
  });
}
