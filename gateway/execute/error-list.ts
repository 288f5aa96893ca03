import type { Path, ResponseError } from './response.ts';

const join = (path: Path): string => path.join('\0');

/** The errors of one answer, and whether the reader already knows why a place in it is null. */
export class ErrorList {
  readonly all: ResponseError[] = [];
  #at = new Set<string>();
  #above = new Set<string>();
  #indexed = 0;

  add(error: ResponseError): void {
    this.all.push(error);
  }

  /** Takes a null at this path as told: an error elsewhere in the answer is its reason. */
  cover(path: Path): void {
    this.#at.add(join(path));
  }

  /** Whether an error is at this path, below it or above it. */
  covers(path: Path): boolean {
    if (this.all.length === 0) return false;
    for (; this.#indexed < this.all.length; this.#indexed++) this.#index(this.all[this.#indexed]!.path);
    if (this.#at.has(join(path)) || this.#above.has(join(path))) return true;
    return path.some((_, length) => length > 0 && this.#at.has(join(path.slice(0, length))));
  }

  #index(path: Path | undefined): void {
    if (path === undefined) return;
    this.#at.add(join(path));
    for (let length = path.length - 1; length > 0; length--) this.#above.add(join(path.slice(0, length)));
  }
}
