import { codeLength } from '../../kernel/area-code.ts';
import type { Mask } from '../../trust/index.ts';
import type { Column } from '../column.ts';
import type { Dialect } from '../dialect/dialect.ts';

const zeros = "'0000000000000000000000000000'";

/** Down, without its sign, to 1, 2 or 5 times a power of ten: 4,321.50 becomes 2000. Less than 1 is 0. */
function band(d: Dialect, number: string): string {
  return d.onText(number, text => {
    const sign = `CASE WHEN ${text} LIKE '-%' THEN '-' ELSE '' END`;
    const unsigned = `CASE WHEN ${text} LIKE '-%' THEN substr(${text}, 2) ELSE ${text} END`;
    const point = d.position(`(${unsigned})`, "'.'");
    const digits = `(CASE WHEN ${point} > 0 THEN ${point} - 1 ELSE ${d.length(`(${unsigned})`)} END)`;
    const first = `substr((${unsigned}), 1, 1)`;
    const step = `CASE WHEN ${first} = '0' THEN '0' WHEN ${first} < '2' THEN '1' WHEN ${first} < '5' THEN '2' ELSE '5' END`;
    const whole = d.concat([`(${sign})`, `(${step})`, `substr(${zeros}, 1, ${digits} - 1)`]);
    return `CASE WHEN ${text} IS NULL THEN NULL WHEN ${first} = '0' THEN '0' ELSE ${whole} END`;
  });
}

function firstDay(d: Dialect, { kind, value }: Column, kept: number, rest: string): string {
  const iso = d.isoText(value, kind === 'datetime');
  return d.concat([`substr(${iso}, 1, ${kept})`, `'${rest}${kind === 'datetime' ? ' 00:00:00' : ''}'`]);
}

/** What a mask leaves of a field, as SQL in the form in which fields are given out: the rest does not leave the database. */
export function masked(d: Dialect, column: Column, mask: Mask): string {
  const { value, kind } = column;
  switch (mask) {
    case 'year':
      return firstDay(d, column, 4, '-01-01');
    case 'month':
      return firstDay(d, column, 7, '-01');
    case 'band':
      return band(d, column.exact ?? (kind === 'decimal' ? d.decimalText(value) : d.text(value)));
    case 'surname':
      return d.concat([`substr(${value}, 1, 1)`, "'**'"]);
    case 'last4': {
      // Of a short text, four characters would be most of it.
      const end = d.concat(["'****'", `substr(${value}, ${d.length(value)} - 3)`]);
      return `CASE WHEN ${value} IS NULL THEN NULL WHEN ${d.length(value)} < 8 THEN '****' ELSE ${end} END`;
    }
    case 'town':
    case 'village':
      return `substr(${value}, 1, ${codeLength[mask === 'town' ? 'TOWN' : 'VILLAGE']})`;
    case 'hidden':
      return d.none('text');
  }
}
