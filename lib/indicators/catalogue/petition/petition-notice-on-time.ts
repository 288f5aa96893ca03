import { share } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const petitionNoticeOnTime = indicator({
  id: 'petition_notice_on_time',
  owner: 'petition',
  name: { zh: '信访事项及时告知(受理)率', en: 'Petition notice in 15 days' },
  question: {
    zh: '当期收到、告知期限已满的信访事项，有多少在十五日内告知？',
    en: 'Of the petitions received in the period whose 15 days have run, how many got a notice within them?',
  },
  numerator: { zh: '十五日内告知或转送的信访事项', en: 'forwarded/notified <= 15 calendar days of receipt' },
  denominator: { zh: '当期收到且十五日已满的信访事项', en: 'items received whose 15 days have run' },
  periodDate: { zh: '收到日期(队列)', en: 'date of receipt (cohort)' },
  unit: 'percent',
  direction: 'higher',
  forms: [
    {
      form: 'cohort',
      // The 15 days of the last items.
      observationDays: 15,
      parts: whole(share(measure('petition', 'NOTICED_ON_TIME'), measure('petition', 'NOTICE_DUE'))),
    },
  ],
  dimensions: dimensions('petition', 'channel'),
  companions: ['petition_closed_on_time'],
  perverse: { zh: '先告知后登记', en: 'Registering after the notice' },
  references: [
    {
      title: { zh: '信访工作条例(2022)', en: 'Regulations on Petition Work (2022)' },
      article: { zh: '第二十二、二十三、三十四、三十五、三十六、三十九条', en: 'arts. 22, 23, 34, 35, 36, 39' },
    },
  ],
  evidence: 'L',
  versions: [{ version: 1, from: '2023-01-01' }],
});
