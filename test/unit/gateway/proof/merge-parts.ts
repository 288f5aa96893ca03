import type { ResponseError, StreamedResponse } from '../../../../gateway/index.ts';
import type { Answer } from './compare.ts';

type Path = readonly (string | number)[];
type Data = Record<string | number, unknown>;

/** What a client makes of the parts of an answer. */
export interface Merged {
  readonly data: Data;
  readonly errors: ResponseError[];
  /** Fragments that failed, with the errors that they failed by. */
  readonly failed: { readonly path: Path; readonly errors: readonly ResponseError[] }[];
}

/** Puts the parts together as the draft on incremental delivery says. Throws where they are not as it says. */
export function mergeParts(parts: readonly StreamedResponse[]): Merged {
  const [head, ...later] = parts as readonly Part[];
  const data = head?.data;
  expect(data !== undefined && data !== null && head?.pending !== undefined, 'a first part with data and pending');
  const merged: Merged = { data, errors: [...(head?.errors ?? [])], failed: [] };
  const open = new Map<string, Path>();
  const ids = new Set<string>();
  const last = parts.at(-1);
  for (const part of [head!, ...later]) {
    expect(part.hasNext === (part !== last), 'hasNext in all parts but the last');
    for (const { id, path } of part.pending ?? []) {
      expect(!ids.has(id), 'a new id for each fragment');
      ids.add(id);
      open.set(id, path);
    }
    for (const { id, subPath = [], data: more, errors = [] } of part.incremental ?? []) {
      expect(open.has(id), 'data of a fragment that is pending');
      const target = objectAt(data, [...open.get(id)!, ...subPath]);
      for (const [key, value] of Object.entries(more)) {
        expect(!(key in target), 'each field once');
        target[key] = value;
      }
      merged.errors.push(...errors);
    }
    // A fragment may be announced with the object that it is of.
    for (const { path } of part.pending ?? []) objectAt(data, path);
    for (const { id, errors } of part.completed ?? []) {
      expect(open.has(id), 'the end of a fragment that is pending');
      expect(errors?.length !== 0, 'an error of a fragment that failed');
      if (errors) merged.failed.push({ path: open.get(id)!, errors });
      open.delete(id);
    }
  }
  expect(open.size === 0, 'an end of every fragment');
  return merged;
}

interface Part {
  readonly data?: Data;
  readonly errors?: readonly ResponseError[];
  readonly hasNext: boolean;
  readonly pending?: readonly { readonly id: string; readonly path: Path }[];
  readonly incremental?: readonly {
    readonly id: string;
    readonly subPath?: Path;
    readonly data: Data;
    readonly errors?: readonly ResponseError[];
  }[];
  readonly completed?: readonly { readonly id: string; readonly errors?: readonly ResponseError[] }[];
}

/**
 * The answer in one part that these parts stand for. In one part, the null that a failed fragment keeps to itself rises
 * further, and what else the fragment has is there: both are taken from `whole`, with the errors in it.
 */
export function asOnePart({ data, errors, failed }: Merged, whole: Answer): Answer {
  let answer: unknown = data;
  for (const one of failed) {
    // A fragment fails by the first of its errors; the others stand in the whole answer only.
    const others = (whole.errors ?? []).filter(({ path = [] }) => one.path.every((key, index) => path[index] === key));
    for (const { path = [] } of [...one.errors, ...others]) {
      const place = nullOn(whole.data, path);
      expect(place !== undefined, 'a null where a fragment failed');
      if (place!.length === 0) answer = null;
      else if (answer !== null) setNull(answer, place!);
    }
    fill(valueAt(answer, one.path), valueAt(whole.data, one.path));
  }
  const isInFailed = ({ path = [] }: Pick<ResponseError, 'path'>) =>
    failed.some(one => one.path.every((key, index) => path[index] === key));
  const others = errors.filter(error => !isInFailed(error));
  return { data: answer, errors: [...others, ...(whole.errors ?? []).filter(isInFailed)] };
}

/** Adds what is missing in an object of the other's, and its nulls. */
function fill(data: unknown, whole: unknown): void {
  if (typeof data !== 'object' || data === null || typeof whole !== 'object' || whole === null) return;
  for (const [key, value] of Object.entries(whole)) {
    const known = data as Data;
    if (key in known && value !== null) fill(known[key], value);
    else known[key] = value;
  }
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce((value: unknown, key) => (value as Data | null | undefined)?.[key], data);
}

function nullOn(data: unknown, path: Path): Path | undefined {
  let value = data;
  for (const [index, key] of path.entries()) {
    if (value === null || value === undefined) return path.slice(0, index);
    value = (value as Data)[key];
  }
  return value === null || value === undefined ? path : undefined;
}

function setNull(data: unknown, path: Path): void {
  const value = valueAt(data, path.slice(0, -1)) as Data | null | undefined;
  if (value) value[path.at(-1)!] = null;
}

function objectAt(data: unknown, path: Path): Data {
  const value = valueAt(data, path);
  expect(typeof value === 'object' && value !== null && !Array.isArray(value), `an object at ${path.join('.')}`);
  return value as Data;
}

function expect(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(`Expected ${what}.`);
}
