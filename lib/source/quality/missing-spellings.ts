import { counting, metValues, type Examined } from './examined.ts';
import { finding, type Finding } from './finding.ts';

/** Fields whose source spells nothing in more than one way, NULL and the empty text among them. One statement a field with such spellings. */
export async function missingSpellings(examined: Examined): Promise<Finding[]> {
  const { live, rows, bound, mapping, quality } = examined;
  const d = live.connection.dialect;
  const findings: Finding[] = [];
  for (const [field, m] of Object.entries(mapping.fields)) {
    const words = [...(mapping.missing ?? []), ...(m.missing ?? [])];
    const lacking = quality.fields.find(each => each.field === field)?.missing ?? 0;
    // What a fold makes alike is one spelling to the mapping, and not to be told apart here.
    if (m.column === undefined || words.length === 0 || lacking === 0 || m.fold || m.charset) continue;
    const text = d.text(rows.columnOf(m.column, ['types', bound.type.name, 'fields', field]).sql);
    const spelt = `COALESCE(${text}, 'NULL')`;
    const among = `(${text} IS NULL OR ${text} IN (${['', ...words].map(word => d.literal(word)).join(', ')}))`;
    const values = await metValues(examined, spelt, rows.from(), `${counting(bound)} AND ${among}`, words.length + 2);
    if (values.length > 1)
      findings.push(finding('MISSING_SPELLINGS', { field, rows: lacking, of: quality.counted, values }));
  }
  return findings;
}
