import { isProduct, quantile } from './check-texts.ts';
import { departmentOf, isGenerated, rooms } from './floor-plan.ts';
import { linesOfCode } from './source-file.ts';

/** Two printed tables: hand-written TypeScript of each room, and of each department (those without any too). */
export function houseTable(files: ReadonlyMap<string, string>): string {
  const lines = new Map(
    [...files]
      .filter(([path]) => path.endsWith('.ts') && !isGenerated(path))
      .map(([path, text]) => [path, linesOfCode(text)]),
  );
  const linesWhere = (belongs: (path: string) => boolean): number[] =>
    [...lines].filter(([path]) => belongs(path)).map(([, count]) => count);
  const departments = [...new Set([...files.keys()].map(departmentOf))].filter(name => name !== undefined);
  return [
    table([
      ['room', 'files', 'lines', 'median', 'p90', 'max'],
      ...rooms.map(({ folder }) =>
        row(
          folder,
          linesWhere(path => path.startsWith(`${folder}/`)),
        ),
      ),
      row('without tests and docs', linesWhere(isProduct)),
    ]),
    table([
      ['department', 'lines of hand-written TypeScript'],
      ...departments.map(name => [name, String(sum(linesWhere(path => departmentOf(path) === name)))]),
    ]),
  ].join('\n\n');
}

function row(name: string, lines: readonly number[]): string[] {
  const numbers = [lines.length, sum(lines), quantile(lines, 0.5), quantile(lines, 0.9), Math.max(0, ...lines)];
  return [name, ...numbers.map(String)];
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  const cell = (text: string, column: number): string =>
    column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0);
  return rows.map(row => row.map(cell).join('  ')).join('\n');
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
