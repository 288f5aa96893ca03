import type { Path, ResponseError } from './response.ts';

const join = (path: Path): string => path.join('\0');

/** The errors of one answer, one a path, and whether the reader already knows why a place in it is null. */
export class ErrorList {
  readonly all: ResponseError[] = [];
  readonly #at = new Set<string>();
  readonly #above = new Set<string>();
  readonly #covered = new Set<string>();

  /** A second error at one path adds nothing: two departments may both fail at a field that they share. */
  add(error: ResponseError): void {
    const { path } = error;
    if (path !== undefined) {
      if (this.#at.has(join(path))) return;
      this.#at.add(join(path));
      for (let length = path.length - 1; length > 0; length--) this.#above.add(join(path.slice(0, length)));
    }
    this.all.push(error);
  }

  /** Takes a null at this path as told: an error elsewhere in the answer is its reason. */
  cover(path: Path): void {
    this.#covered.add(join(path));
  }

  /** Whether an error is at this path, below it or above it. */
  covers(path: Path): boolean {
    if (this.all.length === 0) return false;
    if (this.#above.has(join(path))) return true;
    return path.some((_, index) => this.#isTold(join(path.slice(0, index + 1))));
  }

  #isTold(place: string): boolean {
    return this.#at.has(place) || this.#covered.has(place);
  }
}
