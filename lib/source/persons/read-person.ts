import { invariant } from '../../kernel/coded-error.ts';
import type { CasePass, Obligation, Pseudonym, Pseudonymiser } from '../../trust/index.ts';
import type { Bound } from '../bind/bind.ts';
import type { Connection } from '../connect.ts';
import { narrowToValues } from '../query/narrow.ts';
import { allowed, valuesIn, where } from '../query/where.ts';
import { PersonalColumn } from './personal-column.ts';

export function personalOf(bound: Bound, name: string): PersonalColumn {
  const column = bound.personal.get(name);
  invariant(column, `${name} under personal of ${bound.type.name}`);
  return column;
}

/**
 * The person of the one record that a pass is for: `absent` where the obligation does not let the reader see it, undefined where it
 * holds no readable number. The number goes from the driver to the pseudonymiser and nowhere else.
 */
export async function personOf(
  connection: Connection,
  bound: Bound,
  obligation: Obligation,
  pass: CasePass,
  name: string,
  by: Pseudonymiser,
): Promise<Pseudonym | undefined | 'absent'> {
  invariant(pass.type === bound.type.name && bound.type.key !== undefined, 'a pass for this type of record');
  const key = allowed(bound, obligation, bound.type.key, 'use');
  const base = where(bound, obligation);
  const one = narrowToValues(bound.dialect, key, [pass.id])?.condition ?? valuesIn(bound, key, [pass.id]);
  const lines = await connection.select(
    `SELECT ${PersonalColumn.select(personalOf(bound, name), 'n')}, ${key.value} AS k FROM ${bound.from} WHERE ${base.text} AND ${one.text}`,
    [...base.values, ...one.values],
  );
  const line = lines.find(({ k }) => String(k) === pass.id);
  if (!line) return 'absent';
  return by.current(textOf(line['n']), new Date());
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
