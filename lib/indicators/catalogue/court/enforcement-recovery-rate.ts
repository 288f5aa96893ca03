import { sumShare } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const enforcementRecoveryRate = indicator({
  id: 'enforcement_recovery_rate',
  owner: 'court',
  name: { zh: '执行(标的)到位率/实际执行到位率', en: 'Enforcement recovery rate' },
  question: {
    zh: '当期执结案件的申请标的额，有多少到位？',
    en: 'How much of the amount applied for in the enforcement cases closed in the period was received?',
  },
  numerator: {
    zh: '执结案件的到位金额(元)',
    en: 'amount received in closed enforcement cases (2008: closed by force, performance, settlement)',
  },
  denominator: { zh: '执结案件的申请执行标的额(元)', en: 'amount applied for in closed enforcement cases' },
  periodDate: { zh: '执行结案日期', en: 'closing date of the enforcement' },
  unit: 'percent',
  direction: 'higher',
  forms: [
    {
      form: 'in-period',
      parts: whole(sumShare(measure('enforcement', 'RECEIVED'), measure('enforcement', 'APPLIED'))),
    },
  ],
  dimensions: dimensions('enforcement', 'closingMode'),
  companions: ['actual_enforcement_rate'],
  perverse: { zh: '以终本结案；和解压低标的', en: 'Suspending cases; settling for less' },
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
