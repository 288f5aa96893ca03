import type { ErrorList } from '../error-list.ts';
import type { Path, ResponseError, Row } from '../response.ts';

const join = (path: Path): string => path.join('\0');

/** Which errors of an answer a part of it explains. */
export class ErrorIndex {
  readonly #errors: ErrorList;
  /** By every path that leads to them. */
  readonly #below = new Map<string, ResponseError[]>();
  #read = 0;

  constructor(errors: ErrorList) {
    this.#errors = errors;
  }

  /** The errors of nulls in a part at this path. */
  of(path: Path, data: Row): ResponseError[] {
    return this.#at(path).filter(error => isIn(data, error.path!.slice(path.length)));
  }

  /** Why a part at this path has none of these fields: their own errors or, where a department lost them with others, the nearest. */
  ofLost(path: Path, keys: readonly string[]): ResponseError[] {
    const own = this.#at(path).filter(error => keys.includes(String(error.path![path.length])));
    if (own.length > 0) return own;
    const places = path.map((_, index) => path.slice(0, path.length - index));
    return [...places, []].map(place => this.#at(place)).find(errors => errors.length > 0) ?? [];
  }

  #at(path: Path): ResponseError[] {
    this.#readOn();
    return this.#below.get(join(path)) ?? [];
  }

  #readOn(): void {
    const { all } = this.#errors;
    for (; this.#read < all.length; this.#read += 1) {
      const error = all[this.#read]!;
      const path = error.path ?? [];
      for (let length = 0; length < path.length; length += 1) {
        const place = join(path.slice(0, length));
        const known = this.#below.get(place);
        if (known) known.push(error);
        else this.#below.set(place, [error]);
      }
    }
  }
}

/** Whether a path leads into the data, as far as there is no null. */
function isIn(data: Row, path: Path): boolean {
  let value: unknown = data;
  for (const key of path) {
    if (value === null) return true;
    value = (value as Record<string | number, unknown>)[key];
    if (value === undefined) return false;
  }
  return true;
}
