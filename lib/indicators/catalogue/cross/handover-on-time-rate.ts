import { share } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const handoverOnTimeRate = indicator({
  id: 'handover_on_time_rate',
  owner: 'cross',
  name: { zh: '跨部门移交及时率', en: 'Hand-over timeliness' },
  question: {
    zh: '当期发出、期限已满的跨部门移交，有多少按时接收或退回？',
    en: 'Of the hand-overs sent in the period whose limit has run, how many were accepted or returned in time?',
  },
  numerator: {
    zh: '在期限内接收或退回的移交',
    en: 'referrals accepted or returned within limit (e.g. 5 working days, XF art 23)',
  },
  denominator: { zh: '当期发出且期限已满的移交', en: 'referrals sent' },
  periodDate: { zh: '发出日期(队列)', en: 'date of sending (cohort)' },
  unit: 'percent',
  direction: 'higher',
  forms: [
    {
      form: 'cohort',
      // The limit of the last ones.
      observationDays: 7,
      parts: whole(share(measure('handover', 'ANSWERED_ON_TIME'), measure('handover', 'LIMIT_RUN'))),
    },
  ],
  dimensions: dimensions('handover', 'sender', 'receiver'),
  companions: ['dispute_resolution_rate'],
  perverse: { zh: '线下先谈好再移交', en: 'Settling it informally before sending' },
  references: [
    {
      title: { zh: '信访工作条例(2022)', en: 'Regulations on Petition Work (2022)' },
      article: { zh: '第二十二、二十三、三十四、三十五、三十六、三十九条', en: 'arts. 22, 23, 34, 35, 36, 39' },
    },
  ],
  evidence: 'L',
  versions: [{ version: 1, from: '2023-01-01' }],
});
