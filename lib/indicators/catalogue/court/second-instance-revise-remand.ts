import { ratio } from '../../formula/ratio.ts';
import { indicator } from '../../indicator.ts';
import { measure } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const secondInstanceReviseRemand = indicator({
  id: 'second_instance_revise_remand',
  owner: 'court',
  name: { zh: '二审改判-发回重审比', en: 'Second-instance revise/remand ratio' },
  question: {
    zh: '当期二审结案中，改判、发回重审各占多少？',
    en: 'Of the appeals closed in the period, which share was revised, and which remanded?',
  },
  numerator: { zh: '二审改判、发回重审的案件(分别计)', en: 'revised; remanded second-instance decisions' },
  denominator: { zh: '当期二审结案数', en: 'second-instance closures' },
  periodDate: { zh: '二审结案日期', en: 'closing date of the appeal' },
  unit: 'ratio',
  direction: 'neutral',
  forms: [
    {
      form: 'in-period',
      parts: [
        {
          id: 'revised',
          name: { zh: '改判', en: 'Revised' },
          formula: ratio(measure('courtCase', 'APPEALS_REVISED'), measure('courtCase', 'APPEALS_CLOSED')),
        },
        {
          id: 'remanded',
          name: { zh: '发回重审', en: 'Remanded' },
          formula: ratio(measure('courtCase', 'APPEALS_REMANDED'), measure('courtCase', 'APPEALS_CLOSED')),
        },
      ],
    },
  ],
  dimensions: dimensions('courtCase', 'kind', 'procedure'),
  companions: ['appeal_rate', 'court_case_to_procedure_ratio'],
  perverse: { zh: '以内部请示代替改判', en: 'Asking the higher court beforehand instead of being revised' },
  references: [
    {
      title: {
        zh: '最高人民法院 2024年9月审判质量管理指标修订(只见名称，未见公式附件)',
        en: "Supreme People's Court, revision of trial quality indicators, September 2024 (names; the annex of formulas was not found)",
      },
    },
  ],
  evidence: 'N',
  versions: [{ version: 1, from: '2023-01-01' }],
});
