import { share } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const repeatPetitionRate = indicator({
  id: 'repeat_petition_rate',
  owner: 'petition',
  name: { zh: '重复信访率', en: 'Repeat petitions' },
  question: {
    zh: '当期收到的信访事项，重复信访占多少？',
    en: 'What share of the petitions received in the period repeats a matter of the past 12 months?',
  },
  numerator: {
    zh: '同一人同一事项十二个月内再次信访的',
    en: 'items of the same person+matter seen before in 12 months',
  },
  denominator: { zh: '当期收到的信访事项', en: 'items received' },
  periodDate: { zh: '收到日期', en: 'date of receipt' },
  unit: 'percent',
  direction: 'lower',
  forms: [{ form: 'in-period', parts: whole(share(measure('petition', 'REPEATED'), measure('petition', 'RECEIVED'))) }],
  dimensions: dimensions('petition', 'channel'),
  companions: ['petition_closed_on_time'],
  perverse: { zh: '劝阻登记；重复件并件', en: 'Turning away; merging repeats' },
  references: [{ title: { zh: '通行口径，未见出处', en: 'Common practice; no source found' } }],
  evidence: 'C',
  versions: [{ version: 1, from: '2023-01-01' }],
});
