import { type CourtCaseKind, NewestCourtCasesDocument } from '../../lib/sdk/index.ts';
import type { Text } from '../../lib/kernel/text.ts';
import { noAnswer } from './no-answer.ts';
import type { Question } from './question.ts';
import { fieldValue } from './value.ts';

const kinds: Readonly<Record<CourtCaseKind, Text>> = {
  CIVIL: { zh: '民事', en: 'Civil' },
  CRIMINAL: { zh: '刑事', en: 'Criminal' },
  ADMINISTRATIVE: { zh: '行政', en: 'Administrative' },
};

/** `73,240.10`, whatever zeros the database has left out; `20,000`. */
function yuan(amount: string | null): string | null {
  const digits = Number.isInteger(Number(amount)) ? 0 : 2;
  const form = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return amount === null ? null : Number(amount).toLocaleString('en', form);
}

export const courtCases: Question = {
  id: 'cases',
  title: { zh: '最新十二件法院案件', en: 'Twelve newest court cases' },
  say: () => ({
    zh: '最新立案的十二件一审案件：类别、立案日、标的额、地点？',
    en: 'The twelve first-instance cases filed last: kind, day, amount in dispute, place?',
  }),
  lookAt: {
    zh: '乡镇干部的最新十二件是本乡镇的；标的额只给分档；别处的案件对他如同不存在。公众不得看明细。',
    en: 'The official’s twelve are those of his own town, their amounts in bands; cases elsewhere are as if they were not there. The public gets no records.',
  },
  department: 'court',
  type: 'CourtCase',
  fields: [
    { zh: '类别', en: 'Kind' },
    { zh: '立案日', en: 'Filed' },
    { zh: '标的额（元）', en: 'Amount, yuan' },
    { zh: '地点', en: 'Place' },
  ],
  row: { zh: '案号', en: 'Case' },
  descending: true,
  async ask({ client, decision, errors }) {
    const { data } = await client.query(NewestCourtCasesDocument, { first: 12 });
    if (!data.courtCases) return noAnswer;
    const told = { decision, errors: errors(), empty: { zh: '无', en: 'none' } };
    const rows = data.courtCases.nodes.map(({ id, kind, filedOn, claimAmount, place }) => ({
      key: id,
      name: id,
      rank: `${filedOn ?? ''} ${id}`,
      values: [
        fieldValue('kind', kind && kinds[kind], told),
        fieldValue('filedOn', filedOn, told),
        fieldValue('claimAmount', yuan(claimAmount), told),
        fieldValue('place', place && (place.name ?? place.code), told),
      ],
    }));
    return { ...noAnswer, rows };
  },
};
