import { afterData, cutOff, dayOf, inMonths, month, none, real, slotOf, slotOfDay } from './days.ts';
import { addAll, count, type Table, type Words } from './statement.ts';

const moment = 'yyyyMMddHHmmss';
const day = 'yyyyMMdd';
const by = (column: string) => ({ keys: [month(column, moment)] as const, where: inMonths(column, moment) });
const readable = (column: string) => `(${real(column, moment)} OR ${none(column)})`;
const dayIn = (column: string) => `COALESCE(substr(${column}, 1, 8), '')`;
const happened = (column: string) => `${column} < ${afterData(moment)} AND ${real(column, moment)}`;

/** Calls by the seconds until somebody arrived; -1 where nobody had, -2 where the time of arrival cannot be read. */
function calls({ seconds }: Words): Table {
  const took = `CASE WHEN ${none('DDXCSJ')} THEN -1 WHEN NOT ${real('DDXCSJ', moment)} OR DDXCSJ < BJSJ THEN -2 WHEN DDXCSJ >= ${afterData(moment)} THEN -1 ELSE ${seconds('BJSJ', 'DDXCSJ')} END`;
  return {
    from: 'JCJ_JJD',
    town: 'substr(SFDQH, 1, 9)',
    where: "SFSC = 'N'",
    slices: [
      {
        keys: [month('BJSJ', moment), took],
        where: inMonths('BJSJ', moment),
        sums: [
          'COUNT(*)',
          count("CJFS = '1'"),
          count("CJFS IN ('1', '2')"),
          count("CJFS IN ('1', '2') AND SFCFJQ = 'Y'"),
        ],
        read(tally, [, town, label, length, rows, needed, valid, repeated]) {
          const [slot, lasted] = [slotOf(label) ?? 0, Number(length)];
          tally.add('call.valid', town, slot, valid);
          tally.add('call.repeated', town, slot, repeated);
          if (lasted === -2) return;
          tally.add('call.needed', town, slot, needed);
          if (lasted >= 0 && lasted <= 480) tally.add('call.inTarget', town, slot, needed);
          tally.add('call.all', town, slot, rows);
          if (lasted >= 0) tally.length('call.seconds', town, slot, lasted, Number(rows), 0);
        },
      },
    ],
  };
}

const cases: Table = {
  from: 'AJ_LAXX',
  town: 'substr(FADQH, 1, 9)',
  where: "SFSC = 'N'",
  slices: [
    {
      keys: ['substr(LASJ, 1, 8)', `concat(${dayIn('YSSJ')}, ' ', ${dayIn('CASJ')})`],
      where: "AJXZ = '1' AND LASJ >= '20231001' AND LASJ < '20261001'",
      sums: ['COUNT(*)', count(readable('PASJ')), count(happened('PASJ'))],
      read(tally, [, town, filed, ends, rows, followed, solved]) {
        const from = dayOf(filed);
        if (from === null || from === undefined) return;
        const slot = slotOfDay(from);
        const [to, left] = String(ends).split(' ').map(dayOf);
        tally.add('policeCase.criminalFiled', town, slot, rows);
        tally.add('policeCase.followed', town, slot, followed);
        tally.add('policeCase.filedSolved', town, slot, solved);
        if (left === undefined) return;
        tally.add('policeCase.investigated', town, slot, rows);
        if (left !== null && left <= cutOff) tally.add('policeCase.withdrawn', town, slot, rows);
        if (to !== undefined) tally.days('policeCase.daysToTransfer', town, slot, from, to, left, Number(rows));
      },
    },
    {
      keys: [month('FASJ', moment)],
      where: `AJLB = '040100' AND ${inMonths('FASJ', moment)}`,
      sums: ['SUM(SWRS)'],
      read: addAll(slotOf, 'policeCase.homicides'),
    },
    {
      keys: [month('PASJ', moment)],
      where: `AJXZ = '1' AND ${inMonths('PASJ', moment)}`,
      sums: ['COUNT(*)'],
      read: addAll(slotOf, 'policeCase.solved'),
    },
    {
      keys: [month('BJSJ', moment)],
      where: `AJXZ = '2' AND ${inMonths('BJSJ', moment)}`,
      sums: [
        count(`${real('BAQX', day)} OR ${none('BAQX')}`),
        count(`substr(BJSJ, 1, 8) <= BAQX AND ${real('BAQX', day)}`),
      ],
      read: addAll(slotOf, 'policeCase.closed', 'policeCase.closedInLimit'),
    },
  ],
};

const accidents: Table = {
  from: 'JT_SGXX',
  town: 'substr(SFDQH, 1, 9)',
  where: "SFSC = 'N'",
  slices: [{ ...by('SGSJ'), sums: ['SUM(SWRS)'], read: addAll(slotOf, 'accident.deaths') }],
};

const custody: Table = {
  from: 'KSS_ZYTJ',
  town: 'substr(QHDM, 1, 9)',
  slices: [
    {
      keys: ['TJRQ', 'ZFRQ'],
      sums: ['SUM(RS)', "SUM(CASE WHEN SSJD IN ('侦查', '审查起诉', '审判') THEN RS ELSE 0 END)"],
      read(tally, [, town, counted, replaced, held, unsentenced]) {
        const [from, to] = [dayOf(counted), dayOf(replaced)];
        if (from === null || from === undefined || to === undefined) return;
        const [first, last] = [slotOfDay(from), to === null ? null : slotOfDay(to)];
        tally.spell('custody.held', town, first, last, held);
        tally.spell('custody.unsentenced', town, first, last, unsentenced);
      },
    },
  ],
};

export const police = (words: Words): readonly Table[] => [calls(words), cases, accidents, custody];
