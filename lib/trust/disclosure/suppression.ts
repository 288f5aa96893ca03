/** Row and column of a cell, from 0. */
export type Position = readonly [row: number, column: number];

export type Table = readonly (readonly number[])[];

/** What an attacker knows of a suppressed cell. */
export interface Bounds {
  readonly cell: Position;
  readonly lo: number;
  readonly hi: number;
}

/** A table with suppressed cells, as somebody sees it who knows all other cells and all margins. */
export interface Exposure {
  readonly bounds: readonly Bounds[];
  /** Tables of whole numbers from 0 that fit what is seen. */
  readonly feasibleTables: number;
  readonly recoverable: readonly Position[];
}

/** Cells that a threshold alone keeps back: at least 1 and below it. */
export function primaryCells(table: Table, threshold: number): Position[] {
  return table.flatMap((row, r) =>
    row.flatMap((count, c): Position[] => (count >= 1 && count < threshold ? [[r, c]] : [])),
  );
}

function sums(table: Table, cells: readonly Position[], axis: 0 | 1): Map<number, number> {
  const rest = new Map<number, number>();
  for (const cell of cells) rest.set(cell[axis], (rest.get(cell[axis]) ?? 0) + (table[cell[0]]?.[cell[1]] ?? 0));
  return rest;
}

/** Goes through every table that fits: for the few cells of one small table; the attack on a county solves linear programs instead. */
export function exposure(table: Table, suppressed: readonly Position[]): Exposure {
  const rest = [sums(table, suppressed, 0), sums(table, suppressed, 1)] as const;
  const lo = suppressed.map(() => Infinity);
  const hi = suppressed.map(() => -Infinity);
  const values = suppressed.map(() => 0);
  let feasibleTables = 0;
  const isLast = (at: number, axis: 0 | 1): boolean =>
    !suppressed.slice(at + 1).some(cell => cell[axis] === suppressed[at]?.[axis]);
  const fill = (at: number): void => {
    const cell = suppressed[at];
    if (!cell) {
      feasibleTables += 1;
      values.forEach((value, i) => {
        lo[i] = Math.min(lo[i] ?? value, value);
        hi[i] = Math.max(hi[i] ?? value, value);
      });
      return;
    }
    const left = [rest[0].get(cell[0]) ?? 0, rest[1].get(cell[1]) ?? 0] as const;
    const forced = ([0, 1] as const).flatMap(axis => (isLast(at, axis) ? [left[axis]] : []));
    const most = Math.min(...left);
    for (let value = Math.max(0, ...forced); value <= Math.min(most, ...forced); value += 1) {
      values[at] = value;
      rest[0].set(cell[0], left[0] - value);
      rest[1].set(cell[1], left[1] - value);
      fill(at + 1);
    }
    rest[0].set(cell[0], left[0]);
    rest[1].set(cell[1], left[1]);
  };
  fill(0);
  const bounds = suppressed.map((cell, i) => ({ cell, lo: lo[i] ?? 0, hi: hi[i] ?? 0 }));
  return { bounds, feasibleTables, recoverable: bounds.filter(b => b.lo === b.hi).map(b => b.cell) };
}

/** Whether a pattern keeps back every cell that it must, and none of them can be worked out. */
export function isSafe(table: Table, suppressed: readonly Position[], threshold: number): boolean {
  const kept = new Set(suppressed.map(String));
  return (
    primaryCells(table, threshold).every(cell => kept.has(String(cell))) &&
    exposure(table, suppressed).recoverable.length === 0
  );
}
