import type { Refusal } from './denied.ts';

/** Thrown where a refused field leaves nothing to begin with: the one of a subscription. */
export class FieldRefused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.name = 'FieldRefused';
    this.refusal = refusal;
  }
}
