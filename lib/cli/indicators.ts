import { readFileSync } from 'node:fs';
import { createAnalytics, figureReasons, type Analytics, type Figure } from '../indicators/index.ts';
import { callerError, operatorError } from '../kernel/coded-error.ts';
import { loadCounty, type County } from '../kernel/county.ts';
import { missingReasonNames } from '../kernel/missing.ts';
import { parsePeriod } from '../kernel/period.ts';
import type { Language } from '../kernel/text.ts';
import { unitNames } from '../kernel/unit.ts';
import { type Client, createClient } from '../sdk/index.ts';
import { catalogueOfCounty, registerOfCounty } from './county-indicators.ts';
import { ledgersFolder, type LedgerOptions } from './department-ledger.ts';
import { openCounty } from './in-process-county.ts';
import { ensureData, type DataOptions } from './synthesise.ts';
import { table } from './terminal-table.ts';

export interface IndicatorsOptions extends DataOptions, Pick<LedgerOptions, 'ledger'> {
  readonly area: string;
  readonly period: string;
  readonly indicator?: readonly string[];
  readonly by?: string;
  readonly url?: string;
  /** A file with a token. */
  readonly token?: string;
  readonly purpose?: string;
  readonly language: string;
  readonly json?: boolean;
}

const usualUrl = 'http://127.0.0.1:4000/graphql';

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

function nameOf(figure: Figure, catalogue: Analytics['catalogue'], language: Language): string {
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

/** From a file: in the command's line every user of the machine could read it. */
function readToken(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw operatorError('BAD_OPTION', {
      expected: '--token FILE with a token',
      got: 'no file that can be read',
      todo: 'write the token into a file of yours alone',
    });
  }
}

async function answers(url: string): Promise<boolean> {
  const live = await fetch(new URL('/health/live', url), { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
  return live?.ok === true;
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
  console.log(table([[...words[language].head], ...figures.map(f => line(f, analytics.catalogue, language))]));
}

function analyticsOf(county: County, client: Client): Analytics {
  return createAnalytics<string>({
    client,
    dataFrom: county.data.from,
    catalogue: catalogueOfCounty(county),
    register: registerOfCounty(county),
  });
}

async function fromFiles(county: County, options: IndicatorsOptions): Promise<void> {
  const folder = await ensureData(county, options);
  const opened = await openCounty(county, options.databases, folder, ledgersFolder(county, options));
  for (const [id, fault] of opened.faults) console.error(`${id}: ${fault.code}: ${fault.message}`);
  try {
    const client = createClient({ execute: request => opened.gateway.execute(request) });
    await print(analyticsOf(county, client), options);
  } finally {
    await opened.close();
  }
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
  const { url = usualUrl, token, purpose } = options;
  // Who has a token means a gateway that reads it.
  const isRemote = options.url !== undefined || token !== undefined;
  if (!isRemote && !(await answers(url))) return fromFiles(county, options);
  const client = createClient({
    url,
    ...(token === undefined ? {} : { token: readToken(token) }),
    ...(purpose === undefined ? {} : { purpose }),
  });
  await print(analyticsOf(county, client), options);
}
