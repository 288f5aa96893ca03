import { share } from '../formula/ratio.ts';
import { indicator, whole } from '../indicator.ts';
import { measure } from '../measure.ts';

export const majorHazardRectifiedRate = indicator({
  id: 'major_hazard_rectified_rate',
  name: { zh: '重大隐患整改率', en: 'Major hazards rectified' },
  question: {
    zh: '当期发现的重大事故隐患，到截止日有多少已验收销号？',
    en: 'Of the major hazards found in the period, how many are verified as rectified by the cut-off?',
  },
  unit: 'percent',
  direction: 'higher',
  forms: [
    {
      form: 'cohort',
      // No law sets one limit for all; a quarter is common in rectification orders.
      observationDays: 90,
      parts: whole(share(measure('hazard', 'MAJOR_RECTIFIED'), measure('hazard', 'MAJOR_FOUND'))),
    },
  ],
  companions: [],
  perverse: { zh: '重大隐患报成一般隐患', en: 'Grading major hazards as general ones' },
  source: {
    zh: '安全生产法(2021)关于事故隐患排查治理的规定',
    en: 'Work Safety Law (2021), provisions on hazards',
  },
  versions: [{ version: 1, from: '2023-01-01' }],
});
