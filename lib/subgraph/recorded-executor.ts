import { createHash } from 'node:crypto';
import { getOperationAST, GraphQLError, type DocumentNode } from 'graphql';
import { CodedError, invariant } from '../kernel/coded-error.ts';
import type { Ledger } from '../trust/ledger/index.ts';
import type { Executor } from './executor.ts';

const hashes = new WeakMap<DocumentNode, string>();

/** SHA-256 of an operation's text, in hex. */
function hashOf(document: DocumentNode): string {
  const known =
    hashes.get(document) ??
    createHash('sha256')
      .update(document.loc?.source.body ?? '')
      .digest('hex');
  hashes.set(document, known);
  return known;
}

/** Gives no answer out before its record is written: no record, no data (AUDIT_UNAVAILABLE). */
export function recordedExecutor(execute: Executor, ledger: Ledger): Executor {
  return async execution => {
    const { context, document, operationName } = execution;
    const result = await execute(execution);
    invariant(context.record, 'a context that keeps a record');
    const { reads, identity, origin } = context.record;
    reads.told(result.errors ?? []);
    const all = reads.all();
    if (all.length === 0) return result;
    const { subject, roles, department, system, purpose, permit } = identity;
    try {
      await ledger.append({
        kind: 'read',
        ...origin,
        subject,
        roles,
        department,
        system,
        purpose,
        permit,
        // A gateway's own operations have no names: it tells whose part they are, where that is registered.
        operation: {
          name: identity.operation ?? getOperationAST(document, operationName)?.name?.value,
          hash: hashOf(document),
        },
        reads: all,
      });
      return result;
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      return { data: null, errors: [new GraphQLError(error.message, { originalError: error })] };
    }
  };
}
