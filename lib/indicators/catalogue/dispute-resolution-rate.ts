import { countRatio, share } from '../formula/ratio.ts';
import { indicator, whole } from '../indicator.ts';
import { measure } from '../measure.ts';

export const disputeResolutionRate = indicator({
  id: 'dispute_resolution_rate',
  name: { zh: '矛盾纠纷化解率', en: 'Dispute resolution rate' },
  question: {
    zh: '当期受理的矛盾纠纷，到截止日有多少已经化解？',
    en: 'Of the disputes accepted in the period, how many are resolved by the cut-off?',
  },
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
  companions: ['mediation_success_rate', 'petition_closed_on_time'],
  perverse: { zh: '纸面化解；难案不登记', en: 'Closing on paper; not registering hard disputes' },
  source: {
    zh: '各地通行口径(化解数/受理数)；队列与当期两种口径并列',
    en: 'Common practice (resolved over accepted); cohort and in-period forms side by side',
  },
  versions: [{ version: 1, from: '2023-01-01' }],
});
