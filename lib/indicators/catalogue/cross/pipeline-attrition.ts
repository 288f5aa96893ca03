import { share } from '../../formula/ratio.ts';
import { indicator } from '../../indicator.ts';
import { measure } from '../../measure.ts';

export const pipelineAttrition = indicator({
  id: 'pipeline_attrition',
  owner: 'cross',
  name: { zh: '侦-诉-审流失率', en: 'Pipeline attrition' },
  question: {
    zh: '当期进入侦查、审查起诉环节的刑事案件，有多少不再进入下一环节？',
    en: 'Of the criminal cases that entered a stage in the period, what share left it without entering the next?',
  },
  numerator: { zh: '侦查：撤案；审查起诉：不起诉(案件数)', en: 'entering stage k but not k+1 after closure' },
  denominator: { zh: '进入该环节的案件', en: 'entering stage k (persons and cases apart)' },
  periodDate: { zh: '进入环节日期(队列)', en: 'date of entering the stage (cohort)' },
  unit: 'percent',
  direction: 'neutral',
  forms: [
    {
      form: 'cohort',
      // Two months of detention, twice extended, and a month of review.
      observationDays: 180,
      parts: [
        {
          id: 'police',
          name: { zh: '侦查', en: 'Investigation' },
          formula: share(measure('policeCase', 'WITHDRAWN'), measure('policeCase', 'INVESTIGATED')),
        },
        {
          id: 'procuratorate',
          name: { zh: '审查起诉', en: 'Review for prosecution' },
          formula: share(
            measure('prosecutionCase', 'RECEIVED_NOT_PROSECUTED'),
            measure('prosecutionCase', 'RECEIVED_FOLLOWED'),
          ),
        },
      ],
    },
  ],
  dimensions: [],
  companions: ['pipeline_stage_duration', 'non_prosecution_rate'],
  perverse: { zh: '该撤不撤，挂案', en: 'Keeping cases open instead of withdrawing them' },
  references: [{ title: { zh: '通行口径，未见出处', en: 'Common practice; no source found' } }],
  evidence: 'C',
  versions: [{ version: 1, from: '2023-01-01' }],
});
