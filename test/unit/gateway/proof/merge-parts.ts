import type { ResponseError, StreamedResponse } from '../../../../gateway/index.ts';
import type { Answer } from './compare.ts';

type Path = readonly (string | number)[];
type Data = Record<string | number, unknown>;

/** What a client makes of the parts of an answer, and which of its deferred fragments failed. */
export interface Merged {
  readonly data: Data;
  readonly errors: ResponseError[];
  readonly failed: readonly Path[];
}

/** Puts the parts together as the draft on incremental delivery says. Throws where they are not as it says. */
export function mergeParts(parts: readonly StreamedResponse[]): Merged {
  const [head, ...later] = parts as readonly Part[];
  const data = head?.data;
  expect(data !== undefined && data !== null && head?.pending !== undefined, 'a first part with data and pending');
  const merged: Merged = { data, errors: [...(head?.errors ?? [])], failed: [] };
  const failed = merged.failed as Path[];
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
      if (errors) failed.push(open.get(id)!);
      merged.errors.push(...(errors ?? []));
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
 * further: to where `whole` has it.
 */
export function asOnePart({ data, errors, failed }: Merged, whole: unknown): Answer {
  const answer = { data: data as unknown, errors };
  for (const path of failed) {
    const place = nullOn(whole, path);
    expect(place !== undefined, 'a null around a fragment that failed');
    if (place!.length === 0) answer.data = null;
    else if (answer.data !== null) setNull(answer.data, place!);
  }
  return answer;
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
  let value = data as Data | null | undefined;
  for (const key of path.slice(0, -1)) value = value?.[key] as Data | null | undefined;
  if (value) value[path.at(-1)!] = null;
}

function objectAt(data: unknown, path: Path): Data {
  let value = data;
  for (const key of path) value = (value as Data | null | undefined)?.[key];
  expect(typeof value === 'object' && value !== null && !Array.isArray(value), `an object at ${path.join('.')}`);
  return value as Data;
}

function expect(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(`Expected ${what}.`);
}
