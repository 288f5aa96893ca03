import type { Language } from '../kernel/text.ts';

const rulesEn = {
  'farrington-flexible': 'Farrington Flexible',
  'ears-c2': 'EARS C2',
  '2-of-3-beyond-2-sigma': '2 of 3 months beyond 2 sigma',
  '4-of-5-beyond-1-sigma': '4 of 5 months beyond 1 sigma',
};
const rulesZh = {
  'farrington-flexible': 'Farrington 灵活法',
  'ears-c2': 'EARS C2',
  '2-of-3-beyond-2-sigma': '控制图:3 月中 2 月超 2σ',
  '4-of-5-beyond-1-sigma': '控制图:5 月中 4 月超 1σ',
};

/** What alerts are told in. */
export const alertWords = {
  zh: {
    head: ['编号', '月份', '乡镇', '类别', '实际', '预期', '上限', '规则', '状态', '责任方', '天数'],
    states: { new: '新', acknowledged: '已认领', explained: '已说明', closed: '已关闭', revised: '数字更新' },
    types: {
      dispute: '矛盾纠纷',
      policeIncident: '110 警情',
      policeCase: '公安案件',
      gridEvent: '网格事件',
      petition: '信访事项',
      hazard: '隐患',
      courtCase: '法院收案',
    },
    rules: rulesZh,
    none: '没有预警。',
    events: ['时间', '动作', '操作人', '理由'],
    run: (raised: number, known: number, months: string, series: number) =>
      `${months}：${series} 个序列，新预警 ${raised} 条，已有 ${known} 条`,
    cost: (expected: number, years: number, allowed: number) =>
      `误报：全县每年约 ${expected} 条(模拟 ${years} 年)，允许 ${allowed} 条`,
    replayed: (months: number, alarms: number) => `回放此前 ${months} 个月：${alarms} 条`,
    silent: '未答复',
  },
  en: {
    head: ['Id', 'Month', 'Town', 'Category', 'Observed', 'Expected', 'Limit', 'Rule', 'State', 'Owner', 'Days'],
    states: { new: 'new', acknowledged: 'acknowledged', explained: 'explained', closed: 'closed', revised: 'revised' },
    types: {
      dispute: 'disputes',
      policeIncident: 'calls to 110',
      policeCase: 'police cases',
      gridEvent: 'grid events',
      petition: 'petitions',
      hazard: 'hazards',
      courtCase: 'court cases filed',
    },
    rules: rulesEn,
    none: 'No alerts.',
    events: ['When', 'What', 'By', 'Why'],
    run: (raised: number, known: number, months: string, series: number) =>
      `${months}: ${series} series, ${raised} new alerts, ${known} known`,
    cost: (expected: number, years: number, allowed: number) =>
      `False alarms: about ${expected} a year in the whole county (${years} years simulated), ${allowed} allowed`,
    replayed: (months: number, alarms: number) => `The ${months} months before, replayed: ${alarms} alarms`,
    silent: 'does not answer',
  },
} as const satisfies Record<Language, object>;
