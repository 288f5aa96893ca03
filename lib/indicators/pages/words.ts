import type { Text } from '../../kernel/text.ts';
import type { FormName, Indicator, Owner } from '../indicator.ts';
import type { RegisterName } from '../register.ts';

export const ownerNames: Record<Owner, Text> = {
  court: { zh: '法院', en: 'Court' },
  procuratorate: { zh: '检察院', en: 'Procuratorate' },
  police: { zh: '公安', en: 'Police' },
  'civil-affairs': { zh: '民政', en: 'Civil affairs' },
  emergency: { zh: '应急管理', en: 'Emergency' },
  justice: { zh: '司法行政', en: 'Justice' },
  petition: { zh: '信访', en: 'Petitions' },
  grid: { zh: '网格', en: 'Grid' },
  cross: { zh: '跨部门', en: 'Across departments' },
};

export const formNames: Record<FormName, Text> = {
  cohort: { zh: '队列', en: 'cohort' },
  'in-period': { zh: '当期', en: 'in-period' },
  snapshot: { zh: '时点', en: 'snapshot' },
};

export const directionNames: Record<Indicator['direction'], Text> = {
  higher: { zh: '越高越好', en: 'higher is better' },
  lower: { zh: '越低越好', en: 'lower is better' },
  neutral: { zh: '无好坏之分', en: 'neither way is better' },
};

/** What the letters of `evidence` stand for. */
export const evidenceNames: Record<string, Text> = {
  F: { zh: '有公开的定义或公式', en: 'a published definition or formula' },
  P: { zh: '可由公布的数据复算', en: 'published figures are reproduced by it' },
  L: { zh: '期限见于法律条文，比率为通行口径', en: 'the limit stands in the law, the ratio is common practice' },
  N: { zh: '名称见于正式文件，未见公式', en: 'the name is official, its formula was not found' },
  C: { zh: '通行口径，未见出处', en: 'common practice, no source found' },
};

export const registerTitles: Record<RegisterName, Text> = {
  residents: { zh: '年末常住人口', en: 'residents at the end of the year' },
  floating: { zh: '登记流动人口', en: 'registered floating population' },
  aged60: { zh: '60岁及以上常住人口', en: 'residents aged 60 and over' },
  vehicles: { zh: '机动车保有量', en: 'registered motor vehicles' },
  industrialWorkers: { zh: '工矿商贸就业人员', en: 'employed in mining, industry and commerce' },
  gdp100m: { zh: '现价地区生产总值(亿元)', en: 'GDP at current prices, 100 million yuan' },
};

export const pageWords = {
  numerator: { zh: '分子', en: 'Numerator' },
  denominator: { zh: '分母', en: 'Denominator' },
  periodDate: { zh: '归期日期', en: 'Date that decides the period' },
  unit: { zh: '单位', en: 'Unit' },
  direction: { zh: '方向', en: 'Direction' },
  aim: { zh: '目标值', en: 'Aim' },
  band: { zh: '合理区间', en: 'Reference band' },
  owner: { zh: '归口', en: 'Owner' },
  dimensions: { zh: '可细分(时间、区划之外)', en: 'Broken down by (beside time and place)' },
  noDimensions: { zh: '无', en: 'nothing else' },
  form: { zh: '口径', en: 'Form' },
  part: { zh: '数值', en: 'Number' },
  measures: { zh: '取自', en: 'Computed from' },
  followUp: { zh: '期后观察天数', en: 'Days of follow-up' },
  whole: { zh: '本指标', en: 'the indicator' },
  register: { zh: '本县统计资料', en: "the county's register" },
  opening: { zh: '期初', en: 'at the start' },
  companions: { zh: '须同看的指标', en: 'To be read beside it' },
  perverse: { zh: '副作用：数字变好而实际变差的做法', en: 'How the figure improves while the matter gets worse' },
  references: { zh: '依据', en: 'Sources' },
  evidence: { zh: '证据等级', en: 'Evidence' },
  versions: { zh: '定义版本', en: 'Versions of the definition' },
  breaks: { zh: '序列中断：此前的数值不可比', en: 'a break: earlier figures cannot be compared' },
  first: { zh: '首个定义', en: 'the first definition' },
  from: { zh: '起用', en: 'from' },
  generated: {
    zh: '本页由 countygraph generate 按定义生成，勿手改。',
    en: 'Written by countygraph generate out of the definition; do not edit.',
  },
  ofCounty: {
    zh: '本页由 countygraph 按本县的指标定义写成；改定义，不改本页。',
    en: "Written by countygraph out of the county's definitions; change those, not this page.",
  },
  exclude: { zh: '不计入', en: 'Not counted' },
  yearBegins: { zh: '年度起始月', en: 'Month in which its years begin' },
  version: { zh: '版本', en: 'Version' },
  earlier: { zh: '此前的口径', en: 'What was counted before' },
  index: { zh: '指标目录', en: 'Catalogue of indicators' },
  other: { zh: 'English', en: '中文' },
} as const satisfies Record<string, Text>;
