import { CodedError } from '../../lib/kernel/coded-error.ts';

export type LimitCode =
  | 'TOO_MANY_TOKENS'
  | 'TOO_MANY_DEFINITIONS'
  | 'TOO_DEEP'
  | 'INPUT_TOO_DEEP'
  | 'TOO_MANY_VALUES'
  | 'TOO_MANY_ALIASES'
  | 'TOO_MANY_ROOT_FIELDS'
  | 'TOO_MANY_DIRECTIVES'
  | 'TOO_MANY_SELECTIONS'
  | 'LIST_TOO_LONG'
  | 'COST_TOO_HIGH'
  | 'DEPARTMENT_COST_TOO_HIGH'
  | 'TOO_MANY_SUBSCRIPTIONS';

/** What a refusal tells beside its sentence. */
export interface LimitFacts {
  readonly limit: number;
  /** The estimate, where the limit is one of cost. */
  readonly cost?: number;
  /** The department whose limit it is. */
  readonly service?: string;
}

/** A request that asks for more than a limit allows. No department has been called. */
export class LimitExceeded extends CodedError {
  readonly facts: LimitFacts;

  constructor(code: LimitCode, what: string, got: string, todo: string, facts: LimitFacts) {
    super('caller', code, { expected: `at most ${facts.limit} ${what}`, got, todo });
    this.name = 'LimitExceeded';
    this.facts = facts;
  }
}
