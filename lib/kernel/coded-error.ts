/** Whose turn it is: `operator` at start-up, `caller` for a request, `invariant` for a fault of ours. */
export type ErrorKind = 'operator' | 'caller' | 'invariant';

/** What every error says: one sentence of what was expected, what was got and what to do. */
export interface ErrorParts {
  readonly expected: string;
  readonly got: string;
  readonly todo: string;
}

/**
 * The one error class of the project. `code` is stable and documented in docs/errors.md;
 * `message` is one sentence that is safe to show to its reader (no host, SQL, path of a secret or stack).
 */
export class CodedError extends Error {
  readonly code: string;
  readonly kind: ErrorKind;
  /** What was got, as the message says it: for a refused right, the type or `Type.field`. */
  readonly got: string;

  constructor(kind: ErrorKind, code: string, parts: ErrorParts, options?: ErrorOptions) {
    super(`Expected ${parts.expected}, got ${parts.got}; ${parts.todo}.`, options);
    this.name = 'CodedError';
    this.kind = kind;
    this.got = parts.got;
    this.code = code;
  }
}

/** The operator's: configuration, mapping, ports, databases. Ends a command with a non-zero exit. */
export function operatorError(code: string, parts: ErrorParts, options?: ErrorOptions): CodedError {
  return new CodedError('operator', code, parts, options);
}

/** The caller's: becomes a GraphQL error with `extensions.code` (or a 400 where the request itself is broken). */
export function callerError(code: string, parts: ErrorParts, options?: ErrorOptions): CodedError {
  return new CodedError('caller', code, parts, options);
}

/** Ours: a state that the code rules out. */
export function invariant(condition: unknown, what: string): asserts condition {
  if (!condition) {
    throw new CodedError('invariant', 'INTERNAL', {
      expected: what,
      got: 'the opposite',
      todo: 'report this as a fault of countygraph',
    });
  }
}
