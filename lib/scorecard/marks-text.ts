import { awayFrom } from './marks.ts';
import type { ScoreLine } from './score-line.ts';

/** A number with at most so many digits after the point, as in the arithmetic that is printed. */
export function plain(value: number, digits = 2): string {
  const text = value.toFixed(digits);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** The arithmetic from a figure to its marks by the rule, in numbers; null without a figure. */
export function marksText({ item, figure, before, value, marks }: ScoreLine): string | null {
  if (value === null || marks === null) return null;
  const { rule, full, definition } = item;
  const result = `= ${plain(marks)}`;
  if (rule.kind === 'goalposts' || rule.kind === 'improvement') {
    const of =
      rule.kind === 'goalposts'
        ? plain(value)
        : `(${plain(figure.value ?? 0)} − ${plain(before?.value ?? 0)} ${signed(rule.from)})`;
    const above = rule.kind === 'goalposts' ? `(${of} ${signed(rule.from)})` : of;
    const whole = `${above} ÷ (${plain(rule.to)} ${signed(rule.from)}) × ${plain(full)}`;
    const covered = (value - rule.from) / (rule.to - rule.from);
    return covered < 0 || covered > 1 ? `${whole} → [0, ${plain(full)}] ${result}` : `${whole} ${result}`;
  }
  const off = `${plain(full)} − ${distance(rule, value, definition.direction === 'lower')}`;
  const all = `${off} ÷ ${plain(rule.step)} × ${plain(rule.deduct)}`;
  const isBelow = full - (awayFrom(rule, value, definition.direction === 'lower') / rule.step) * rule.deduct < 0;
  return isBelow ? `${all} → [0, ${plain(full)}] ${result}` : `${all} ${result}`;
}

/** How far a value is away, as a difference; 0 where nothing is deducted. */
function distance(rule: Parameters<typeof awayFrom>[0], value: number, lowerIsBetter: boolean): string {
  if (awayFrom(rule, value, lowerIsBetter) === 0) return '0';
  const [low, high] = rule.kind === 'band' ? [rule.low, rule.high] : [rule.target, rule.target];
  return value < low ? `(${plain(low)} ${signed(value)})` : `(${plain(value)} ${signed(high)})`;
}

/** What is taken off: − 70, or + 5 where the post is below 0. */
function signed(post: number): string {
  return post < 0 ? `+ ${plain(-post)}` : `− ${plain(post)}`;
}
