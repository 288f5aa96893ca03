import { share } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const publicOrderCaseInLimit = indicator({
  id: 'public_order_case_in_limit',
  owner: 'police',
  name: { zh: '治安案件期限内办结率', en: 'Public-order cases in limit' },
  question: {
    zh: '当期办结的治安案件，有多少在期限内？',
    en: 'Of the public-order cases closed in the period, how many were closed within the limit?',
  },
  numerator: { zh: '在三十日(经批准再延长三十日)内办结的案件', en: 'closed <= 30 days (+30 approved)' },
  denominator: { zh: '办结的治安案件', en: 'closed' },
  periodDate: { zh: '办结日期', en: 'closing date' },
  unit: 'percent',
  direction: 'higher',
  forms: [
    {
      form: 'in-period',
      parts: whole(share(measure('policeCase', 'PUBLIC_ORDER_IN_LIMIT'), measure('policeCase', 'PUBLIC_ORDER_CLOSED'))),
    },
  ],
  dimensions: dimensions('policeCase', 'offence'),
  companions: ['case_solved_rate'],
  perverse: { zh: '超期案件不结；以鉴定扣除期限', en: 'Not closing late cases; excluding time for expert reports' },
  references: [
    {
      title: { zh: '治安管理处罚法(2012)', en: 'Public Security Administration Punishments Law (2012)' },
      article: { zh: '第九十九条', en: 'art. 99' },
    },
  ],
  evidence: 'L',
  versions: [{ version: 1, from: '2023-01-01' }],
});
