import { openLongerThan } from '../../formula/amount.ts';
import { share } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { ages, stock } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const hazardOverdueRate = indicator({
  id: 'hazard_overdue_rate',
  owner: 'emergency',
  name: { zh: '隐患逾期未整改率', en: 'Overdue hazards' },
  question: {
    zh: '期末未销号的隐患中，逾期的占多少？',
    en: 'What share of the hazards open at the end of the period was past its due day?',
  },
  numerator: { zh: '期末未整改且已过整改期限的隐患', en: 'open and past due at snapshot' },
  denominator: { zh: '期末未整改的隐患', en: 'open at snapshot' },
  periodDate: { zh: '期末时点', en: 'last day of the period' },
  unit: 'percent',
  direction: 'lower',
  forms: [
    {
      form: 'snapshot',
      parts: whole(share(openLongerThan(ages('hazard', 'DUE_AND_OPEN'), 0), stock('hazard', 'OPEN'))),
    },
  ],
  dimensions: dimensions('hazard', 'grade'),
  companions: ['major_hazard_rectified_rate'],
  perverse: { zh: '放宽整改期限', en: 'Generous due days' },
  references: [{ title: { zh: '通行口径，未见出处', en: 'Common practice; no source found' } }],
  evidence: 'C',
  versions: [{ version: 1, from: '2023-01-01' }],
});
