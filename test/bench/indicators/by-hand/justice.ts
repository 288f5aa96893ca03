import { afterData, dayOf, inMonths, month, none, real, slotOf, slotOfDay } from './days.ts';
import { addAll, count, type Table } from './statement.ts';

const disputeDays = 'yyyy-MM-dd';
const noDispute = '0000-00-00';
const form = 'yyyyMMdd';
const never = '00000000';
const town = 'substr(qhdm, 1, 9)';
const ended = `jsrq < ${afterData(form)} AND ${real('jsrq', form)}`;

const disputes: Table = {
  from: 'tj_jfdj',
  town: 'xz',
  where: 'is_deleted = 0',
  slices: [
    {
      keys: [month('slrq', disputeDays)],
      where: inMonths('slrq', disputeDays),
      sums: [
        'COUNT(*)',
        count(`${real('hjrq', disputeDays)} OR ${none('hjrq', noDispute)}`),
        count(`hjrq < ${afterData(disputeDays)} AND ${real('hjrq', disputeDays)}`),
      ],
      read: addAll(slotOf, 'dispute.accepted', 'dispute.followed', 'dispute.acceptedResolved'),
    },
    {
      keys: ['hjrq', 'cfrq'],
      where: "hjrq >= '2023-10-01' AND hjrq < '2026-10-01'",
      sums: [
        'COUNT(*)',
        count("jfjb IS NULL OR jfjb IN ('', '村级', '乡镇级', '县级')"),
        count("jfjb IN ('村级', '乡镇级')"),
      ],
      read(tally, [, where, resolved, recurred, rows, atLevel, local]) {
        const [from, to] = [dayOf(resolved), dayOf(recurred)];
        if (from === null || from === undefined) return;
        const slot = slotOfDay(from);
        tally.add('dispute.resolved', where, slot, rows);
        tally.add('dispute.resolvedAtLevel', where, slot, atLevel);
        tally.add('dispute.resolvedLocally', where, slot, local);
        if (to !== undefined) tally.days('dispute.daysToRecur', where, slot, from, to, null, Number(rows));
      },
    },
  ],
};

const mediations: Table = {
  from: 'tj_tjaj',
  town,
  where: 'is_deleted = 0',
  slices: [
    {
      keys: ['jsrq', 'zsrq'],
      where: "jsrq >= '20231001' AND jsrq < '20261001'",
      sums: [
        'COUNT(*)',
        count("tjjg IS NULL OR tjjg IN ('', '10', '20', '30')"),
        count("tjjg IN ('10', '20')"),
        count("ajly = 'XF' AND (tjjg IS NULL OR tjjg IN ('', '10', '20', '30'))"),
        count("ajly = 'XF' AND tjjg IN ('10', '20')"),
      ],
      read(tally, [, where, end, escalated, rows, outcome, agreed, petitions, petitionsAgreed]) {
        const [from, to] = [dayOf(end), dayOf(escalated)];
        if (from === null || from === undefined) return;
        const slot = slotOfDay(from);
        tally.add('mediation.withOutcome', where, slot, outcome);
        tally.add('mediation.agreed', where, slot, agreed);
        tally.add('mediation.petitions', where, slot, petitions);
        tally.add('mediation.petitionsAgreed', where, slot, petitionsAgreed);
        if (to !== undefined) tally.days('mediation.daysToEscalate', where, slot, from, to, null, Number(rows));
      },
    },
    {
      keys: [month('slrq', form)],
      where: `${inMonths('slrq', form)} AND tjqx < ${afterData(form)} AND ${real('tjqx', form)}`,
      sums: [count(`${real('jsrq', form)} OR ${none('jsrq', never)}`), count(`jsrq <= tjqx AND ${ended}`)],
      read: addAll(slotOf, 'mediation.limitRun', 'mediation.inLimit'),
    },
    {
      keys: [month('lxqx', form)],
      where: inMonths('lxqx', form),
      sums: [count(`${real('lxrq', form)} OR ${none('lxrq', never)}`), count(`lxrq <= lxqx AND ${real('lxrq', form)}`)],
      read: addAll(slotOf, 'mediation.performanceDue', 'mediation.performed'),
    },
  ],
};

const committees: Table = {
  from: 'tj_twh',
  town,
  slices: [
    {
      keys: ['clrq', 'cxrq'],
      sums: ['SUM(tjys)', 'SUM(zztjys)'],
      read(tally, [, where, founded, dissolved, all, fulltime]) {
        const [from, to] = [dayOf(founded), dayOf(dissolved)];
        if (from === null || from === undefined || to === undefined) return;
        const [first, last] = [slotOfDay(from), to === null ? null : slotOfDay(to)];
        tally.spell('committee.staff', where, first, last, all);
        tally.spell('committee.fulltime', where, first, last, fulltime);
      },
    },
  ],
};

export const justice: readonly Table[] = [disputes, mediations, committees];
