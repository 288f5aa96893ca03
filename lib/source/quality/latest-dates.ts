import { counting, type Examined } from './examined.ts';

/** The latest day of each date field among the rows that count; fields without one are left out. One statement. */
export async function latestDates({ live, bound }: Examined): Promise<Record<string, string>> {
  const d = live.connection.dialect;
  const dates = [...bound.columns].filter(
    ([, { kind, absent }]) => (kind === 'date' || kind === 'datetime') && absent === undefined,
  );
  if (dates.length === 0) return {};
  const latest = dates.map(([, { value }], i) => `${d.isoText(`MAX(${value})`, false)} AS m${i}`);
  const [line] = await live.connection.select(
    `SELECT ${latest.join(', ')} FROM ${bound.from} WHERE ${counting(bound)}`,
    [],
  );
  return Object.fromEntries(
    dates.flatMap(([field], i) => {
      const day = line?.[`m${i}`];
      return day === null || day === undefined ? [] : [[field, String(day).slice(0, 10)]];
    }),
  );
}
