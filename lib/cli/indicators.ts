import cliProgress from 'cli-progress';
import {
  type Analytics,
  type AreaChoice,
  type ComparedFigure,
  comparisonKinds,
  type Explained,
  type Figure,
  type Indicator,
  kindsOf,
} from '../indicators/index.ts';
import type { PlaceLevel } from '../kernel/area-code.ts';
import { invariant } from '../kernel/coded-error.ts';
import { type County, loadCounty } from '../kernel/county.ts';
import type { Language } from '../kernel/text.ts';
import { askedPeriods } from './asked-periods.ts';
import { figuresInWords } from './category-words.ts';
import { comparisonSheet } from './comparison-sheet.ts';
import { comparisonTable } from './comparison-table.ts';
import { analyticsOfCounty, wordsOfCounty } from './county-indicators.ts';
import { explanationText } from './explanation-text.ts';
import { figureSheets } from './figure-sheets.ts';
import { figureTable } from './figure-table.ts';
import { noteSheet, noteTable } from './note-table.ts';
import { type ReportOptions, writeReport } from './report.ts';
import type { Sheet } from './spreadsheet.ts';
import { untilInterrupted } from './until-interrupted.ts';
import { type AskingOptions, withClient } from './with-client.ts';

export interface IndicatorsOptions extends AskingOptions, ReportOptions {
  readonly area?: readonly string[];
  readonly level?: PlaceLevel;
  readonly within?: string;
  readonly period: readonly string[];
  readonly indicator?: readonly string[];
  readonly by?: string;
  /** Kinds, with commas between; true: all. */
  readonly compare?: string | true;
  readonly rank?: true;
  readonly notes?: true;
  /** How each figure came about, in place of a table. */
  readonly explain?: true;
  readonly language: Language;
}

/** The places that are asked for: those named, or all of a level inside one, by default inside the county. */
function areasOf({ area, level, within }: IndicatorsOptions, county: County): AreaChoice {
  return level === undefined ? { areas: area ?? [] } : { level, within: within ?? county.code };
}

/** Figures as departments answer, with a bar on a terminal; in their usual order. */
async function figuresWithProgress(
  analytics: Analytics<string>,
  request: Parameters<Analytics<string>['stream']>[0],
  language: Language,
): Promise<Figure[]> {
  const words = language === 'zh' ? '部门答复' : 'answers of departments';
  const bar = new cliProgress.SingleBar(
    {
      format: `${words} |{bar}| {value}/{total} {duration}s`,
      hideCursor: true,
      clearOnComplete: true,
      noTTYOutput: false,
    },
    cliProgress.Presets.shades_classic,
  );
  const byIndicator = new Map<string, Figure[]>();
  try {
    for await (const { figures, done, total } of analytics.stream(request)) {
      if (done === 1) bar.start(total, 0);
      bar.update(done);
      for (const [id, some] of Map.groupBy(figures, figure => figure.id)) byIndicator.set(id, some);
    }
  } finally {
    bar.stop();
  }
  const order = request.indicators ?? analytics.catalogue.map(({ id }) => id);
  return [...new Set(order)].flatMap(id => byIndicator.get(id) ?? []);
}

/** What all have; nothing where they differ. */
function theOne(texts: readonly string[]): string {
  return texts.every(text => text === texts[0]) ? (texts[0] ?? '') : '';
}

/** Where and when all the figures are, above a table of them. */
function title(figures: readonly Figure[], language: Language): string {
  const area = theOne(figures.map(figure => figure.area.name ?? figure.area.code));
  const period = theOne(figures.map(figure => figure.period.label));
  // Departments go to different days, and one that gives nothing to none.
  const [earliest] = figures.flatMap(figure => figure.asOf ?? []).toSorted();
  const asOf = earliest && `(${language === 'zh' ? '数据截至' : 'data as of'} ${earliest})`;
  return [area, period, asOf].filter(Boolean).join('  ');
}

function report(figures: readonly Figure[], catalogue: readonly Indicator[], county: County, language: Language) {
  const inWords = () => figuresInWords(figures, catalogue, wordsOfCounty(county), language);
  return {
    json: figures,
    table: () => `${title(figures, language)}\n\n${figureTable(inWords(), catalogue, language)}`,
    sheets: () => figureSheets(inWords(), catalogue, language),
  };
}

/** What is asked for beside the figures themselves; undefined where nothing is. */
function besideOf({ compare, rank, notes }: IndicatorsOptions) {
  if (compare === undefined && rank === undefined && notes === undefined) return undefined;
  const kinds = typeof compare === 'string' ? kindsOf(compare) : compare === true || rank ? comparisonKinds : [];
  return { kinds, ranking: rank === true, notes: notes === true };
}

function comparisonReport(
  found: readonly ComparedFigure[],
  catalogue: readonly Indicator[],
  county: County,
  language: Language,
  beside: NonNullable<ReturnType<typeof besideOf>>,
) {
  const told = found.map(({ figure }) => figure);
  const figures = figuresInWords(told, catalogue, wordsOfCounty(county), language);
  const compared = found.map((each, i) => ({ ...each, figure: figures[i] ?? each.figure }));
  const tables = [
    ...(beside.kinds.length > 0 ? [() => comparisonTable(compared, catalogue, language)] : []),
    ...(beside.notes ? [() => noteTable(compared, catalogue, language)] : []),
  ];
  const sheets = [
    ...(beside.kinds.length > 0 ? [comparisonSheet(compared, catalogue, language)] : []),
    ...(beside.notes ? [noteSheet(compared, catalogue, language)] : []),
  ];
  return {
    json: found,
    table: () => [title(figures, language), ...tables.map(make => make())].join('\n\n'),
    sheets: (): [Sheet, ...Sheet[]] => {
      const [first, ...others] = [...sheets, ...figureSheets(figures, catalogue, language)];
      invariant(first, 'a sheet');
      return [first, ...others];
    },
  };
}

function explanationReport(explained: Explained, catalogue: readonly Indicator[], county: County, language: Language) {
  const figures = explained.explanations.map(({ figure }) => figure);
  const words = wordsOfCounty(county);
  const inWords = () => figuresInWords(figures, catalogue, words, language);
  return {
    json: explained,
    table: () => {
      const told = inWords();
      const explanations = explained.explanations.map((each, i) => ({ ...each, figure: told[i] ?? each.figure }));
      return explanationText({ ...explained, explanations }, catalogue, words, language);
    },
    sheets: () => figureSheets(inWords(), catalogue, language),
  };
}

/** Prints figures: from a running gateway, or from the county's databases where none runs at the usual address. */
export async function indicators(options: IndicatorsOptions): Promise<void> {
  const { language, by, indicator: ids } = options;
  const periods = askedPeriods(options.period);
  const county = loadCounty(options.county);
  const asked = {
    ...areasOf(options, county),
    periods,
    ...(ids === undefined ? {} : { indicators: ids }),
    ...(by === undefined ? {} : { by }),
  };
  const found = await untilInterrupted(signal =>
    withClient(county, options, async client => {
      const analytics = analyticsOfCounty(county, client);
      if (options.explain === true)
        return explanationReport(
          await analytics.explain({ ...asked, notes: true, signal }),
          analytics.catalogue,
          county,
          language,
        );
      const beside = besideOf(options);
      if (beside === undefined) {
        const figures = await figuresWithProgress(analytics, { ...asked, signal }, language);
        return report(figures, analytics.catalogue, county, language);
      }
      const compared = await analytics.compare({ ...asked, ...beside, signal });
      return comparisonReport(compared, analytics.catalogue, county, language, beside);
    }),
  );
  await writeReport(found, options);
}
