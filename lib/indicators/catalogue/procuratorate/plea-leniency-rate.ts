import { sum } from '../../formula/amount.ts';
import { sumShare } from '../../formula/ratio.ts';
import { indicator, whole } from '../../indicator.ts';
import { measure } from '../../measure.ts';
import { dimensions } from '../../record-type.ts';

export const pleaLeniencyRate = indicator({
  id: 'plea_leniency_rate',
  owner: 'procuratorate',
  name: { zh: '认罪认罚适用率', en: 'Leniency-on-plea application' },
  question: {
    zh: '当期审结的人中，适用认罪认罚从宽的占多少？',
    en: 'To what share of the persons concluded in the period was leniency for a plea applied?',
  },
  numerator: { zh: '适用认罪认罚从宽的人数', en: 'persons concluded applying it' },
  denominator: { zh: '同期审结人数', en: 'persons concluded in the same period' },
  periodDate: { zh: '审查起诉审结日期', en: 'closing date of the review' },
  unit: 'percent',
  direction: 'neutral',
  forms: [
    {
      form: 'in-period',
      parts: whole(
        sumShare(
          measure('prosecutionCase', 'PLEA_APPLIED'),
          sum(measure('prosecutionCase', 'PROSECUTED'), measure('prosecutionCase', 'NOT_PROSECUTED')),
        ),
      ),
    },
  ],
  dimensions: dimensions('prosecutionCase', 'offence'),
  companions: ['sentencing_rec_adoption', 'appeal_rate'],
  perverse: { zh: '强迫认罪', en: 'Pressed pleas' },
  references: [
    {
      title: {
        zh: '最高人民检察院 办案数据(2022年第一季度、2024年上半年)',
        en: "Supreme People's Procuratorate, case data (2022 Q1, 2024 H1)",
      },
    },
  ],
  evidence: 'F',
  versions: [{ version: 1, from: '2023-01-01' }],
});
