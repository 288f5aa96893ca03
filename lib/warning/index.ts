export { type Calibration, calibrate } from './calibrate.ts';
export { chanceCounty, type ChanceCounty } from './chance-county.ts';
export { type CountedMonths, type CountSeries, countSeries } from './count-series.ts';
export { earlyWarnings, type EarlyWarnings, fewestMonths, type Warning } from './early-warning.ts';
export { readWarningSettings, type WarningSettings } from './read-settings.ts';
export { readingsAt, type Reading, type Rule, rules } from './rules.ts';
export { watched, type Watched } from './watched.ts';
