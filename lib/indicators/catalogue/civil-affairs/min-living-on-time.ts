import { share } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';

export const minLivingOnTime = indicator({
  id: 'min_living_on_time',
  owner: 'civil-affairs',
  name: { zh: '低保审核确认及时率', en: 'Minimum-living review timeliness' },
  question: {
    zh: '当期作出决定的低保申请，有多少在期限内？',
    en: 'Of the applications for the minimum living allowance decided in the period, how many were decided in time?',
  },
  numerator: { zh: '在本地期限内审核确认的', en: 'decided within the local limit (30 working days unverified)' },
  denominator: { zh: '作出决定的申请', en: 'decided' },
  periodDate: { zh: '决定日期', en: 'date of the decision' },
  unit: 'percent',
  direction: 'higher',
  forms: [
    {
      form: 'in-period',
      parts: whole(
        share(measure('assistanceCase', 'MIN_LIVING_DECIDED_ON_TIME'), measure('assistanceCase', 'MIN_LIVING_DECIDED')),
      ),
    },
  ],
  dimensions: [],
  companions: ['min_living_coverage'],
  perverse: { zh: '先审后受理', en: 'Registering the application late' },
  references: [{ title: { zh: '通行口径，未见出处', en: 'Common practice; no source found' } }],
  evidence: 'C',
  versions: [{ version: 1, from: '2023-01-01' }],
});
