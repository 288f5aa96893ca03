import type { PlaceLevel } from '../kernel/area-code.ts';
import { type County, loadCounty } from '../kernel/county.ts';
import { endOfLastWhole, periodBefore, periodOf, periodRange } from '../kernel/period.ts';
import type { Language } from '../kernel/text.ts';
import { reconcile, type ReconciledPair } from '../reconcile/index.ts';
import { askedPeriods } from './asked-periods.ts';
import { pairsOfCounty } from './county-pairs.ts';
import { comparisonRows, listingRows, reconciliationText, unlinkedRows } from './reconciliation-text.ts';
import { type Report, type ReportOptions, writeReport } from './report.ts';
import type { Sheet } from './spreadsheet.ts';
import { untilInterrupted } from './until-interrupted.ts';
import { type AskingOptions, withClient } from './with-client.ts';

export interface ReconcileOptions extends AskingOptions, ReportOptions {
  readonly pair?: readonly string[];
  readonly area?: readonly string[];
  readonly level?: PlaceLevel;
  readonly within?: string;
  readonly period?: readonly string[];
  readonly list?: boolean;
  readonly language: Language;
}

/** The last six whole months of the data. */
function lastMonths({ data }: County): string[] {
  const last = periodOf('MONTH', endOfLastWhole('MONTH', data.asOf));
  return periodRange(periodBefore(last, 5), last).map(({ label }) => label);
}

function report(found: readonly ReconciledPair[], { language, list }: ReconcileOptions): Report {
  return {
    json: found,
    table: () => reconciliationText(found, language),
    sheets: () => {
      const compared: Sheet = { name: '对账 Reconciliation', rows: comparisonRows(found, language) };
      if (list !== true) return [compared];
      const listed: Sheet = { name: '单边记录 One side alone', rows: unlinkedRows(found, language) };
      return [listed, compared, { name: '逐条核对 Row by row', rows: listingRows(found, language) }];
    },
  };
}

/** Prints how the counts of two systems stand to each other, and on demand the rows that only one of them counts. */
export async function reconcileCounty(options: ReconcileOptions): Promise<void> {
  const county = loadCounty(options.county);
  const pairs = pairsOfCounty(county);
  const { area, level, within, pair } = options;
  const places = level === undefined ? { areas: area ?? [county.code] } : { level, within: within ?? county.code };
  const request = {
    ...places,
    periods: options.period === undefined ? lastMonths(county) : askedPeriods(options.period),
    ...(pair === undefined ? {} : { pairs: pair }),
    list: options.list ?? false,
    dataFrom: county.data.from,
  };
  const found = await untilInterrupted(signal =>
    withClient(county, options, client => reconcile(client, pairs, { ...request, signal })),
  );
  await writeReport(report(found, options), options);
}
