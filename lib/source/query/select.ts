import type { Obligation } from '../../trust/index.ts';
import type { Bound } from '../bind/bind.ts';
import type { Column } from '../column.ts';
import { readJson } from '../read/json.ts';
import { plainDecimal } from '../read/plain-decimal.ts';
import { masked } from './mask.ts';
import { allowed } from './where.ts';

/** A canonical record: field name to value, in the form the graph gives out. */
export type Row = Record<string, unknown>;

type Line = Readonly<Record<string, unknown>>;

/** What a statement selects for some fields, and how a line of its answer becomes a record. */
export interface Selection {
  /** `t."AH" AS f0, …`; empty for no fields. */
  readonly sql: string;
  /** Selects an expression too, once however often; its name in the answer. */
  add(sql: string): string;
  record(line: Line): Row;
}

function output(bound: Bound, column: Column): string {
  const d = bound.dialect;
  if (column.kind === 'date' || column.kind === 'datetime') return d.isoText(column.value, column.kind === 'datetime');
  if (column.kind === 'decimal')
    return column.exact === undefined
      ? d.decimalText(column.value)
      : `CASE WHEN ${column.value} IS NOT NULL THEN ${column.exact} END`;
  return column.value;
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
      return readJson(String(value));
    default:
      return String(value);
  }
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return value === null || value === undefined ? null : String(value);
}

/** The select list of some fields; each must be allowed. A column that several fields rest on is selected once. */
export function select(bound: Bound, obligation: Obligation, fields: readonly string[]): Selection {
  const selected = new Map<string, string>();
  const add = (sql: string): string => {
    const known = selected.get(sql) ?? `f${selected.size}`;
    selected.set(sql, known);
    return known;
  };
  const steps = fields.map((field): ((line: Line, row: Row) => void) => {
    const column = allowed(bound, obligation, field, 'read');
    const mask = obligation.masks.get(field);
    const { kind, reader } = column;
    if (!reader || mask) {
      const at = add(mask ? masked(bound.dialect, column, mask) : output(bound, column));
      return (line, row) => (row[field] = canonical(kind, line[at]));
    }
    const [first = '', ...more] = reader.columns.map(add);
    if (more.length === 0) return (line, row) => (row[field] = reader.read(textOf(line[first])));
    return (line, row) => (row[field] = reader.read(textOf(line[first]), ...more.map(at => textOf(line[at]))));
  });
  return {
    add,
    get sql() {
      return [...selected].map(([sql, at]) => `${sql} AS ${at}`).join(', ');
    },
    record(line) {
      const row: Row = {};
      for (const step of steps) step(line, row);
      return row;
    },
  };
}
