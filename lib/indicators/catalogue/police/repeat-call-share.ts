import { share } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const repeatCallShare = indicator({
  id: 'repeat_call_share',
  owner: 'police',
  name: { zh: '重复警情占比', en: 'Repeat-call share' },
  question: {
    zh: '当期有效警情中，重复警情(90天内同一地点或报警人两次以上)占多少？',
    en: 'What share of the valid calls came again from a place or caller with two or more calls within 90 days?',
  },
  numerator: { zh: '重复警情', en: 'calls from a place/person with >=2 calls in 90 days' },
  denominator: { zh: '有效警情', en: 'valid calls' },
  periodDate: { zh: '接警时间', en: 'time of the call' },
  unit: 'percent',
  direction: 'lower',
  forms: [
    {
      form: 'in-period',
      parts: whole(share(measure('policeIncident', 'REPEAT_CALLS'), measure('policeIncident', 'VALID_CALLS'))),
    },
  ],
  dimensions: dimensions('policeIncident', 'kind'),
  companions: ['escalation_rate'],
  perverse: { zh: '合并录入；不标重复', en: 'Merging calls; not marking repeats' },
  references: [{ title: { zh: '通行口径，未见出处', en: 'Common practice; no source found' } }],
  evidence: 'C',
  versions: [{ version: 1, from: '2023-01-01' }],
});
