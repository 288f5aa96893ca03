import { share } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const reviewWithinLimitRate = indicator({
  id: 'review_within_limit_rate',
  owner: 'procuratorate',
  name: { zh: '审查起诉法定期限内办结率', en: 'Prosecution review within limit' },
  question: {
    zh: '当期作出决定的审查起诉案件，有多少在法定期限内？',
    en: 'Of the reviews for prosecution decided in the period, how many were decided within the legal limit?',
  },
  numerator: {
    zh: '在法定期限(一个月，可延长十五日)内决定的案件',
    en: 'decided <= 1 month (+15 days; fast-track 10/15 days)',
  },
  denominator: { zh: '作出决定的案件', en: 'decided' },
  periodDate: { zh: '决定日期', en: 'date of the decision' },
  unit: 'percent',
  direction: 'higher',
  forms: [
    {
      form: 'in-period',
      parts: whole(
        share(measure('prosecutionCase', 'DECIDED_WITHIN_LIMIT'), measure('prosecutionCase', 'DECIDED_WITH_LIMIT')),
      ),
    },
  ],
  dimensions: dimensions('prosecutionCase', 'offence'),
  companions: ['proc_case_to_procedure_ratio'],
  perverse: { zh: '以退补重新计算期限', en: 'Returning cases to restart the clock' },
  references: [
    {
      title: { zh: '刑事诉讼法(2018)', en: 'Criminal Procedure Law (2018)' },
      article: { zh: '第九十一、一百七十二、二百零八、二百二十五、二百四十三条', en: 'arts. 91, 172, 208, 225, 243' },
    },
  ],
  evidence: 'L',
  versions: [{ version: 1, from: '2023-01-01' }],
});
