import { afterData, dayOf, inMonths, month, monthEnds, monthUnless, none, real, slotOf, slotOfDay } from './days.ts';
import { addAll, count, type Table, total, type Words } from './statement.ts';

const day = 'yyyy-MM-dd';
const moment = 'yyyy-MM-dd HH:mm:ss';
const never = '1900-01-01';
const realDay = (column: string) => `${column} <> '${never}' AND ${real(column, day)}`;
const readable = (column: string) => `(${real(column, day)} OR ${none(column)})`;
const town = 'substr(QHDM, 1, 9)';

const hazards: Table = {
  from: 'YJ_YHTZ',
  town,
  where: "ZT = '1'",
  slices: [
    {
      keys: [month('FXRQ', day), monthUnless('YSXHRQ', day, never)],
      where: `${real('FXRQ', day)} AND ${readable('YSXHRQ')}`,
      sums: ['COUNT(*)', count("YHDJ = '重大隐患'"), count(`YHDJ = '重大隐患' AND ${realDay('YSXHRQ')}`)],
      read(tally, [, where, found, rectified, rows, major, majorRectified]) {
        const slot = slotOf(found) ?? 0;
        tally.spell('hazard.open', where, slot, slotOf(rectified), rows);
        tally.add('hazard.major', where, slot, major);
        tally.add('hazard.majorRectified', where, slot, majorRectified);
      },
    },
    {
      keys: ['ZGQX', monthUnless('YSXHRQ', day, never)],
      where: `ZGQX < ${afterData(day)} AND ${readable('YSXHRQ')}`,
      sums: ['COUNT(*)'],
      read(tally, [, where, due, rectified, rows]) {
        const from = dayOf(due);
        if (from === null || from === undefined) return;
        // Overdue from the day after, so that one due on the last of a month is not yet at its end.
        const slot = slotOfDay(from);
        const last = monthEnds[slot - 1] === from;
        tally.spell('hazard.overdue', where, last ? slot + 1 : slot, slotOf(rectified), rows);
      },
    },
  ],
};

function events({ isoSeconds }: Words): Table {
  const within = (from: string, to: string, most: number): string[] => [
    count(`SGLB = 'A' AND (${none(to)} OR ${to} >= ${from} AND ${real(to, moment)})`),
    count(`SGLB = 'A' AND ${to} >= ${from} AND ${real(to, moment)} AND ${isoSeconds(from, to)} <= ${most}`),
  ];
  return {
    from: 'YJ_SGXX',
    town,
    slices: [
      {
        keys: [month('FSSJ', moment)],
        where: inMonths('FSSJ', moment),
        sums: [
          total('COALESCE(SWRS, 0)', "SGLB = 'A'"),
          total('COALESCE(SWRS, 0)', "SGLB = 'A' AND HYLB IN ('矿山', '工业', '商贸')"),
          total('COALESCE(SWRS, 0)', "SGLB = 'C'"),
          total('COALESCE(SZRS, 0)', "SGLB = 'C'"),
          ...within('FSSJ', 'SBSJ', 3600),
        ],
        read: addAll(
          slotOf,
          'event.workDeaths',
          'event.industrialDeaths',
          'event.disasterDeaths',
          'event.unaccounted',
          'event.reports',
          'event.reportedInTime',
        ),
      },
      {
        keys: [month('SBSJ', moment)],
        where: inMonths('SBSJ', moment),
        sums: within('SBSJ', 'XBSJ', 7200),
        read: addAll(slotOf, 'event.forwards', 'event.forwardedInTime'),
      },
      {
        keys: [month('DCQX', day)],
        where: inMonths('DCQX', day),
        sums: [count(readable('DCBGRQ')), count(`DCBGRQ <= DCQX AND ${realDay('DCBGRQ')}`)],
        read: addAll(slotOf, 'event.investigationDue', 'event.investigatedInTime'),
      },
    ],
  };
}

export const emergency = (words: Words): readonly Table[] => [hazards, events(words)];
