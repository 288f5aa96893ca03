import { countRatio, share } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const disputeResolutionRate = indicator({
  id: 'dispute_resolution_rate',
  owner: 'cross',
  name: { zh: '矛盾纠纷化解率', en: 'Dispute resolution rate' },
  question: {
    zh: '当期受理的矛盾纠纷，到截止日有多少已经化解？',
    en: 'Of the disputes accepted in the period, how many are resolved by the cut-off?',
  },
  numerator: { zh: '到截止日已化解的(当期口径：当期化解的)', en: 'disputes resolved by cut-off' },
  denominator: {
    zh: '当期受理(登记)的矛盾纠纷',
    en: 'disputes accepted (registered) in period; publish cohort and in-period forms',
  },
  periodDate: { zh: '受理日期(队列)；化解日期', en: 'date of acceptance (cohort); date of resolution' },
  unit: 'percent',
  direction: 'higher',
  forms: [
    {
      form: 'cohort',
      // A month is what a mediation usually takes (人民调解工作若干规定 art. 33).
      observationDays: 30,
      parts: whole(share(measure('dispute', 'ACCEPTED_RESOLVED'), measure('dispute', 'ACCEPTED_FOLLOWED'))),
    },
    { form: 'in-period', parts: whole(countRatio(measure('dispute', 'RESOLVED'), measure('dispute', 'ACCEPTED'))) },
  ],
  dimensions: dimensions('dispute', 'kind', 'channel', 'level'),
  companions: ['repeat_dispute_rate', 'agreement_performance_rate'],
  perverse: { zh: '纸面化解；难案不登记', en: 'Closing on paper; not registering hard disputes' },
  references: [
    {
      title: {
        zh: '浙江省社会矛盾纠纷调处化解中心数据(2020)',
        en: 'Zhejiang centres for resolving disputes, figures of 2020',
      },
    },
    { title: { zh: '崆峒区矛盾纠纷化解数据(2022)', en: 'Kongtong district, figures of resolved disputes (2022)' } },
  ],
  evidence: 'P',
  versions: [{ version: 1, from: '2023-01-01' }],
});
