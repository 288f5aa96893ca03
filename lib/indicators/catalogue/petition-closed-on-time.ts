import { share } from '../formula/ratio.ts';
import { indicator, whole } from '../indicator.ts';
import { measure } from '../measure.ts';

export const petitionClosedOnTime = indicator({
  id: 'petition_closed_on_time',
  name: { zh: '信访事项按期办结率', en: 'Petitions closed in time' },
  question: {
    zh: '当期受理、办理期限已满的信访事项，有多少按期办结？',
    en: 'Of the petitions accepted in the period whose limit has run, how many were closed within it?',
  },
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
  companions: ['dispute_resolution_rate'],
  perverse: { zh: '程序性办结；劝返不登记', en: 'Closing by form; not registering petitions' },
  source: {
    zh: '信访工作条例(2022)第三十四条：六十日，延期不超过三十日',
    en: 'Regulations on Petition Work (2022) art. 34: 60 days, extended by at most 30',
  },
  versions: [{ version: 1, from: '2023-01-01' }],
});
