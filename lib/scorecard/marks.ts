import type { Item, MarkRule } from './card.ts';

/** Marks of a figure (for `improvement`, of its difference from the year before), 0 to full marks, before the item's limits. */
export function marksOf({ rule, full, definition }: Pick<Item, 'rule' | 'full' | 'definition'>, value: number): number {
  if (rule.kind === 'goalposts' || rule.kind === 'improvement')
    return Math.max(0, Math.min(1, (value - rule.from) / (rule.to - rule.from))) * full;
  return Math.max(0, full - (awayFrom(rule, value, definition.direction === 'lower') / rule.step) * rule.deduct);
}

type Deducting = Extract<MarkRule, { readonly step: number }>;

/** How far a figure is from where nothing is deducted, in its unit; 0 there. */
export function awayFrom(rule: Deducting, value: number, lowerIsBetter: boolean): number {
  if (rule.kind === 'band') return Math.max(0, rule.low - value, value - rule.high);
  return Math.max(0, lowerIsBetter ? value - rule.target : rule.target - value);
}

/** Marks within the item's limits. */
export function limited({ floor, cap }: Pick<Item, 'floor' | 'cap'>, marks: number): number {
  return Math.max(floor, Math.min(cap, marks));
}
