import { share } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';

export const actualEnforcementRate = indicator({
  id: 'actual_enforcement_rate',
  owner: 'court',
  name: { zh: '实际执行率', en: 'Actual enforcement rate' },
  question: {
    zh: '当期执结案件中，真正执行(强制执行、自动履行、和解)的占多少？',
    en: 'What share of the enforcement cases closed in the period was really enforced (by force, performance or settlement)?',
  },
  numerator: {
    zh: '以强制执行、自动履行、执行和解结案的案件',
    en: 'enforcement closed by force+performance+settlement',
  },
  denominator: { zh: '执行结案数', en: 'enforcement closed' },
  periodDate: { zh: '执行结案日期', en: 'closing date of the enforcement' },
  unit: 'percent',
  direction: 'higher',
  forms: [
    {
      form: 'in-period',
      parts: whole(share(measure('enforcement', 'ACTUALLY_ENFORCED'), measure('enforcement', 'CLOSED_IN_A_MODE'))),
    },
  ],
  dimensions: [],
  companions: ['enforcement_recovery_rate'],
  perverse: { zh: '以和解报结而未履行', en: 'Settlements that are not kept' },
  references: [
    {
      title: {
        zh: '最高人民法院2008年案件质量评估公式(佛山中院课题组引述)',
        en: "Supreme People's Court, case quality evaluation of 2008, as quoted by the Foshan court's research group",
      },
    },
  ],
  evidence: 'F',
  versions: [{ version: 1, from: '2023-01-01' }],
});
