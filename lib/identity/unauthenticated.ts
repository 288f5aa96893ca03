import { type CodedError, callerError } from '../kernel/coded-error.ts';

/** Somebody says who he is, and it is not so. He is then not taken for the public: he would not notice. */
export function unauthenticated(got: string, todo = 'sign in again'): CodedError {
  return callerError('UNAUTHENTICATED', { expected: 'a valid token or client certificate', got, todo });
}

/** It cannot be known whether a token is valid: its issuer does not give its keys. */
export function unavailable(issuer: string, cause?: unknown): CodedError {
  return callerError(
    'IDENTITY_UNAVAILABLE',
    { expected: `the keys of the issuer ${issuer}`, got: 'no answer that can be used', todo: 'try again later' },
    { cause },
  );
}
