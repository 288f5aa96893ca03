import { share } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';

export const majorHazardRectifiedRate = indicator({
  id: 'major_hazard_rectified_rate',
  owner: 'emergency',
  name: { zh: '重大隐患整改率', en: 'Major hazards rectified' },
  question: {
    zh: '当期发现的重大事故隐患，到截止日有多少已验收销号？',
    en: 'Of the major hazards found in the period, how many are verified as rectified by the cut-off?',
  },
  numerator: { zh: '已验收销号的重大隐患', en: 'hazards verified rectified' },
  denominator: { zh: '当期发现的重大隐患', en: "hazards found (cohort; else 'in period')" },
  periodDate: { zh: '发现日期(队列)', en: 'date of finding (cohort)' },
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
  dimensions: [],
  companions: ['hazard_overdue_rate'],
  perverse: { zh: '重大隐患报成一般隐患', en: 'Grading major hazards as general ones' },
  references: [
    {
      title: {
        zh: '安全生产法(2021)及国务院安委办2023年行动数据',
        en: "Work Safety Law (2021) and counts of the State Council's 2023 campaign",
      },
      article: { zh: '关于事故隐患排查治理的规定', en: 'provisions on hazards' },
    },
  ],
  evidence: 'P',
  versions: [{ version: 1, from: '2023-01-01' }],
});
