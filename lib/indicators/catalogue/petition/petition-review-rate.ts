import { share } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const petitionReviewRate = indicator({
  id: 'petition_review_rate',
  owner: 'petition',
  name: { zh: '信访复查复核率', en: 'Review/recheck rate' },
  question: {
    zh: '当期答复的信访事项，有多少申请复查或复核？',
    en: 'Of the petitions answered in the period, in how many was a review or recheck requested?',
  },
  numerator: { zh: '三十日内申请复查、复核的', en: 'items with review (30 d) or recheck (30 d) requested' },
  denominator: { zh: '当期答复的信访事项', en: 'answered items' },
  periodDate: { zh: '答复日期(队列)', en: 'date of the answer (cohort)' },
  unit: 'percent',
  direction: 'lower',
  forms: [
    {
      form: 'cohort',
      // The 30 days in which a review can be requested.
      observationDays: 30,
      parts: whole(share(measure('petition', 'REVIEW_REQUESTED'), measure('petition', 'ANSWERED'))),
    },
  ],
  dimensions: dimensions('petition', 'channel'),
  companions: ['petition_satisfaction'],
  perverse: { zh: '不告知救济权利', en: 'Not telling of the remedy' },
  references: [
    {
      title: { zh: '信访工作条例(2022)', en: 'Regulations on Petition Work (2022)' },
      article: { zh: '第二十二、二十三、三十四、三十五、三十六、三十九条', en: 'arts. 22, 23, 34, 35, 36, 39' },
    },
  ],
  evidence: 'L',
  versions: [{ version: 1, from: '2023-01-01' }],
});
