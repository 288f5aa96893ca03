import { figureReasons, type Analytics, type Figure, type Indicator } from '../indicators/index.ts';
import { callerError } from '../kernel/coded-error.ts';
import { loadCounty } from '../kernel/county.ts';
import { missingReasonNames } from '../kernel/missing.ts';
import { parsePeriod } from '../kernel/period.ts';
import type { Language } from '../kernel/text.ts';
import { unitNames } from '../kernel/unit.ts';
import { analyticsOfCounty } from './county-indicators.ts';
import { table } from './terminal-table.ts';
import { type AskingOptions, withClient } from './with-client.ts';

export interface IndicatorsOptions extends AskingOptions {
  readonly area: string;
  readonly period: string;
  readonly indicator?: readonly string[];
  readonly by?: string;
  readonly language: string;
  readonly json?: boolean;
}

const words = {
  zh: {
    head: ['指标', '数值', '95% 区间', '分子/分母', '状态', '未计入'],
    ok: '正常',
    provisional: '暂定',
    suppressed: '不予公布',
    not_computable: '不可计算',
    source_unavailable: '数据源不可用',
  },
  en: {
    head: ['Indicator', 'Value', '95 % interval', 'Parts', 'Status', 'Left out'],
    ok: 'ok',
    provisional: 'provisional',
    suppressed: 'suppressed',
    not_computable: 'not computable',
    source_unavailable: 'source unavailable',
  },
} as const;

function number(value: number | null): string {
  return value === null ? '…' : value.toLocaleString('en', { maximumFractionDigits: 2 });
}

export function nameOf(figure: Figure, catalogue: Analytics['catalogue'], language: Language): string {
  const definition = catalogue.find(each => each.id === figure.id);
  const form = definition && definition.forms.length > 1 ? ` [${figure.form}]` : '';
  const dimension = figure.dimension === null ? '' : ` · ${figure.dimension.value ?? '?'}`;
  return `${definition?.name[language] ?? figure.id}${form}${figure.part === null ? '' : ` · ${figure.part}`}${dimension}`;
}

function line(figure: Figure, catalogue: Analytics['catalogue'], language: Language): string[] {
  const reason = figure.reason === null ? '' : ` (${figureReasons[figure.reason][language]})`;
  const left = figure.completeness.leftOut.map(l => `${missingReasonNames[l.reason][language]} ${l.rows}`);
  return [
    nameOf(figure, catalogue, language),
    figure.value === null ? '—' : `${number(figure.value)} ${unitNames[figure.unit][language]}`,
    figure.interval === null ? '' : `${number(figure.interval.lower)} – ${number(figure.interval.upper)}`,
    figure.numerator === null || figure.denominator === null
      ? ''
      : `${number(figure.numerator)} / ${number(figure.denominator)}`,
    words[language][figure.status] + reason,
    left.join(', '),
  ];
}

/** Figures, a line each. */
export function figureTable(figures: readonly Figure[], catalogue: readonly Indicator[], language: Language): string {
  return table([[...words[language].head], ...figures.map(figure => line(figure, catalogue, language))]);
}

async function print(analytics: Analytics, options: IndicatorsOptions): Promise<void> {
  const language: Language = options.language === 'en' ? 'en' : 'zh';
  const figures = await analytics.figures({
    areas: [options.area],
    periods: [parsePeriod(options.period).label],
    ...(options.indicator ? { indicators: options.indicator } : {}),
    ...(options.by === undefined ? {} : { by: options.by }),
  });
  if (options.json) {
    console.log(JSON.stringify(figures, null, 2));
    return;
  }
  const [first] = figures;
  console.log(
    `${first?.area.name ?? options.area}  ${options.period}  (${language === 'zh' ? '数据截至' : 'data as of'} ${first?.asOf ?? '?'})\n`,
  );
  console.log(figureTable(figures, analytics.catalogue, language));
}

/** Prints figures as a table: from a running gateway, or from the county's databases where none runs at the usual address. */
export async function indicators(options: IndicatorsOptions): Promise<void> {
  if (options.language !== 'zh' && options.language !== 'en') {
    throw callerError('BAD_LANGUAGE', {
      expected: 'zh or en',
      got: JSON.stringify(options.language),
      todo: 'correct --language',
    });
  }
  parsePeriod(options.period);
  const county = loadCounty(options.county);
  await withClient(county, options, client => print(analyticsOfCounty(county, client), options));
}
