import { readRegister } from '../../../../lib/indicators/county/index.ts';
import { registerOf, type RegisterName } from '../../../../lib/indicators/register.ts';
import { join } from 'node:path';
import type { County } from '../../../../lib/kernel/county.ts';
import { departmentUrl } from '../../../../lib/kernel/county.ts';
import { civilAffairs } from './civil-affairs.ts';
import { court } from './court.ts';
import { openByHand } from './database.ts';
import { monthEnds, months } from './days.ts';
import { emergency } from './emergency.ts';
import { figures, type HandCell } from './figures.ts';
import { grid } from './grid.ts';
import { justice } from './justice.ts';
import type { Made } from './made.ts';
import { petition } from './petition.ts';
import { police } from './police.ts';
import { procuratorate } from './procuratorate.ts';
import { readLines, sqlOf, type Table, type Words } from './statement.ts';
import { Tally } from './tally.ts';

const tables: Record<string, (words: Words) => readonly Table[]> = {
  court: () => court,
  justice: () => justice,
  petition: () => petition,
  police,
  procuratorate: () => procuratorate,
  'civil-affairs': () => civilAffairs,
  emergency,
  grid: () => grid,
};

/** What one statement cost: milliseconds in the database and its driver, lines answered. */
export interface HandStatement {
  readonly table: string;
  readonly sql: string;
  readonly ms: number;
  readonly lines: number;
}

export interface HandAnswer {
  /** By id, form, part, area and month, joined by blanks. */
  readonly figures: ReadonlyMap<string, Made>;
  readonly statements: readonly HandStatement[];
}

async function askDepartment(id: string, url: string, tally: Tally): Promise<HandStatement[]> {
  const database = openByHand(url);
  try {
    const ask = async (table: Table): Promise<HandStatement> => {
      const sql = sqlOf(table);
      const { lines, ms } = await database.ask(sql);
      readLines(table, lines, tally);
      return { table: table.from.split(' ')[0] ?? '', sql, ms, lines: lines.length };
    };
    return await Promise.all((tables[id]?.(database.words) ?? []).map(ask));
  } finally {
    await database.close();
  }
}

/** All figures of the catalogue for 36 months, the county and its towns, by hand-written SQL and without the graph. */
export async function answerByHand(county: County, databases: string, dataFolder: string): Promise<HandAnswer> {
  const towns = [...county.areas.values()].filter(({ level }) => level === 'TOWN').map(({ code }) => code);
  const register = registerOf(readRegister(join(county.folder, 'denominators.yaml')));
  const tally = new Tally(towns);
  const asked = await Promise.all(
    county.departments.map(({ id }) => askDepartment(id, departmentUrl(county, id, dataFolder, databases), tally)),
  );
  const made = new Map<string, Made>();
  for (const town of [undefined, ...towns]) {
    const area = town ?? county.code;
    for (const [i, month] of months.entries()) {
      const cell: HandCell = {
        n: measure => tally.sum(measure, town, i + 1),
        before: measure => tally.sum(measure, town, i),
        lengths: measure => tally.lengths(measure, town, i + 1),
        register: name => register.find(name as RegisterName, area, Number(month.slice(0, 4)))?.value ?? null,
        days: (monthEnds[i] ?? 0) - (Date.parse(`${month}-01T00:00:00Z`) / 86_400_000 - 1),
      };
      for (const [name, make] of figures) made.set(`${name} ${area} ${month}`, make(cell));
    }
  }
  return { figures: made, statements: asked.flat() };
}
