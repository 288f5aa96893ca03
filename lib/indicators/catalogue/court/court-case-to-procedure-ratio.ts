import { ratio } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const courtCaseToProcedureRatio = indicator({
  id: 'court_case_to_procedure_ratio',
  owner: 'court',
  name: { zh: '案-件比(法院)', en: 'Case-to-procedure ratio (court)' },
  question: {
    zh: '当期结案的纠纷，每件又生出多少件后续程序(上诉、再审、执行异议等)？',
    en: 'How many further procedures (appeal, retrial, objection to enforcement …) did each dispute closed in the period bring about?',
  },
  numerator: {
    zh: '由这些纠纷产生的后续程序件数',
    en: 'procedures opened from the disputes (appeal, retrial, enforcement objection...)',
  },
  denominator: { zh: '当期结案的基础案件(一审)', en: 'underlying disputes (first instance)' },
  periodDate: { zh: '基础案件结案日期', en: 'closing date of the base case' },
  unit: 'ratio',
  direction: 'lower',
  forms: [
    {
      form: 'in-period',
      parts: whole(ratio(measure('courtCase', 'FURTHER_PROCEDURES'), measure('courtCase', 'CLOSED'))),
    },
  ],
  dimensions: dimensions('courtCase', 'kind', 'procedure'),
  companions: ['appeal_rate'],
  perverse: { zh: '劝阻当事人启动后续程序', en: 'Talking parties out of their remedies' },
  references: [
    {
      title: {
        zh: '最高人民法院 2024年9月审判质量管理指标修订(只见名称，未见公式附件)',
        en: "Supreme People's Court, revision of trial quality indicators, September 2024 (names; the annex of formulas was not found)",
      },
    },
  ],
  evidence: 'N',
  versions: [{ version: 1, from: '2023-01-01' }],
});
