import { indicator, quantiles } from '../../indicator.ts';
import { durations } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const policeArrivalP50P90 = indicator({
  id: 'police_arrival_p50_p90',
  owner: 'police',
  name: { zh: '接处警到场时间P50/P90', en: 'Police arrival time P50/P90' },
  question: {
    zh: '当期110警情从接警到民警到场，一半和九成各在多少分钟内？',
    en: 'Within how many minutes of the call had the police arrived in half, and in nine tenths, of the calls with an arrival?',
  },
  numerator: {
    zh: '到场时间减接警时间的P50、P90(含接警、派警、路途)',
    en: 'quantiles of arrived_at - call_at (state call, dispatch and travel parts)',
  },
  denominator: { zh: '有到场记录的警情', en: 'valid calls with arrival' },
  periodDate: { zh: '接警时间', en: 'time of the call' },
  unit: 'minutes',
  direction: 'lower',
  forms: [{ form: 'in-period', parts: quantiles(durations('policeIncident', 'ARRIVAL'), [0.5, 0.9]) }],
  dimensions: dimensions('policeIncident', 'kind', 'response'),
  companions: ['police_arrival_in_target'],
  perverse: { zh: '先点到场；不录迟到的警情', en: 'Marking arrival early; leaving late arrivals out' },
  references: [
    { title: { zh: '各地110接处警通报的通行口径', en: 'Common practice of 110 bulletins' } },
    { title: { zh: '荷兰统计局 消防响应时间定义', en: 'Statistics Netherlands, definition of response time' } },
  ],
  evidence: 'P',
  versions: [{ version: 1, from: '2023-01-01' }],
});
