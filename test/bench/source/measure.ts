import { isDeepStrictEqual } from 'node:util';
import type { Source } from '../../../lib/source/index.ts';
import type { BareDriver } from './bare-driver.ts';
import type { ByHand } from './by-hand.ts';
import type { Question } from './questions.ts';

/** A statement as lib/source sent it. */
export interface Sent {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** What one question took, in milliseconds: medians of rounds in turn. */
export interface Measured {
  readonly name: string;
  readonly byHand: number;
  readonly wrapped: number;
  /** The wrapped path's own statements through the bare driver: what is left of `wrapped` is our JavaScript. */
  readonly itsSql: number;
  readonly statements: { readonly byHand: number; readonly wrapped: number };
}

/** Everything under measurement on one database. */
export interface Bench {
  readonly hand: ByHand;
  readonly source: Source;
  readonly driver: BareDriver;
  /** Statements sent by the source since it was last emptied. */
  readonly sent: Sent[];
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Asks a question by hand, through the mapping, and by the mapping's SQL alone, in turn. Throws where the answers differ. */
export async function measure({ hand, source, driver, sent }: Bench, question: Question): Promise<Measured> {
  const asked = driver.statements;
  const expected = await question.byHand(hand);
  const byHandStatements = driver.statements - asked;
  sent.length = 0;
  const got = await question.wrapped(source);
  const own = [...sent];
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(got)), JSON.parse(JSON.stringify(expected))))
    throw new Error(`${question.name}: the two answers differ`);
  const [byHand, wrapped, itsSql]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < question.rounds; round += 1) {
    byHand.push(await time(() => question.byHand(hand)));
    wrapped.push(await time(() => question.wrapped(source)));
    itsSql.push(await time(() => Promise.all(own.map(({ sql, values }) => driver.query(sql, values)))));
  }
  return {
    name: question.name,
    byHand: median(byHand),
    wrapped: median(wrapped),
    itsSql: median(itsSql),
    statements: { byHand: byHandStatements, wrapped: own.length },
  };
}
