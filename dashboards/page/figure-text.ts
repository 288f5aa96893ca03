import { missingReasonNames } from '../../lib/kernel/missing.ts';
import type { Period } from '../../lib/kernel/period.ts';
import type { Language } from '../../lib/kernel/text.ts';
import { type Unit, unitNames } from '../../lib/kernel/unit.ts';
import { type Figure, figureReasons } from '../../lib/indicators/index.ts';
import { statusWords, words } from './words.ts';

const decimals: Record<Unit, number> = {
  percent: 1,
  per1000: 1,
  per10k: 2,
  per100k: 2,
  per10kVehicles: 2,
  per100mGdp: 3,
  perGrid: 2,
  ratio: 2,
  oneTo: 2,
  days: 0,
  minutes: 1,
  count: 0,
};

/** A number of a unit, without the unit: 94.3. */
export function numberText(value: number, unit: Unit): string {
  const digits = { minimumFractionDigits: decimals[unit], maximumFractionDigits: decimals[unit] };
  return value.toLocaleString('en', digits);
}

/** `%` stands close, words stand apart. */
export function unitText(unit: Unit, language: Language): string {
  const name = unitNames[unit][language];
  return name === '%' || name === '' ? name : ` ${name}`;
}

/** The value with its unit, or the words of its status. */
export function valueText(figure: Figure, language: Language): string {
  return figure.value === null
    ? statusWords[figure.status][language]
    : about(figure) + numberText(figure.value, figure.unit) + unitText(figure.unit, language);
}

/** What stands before a value that rests on rounded counts, so that it never passes as exact. */
export function about({ roundedTo }: Figure): string {
  return roundedTo === null ? '' : '≈ ';
}

/** `rounded to 10`; empty where counts are exact. */
export function roundedText(roundedTo: number | null, language: Language): string {
  if (roundedTo === null) return '';
  return language === 'zh' ? `取整到 ${roundedTo}` : `rounded to ${roundedTo}`;
}

/** How sure a figure is: its interval, that it is a complete count, or why there is no value. */
export function certaintyText(figure: Figure, language: Language): string {
  if (figure.value === null) return reasonText(figure, language);
  const rounded = roundedText(figure.roundedTo, language);
  if (figure.interval === null) return rounded || words.noInterval[language];
  const [low, high] = [figure.interval.lower, figure.interval.upper].map(limit =>
    limit === null ? null : numberText(limit, figure.unit),
  );
  if (low === null && high === null) return [words.noLimits[language], rounded].filter(Boolean).join(' · ');
  const range = low === null ? `≤ ${high}` : high === null ? `≥ ${low}` : `${low} – ${high}`;
  return [`${words.interval[language]} ${range}${unitText(figure.unit, language)}`, rounded]
    .filter(Boolean)
    .join(' · ');
}

/** Why a figure is not simply ok; names the departments that did not answer. */
export function reasonText({ reason, computedFrom }: Figure, language: Language): string {
  if (reason === null) return '';
  const away = computedFrom.filter(({ error }) => error !== null).map(({ department }) => department);
  return figureReasons[reason][language] + (away.length > 0 ? ` (${[...new Set(away)].join(', ')})` : '');
}

/** What the value is made of: `1,234 / 1,300`. */
export function countsText(figure: Figure): string {
  const { numerator, denominator } = figure;
  return numerator === null || denominator === null
    ? ''
    : `${about(figure)}${numerator.toLocaleString('en')} / ${denominator.toLocaleString('en')}`;
}

/** The share of the period's rows that could be used, rounded down so that 100 % means all; empty where it is not known. */
export function shareText({ completeness: { share } }: Figure): string {
  return share === null ? '' : `${(Math.floor(share * 1000) / 10).toFixed(1)}%`;
}

/**
 * How complete the sources are: the share of the period's rows that could be used, rounded down so that 100 % means all;
 * where it is not known, how many rows of the area could not be used at all.
 */
export function completenessText(figure: Figure, language: Language): string {
  const { share, leftOut } = figure.completeness;
  if (share !== null) return `${words.complete[language]} ${shareText(figure)}`;
  const rows = leftOut.reduce((sum, entry) => sum + entry.rows, 0);
  return rows === 0 ? '' : `${words.unusable[language]} ${about(figure)}${rows.toLocaleString('en')}`;
}

/** Records left out, by reason: `日期无法识别 12`. */
export function leftOutText(figure: Figure, language: Language): string {
  const rows = new Map<keyof typeof missingReasonNames, number>();
  for (const entry of figure.completeness.leftOut) rows.set(entry.reason, (rows.get(entry.reason) ?? 0) + entry.rows);
  return [...rows]
    .map(([reason, count]) => `${missingReasonNames[reason][language]} ${about(figure)}${count.toLocaleString('en')}`)
    .join(', ');
}

/** Everything about a figure in one line, for tooltips and screen readers. */
export function sentence(figure: Figure, language: Language, lead: string): string {
  const status = figure.status === 'provisional' ? ` · ${statusWords.provisional[language]}` : '';
  return `${lead}: ${valueText(figure, language)} · ${certaintyText(figure, language)}${status}`;
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `2026年第三季度`, `Q3 2026`. */
export function periodText({ unit, label }: Period, language: Language): string {
  const [year, part = ''] = label.split('-');
  if (unit === 'YEAR') return language === 'zh' ? `${year}年` : `${year}`;
  if (unit === 'QUARTER')
    return language === 'zh' ? `${year}年第${' 一二三四'[Number(part[1])]}季度` : `${part} ${year}`;
  return language === 'zh' ? `${year}年${Number(part)}月` : `${months[Number(part) - 1]} ${year}`;
}
