/** A JSON object: data of a department or of an answer. */
export type Row = Record<string, unknown>;

/** Response keys and list indexes from the root of an answer. */
export type Path = (string | number)[];

/** An error as clients see it. `service` is the department that it comes from. */
export interface ResponseError {
  readonly message: string;
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly path?: Path;
  readonly extensions?: ErrorExtensions;
}

export interface ErrorExtensions {
  readonly code: string;
  readonly service?: string;
  /** What a limit allows, and the estimated cost where it is one of cost. */
  readonly limit?: number;
  readonly cost?: number;
}

/** An answer. Without `data` the request itself was at fault and nothing was executed. */
export interface Response {
  readonly data?: Row | null;
  readonly errors?: readonly ResponseError[];
}

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The name of a row's type, where it was fetched. */
export function typenameOf(row: Row): unknown {
  return row['__typename'];
}
