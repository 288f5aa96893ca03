import type { LinearSystem, Row } from './linear-system.ts';

/** Bounds of every unknown. */
export interface Spans {
  readonly low: number[];
  readonly high: number[];
}

/** Passes over the rows; each narrows a little more, and what is left after so many is nothing much. */
const mostPasses = 50;

/** The least or the greatest that a term can be. */
function edge(factor: number, { low, high }: Spans, column: number, least: boolean): number {
  return factor * ((factor > 0 === least ? low[column] : high[column]) ?? 0);
}

/** Narrows the unknowns of one row by its others. Whether any was. */
function narrow({ columns, factors, low, high }: Row, spans: Spans): boolean {
  let [least, most] = [0, 0];
  columns.forEach((column, i) => {
    least += edge(factors[i] ?? 0, spans, column, true);
    most += edge(factors[i] ?? 0, spans, column, false);
  });
  let narrowed = false;
  columns.forEach((column, i) => {
    const factor = factors[i] ?? 0;
    const [ownLeast, ownMost] = [edge(factor, spans, column, true), edge(factor, spans, column, false)];
    const ends = [(low - most + ownMost) / factor, (high - least + ownLeast) / factor];
    const [lowest, highest] = [Math.ceil(Math.min(...ends) - 1e-9), Math.floor(Math.max(...ends) + 1e-9)];
    if (lowest > (spans.low[column] ?? 0)) {
      least += factor > 0 ? factor * (lowest - (spans.low[column] ?? 0)) : 0;
      most += factor < 0 ? factor * (lowest - (spans.low[column] ?? 0)) : 0;
      [spans.low[column], narrowed] = [lowest, true];
    }
    if (highest < (spans.high[column] ?? 0)) {
      most += factor > 0 ? factor * (highest - (spans.high[column] ?? 0)) : 0;
      least += factor < 0 ? factor * (highest - (spans.high[column] ?? 0)) : 0;
      [spans.high[column], narrowed] = [highest, true];
    }
  });
  return narrowed;
}

/** Bounds of whole numbers by subtraction alone, row by row until nothing moves: what anybody can do by hand. Never narrower than the linear programs' after rounding. */
export function propagate({ low, high, rows }: LinearSystem): Spans {
  const spans = { low: [...low], high: [...high] };
  for (let pass = 0; pass < mostPasses; pass += 1) {
    let narrowed = false;
    for (const row of rows) if (narrow(row, spans)) narrowed = true;
    if (!narrowed) break;
  }
  return spans;
}
