import {
  type AidAssistanceOutcome,
  type AssistanceKind,
  JudicialAidAssistanceDocument,
  type JudicialAidAssistanceQuery,
} from '../../lib/sdk/index.ts';
import type { Text } from '../../lib/kernel/text.ts';
import { noAnswer } from './no-answer.ts';
import type { Question, Words } from './question.ts';
import { fieldValue } from './value.ts';

const outcomes: Readonly<Record<AidAssistanceOutcome, Text>> = {
  ASSISTED: { zh: '在册救助对象', en: 'assisted household' },
  NOT_ASSISTED: { zh: '未在册', en: 'not assisted' },
  NOT_COMPARABLE: { zh: '不能比对', en: 'not comparable' },
};
const kinds: Readonly<Record<AssistanceKind, Text>> = {
  DESTITUTE: { zh: '特困', en: 'destitute' },
  MIN_LIVING: { zh: '低保', en: 'minimum living' },
  NEAR_POOR: { zh: '低保边缘', en: 'near poor' },
};

type Assistance = NonNullable<NonNullable<JudicialAidAssistanceQuery['judicialAid']>['assistance']>;

function assistanceWords(assistance: Assistance | null): Words | null {
  if (!assistance) return null;
  const { outcome, kind, since } = assistance;
  const say = (language: 'zh' | 'en'): string =>
    [outcomes[outcome][language], kind && kinds[kind][language], since].filter(Boolean).join(' · ');
  return { zh: say('zh'), en: say('en') };
}

export const judicialAid: Question = {
  id: 'aid',
  title: { zh: '司法救助与社会救助', en: 'Judicial aid meets social assistance' },
  say: ({ permit }) => ({
    zh: `司法救助 ${permit?.matter.id ?? ''} 的受助人，是否已是社会救助对象？（许可 ${permit?.id ?? ''}）`,
    en: `Is the recipient of judicial aid ${permit?.matter.id ?? ''} in an assisted household? (permit ${permit?.id ?? ''})`,
  }),
  lookAt: {
    zh: '只有持有本案许可的检察官得到答复；答复中没有姓名和号码。',
    en: 'Only a procurator who holds the permit for this very case is answered, without any name or number.',
  },
  department: 'procuratorate',
  type: 'JudicialAid',
  fields: [
    { zh: '发放日', en: 'Granted' },
    { zh: '金额（元）', en: 'Amount, yuan' },
    { zh: '地点', en: 'Place' },
    { zh: '社会救助', en: 'Social assistance' },
  ],
  row: { zh: '案件', en: 'Case' },
  underPermit: true,
  async ask({ client, scene, decision, errors }) {
    const { data } = await client.query(JudicialAidAssistanceDocument, { id: scene.permit?.matter.id ?? '' });
    if (!data.judicialAid) return noAnswer;
    const { id, grantedOn, amount, place, assistance } = data.judicialAid;
    const told = { decision, errors: errors(), empty: { zh: '无', en: 'none' } };
    const values = [
      fieldValue('grantedOn', grantedOn, told),
      fieldValue('amount', amount === null ? null : Number(amount).toLocaleString('en'), told),
      fieldValue('place', place && (place.name ?? place.code), told),
      fieldValue('assistance', assistanceWords(assistance), told),
    ];
    return { ...noAnswer, rows: [{ key: id, name: id, rank: id, values }] };
  },
};
