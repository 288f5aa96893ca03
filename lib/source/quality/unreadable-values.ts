import type { MissingReason } from '../../kernel/missing.ts';
import { unreadable } from '../column.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { sql } from '../query/sql.ts';
import { alikeAreas } from './alike-values.ts';
import { columnsOf, isPersonal } from '../mapping/mapping.ts';
import { counting, metValues, type Examined } from './examined.ts';
import { fieldText } from './field-text.ts';
import { finding, type Finding, type Met } from './finding.ts';
import { shownValues } from './shown-value.ts';
import { unknownAreas } from './unknown-areas.ts';

const [mostShapes, mostCodes] = [10, 50];

/** A shape; zeros and marks alone are told as they are: they are how many programs write nothing, and belong under `missing`. */
function shapeOrZeros(d: Dialect, text: string): string {
  const rest = ['0', '-', ':', '/', '.', ' '].reduce((t, mark) => `replace(${t}, '${mark}', '')`, text);
  return `CASE WHEN ${d.length(rest)} = 0 THEN ${text} ELSE ${d.shape(text)} END`;
}

/** What the values that cannot be read look like; what they say stays in the database. */
async function shapes(examined: Examined, field: string): Promise<Met[]> {
  const column = examined.bound.columns.get(field);
  const text = fieldText(examined, field);
  const wrong = column && unreadable(column);
  if (!text || wrong === undefined) return [];
  const shape = shapeOrZeros(examined.live.connection.dialect, `substr(${text.text}, 1, 40)`);
  const where = `${counting(examined.bound)} AND ${wrong}`;
  return metValues(examined, shape, examined.rows.from(), where, mostShapes);
}

/** Rows in no known area. The codes of a column that holds persons stay in the database. */
async function outside({ live, bound, mapping, register }: Examined, field: string): Promise<Met[]> {
  const columns = columnsOf(mapping.fields[field] ?? {});
  if (columns.some(name => isPersonal(mapping, name))) return [];
  return unknownAreas(live.connection, bound, field, register, sql(counting(bound)));
}

async function valuesOf(examined: Examined, field: string, reason: MissingReason): Promise<Met[]> {
  if (reason !== 'UNMAPPED_CODE') return shapes(examined, field);
  const codes = examined.codes.get(field) ?? [];
  return shownValues(
    codes.filter(code => code.unmapped),
    mostCodes,
  );
}

/** Rows of a field that cannot be read, with the codes or shapes of what stands there. */
export async function unreadableValues(examined: Examined, field: string): Promise<Finding[]> {
  const quality = examined.quality.fields.find(each => each.field === field);
  const findings: Finding[] = [];
  for (const { reason, rows } of quality?.unreadable ?? []) {
    if (reason === 'OUT_OF_ORDER') continue;
    const of = quality?.present ?? null;
    if (reason === 'UNKNOWN_AREA') {
      const unknown = await outside(examined, field);
      findings.push(finding(reason, { field, rows, of, values: shownValues(unknown, mostCodes) }));
      findings.push(...alikeAreas(field, unknown, code => examined.register.has(code)));
      continue;
    }
    findings.push(finding(reason, { field, rows, of, values: await valuesOf(examined, field, reason) }));
  }
  return findings;
}
