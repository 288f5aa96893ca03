import { sumShare } from '../formula/ratio.ts';
import { indicator, whole } from '../indicator.ts';
import { measure } from '../measure.ts';

export const gridCoverageRate = indicator({
  id: 'grid_coverage_rate',
  name: { zh: '网格覆盖率', en: 'Grid coverage' },
  question: {
    zh: '期末有在岗网格员的网格覆盖了多少户？',
    en: 'What share of households lives in a grid with an active worker at the end of the period?',
  },
  unit: 'percent',
  direction: 'higher',
  forms: [
    {
      form: 'snapshot',
      parts: whole(sumShare(measure('gridPost', 'COVERED_HOUSEHOLDS'), measure('grid', 'HOUSEHOLDS'))),
    },
  ],
  companions: ['grid_event_on_time_rate'],
  perverse: { zh: '挂名网格员；一人多格', en: 'Workers in name only; one worker for many grids' },
  source: {
    zh: '市级网格化服务管理条例的通行口径',
    en: 'Common practice under municipal grid governance regulations',
  },
  versions: [{ version: 1, from: '2023-01-01' }],
});
