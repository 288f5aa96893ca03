import { sum } from '../../formula/amount.ts';
import { ratio } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const procCaseToProcedureRatio = indicator({
  id: 'proc_case_to_procedure_ratio',
  owner: 'procuratorate',
  name: { zh: '案-件比(检察)', en: 'Case-to-procedure ratio' },
  question: {
    zh: '一件案子平均经历多少件业务活动(退补、延期、复议等)？',
    en: 'Through how many procedures (returns for evidence, extensions, reviews …) did a case go on average?',
  },
  numerator: {
    zh: '基本案件数与衍生业务活动件数之和',
    en: 'base + extra procedures (16 listed activities: return for evidence, extension, review ...)',
  },
  denominator: { zh: '案件数', en: 'cases accepted' },
  periodDate: { zh: '决定日期', en: 'date of the decision' },
  unit: 'oneTo',
  direction: 'lower',
  forms: [
    {
      form: 'in-period',
      parts: whole(
        ratio(
          sum(measure('prosecutionCase', 'DECIDED'), measure('prosecutionCase', 'EXTRA_PROCEDURES')),
          measure('prosecutionCase', 'DECIDED'),
        ),
      ),
    },
  ],
  dimensions: dimensions('prosecutionCase', 'offence'),
  companions: ['review_within_limit_rate'],
  perverse: { zh: '应退不退；案外退查', en: 'Not returning what should be returned; informal returns' },
  references: [
    {
      title: {
        zh: '最高人民检察院 案件质量主要评价指标：案-件比(十六项业务活动，2021年10月修订)',
        en: "Supreme People's Procuratorate, case quality indicators: case-to-procedure ratio (16 activities, revised October 2021)",
      },
    },
  ],
  evidence: 'F(partial)',
  versions: [{ version: 1, from: '2023-01-01' }],
});
