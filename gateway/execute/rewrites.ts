import type { FetchRewrite } from '../planner.ts';
import { type Row, isRow, typenameOf } from './response.ts';
import type { TypeConditions } from './type-conditions.ts';

/** Changes data in place. */
export type Rewrite = (data: unknown) => void;

type Segments = Extract<FetchRewrite, { KeyRenamer: unknown }>['KeyRenamer']['path'];

/** Compiles a plan's rewrites: values set on the way to a department, keys renamed on the way back. */
export function compileRewrites(
  rewrites: readonly FetchRewrite[] | undefined,
  types: TypeConditions,
): Rewrite | undefined {
  if (!rewrites?.length) return undefined;
  const steps = rewrites.map(rewrite => compileRewrite(rewrite, types));
  return data => {
    for (const step of steps) step(data);
  };
}

/** Keys that a fetch uses in place of the client's, for the paths of its errors. */
export function renamedKeys(rewrites: readonly FetchRewrite[] | undefined): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const rewrite of rewrites ?? []) {
    if (!('KeyRenamer' in rewrite)) continue;
    const last = rewrite.KeyRenamer.path.at(-1);
    if (last && 'Key' in last) keys.set(last.Key, rewrite.KeyRenamer.renameKeyTo);
  }
  return keys;
}

function compileRewrite(rewrite: FetchRewrite, types: TypeConditions): Rewrite {
  if ('KeyRenamer' in rewrite) {
    const { path, renameKeyTo } = rewrite.KeyRenamer;
    return atEnd(path, types, (row, key) => {
      if (row[key] === undefined) return;
      row[renameKeyTo] = row[key];
      delete row[key];
    });
  }
  const { path, setValueTo } = 'ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite;
  return atEnd(path, types, (row, key) => {
    row[key] = setValueTo;
  });
}

function atEnd(path: Segments, types: TypeConditions, change: (row: Row, key: string) => void): Rewrite {
  function walk(value: unknown, at: number): void {
    if (Array.isArray(value)) {
      for (const item of value) walk(item, at);
      return;
    }
    const segment = path[at];
    if (segment === undefined || !isRow(value)) return;
    if ('Key' in segment) {
      if (at === path.length - 1) change(value, segment.Key);
      else walk(value[segment.Key], at + 1);
    } else if (!typenameOf(value) || segment.TypenameEquals.some(type => types.satisfies(typenameOf(value), type))) {
      walk(value, at + 1);
    }
  }
  return data => walk(data, 0);
}
