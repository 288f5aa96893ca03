import type { Obligation } from '../../trust/index.ts';
import type { Bound } from '../bind/bind.ts';
import type { Column } from '../column.ts';
import { allowed } from './where.ts';

/** A canonical record: field name to value, in the form the graph gives out. */
export type Row = Record<string, unknown>;

function output(bound: Bound, column: Column): string {
  const d = bound.dialect;
  if (column.kind === 'date' || column.kind === 'datetime') return d.isoText(column.value, column.kind === 'datetime');
  if (column.kind === 'decimal')
    return column.exact === undefined
      ? d.decimalText(column.value)
      : `CASE WHEN ${column.value} IS NOT NULL THEN ${column.exact} END`;
  return column.value;
}

/** The select list of some fields, as f0, f1, …; each must be allowed. */
export function selectList(bound: Bound, obligation: Obligation, fields: readonly string[]): string {
  return fields.map((field, i) => `${output(bound, allowed(bound, obligation, field))} AS f${i}`).join(', ');
}

/** Without zeros that say nothing: 007.50 is 7.5. */
function plainDecimal(text: string): string {
  const whole = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return whole.replace(/^(-?)0+(?=\d)/, '$1').replace(/^-0$/, '0');
}

function canonical(kind: Column['kind'], value: unknown): unknown {
  if (value === null || value === undefined) return null;
  switch (kind) {
    case 'integer':
      return Number(value);
    case 'boolean':
      return value === 'true';
    case 'decimal':
      return plainDecimal(String(value));
    case 'datetime':
      return `${String(value).replace(' ', 'T')}+08:00`;
    case 'json':
      return JSON.parse(String(value));
    default:
      return String(value);
  }
}

/** Turns a row of `selectList` into a record. */
export function toRow(bound: Bound, fields: readonly string[], raw: Record<string, unknown>): Row {
  const row: Row = {};
  fields.forEach((field, i) => {
    row[field] = canonical(bound.columns.get(field)?.kind ?? 'text', raw[`f${i}`]);
  });
  return row;
}
