import { ratio } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure, opening } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const backlogIndex = indicator({
  id: 'backlog_index',
  owner: 'court',
  name: { zh: '积案指数', en: 'Backlog index' },
  question: {
    zh: '期初积案是当期结案数的几倍？',
    en: 'How many times the cases resolved in the period were pending at its start?',
  },
  numerator: { zh: '期初未结数', en: 'pending at start' },
  denominator: { zh: '当期结案数', en: 'resolved in period' },
  periodDate: { zh: '期初时点；结案日期', en: 'first day of the period; closing date' },
  unit: 'ratio',
  direction: 'lower',
  forms: [{ form: 'in-period', parts: whole(ratio(opening('courtCase', 'PENDING'), measure('courtCase', 'CLOSED'))) }],
  dimensions: dimensions('courtCase', 'kind', 'procedure'),
  companions: ['case_closure_rate', 'pending_age_p90'],
  perverse: { zh: '先结易案', en: 'Easy cases first' },
  references: [
    {
      title: {
        zh: '得克萨斯州法院管理局统计报表说明',
        en: 'Texas Office of Court Administration, report descriptions',
      },
    },
  ],
  evidence: 'F',
  versions: [{ version: 1, from: '2023-01-01' }],
});
