import highs, { type Highs } from 'highs';
import { invariant } from '../kernel/coded-error.ts';
import type { LinearSystem } from './linear-system.ts';

/** Bounds of one unknown. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

export interface SolveOptions {
  /** Unknowns are whole numbers in the program itself too: slower, and exact. Default: their bounds are rounded inwards. */
  readonly whole?: boolean;
}

// Its declarations are those of CommonJS, and we get the ES module.
const loadHighs = highs as unknown as typeof highs.default;

let loaded: Promise<Highs> | undefined;

function matrixOf({ rows, names }: LinearSystem) {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { columns, factors } of rows) {
    indices.push(...columns);
    values.push(...factors);
    starts.push(indices.length);
  }
  return { format: 'csr', numRows: rows.length, numCols: names.length, starts, indices, values } as const;
}

/** The least and the greatest value that some unknowns can have: two linear programs each, over all that is known at once. */
export async function solveSpans(
  system: LinearSystem,
  columns: readonly number[],
  { whole = false }: SolveOptions = {},
): Promise<Span[]> {
  loaded ??= loadHighs();
  const solver = await loaded;
  const { low, high, rows, names } = system;
  const model = solver.createModel({
    numCols: names.length,
    numRows: rows.length,
    colCost: names.map(() => 0),
    colLower: low,
    colUpper: high,
    rowLower: rows.map(row => row.low),
    rowUpper: rows.map(row => row.high),
    matrix: matrixOf(system),
    ...(whole ? { integrality: names.map(() => 1 as const) } : {}),
  });
  try {
    // A program differs from the one before in what it looks for alone: its solution is a good place to begin.
    model.options.set({ output_flag: false, ...(whole ? {} : { presolve: 'off', solver: 'simplex' }) });
    const optimum = (column: number, sense: 1 | -1): number => {
      model.changeColCost(column, sense);
      model.run();
      const status = model.getModelStatus();
      const value = sense * model.getObjectiveValue();
      model.changeColCost(column, 0);
      invariant(status === solver.constants.modelStatus.optimal, `a linear program with a solution (${status})`);
      return value;
    };
    return columns.map(column => ({
      low: Math.ceil(optimum(column, 1) - 1e-6),
      high: Math.floor(optimum(column, -1) + 1e-6),
    }));
  } finally {
    model.dispose();
  }
}
