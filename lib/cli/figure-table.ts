import { type Figure, figureReasons, type Indicator } from '../indicators/index.ts';
import { formNames } from '../indicators/pages/words.ts';
import { missingReasonNames } from '../kernel/missing.ts';
import type { Language } from '../kernel/text.ts';
import { unitNames } from '../kernel/unit.ts';
import { statusNames } from './figure-words.ts';
import { table } from './terminal-table.ts';

const heads = {
  zh: { area: '区划', period: '周期', rest: ['指标', '数值', '95% 区间', '分子/分母', '状态', '未计入'] },
  en: { area: 'Area', period: 'Period', rest: ['Indicator', 'Value', '95 % interval', 'Parts', 'Status', 'Left out'] },
} as const;

/** A number for a reader's eye; an unknown limit of an interval is … */
export function readable(value: number | null): string {
  if (value === null) return '…';
  const digits = Math.abs(value) < 0.1 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 2 };
  return value.toLocaleString('en', digits);
}

export function nameOf(figure: Figure, catalogue: readonly Indicator[], language: Language): string {
  const definition = catalogue.find(each => each.id === figure.id);
  const form = definition && definition.forms.length > 1 ? ` [${formNames[figure.form][language]}]` : '';
  const parts = definition?.forms.find(each => each.form === figure.form)?.parts ?? [];
  const part = parts.find(({ id }) => id === figure.part)?.name?.[language] ?? figure.part;
  const dimension = figure.dimension === null ? '' : ` · ${figure.dimension.value ?? '?'}`;
  return `${definition?.name[language] ?? figure.id}${form}${part === null ? '' : ` · ${part}`}${dimension}`;
}

function line(figure: Figure, catalogue: readonly Indicator[], language: Language): string[] {
  const reason = figure.reason === null ? '' : ` (${figureReasons[figure.reason][language]})`;
  const left = figure.completeness.leftOut.map(l => `${missingReasonNames[l.reason][language]} ${l.rows}`);
  return [
    nameOf(figure, catalogue, language),
    figure.value === null ? '—' : `${readable(figure.value)} ${unitNames[figure.unit][language]}`,
    figure.interval === null ? '' : `${readable(figure.interval.lower)} – ${readable(figure.interval.upper)}`,
    figure.numerator === null || figure.denominator === null
      ? ''
      : `${readable(figure.numerator)} / ${readable(figure.denominator)}`,
    statusNames[figure.status][language] + reason,
    left.join(', '),
  ];
}

/** Figures, a line each; with area and period where there are several. */
export function figureTable(figures: readonly Figure[], catalogue: readonly Indicator[], language: Language): string {
  const areas = new Set(figures.map(({ area }) => area.code)).size > 1;
  const periods = new Set(figures.map(({ period }) => period.label)).size > 1;
  const { area, period, rest } = heads[language];
  const head = [...(areas ? [area] : []), ...(periods ? [period] : []), ...rest];
  const lines = figures.map(figure => [
    ...(areas ? [figure.area.name ?? figure.area.code] : []),
    ...(periods ? [figure.period.label] : []),
    ...line(figure, catalogue, language),
  ]);
  return table([head, ...lines]);
}
