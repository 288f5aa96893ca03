import { callerError } from '../kernel/coded-error.ts';
import { loadCounty } from '../kernel/county.ts';
import { parsePeriod } from '../kernel/period.ts';
import type { Language } from '../kernel/text.ts';
import { type AreaScore, type CardResult, runCard, type ScoredLevel } from '../scorecard/index.ts';
import { analyticsOfCounty } from './county-indicators.ts';
import { cardOf, cardsOf } from './county-scorecards.ts';
import { type StoreOptions, withStore } from './open-county-store.ts';
import { type ReportOptions, writeReport } from './report.ts';
import { scorecardJson } from './scorecard-json.ts';
import { scorecardSheets } from './scorecard-sheets.ts';
import { scorecardTable, type Telling } from './scorecard-table.ts';
import { scorecardWords } from './scorecard-words.ts';
import { table } from './terminal-table.ts';
import { untilInterrupted } from './until-interrupted.ts';
import { standingVetoes } from './vetoes.ts';
import { type AskingOptions, withClient } from './with-client.ts';

export interface ScorecardOptions extends StoreOptions, AskingOptions, ReportOptions {
  readonly card: string;
  readonly period: string;
  readonly level?: ScoredLevel;
  /** Only these areas are printed; all are scored. */
  readonly area?: readonly string[];
  readonly explain?: boolean;
  /** Public keys of those whose vetoes count, in place of the county's veto-signers.pem. */
  readonly signers?: string;
  readonly language: Language;
}

export async function listCards(options: Pick<ScorecardOptions, 'county' | 'language'> & ReportOptions): Promise<void> {
  const { language } = options;
  const cards = cardsOf(loadCounty(options.county));
  const { list, aggregation } = scorecardWords[language];
  const rows = cards.map(({ id, name, period, level, items, aggregation: mean }) => {
    return [id, name[language], period, level, items.length, aggregation[mean]];
  });
  const json = cards.map(({ id, name, period, level, items }) => ({ id, name, period, level, items: items.length }));
  await writeReport(
    {
      json,
      table: () => table([[...list], ...rows.map(row => row.map(String))], [4]),
      sheets: () => [{ name: '考核 Scorecards', rows: [[...list], ...rows] }],
    },
    options,
  );
}

/** Scores the areas of a card, and prints how each score came about, what of it is noise, and the vetoes beside it. */
export async function runScorecard(options: ScorecardOptions): Promise<void> {
  const { language, explain = false } = options;
  const period = parsePeriod(options.period);
  await withStore(options, async ({ vetoes }, county) => {
    const card = cardOf(county, options.card);
    const scored = await untilInterrupted(signal =>
      withClient(county, options, client =>
        runCard(analyticsOfCounty(county, client), card, {
          county: county.code,
          period,
          signal,
          ...(options.level === undefined ? {} : { level: options.level }),
        }),
      ),
    );
    const result = { ...scored, areas: chosenAreas(scored, options.area) };
    const standing = standingVetoes(county, await vetoes.all(), { ...options, period: period.label });
    const telling: Telling = { language, ranking: county.ranking, vetoes: standing };
    await writeReport(
      {
        json: scorecardJson(result, county.ranking, standing),
        table: () => scorecardTable(result, telling, explain),
        sheets: () => scorecardSheets(result, telling, explain),
      },
      options,
    );
  });
}

function chosenAreas({ areas }: CardResult, wanted: readonly string[] | undefined): AreaScore[] {
  if (wanted === undefined) return [...areas];
  return wanted.map(text => {
    const found = areas.find(({ area }) => area.code === text || area.name === text);
    if (found !== undefined) return found;
    throw callerError('UNKNOWN_AREA', {
      expected: 'the code or name of an area that the card scores',
      got: JSON.stringify(text),
      todo: 'leave --area out to see all',
    });
  });
}
