import { type Figure, figureReasons } from '../indicators/index.ts';
import type { Language, Text } from '../kernel/text.ts';
import type { LineReason } from '../scorecard/index.ts';

const ownReasons = {
  NO_YEAR_BEFORE: { zh: '上年同期没有数据', en: 'no figure of the year before' },
  SERIES_BROKEN: { zh: '与上年同期口径不同，不可比', en: 'the definition has changed since the year before' },
} as const satisfies Record<string, Text>;

export function reasonText(reason: LineReason, language: Language): string {
  const texts: Readonly<Record<LineReason, Text>> = { ...figureReasons, ...ownReasons };
  return texts[reason][language];
}

export function statusWord(figure: Figure, language: Language): string {
  return figure.status === 'provisional' ? { zh: '暂定', en: 'provisional' }[language] : '';
}

/** What scorecards are told in. */
export const scorecardWords = {
  zh: {
    list: ['编号', '名称', '周期', '层级', '指标数', '合成'],
    head: ['代码', '地区', '得分', '95% 区间', '其他选择下', '覆盖', '位置', '一票否决', '备注'],
    ranks: '名次区间',
    items: ['项目', '数值', '95% 区间', '得分算式', '限分', '权重', '计入', '说明'],
    asOf: '数据截至',
    standing: { upper: '稳居上三分之一', middle: '稳居中三分之一', lower: '稳居下三分之一', open: '不能区分' },
    aggregation: { arithmetic: '加权算术平均', geometric: '加权几何平均' },
    madeBy: {
      figure: '',
      'leave-out': '不计，权重分摊',
      neutral: '取各地中位数',
      zero: '按规则计 0 分',
    },
    notEnough: (coverage: string, least: string) => `数据覆盖 ${coverage}，不足 ${least}，不给分`,
    provisional: '暂定',
    reliability: (share: string) => `各地得分差异中约 ${share} 不是偶然波动`,
    scenarios: (n: number) => `位置按 ${n} 种算法(权重、合成、标准化、逐项剔除)和偶然波动一并判断`,
    dropped: (ids: string) => `各地没有差别的项目：${ids}`,
    rounded: '部分数据为保护个案已取整：得分与用精确数据者所见不同，区间更宽',
    factor: (factor: string) => `覆盖的权重折算为 100：× ${factor}`,
    group: (name: string, sum: string, floor: string, cap: string, points: string) =>
      `${name}：合计 ${sum}，限于 [${floor}, ${cap}]，计 ${points}`,
    bonus: (sum: string, cap: string, bonus: string) => `加分：合计 ${sum}，不超过 ${cap}，计 ${bonus}`,
    total: (base: string, bonus: string, score: string) => `得分 = ${base} + ${bonus} = ${score}`,
    improvement: '比上年',
    noRanking: '本县未开启排名：按代码排列，只说明稳固的位置',
    vetoIs: (number: number, ground: string) => `#${number} ${ground}`,
    vetoBroken: (number: number) => `#${number} 记录不可信，请核验`,
    vetoHead: ['编号', '动作', '考核', '地区', '周期', '事由', '作出人', '理由', '依据', '时间', '状态'],
    actions: { record: '否决', withdraw: '撤回' },
    stands: '有效',
    unsound: '不可信',
    withdrawn: (by: number) => `已由 #${by} 撤回`,
    findings: ['编号', '代码', '说明'],
    noVetoes: '没有一票否决记录。',
    sound: (n: number, hash: string) => `${n} 条记录，签名与先后次序均无误；最后一条的哈希 ${hash}`,
    faults: {
      NUMBER: '编号不连续：有记录缺失或重复',
      PREVIOUS: '与签名时的前一条记录不符',
      UNKNOWN_KEY: '签名的密钥不在本县名单内',
      SIGNATURE: '内容与签名不符：被改动，或为别处签署',
      WITHDRAWS: '所撤回的记录不存在或不属此考核',
    },
  },
  en: {
    list: ['Id', 'Name', 'Period', 'Level', 'Items', 'Aggregation'],
    head: ['Code', 'Area', 'Score', '95 % interval', 'By other choices', 'Covered', 'Place', 'Veto', 'Note'],
    ranks: 'Ranks',
    items: ['Item', 'Figure', '95 % interval', 'Marks', 'Limited', 'Weight', 'Points', 'Note'],
    asOf: 'data as of',
    standing: {
      upper: 'surely upper third',
      middle: 'surely middle third',
      lower: 'surely lower third',
      open: 'cannot be told',
    },
    aggregation: { arithmetic: 'weighted arithmetic mean', geometric: 'weighted geometric mean' },
    madeBy: {
      figure: '',
      'leave-out': 'left out, weight shared by the others',
      neutral: 'median of the areas',
      zero: '0 marks by the rule',
    },
    notEnough: (coverage: string, least: string) => `no score: ${coverage} covered, ${least} needed`,
    provisional: 'provisional',
    reliability: (share: string) => `About ${share} of the variance between the scores is more than noise`,
    scenarios: (n: number) =>
      `Places hold over ${n} ways of scoring (weights, means, normalisations, an item left out) and over noise`,
    dropped: (ids: string) => `Items on which the areas do not differ: ${ids}`,
    rounded: 'Some figures are rounded for you, so that nobody can be made out: by exact ones the scores are others',
    factor: (factor: string) => `The weights that are covered are made 100: × ${factor}`,
    group: (name: string, sum: string, floor: string, cap: string, points: string) =>
      `${name}: ${sum} together, within [${floor}, ${cap}], counts ${points}`,
    bonus: (sum: string, cap: string, bonus: string) => `Bonus: ${sum} together, at most ${cap}, counts ${bonus}`,
    total: (base: string, bonus: string, score: string) => `Score = ${base} + ${bonus} = ${score}`,
    improvement: 'on the year before',
    noRanking: 'The county has not switched ranking on: by code, and places only where they are sure',
    vetoIs: (number: number, ground: string) => `#${number} ${ground}`,
    vetoBroken: (number: number) => `#${number} cannot be relied on, verify it`,
    vetoHead: ['No.', 'What', 'Card', 'Area', 'Period', 'Ground', 'By', 'Reason', 'Basis', 'When', 'State'],
    actions: { record: 'veto', withdraw: 'withdrawal' },
    stands: 'stands',
    unsound: 'cannot be relied on',
    withdrawn: (by: number) => `withdrawn by #${by}`,
    findings: ['No.', 'Code', 'What'],
    noVetoes: 'No vetoes.',
    sound: (n: number, hash: string) => `${n} records, signatures and order as they were; hash of the last ${hash}`,
    faults: {
      NUMBER: 'the number does not follow: a record is missing or stands twice',
      PREVIOUS: 'the record before it is not the one that stood there when it was signed',
      UNKNOWN_KEY: 'signed by a key that the county does not know',
      SIGNATURE: 'not what was signed: changed, or signed for another place',
      WITHDRAWS: 'withdraws what is no record of this card, area and period',
    },
  },
} as const satisfies Record<Language, object>;
