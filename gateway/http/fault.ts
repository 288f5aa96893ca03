import type { ResponseError } from '../execute/response.ts';

/** A request that is refused before any GraphQL: its HTTP status, its code and one sentence. */
export class HttpFault extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = 'HttpFault';
    this.status = status;
    this.code = code;
    this.headers = headers;
  }

  get body(): { readonly errors: readonly ResponseError[] } {
    return { errors: [{ message: this.message, extensions: { code: this.code } }] };
  }
}
