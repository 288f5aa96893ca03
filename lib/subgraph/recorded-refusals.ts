import type { Identity } from '../kernel/identity.ts';
import type { Ledger, RecordedRead } from '../trust/ledger/index.ts';
import type { DepartmentModel } from './model.ts';
import type { Origin } from './recorded-context.ts';
import { meaningOf, type Refusals } from './refusals.ts';

/** Reads of a gateway's message `{ refused: [{ coordinate, code }] }` what can be true of it: the rest is not written down. */
export function toldRefusals(
  model: DepartmentModel,
  { version, refusals }: Refusals,
  message: unknown,
): RecordedRead[] {
  const codes = new Map(refusals.flatMap(({ code, coordinates }) => coordinates.map(one => [one, code])));
  const { refused } = (message ?? {}) as { readonly refused?: unknown };
  const told = new Set(
    Array.isArray(refused) ? refused.map(one => (one as { coordinate?: unknown } | null)?.coordinate) : [],
  );
  return [...told].flatMap((coordinate): RecordedRead[] => {
    const code = typeof coordinate === 'string' ? codes.get(coordinate) : undefined;
    const meaning = code === undefined ? undefined : meaningOf(model, String(coordinate));
    return meaning ? [{ ...meaning, rows: 0, decision: 'refused', code, policy: version }] : [];
  });
}

/** Writes down what a gateway refused in the department's stead. Throws AUDIT_UNAVAILABLE. */
export async function recordRefusals(
  ledger: Ledger,
  { subject, roles, department, system, purpose, permit, operation }: Identity,
  origin: Origin,
  reads: readonly RecordedRead[],
): Promise<void> {
  if (reads.length === 0) return;
  const asked = { subject, roles, department, system, purpose, permit };
  await ledger.append({ kind: 'read', ...origin, ...asked, operation: { name: operation }, reads });
}
