import { afterData, inMonths, month, none, real, slotOf } from './days.ts';
import { addAll, count, type Table, total } from './statement.ts';

const moment = 'yyyy-MM-dd HH:mm:ss';
const day = 'yyyy-MM-dd';
const noMoment = '0000-00-00 00:00:00';
const noDay = '0000-00-00';
const by = (column: string, form: typeof moment | typeof day) => ({
  keys: [month(column, form)] as const,
  where: inMonths(column, form),
});
const noticeRun = `GZQX < ${afterData(day)} AND ${real('GZQX', day)}`;

const petitions: Table = {
  from: 'XF_SXDJ',
  town: 'substr(WTSD, 1, 9)',
  where: "YXBZ = '1'",
  slices: [
    {
      ...by('XFRQ', moment),
      sums: [
        'COUNT(*)',
        count("SFCF = '是'"),
        total('COALESCE(LFRC, 0)', "XFXS = '来访'"),
        count(`${noticeRun} AND (${real('GZRQ', day)} OR ${none('GZRQ', noDay)})`),
        count(`${noticeRun} AND GZRQ <= GZQX AND GZRQ < ${afterData(day)} AND ${real('GZRQ', day)}`),
      ],
      read: addAll(
        slotOf,
        'petition.received',
        'petition.repeated',
        'petition.visits',
        'petition.noticeDue',
        'petition.noticed',
      ),
    },
    {
      ...by('SLRQ', moment),
      where: `${inMonths('SLRQ', moment)} AND BLQX < ${afterData(day)} AND ${real('BLQX', day)}`,
      sums: [
        count(`${real('BJRQ', moment)} OR ${none('BJRQ', noMoment)}`),
        count(`substr(BJRQ, 1, 10) <= BLQX AND BJRQ < ${afterData(moment)} AND ${real('BJRQ', moment)}`),
      ],
      read: addAll(slotOf, 'petition.limitRun', 'petition.closedInLimit'),
    },
    {
      ...by('DFRQ', day),
      sums: [
        count(`${real('FCRQ', day)} OR ${none('FCRQ', noDay)}`),
        count(`FCRQ < ${afterData(day)} AND ${real('FCRQ', day)}`),
      ],
      read: addAll(slotOf, 'petition.answered', 'petition.reviewed'),
    },
    {
      ...by('BJRQ', moment),
      sums: [
        count("PJ IS NULL OR PJ IN ('', '满意', '基本满意', '不满意')"),
        count("PJ IN ('满意', '基本满意', '不满意')"),
        count("PJ = '满意'"),
      ],
      read: addAll(slotOf, 'petition.closed', 'petition.rated', 'petition.satisfied'),
    },
  ],
};

export const petition: readonly Table[] = [petitions];
