import { countRatio, share } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const caseSolvedRate = indicator({
  id: 'case_solved_rate',
  owner: 'police',
  name: { zh: '破案率', en: 'Solved-case rate' },
  question: {
    zh: '当期立案的刑事案件，有多少已破？当期破案与立案之比又是多少？',
    en: 'Of the criminal cases filed in the period, how many are solved? And how many were solved in it for each one filed?',
  },
  numerator: {
    zh: '队列口径：当期立案中已破的；当期口径：当期破案数',
    en: '(a) solved in period / (b) solved from the filed cohort',
  },
  denominator: { zh: '当期刑事立案数', en: 'cases filed in period' },
  periodDate: { zh: '破案日期与立案日期，两种口径并列', en: 'date of solving and filing date: both forms are shown' },
  unit: 'percent',
  direction: 'higher',
  forms: [
    {
      form: 'cohort',
      // Most of what is solved is solved within three months.
      observationDays: 90,
      parts: whole(share(measure('policeCase', 'FILED_SOLVED'), measure('policeCase', 'FILED_FOLLOWED'))),
    },
    {
      form: 'in-period',
      parts: whole(countRatio(measure('policeCase', 'SOLVED'), measure('policeCase', 'CRIMINAL_FILED'))),
    },
  ],
  dimensions: dimensions('policeCase', 'offence'),
  companions: ['criminal_cases_per_10k', 'pipeline_attrition'],
  perverse: { zh: '不破不立', en: 'Not filing before it is solved' },
  references: [
    {
      title: {
        zh: '公安部 2023年数据(每十万人命案为案件数)',
        en: 'Ministry of Public Security, figures of 2023 (per 100,000 it prints cases)',
      },
    },
  ],
  evidence: 'N',
  versions: [{ version: 1, from: '2023-01-01' }],
});
