import { type HazardGrade, HazardsOfPlaceDocument, HazardStatsDocument, PlacesDocument } from '../../lib/sdk/index.ts';
import type { Text } from '../../lib/kernel/text.ts';
import { noAnswer } from './no-answer.ts';
import type { Question } from './question.ts';
import { placeRows } from './statistic-rows.ts';
import { fieldValue } from './value.ts';

const grades: Readonly<Record<HazardGrade, Text>> = {
  GENERAL: { zh: '一般', en: 'General' },
  MAJOR: { zh: '重大', en: 'Major' },
};

const [department, type] = ['emergency', 'Hazard'];

/** Records of one village. */
export const hazardsOfVillage: Question = {
  id: 'hazards',
  title: { zh: '一个村的隐患', en: 'Hazards of one village' },
  say: ({ village }) => ({
    zh: `${village.name}最近发现的十件隐患：等级、期限、是否整改？`,
    en: `The ten hazards found last in ${village.name}: grade, due day, rectified or not?`,
  }),
  lookAt: {
    zh: '一个村的明细只给有权看该地的人；换成别的身份，则整类被拒。',
    en: 'Records of a village are for those who may see that place; for others the whole type is refused.',
  },
  department,
  type,
  fields: [
    { zh: '等级', en: 'Grade' },
    { zh: '发现', en: 'Found' },
    { zh: '期限', en: 'Due' },
    { zh: '整改', en: 'Rectified' },
  ],
  row: { zh: '隐患', en: 'Hazard' },
  descending: true,
  async ask({ client, scene, decision, errors }) {
    const { data } = await client.query(HazardsOfPlaceDocument, { within: [scene.village.code], first: 10 });
    if (!data.hazards) return noAnswer;
    const told = { decision, errors: errors(), empty: { zh: '尚无', en: 'not yet' } };
    const rows = data.hazards.nodes.map(({ id, grade, foundOn, dueOn, rectifiedOn }) => ({
      key: id,
      name: id,
      rank: `${foundOn ?? ''} ${id}`,
      values: [
        fieldValue('grade', grade && grades[grade], told),
        fieldValue('foundOn', foundOn, told),
        fieldValue('dueOn', dueOn, told),
        fieldValue('rectifiedOn', rectifiedOn, told),
      ],
    }));
    return { ...noAnswer, rows };
  },
};

/** Figures by village. */
export const hazardsByVillage: Question = {
  id: 'villages',
  title: { zh: '隐患数：一个乡镇的各村', en: 'Hazards found, by village' },
  say: ({ town, year }) => ({
    zh: `${year.label} 年，${town.name}各村发现了多少隐患？其中重大隐患多少？`,
    en: `How many hazards were found in each village of ${town.name} in ${year.label}, and how many of them major?`,
  }),
  lookAt: {
    zh: '公开口径不细到村；受保护口径（如审计员）按年取整，小数目不予公布。',
    en: 'Nothing below a town is public; protected figures (choose the auditor) are rounded by year, and small ones not given out.',
  },
  department,
  type,
  fields: [
    { zh: '发现', en: 'Found' },
    { zh: '其中重大', en: 'Major' },
  ],
  row: { zh: '村（社区）', en: 'Village' },
  async ask({ client, scene, ...asking }) {
    const { label } = scene.year;
    const within = scene.town.code;
    const [{ data }, { data: register }] = await Promise.all([
      client.query(HazardStatsDocument, {
        measures: ['FOUND', 'MAJOR_FOUND'],
        period: { unit: 'YEAR', from: label, to: label },
        within: [within],
        level: 'VILLAGE',
      }),
      client.query(PlacesDocument, { level: 'VILLAGE', within }),
    ]);
    if (!data.stats) return noAnswer;
    const villages = (register.places ?? []).map(({ code, name }) => ({ code, name: name ?? code }));
    const columns = [0, 1].map(measure => ({ measure, isOf: () => true }));
    const { profile, roundedTo } = data.stats;
    return { rows: placeRows(villages, data.stats, columns, asking), profile, roundedTo };
  },
};
