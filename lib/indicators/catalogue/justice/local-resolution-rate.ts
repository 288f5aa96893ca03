import { share } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const localResolutionRate = indicator({
  id: 'local_resolution_rate',
  owner: 'justice',
  name: { zh: '就地化解率', en: 'Resolved at village/town' },
  question: {
    zh: '当期化解的纠纷，有多少在村、乡镇化解？',
    en: 'Of the disputes resolved in the period, how many were resolved in the village or town?',
  },
  numerator: { zh: '在村级、乡镇级化解的纠纷', en: 'resolved at village + township level' },
  denominator: { zh: '当期化解的纠纷', en: 'disputes resolved (or registered: state which)' },
  periodDate: { zh: '化解日期', en: 'date of resolution' },
  unit: 'percent',
  direction: 'higher',
  forms: [
    {
      form: 'in-period',
      parts: whole(share(measure('dispute', 'RESOLVED_LOCALLY'), measure('dispute', 'RESOLVED_AT_A_LEVEL'))),
    },
  ],
  dimensions: dimensions('dispute', 'kind', 'channel'),
  companions: ['dispute_resolution_rate'],
  perverse: { zh: '上级化解的记在下级', en: 'Booking at a lower level' },
  references: [
    { title: { zh: '崆峒区矛盾纠纷化解数据(2022)', en: 'Kongtong district, figures of resolved disputes (2022)' } },
  ],
  evidence: 'P',
  versions: [{ version: 1, from: '2023-01-01' }],
});
