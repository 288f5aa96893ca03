import { share } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const mediationWithdrawalRate = indicator({
  id: 'mediation_withdrawal_rate',
  owner: 'court',
  name: { zh: '调撤率', en: 'Mediated or withdrawn share' },
  question: {
    zh: '当期民事一审结案中，调解和撤诉占多少？',
    en: 'What share of the civil first-instance cases closed in the period was mediated or withdrawn?',
  },
  numerator: { zh: '以调解或撤诉结案的民事一审案件', en: 'civil first-instance closed by mediation or withdrawal' },
  denominator: { zh: '民事一审结案数', en: 'civil first-instance closed' },
  periodDate: { zh: '结案日期', en: 'closing date' },
  unit: 'percent',
  direction: 'neutral',
  forms: [
    {
      form: 'in-period',
      parts: whole(share(measure('courtCase', 'CIVIL_SETTLED'), measure('courtCase', 'CIVIL_CLOSED'))),
    },
  ],
  dimensions: dimensions('courtCase', 'procedure'),
  companions: ['appeal_rate', 'enforcement_recovery_rate'],
  perverse: { zh: '强制调解；以判压调', en: 'Forced mediation' },
  references: [{ title: { zh: '通行口径，未见出处', en: 'Common practice; no source found' } }],
  evidence: 'C',
  versions: [{ version: 1, from: '2023-01-01' }],
});
