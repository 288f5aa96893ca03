import { share } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const agreementPerformanceRate = indicator({
  id: 'agreement_performance_rate',
  owner: 'justice',
  name: { zh: '调解协议履行率', en: 'Agreement performance' },
  question: {
    zh: '当期到期的调解协议，有多少按期履行？',
    en: 'Of the agreements due in the period, how many were performed by then?',
  },
  numerator: { zh: '按期履行的协议', en: 'agreements performed by due date' },
  denominator: { zh: '到期的协议', en: 'agreements due' },
  periodDate: { zh: '约定履行期限', en: 'due day' },
  unit: 'percent',
  direction: 'higher',
  forms: [
    {
      form: 'cohort',
      parts: whole(share(measure('mediation', 'PERFORMED_ON_TIME'), measure('mediation', 'PERFORMANCE_DUE'))),
    },
  ],
  dimensions: dimensions('mediation', 'channel'),
  companions: ['mediation_success_rate', 'escalation_rate'],
  perverse: { zh: '只回访容易的', en: 'Calling back only where it is easy' },
  references: [
    {
      title: { zh: '人民调解法(2010)', en: "People's Mediation Law (2010)" },
      article: { zh: '第二十八至三十三条', en: 'arts. 28-33' },
    },
  ],
  evidence: 'L',
  versions: [{ version: 1, from: '2023-01-01' }],
});
