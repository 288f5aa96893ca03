import { started, within } from '../../formula/amount.ts';
import { share } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { durations } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const policeArrivalInTarget = indicator({
  id: 'police_arrival_in_target',
  owner: 'police',
  name: { zh: '到场达标率', en: 'Arrival within target' },
  question: {
    zh: '当期需要到场的警情，有多少在8分钟内到场？',
    en: 'Of the calls that needed an arrival, in how many had the police arrived within 8 minutes?',
  },
  numerator: { zh: '8分钟内到场的警情(目标由地方规定)', en: 'arrivals <= target (5/8 min urban: local)' },
  denominator: {
    zh: '需要到场的警情，无到场记录的计为未达标',
    en: 'valid calls needing arrival, missing arrivals counted as not met',
  },
  periodDate: { zh: '接警时间', en: 'time of the call' },
  unit: 'percent',
  direction: 'higher',
  forms: [
    {
      form: 'in-period',
      parts: whole(
        share(
          within(durations('policeIncident', 'NEEDED_ARRIVAL'), 480),
          started(durations('policeIncident', 'NEEDED_ARRIVAL')),
        ),
      ),
    },
  ],
  dimensions: dimensions('policeIncident', 'kind'),
  companions: ['police_arrival_p50_p90'],
  perverse: { zh: '先点到场；改为电话处置', en: 'Marking arrival early; settling on the telephone' },
  references: [{ title: { zh: '各地110接处警通报的通行口径', en: 'Common practice of 110 bulletins' } }],
  evidence: 'P',
  versions: [{ version: 1, from: '2023-01-01' }],
});
