/**
 * Statistics and formulas by themselves: no gateway, no database, in Node and in browsers.
 *
 *     npx node docs/without-a-server.ts
 */
import { catalogue, type Cell, type Histogram, type IndicatorId, measure, share } from 'countygraph/indicators';
import { kaplanMeier, kmQuantile, proportionDifference, wilson } from 'countygraph/stats';

/** Hazards rectified in time: 86 of 97 this month, 74 of 96 the month before. A function gives null where nothing can be said. */
const thisMonth = wilson(86, 97);
const change = proportionDifference(86, 97, 74, 96);
console.log(`rectified in time: ${percent(86 / 97)}, ${percent(thisMonth?.lower)} to ${percent(thisMonth?.upper)}`);
console.log(`change: ${percent(change?.value)}, ${percent(change?.lower)} to ${percent(change?.upper)}`);

/** Days that cases took; those still open have lasted so long up to now. */
const days: Histogram = { unit: 'DAY', length: [10, 30, 60, 90], closed: [4, 9, 7, 1], open: [1, 2, 5, 3] };
console.log(`median: ${kmQuantile(kaplanMeier(days), 0.5).value} days`);

/** A formula of an indicator, over counts of your own. */
const [closed, filed] = [measure('courtCase', 'CLOSED'), measure('courtCase', 'FILED')];
const cell: Cell = { days: 31, count: term => (term === closed ? 86 : 97), lengths: () => days, register: () => 0 };
const { value, interval, numerator, denominator } = share(closed, filed).evaluate(cell);
console.log(`${numerator} of ${denominator}: ${value?.toFixed(1)} %, from ${interval?.lower?.toFixed(1)} on`);

/** What is measured, and how a figure may mislead: definitions are data. A wrong id does not compile. */
const wanted: IndicatorId = 'clearance_rate';
const definition = catalogue.find(({ id }) => id === wanted);
console.log(`${definition?.name.zh} ${definition?.name.en}: ${definition?.perverse.en}`);

function percent(share: number | undefined): string {
  return share === undefined ? '…' : `${(100 * share).toFixed(1)} %`;
}
