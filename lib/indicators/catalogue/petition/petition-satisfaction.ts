import { share } from '../../formula/ratio.ts';
import { indicator } from '../../indicator.ts';
import { measure } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const petitionSatisfaction = indicator({
  id: 'petition_satisfaction',
  owner: 'petition',
  name: { zh: '信访群众满意率', en: 'Petitioner satisfaction' },
  question: {
    zh: '当期办结的信访事项，评价满意的占多少？参评的占多少？',
    en: 'Of the petitions closed in the period, what share of those rated was rated satisfied, and what share was rated at all?',
  },
  numerator: { zh: '评价满意的(参评率：已评价的)', en: 'rated satisfied (state if unrated counts)' },
  denominator: {
    zh: '已评价的(参评率：办结的)',
    en: 'rated items; the share rated is published beside it (rated / closed)',
  },
  periodDate: { zh: '办结日期', en: 'closing date' },
  unit: 'percent',
  direction: 'higher',
  forms: [
    {
      form: 'in-period',
      parts: [
        {
          id: 'satisfied',
          name: { zh: '满意率', en: 'Satisfied' },
          formula: share(measure('petition', 'RATED_SATISFIED'), measure('petition', 'RATED')),
        },
        {
          id: 'rated',
          name: { zh: '参评率', en: 'Rated' },
          formula: share(measure('petition', 'RATED'), measure('petition', 'CLOSED')),
        },
      ],
    },
  ],
  dimensions: dimensions('petition', 'channel'),
  companions: ['petition_closed_on_time', 'repeat_petition_rate'],
  perverse: { zh: '选择性邀请评价；代评', en: 'Inviting ratings selectively' },
  references: [
    {
      title: { zh: '信访工作条例(2022)', en: 'Regulations on Petition Work (2022)' },
      article: { zh: '第二十二、二十三、三十四、三十五、三十六、三十九条', en: 'arts. 22, 23, 34, 35, 36, 39' },
    },
  ],
  evidence: 'L (art 21 evaluation), ratio C',
  versions: [{ version: 1, from: '2023-01-01' }],
});
