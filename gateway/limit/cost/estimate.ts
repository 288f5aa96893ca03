import type { Row } from '../../execute/response.ts';

/** Cost in all at place 0, and of department i at place i + 1. */
export type CostVector = readonly number[];

/** A number that may depend on the variables of a request. */
export type Amount = number | ((variables: Row) => number);

/** What a part of an operation costs. What no variable changes is added up once, when the operation is compiled. */
export interface Estimate {
  readonly fixed: CostVector;
  readonly varying: readonly ((variables: Row) => CostVector)[];
}

export function constant(fixed: CostVector): Estimate {
  return { fixed, varying: [] };
}

export function evaluate({ fixed, varying }: Estimate, variables: Row): CostVector {
  return varying.reduce((sum, one) => plus(sum, one(variables)), fixed);
}

export function sum(width: number, estimates: readonly Estimate[]): Estimate {
  const zero: CostVector = Array.from({ length: width }, () => 0);
  return {
    fixed: estimates.reduce((total, { fixed }) => plus(total, fixed), zero),
    varying: estimates.flatMap(({ varying }) => varying),
  };
}

export function times(amount: Amount, estimate: Estimate): Estimate {
  const { fixed, varying } = estimate;
  if (typeof amount === 'number') {
    return { fixed: scale(fixed, amount), varying: varying.map(one => variables => scale(one(variables), amount)) };
  }
  const whole = (variables: Row) => scale(evaluate(estimate, variables), amount(variables));
  return { fixed: scale(fixed, 0), varying: [whole] };
}

/** The most that any one of them costs, in all and for each department. */
export function largest(width: number, estimates: readonly Estimate[]): Estimate {
  const none = sum(width, []);
  if (estimates.every(({ varying }) => varying.length === 0)) {
    return constant(estimates.reduce((most, { fixed }) => larger(most, fixed), none.fixed));
  }
  const most = (variables: Row) => estimates.reduce((most, one) => larger(most, evaluate(one, variables)), none.fixed);
  return { fixed: none.fixed, varying: [most] };
}

function plus(a: CostVector, b: CostVector): CostVector {
  return a.map((value, index) => value + b[index]!);
}

function larger(a: CostVector, b: CostVector): CostVector {
  return a.map((value, index) => Math.max(value, b[index]!));
}

/** Nothing times anything is nothing: an infinite cost that is skipped is no cost. */
function scale(vector: CostVector, factor: number): CostVector {
  return vector.map(value => (factor === 0 ? 0 : value * factor));
}
