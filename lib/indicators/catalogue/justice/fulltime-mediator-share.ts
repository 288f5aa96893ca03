import { sumShare } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { stock } from '../../measure.ts';

export const fulltimeMediatorShare = indicator({
  id: 'fulltime_mediator_share',
  owner: 'justice',
  name: { zh: '专职人民调解员占比', en: 'Full-time mediator share' },
  question: {
    zh: '期末人民调解员中，专职的占多少？',
    en: 'What share of the mediators was full-time at the end of the period?',
  },
  numerator: { zh: '专职人民调解员', en: 'full-time mediators' },
  denominator: { zh: '人民调解员', en: 'mediators' },
  periodDate: { zh: '期末时点', en: 'last day of the period' },
  unit: 'percent',
  direction: 'higher',
  forms: [
    {
      form: 'snapshot',
      parts: whole(sumShare(stock('mediationCommittee', 'FULLTIME_STAFF'), stock('mediationCommittee', 'STAFF'))),
    },
  ],
  dimensions: [],
  companions: ['mediation_success_rate'],
  perverse: { zh: '挂名专职', en: 'Full-time in name only' },
  references: [
    {
      title: {
        zh: '司法部 全国人民调解工作数据(2023)',
        en: "Ministry of Justice, national figures of people's mediation (2023)",
      },
    },
  ],
  evidence: 'P (41.2/317.6=13.0%)',
  versions: [{ version: 1, from: '2023-01-01' }],
});
