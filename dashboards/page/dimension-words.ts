import type { Text } from '../../lib/kernel/text.ts';

/** What the dimensions of statistics are called. A county's own stand for themselves. */
export const dimensionWords: Readonly<Record<string, Text>> = {
  agency: { zh: '被诉机关', en: 'Agency' },
  appealOutcome: { zh: '二审结果', en: 'Outcome of the appeal' },
  channel: { zh: '渠道', en: 'Channel' },
  closingMode: { zh: '结案方式', en: 'How it was closed' },
  decision: { zh: '决定', en: 'Decision' },
  grade: { zh: '等级', en: 'Grade' },
  kind: { zh: '类别', en: 'Kind' },
  level: { zh: '层级', en: 'Level' },
  offence: { zh: '案由', en: 'Offence' },
  organisation: { zh: '调解组织', en: 'Organisation' },
  outcome: { zh: '结果', en: 'Outcome' },
  procedure: { zh: '程序', en: 'Procedure' },
  programme: { zh: '救助项目', en: 'Programme' },
  rating: { zh: '评价', en: 'Rating' },
  receiver: { zh: '接收方', en: 'Receiver' },
  response: { zh: '处置方式', en: 'Response' },
  role: { zh: '岗位', en: 'Role' },
  sector: { zh: '行业', en: 'Sector' },
  sender: { zh: '移交方', en: 'Sender' },
  stage: { zh: '阶段', en: 'Stage' },
  urban: { zh: '城乡', en: 'Urban' },
  urgent: { zh: '紧急', en: 'Urgent' },
};
