import { sum } from '../../formula/amount.ts';
import { share } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';

export const prelitigationDiversionRate = indicator({
  id: 'prelitigation_diversion_rate',
  owner: 'cross',
  name: { zh: '诉前调解成功分流率', en: 'Pre-litigation diversion' },
  question: {
    zh: '当期进入法院的纠纷，有多少在立案前调解成功？',
    en: 'Of the disputes brought to the court in the period, how many were settled before filing?',
  },
  numerator: { zh: '诉前调解成功的纠纷', en: 'disputes settled before filing' },
  denominator: { zh: '诉前调解成功与一审民事、行政收案之和', en: 'disputes brought to court = settled + filed' },
  periodDate: { zh: '调解成功日期；立案日期', en: 'date of settlement; filing date' },
  unit: 'percent',
  direction: 'higher',
  forms: [
    {
      form: 'in-period',
      parts: whole(
        share(
          measure('preFilingMediation', 'SETTLED'),
          sum(measure('preFilingMediation', 'SETTLED'), measure('courtCase', 'FILED_CIVIL_OR_ADMINISTRATIVE')),
        ),
      ),
    },
  ],
  dimensions: [],
  companions: ['prelitigation_mediation_success', 'litigation_rate_per_10k'],
  perverse: { zh: '强制诉前调解', en: 'Forced mediation before filing' },
  references: [
    {
      title: {
        zh: '最高人民法院 2024年1至5月司法审判数据',
        en: "Supreme People's Court, judicial data of January to May 2024",
      },
    },
  ],
  evidence: 'P',
  versions: [{ version: 1, from: '2023-01-01' }],
});
