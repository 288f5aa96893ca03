import { afterData, dayOf, inMonths, month, monthIf, monthUnless, none, real, slotOf, slotOfDay } from './days.ts';
import { addAll, count, type Table, total } from './statement.ts';

const moment = 'yyyyMMddHHmmss';
const day = 'yyyy-MM-dd';
const slashed = 'yyyy/MM/dd';
const never = '00000000000000';

const grids: Table = {
  from: 'wg_jcxx',
  town: 'substr(wgbm, 1, 9)',
  slices: [
    {
      keys: ['clrq', 'cxrq'],
      sums: ['COUNT(*)', 'SUM(hs)', 'SUM(rks)'],
      read(tally, [, town, established, retired, rows, households, population]) {
        const [from, to] = [dayOf(established), dayOf(retired)];
        if (from === null || from === undefined || to === undefined) return;
        const [first, last] = [slotOfDay(from), to === null ? null : slotOfDay(to)];
        tally.spell('grid.grids', town, first, last, rows);
        tally.spell('grid.households', town, first, last, households);
        tally.spell('grid.population', town, first, last, population);
      },
    },
  ],
};

/** By both dates at once: a grouping sorts all rows. */
const events: Table = {
  from: 'wg_sj',
  town: 'substr(xzqhdm, 1, 9)',
  where: "scbz = '0'",
  slices: [
    {
      keys: [monthIf('sbsj', moment), monthIf('czsx', day)],
      where: `(sbsj >= '20231001' OR czsx >= '2023-10-01') AND (${none('bjsj', never)} OR ${real('bjsj', moment)})`,
      sums: [
        'COUNT(*)',
        count(`bjsj > '1' AND bjsj < ${afterData(moment)}`),
        count(`bjsj > '1' AND bjsj < ${afterData(moment)} AND substr(bjsj, 1, 8) <= replace(czsx, '-', '')`),
      ],
      read(tally, [, town, reported, due, rows, closed, onTime]) {
        tally.add('gridEvent.followed', town, slotOf(reported), rows);
        tally.add('gridEvent.closed', town, slotOf(reported), closed);
        tally.add('gridEvent.due', town, slotOf(due), rows);
        tally.add('gridEvent.onTime', town, slotOf(due), onTime);
      },
    },
  ],
};

const posts: Table = {
  from: 'wg_gwjl p JOIN wg_jcxx g ON g.wgbm = p.wgbm',
  town: 'substr(p.wgbm, 1, 9)',
  where: "p.zt = '1'",
  slices: [
    {
      keys: [month('p.qsrq', slashed), monthUnless('p.zzrq', slashed)],
      where: `${real('p.qsrq', slashed)} AND (${real('p.zzrq', slashed)} OR ${none('p.zzrq')})`,
      sums: ['COUNT(*)', count("p.gwlx = 'A'"), total('g.hs', "p.gwlx = 'A'")],
      read(tally, [, town, started, ended, rows, main, households]) {
        const [from, until] = [slotOf(started), slotOf(ended)];
        tally.spell('post.all', town, from, until, rows);
        tally.spell('post.main', town, from, until, main);
        tally.spell('post.households', town, from, until, households);
      },
    },
  ],
};

const visits: Table = {
  from: 'wg_zftj',
  town: 'substr(cdm, 1, 9)',
  slices: [
    {
      keys: [month('tjrq', slashed)],
      where: inMonths('tjrq', slashed),
      sums: ['SUM(zfhs)', 'SUM(zhs)'],
      read: addAll(slotOf, 'visit.visited', 'visit.households'),
    },
  ],
};

const handovers: Table = {
  from: 'wg_yj',
  town: 'substr(xzqhdm, 1, 9)',
  where: "scbz = '0'",
  slices: [
    {
      keys: [month('fssj', moment)],
      where: `${inMonths('fssj', moment)} AND xbsx < ${afterData(day)} AND ${real('xbsx', day)}`,
      sums: [
        count(`${real('qssj', moment)} OR ${none('qssj', never)}`),
        count(
          `substr(qssj, 1, 8) <= replace(xbsx, '-', '') AND qssj < ${afterData(moment)} AND ${real('qssj', moment)}`,
        ),
      ],
      read: addAll(slotOf, 'handover.limitRun', 'handover.inLimit'),
    },
  ],
};

export const grid: readonly Table[] = [grids, events, posts, visits, handovers];
