import type { FetchRewrite } from '../planner.ts';
import { clientKey } from './client-keys.ts';
import type { Run } from './execution.ts';
import { failureOf } from './failure.ts';
import { type FetchPlan, addError, clientPath, compileSend, fetchedKeys } from './fetch.ts';
import { mergeInto } from './merge.ts';
import { publicError } from './department-error.ts';
import { compileRewrites, renamedKeys } from './rewrites.ts';
import type { TypeConditions } from './type-conditions.ts';

/** Compiles a fetch of root fields. */
export function compileRootFetch(
  fetch: FetchPlan & { readonly outputRewrites?: FetchRewrite[] },
  types: TypeConditions,
): Run {
  const rewrite = compileRewrites(fetch.outputRewrites, types);
  const renamed = renamedKeys(fetch.outputRewrites);
  const keys = new Set([...(fetchedKeys(fetch.operation).get('') ?? [])].map(key => renamed.get(key) ?? key));
  const send = compileSend(fetch, []);
  return async execution => {
    const fetched = await send(execution, []);
    execution.collected.clear();
    if ('failure' in fetched) return execution.failures.mark([execution.data], keys, fetched.failure);
    for (const error of fetched.errors) {
      if (error.path?.length)
        addError(execution.errors, publicError(fetch.serviceName, error), clientPath(error.path, renamed));
      else execution.failures.mark([execution.data], keys, publicError(fetch.serviceName, error));
    }
    rewrite?.(fetched.data);
    mergeInto(execution.data, fetched.data, types);
    const missing = new Set([...keys].filter(key => !Object.hasOwn(fetched.data, key)));
    if (missing.size === 0) return;
    // A null that rose to the department's root took the other root fields with it.
    if (fetched.errors.length > 0) for (const key of missing) execution.errors.cover([clientKey(key)]);
    else execution.failures.mark([execution.data], missing, failureOf(fetch.serviceName));
  };
}
