import { afterData, cutOff, dayOf, inMonths, month, none, real, slotOf, slotOfDay } from './days.ts';
import { addAll, count, type Table } from './statement.ts';

const moment = 'yyyy-MM-dd HH:mm:ss';
const day = 'yyyy-MM-dd';
const town = 'substr(qhdm, 1, 9)';

const cases: Table = {
  from: 'jc_scqs',
  town,
  where: 'delflag = 0',
  slices: [
    {
      keys: ['substr(slsj, 1, 10)', 'substr(jdsj, 1, 10)'],
      where: "slsj >= '2023-10-01' AND slsj < '2026-10-01'",
      sums: ['COUNT(*)', count("cljg IS NULL OR cljg IN ('', '起诉', '不起诉')"), count("cljg = '不起诉'")],
      read(tally, [, where, received, decided, rows, withDecision, dropped]) {
        const [from, to] = [dayOf(received), dayOf(decided)];
        if (from === null || from === undefined || to === undefined) return;
        const slot = slotOfDay(from);
        tally.add('prosecution.followed', where, slot, withDecision);
        if (to !== null && to <= cutOff) tally.add('prosecution.dropped', where, slot, dropped);
        tally.days('prosecution.days', where, slot, from, to, null, Number(rows));
      },
    },
    {
      keys: [month('jdsj', moment)],
      where: inMonths('jdsj', moment),
      sums: [
        'COUNT(*)',
        count(`${real('bjqx', day)} OR ${none('bjqx')}`),
        count(`substr(jdsj, 1, 10) <= bjqx AND ${real('bjqx', day)}`),
        'SUM(qsrs)',
        'SUM(bqsrs)',
        'SUM(rzrfrs)',
        'SUM(yshdjs)',
      ],
      read: addAll(
        slotOf,
        'prosecution.decided',
        'prosecution.withLimit',
        'prosecution.inLimit',
        'prosecution.prosecuted',
        'prosecution.notProsecuted',
        'prosecution.plea',
        'prosecution.extra',
      ),
    },
    {
      keys: [month('pjrq', day)],
      where: inMonths('pjrq', day),
      sums: ['SUM(lxjys)', 'SUM(lxjycns)'],
      read: addAll(slotOf, 'prosecution.recommended', 'prosecution.adopted'),
    },
  ],
};

const arrests: Table = {
  from: 'jc_scdb',
  town,
  where: 'delflag = 0',
  slices: [
    {
      keys: [month('jdsj', moment)],
      where: inMonths('jdsj', moment),
      sums: ['SUM(pbrs)', 'SUM(bbrs)'],
      read: addAll(slotOf, 'arrest.arrested', 'arrest.notArrested'),
    },
  ],
};

const opinions: Table = {
  from: 'jc_jdyj',
  town,
  slices: [
    {
      keys: [month('fcrq', day)],
      where: inMonths('fcrq', day),
      sums: [
        'COUNT(*)',
        count(`${real('cnrq', day)} OR ${none('cnrq', '0000-00-00')}`),
        count(`cnrq < ${afterData(day)} AND ${real('cnrq', day)}`),
      ],
      read: addAll(slotOf, 'opinion.issued', 'opinion.followed', 'opinion.issuedAdopted'),
    },
    {
      keys: [month('cnrq', day)],
      where: inMonths('cnrq', day),
      sums: ['COUNT(*)'],
      read: addAll(slotOf, 'opinion.adopted'),
    },
  ],
};

export const procuratorate: readonly Table[] = [cases, arrests, opinions];
