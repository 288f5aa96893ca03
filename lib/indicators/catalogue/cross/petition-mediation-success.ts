import { share } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';

export const petitionMediationSuccess = indicator({
  id: 'petition_mediation_success',
  owner: 'cross',
  name: { zh: '访调对接成功率', en: 'Petition-mediation referral success' },
  question: {
    zh: '当期结束的访调对接，有多少达成协议？',
    en: 'Of the petition items referred to mediation that ended in the period, how many ended in an agreement?',
  },
  numerator: { zh: '达成协议的', en: 'referred petition items ended by agreement' },
  denominator: { zh: '信访转来、当期结束的调解', en: 'referred items ended' },
  periodDate: { zh: '调解结束日期', en: 'date of the end' },
  unit: 'percent',
  direction: 'higher',
  forms: [
    {
      form: 'in-period',
      parts: whole(share(measure('mediation', 'PETITION_AGREED'), measure('mediation', 'PETITION_ENDED'))),
    },
  ],
  dimensions: [],
  companions: ['mediation_success_rate', 'repeat_petition_rate'],
  perverse: { zh: '只移交容易的', en: 'Referring only the easy ones' },
  references: [{ title: { zh: '通行口径，未见出处', en: 'Common practice; no source found' } }],
  evidence: 'C',
  versions: [{ version: 1, from: '2023-01-01' }],
});
