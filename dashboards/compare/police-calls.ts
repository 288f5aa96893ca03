import { type IncidentKind, PoliceIncidentStatsDocument } from '../../lib/sdk/index.ts';
import type { Text } from '../../lib/kernel/text.ts';
import { noAnswer } from './no-answer.ts';
import type { Question } from './question.ts';
import { placeRows } from './statistic-rows.ts';

const kinds: Readonly<Record<IncidentKind, Text>> = {
  DISPUTE: { zh: '纠纷', en: 'Dispute' },
  THEFT: { zh: '盗窃', en: 'Theft' },
  FRAUD: { zh: '诈骗', en: 'Fraud' },
  TRAFFIC: { zh: '交通', en: 'Traffic' },
  HELP: { zh: '求助', en: 'Help' },
};

export const policeCalls: Question = {
  id: 'calls',
  title: { zh: '110 警情：乡镇 × 类别', en: 'Calls to 110 by town and kind' },
  say: ({ month }) => ({
    zh: `${month.label}，各乡镇各类 110 警情各有多少起？`,
    en: `How many calls to 110 of each kind did each town have in ${month.label}?`,
  }),
  lookAt: {
    zh: '分析员看到精确数；乡镇干部只有本乡镇；公众未获授权。换成审计员，则为取整后的数。',
    en: 'The analyst has exact counts, the town official his own town, the public nothing. Choose the auditor to see rounded ones.',
  },
  department: 'police',
  type: 'PoliceIncident',
  fields: Object.values(kinds),
  row: { zh: '乡镇', en: 'Town' },
  async ask({ client, scene, ...asking }) {
    const { label } = scene.month;
    const period = { unit: 'MONTH', from: label, to: label } as const;
    const { data } = await client.query(PoliceIncidentStatsDocument, {
      measures: ['CALLS'],
      by: ['KIND'],
      period,
      level: 'TOWN',
    });
    if (!data.stats) return noAnswer;
    const columns = Object.keys(kinds).map(kind => ({
      measure: 0,
      isOf: (row: { readonly kind: string | null }) => row.kind === kind,
    }));
    const { profile, roundedTo } = data.stats;
    return { rows: placeRows(scene.towns, data.stats, columns, asking), profile, roundedTo };
  },
};
