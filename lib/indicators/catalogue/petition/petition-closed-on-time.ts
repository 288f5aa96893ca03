import { share } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const petitionClosedOnTime = indicator({
  id: 'petition_closed_on_time',
  owner: 'petition',
  name: { zh: '信访事项按期办结率', en: 'Petitions closed in time' },
  question: {
    zh: '当期受理、办理期限已满的信访事项，有多少按期办结？',
    en: 'Of the petitions accepted in the period whose limit has run, how many were closed within it?',
  },
  numerator: {
    zh: '在六十日(经批准再延长不超过三十日)内办结的',
    en: 'closed <= 60 days of acceptance (+<=30 approved)',
  },
  denominator: {
    zh: '当期受理且期限已满的信访事项，不论是否办结',
    en: 'items whose limit has run (not only closed ones)',
  },
  periodDate: { zh: '受理日期(队列)', en: 'date of acceptance (cohort)' },
  unit: 'percent',
  direction: 'higher',
  forms: [
    {
      form: 'cohort',
      // 60 days and an extension of at most 30: then the limit of all has run.
      observationDays: 90,
      parts: whole(share(measure('petition', 'CLOSED_ON_TIME'), measure('petition', 'LIMIT_RUN'))),
    },
  ],
  dimensions: dimensions('petition', 'channel'),
  companions: ['petition_satisfaction', 'repeat_petition_rate'],
  perverse: { zh: '程序性办结；劝返不登记', en: 'Closing by form; not registering petitions' },
  references: [
    {
      title: { zh: '信访工作条例(2022)', en: 'Regulations on Petition Work (2022)' },
      article: { zh: '第二十二、二十三、三十四、三十五、三十六、三十九条', en: 'arts. 22, 23, 34, 35, 36, 39' },
    },
  ],
  evidence: 'L',
  versions: [{ version: 1, from: '2023-01-01' }],
});
