import { sum } from '../../formula/amount.ts';
import { sumShare } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const nonArrestRate = indicator({
  id: 'non_arrest_rate',
  owner: 'procuratorate',
  name: { zh: '不捕率', en: 'Non-arrest rate' },
  question: {
    zh: '当期审查逮捕的人中，不捕的占多少？',
    en: 'What share of the persons in reviews of arrest decided in the period was not arrested?',
  },
  numerator: { zh: '不捕人数', en: 'persons not arrested' },
  denominator: {
    zh: '批准、决定逮捕与不捕人数之和',
    en: 'persons arrested + not arrested (2022-23 printed rates need a smaller denominator, see golden)',
  },
  periodDate: { zh: '决定日期', en: 'date of the decision' },
  unit: 'percent',
  direction: 'neutral',
  forms: [
    {
      form: 'in-period',
      parts: whole(
        sumShare(
          measure('arrestReview', 'NOT_ARRESTED'),
          sum(measure('arrestReview', 'ARRESTED'), measure('arrestReview', 'NOT_ARRESTED')),
        ),
      ),
    },
  ],
  dimensions: dimensions('arrestReview', 'offence'),
  companions: ['non_prosecution_rate'],
  perverse: { zh: '案件不报捕，比例随之变化', en: 'Not asking for arrest changes the rate' },
  references: [
    {
      title: {
        zh: '最高人民检察院 办案数据(2022年第一季度、2024年上半年)',
        en: "Supreme People's Procuratorate, case data (2022 Q1, 2024 H1)",
      },
    },
  ],
  evidence: 'P',
  versions: [{ version: 1, from: '2023-01-01' }],
});
