import { exposure, isSafe, primaryCells, roundHalfUp, type Position } from '../../lib/trust/disclosure/index.ts';
import type { GoldenCase, JsonObject } from './case.ts';

/** Counts to a base, halves up. */
export function rounding({ inputs }: GoldenCase): JsonObject {
  return { rounded: (inputs['values'] as number[]).map(value => roundHalfUp(value, Number(inputs['base']))) };
}

function plain(cells: readonly Position[]): number[][] {
  return cells.map(cell => [...cell]);
}

/** A pattern of suppressed cells, and what it gives away. */
export function sdc({ inputs }: GoldenCase): JsonObject {
  const table = inputs['table'] as number[][];
  const suppressed = inputs['suppressed'] as unknown as Position[];
  const threshold = Number(inputs['threshold']);
  const { bounds, feasibleTables, recoverable } = exposure(table, suppressed);
  return {
    primary: plain(primaryCells(table, threshold)),
    interval: bounds.map(({ cell, lo, hi }) => ({ cell: [...cell], lo, hi })),
    feasible_tables: feasibleTables,
    exactly_recoverable: plain(recoverable),
    safe: isSafe(table, suppressed, threshold),
  };
}
