import { CodedError, type ErrorParts } from '../kernel/coded-error.ts';

/** A GraphQL error as the gateway sends it. `extensions.service` is the department that it comes from. */
export interface GraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string; readonly service?: string };
}

/**
 * Why a query brought no answer at all: GATEWAY_UNREACHABLE (nobody answers), NOT_A_GATEWAY (somebody else answers) or
 * REQUEST_REFUSED (the gateway refused the request; `errors` say why). A department that is away is no ClientError: the
 * answer comes without its fields, and `errors` of the answer name them.
 */
export class ClientError extends CodedError {
  readonly errors: readonly GraphError[];

  constructor(code: ClientFault, parts: ErrorParts, errors: readonly GraphError[] = [], options?: ErrorOptions) {
    super('caller', code, parts, options);
    this.name = 'ClientError';
    this.errors = errors;
  }
}

export type ClientFault = 'GATEWAY_UNREACHABLE' | 'NOT_A_GATEWAY' | 'REQUEST_REFUSED';
