import { invariant } from '../kernel/coded-error.ts';

/** A cell of the lattice: column, row. */
export interface Cell {
  readonly x: number;
  readonly y: number;
}

/** Which cells each town and village holds: towns -> villages -> cells. */
export type Layout = readonly (readonly (readonly Cell[])[])[];

const lattice = 64;
const centre = lattice / 2;

/**
 * A blob of `grids` cells, cut into contiguous towns, and these into contiguous villages. The outline of the county is part
 * of its areas.csv and so does not depend on the seed of the data. Towns are ordered from the middle of the county outwards.
 */
export function layOut(grids: number, villagesOfTown: readonly number[]): Layout {
  const towns = split(blob(grids), villagesOfTown.length).sort((a, b) => remoteness(a) - remoteness(b));
  return towns.map((cells, town) => split(cells, villagesOfTown[town] ?? 1));
}

function blob(count: number): Cell[] {
  const cells: Cell[] = [];
  for (let y = 0; y < lattice; y++) for (let x = 0; x < lattice; x++) cells.push({ x, y });
  return cells.sort((a, b) => reach(a) - reach(b) || a.y - b.y || a.x - b.x).slice(0, count);
}

/** Distance from the middle, shortened where the county bulges. */
function reach({ x, y }: Cell): number {
  const [dx, dy] = [x + 0.5 - centre, y + 0.5 - centre];
  const angle = Math.atan2(dy, dx);
  return (
    Math.hypot(dx, dy) /
    (1 + 0.16 * Math.sin(2 * angle + 0.7) + 0.09 * Math.sin(3 * angle + 2) + 0.04 * Math.cos(5 * angle))
  );
}

function remoteness(cells: readonly Cell[]): number {
  const mean = (pick: (cell: Cell) => number) => cells.reduce((sum, cell) => sum + pick(cell), 0) / cells.length;
  return Math.hypot(mean(cell => cell.x) - centre, mean(cell => cell.y) - centre);
}

/** Cuts cells into `parts` contiguous groups of nearly equal size, by halving along straight lines (kd-tree). */
function split(cells: readonly Cell[], parts: number): Cell[][] {
  if (parts === 1) return [[...cells]];
  const left = Math.floor(parts / 2);
  for (const angle of cuttingAngles(cells)) {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const sorted = cells.toSorted((a, b) => a.x * cos + a.y * sin - (b.x * cos + b.y * sin) || a.y - b.y);
    const at = Math.round((cells.length * left) / parts);
    const halves = [sorted.slice(0, at), sorted.slice(at)] as const;
    if (!halves.every(isContiguous)) continue;
    const whole = [...trySplit(halves[0], left), ...trySplit(halves[1], parts - left)];
    if (whole.length === parts) return whole;
  }
  return [];
}

/** A cut that leaves no contiguous way further down gives too few groups; the cut above then tries its next angle. */
function trySplit(cells: readonly Cell[], parts: number): Cell[][] {
  const groups = split(cells, parts);
  return groups.length === parts ? groups : [];
}

/** The direction across the longer side first, then turned step by step. */
function cuttingAngles(cells: readonly Cell[]): number[] {
  const extent = (pick: (cell: Cell) => number) => Math.max(...cells.map(pick)) - Math.min(...cells.map(pick));
  const first = extent(cell => cell.x) >= extent(cell => cell.y) ? 0.1 : Math.PI / 2 - 0.1;
  return Array.from({ length: 16 }, (_, step) => first + (step * Math.PI * 7) / 16);
}

export function isContiguous(cells: readonly Cell[]): boolean {
  const rest = new Map(cells.map(cell => [`${cell.x},${cell.y}`, cell]));
  const stack = cells.slice(0, 1);
  invariant(stack.length === 1, 'a group with at least one cell');
  rest.delete(`${stack[0]?.x},${stack[0]?.y}`);
  for (let cell = stack.pop(); cell; cell = stack.pop()) {
    for (const [dx, dy] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const) {
      const key = `${cell.x + dx},${cell.y + dy}`;
      const neighbour = rest.get(key);
      if (neighbour && rest.delete(key)) stack.push(neighbour);
    }
  }
  return rest.size === 0;
}
