import { indicator, quantiles } from '../indicator.ts';
import { durations } from '../measure.ts';

export const policeArrivalP50P90 = indicator({
  id: 'police_arrival_p50_p90',
  name: { zh: '接处警到场时间P50/P90', en: 'Police arrival time P50/P90' },
  question: {
    zh: '当期110警情从接警到民警到场，一半和九成各在多少分钟内？',
    en: 'Within how many minutes of the call had the police arrived in half, and in nine tenths, of the calls with an arrival?',
  },
  unit: 'minutes',
  direction: 'lower',
  forms: [{ form: 'in-period', parts: quantiles(durations('policeIncident', 'ARRIVAL'), [0.5, 0.9]) }],
  companions: [],
  perverse: { zh: '先点到场；不录迟到的警情', en: 'Marking arrival early; leaving late arrivals out' },
  source: {
    zh: '各地110通报的通行口径：呼叫到到场，含接警、派警、路途',
    en: 'Common practice of 110 bulletins: call to arrival, with call taking, dispatch and travel',
  },
  versions: [{ version: 1, from: '2023-01-01' }],
});
