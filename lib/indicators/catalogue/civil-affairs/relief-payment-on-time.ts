import { sumShare } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const reliefPaymentOnTime = indicator({
  id: 'relief_payment_on_time',
  owner: 'civil-affairs',
  name: { zh: '救助资金按时发放率', en: 'Relief paid on time' },
  question: {
    zh: '当期应发放的救助资金，有多少笔按时发放？',
    en: 'Of the relief payments due in the period, how many were made by the due day?',
  },
  numerator: { zh: '按期发放的笔数', en: 'payments made by due date' },
  denominator: { zh: '应发放的笔数', en: 'payments due' },
  periodDate: { zh: '应发日期', en: 'due day' },
  unit: 'percent',
  direction: 'higher',
  forms: [
    {
      form: 'in-period',
      parts: whole(sumShare(measure('reliefPayment', 'PAID_ON_TIME'), measure('reliefPayment', 'DUE'))),
    },
  ],
  dimensions: dimensions('reliefPayment', 'programme'),
  companions: ['temporary_relief_on_time'],
  perverse: { zh: '先报发放后到账', en: 'Reporting payment before the money arrives' },
  references: [{ title: { zh: '通行口径，未见出处', en: 'Common practice; no source found' } }],
  evidence: 'C',
  versions: [{ version: 1, from: '2023-01-01' }],
});
