import type { MissingReason } from '../../kernel/missing.ts';
import { unreadable } from '../column.ts';
import { sql } from '../query/sql.ts';
import { columnsOf, counting, metValues, type Examined } from './examined.ts';
import { fieldText } from './field-text.ts';
import { finding, type Finding, type Met } from './finding.ts';
import { shownValues } from './shown-value.ts';
import { unknownAreas } from './unknown-areas.ts';

const [mostShapes, mostCodes] = [10, 50];

/** What the values that cannot be read look like; what they say stays in the database. */
async function shapes(examined: Examined, field: string): Promise<Met[]> {
  const column = examined.bound.columns.get(field);
  const text = fieldText(examined, field);
  const wrong = column && unreadable(column);
  if (!text || wrong === undefined) return [];
  const shape = examined.live.connection.dialect.shape(`substr(${text.text}, 1, 40)`);
  const where = `${counting(examined.bound)} AND ${wrong}`;
  return metValues(examined, shape, examined.rows.from(), where, mostShapes);
}

async function areas({ live, bound, mapping, register }: Examined, field: string): Promise<Met[]> {
  const m = mapping.fields[field] ?? {};
  if (columnsOf(m).some(name => mapping.personal?.[name] !== undefined)) return [];
  return shownValues(await unknownAreas(live.connection, bound, field, register, sql(counting(bound))), mostCodes);
}

async function valuesOf(examined: Examined, field: string, reason: MissingReason): Promise<Met[]> {
  if (reason === 'UNKNOWN_AREA') return areas(examined, field);
  if (reason === 'UNMAPPED_CODE') {
    const codes = examined.codes.get(field) ?? [];
    return shownValues(
      codes.filter(code => code.unmapped),
      mostCodes,
    );
  }
  return shapes(examined, field);
}

/** Rows of a field that cannot be read, with the codes or shapes of what stands there. */
export async function unreadableValues(examined: Examined, field: string): Promise<Finding[]> {
  const quality = examined.quality.fields.find(each => each.field === field);
  const findings: Finding[] = [];
  for (const { reason, rows } of quality?.unreadable ?? []) {
    if (reason === 'OUT_OF_ORDER') continue;
    const values = await valuesOf(examined, field, reason);
    findings.push(finding(reason, { field, rows, of: quality?.present ?? null, values }));
  }
  return findings;
}
