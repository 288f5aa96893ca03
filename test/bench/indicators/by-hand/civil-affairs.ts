import { inMonths, dayOf, month, monthUnless, none, real, slotOf, slotOfDay } from './days.ts';
import { addAll, count, type Table, total } from './statement.ts';

const form = 'yyyy/MM/dd';
const town = 'substr(qhDm, 1, 9)';
const spell = (from: string, until: string) => ({
  keys: [month(from, form), monthUnless(until, form)] as const,
  where: `${real(from, form)} AND (${real(until, form)} OR ${none(until)})`,
});

const assistance: Table = {
  from: 'mz_jzdx',
  town: 'xzDm',
  where: 'delFlag = 0',
  slices: [
    {
      ...spell('rdrq', 'tcrq'),
      sums: ['SUM(jtrks)'],
      read: (tally, [, where, from, until, persons]) =>
        tally.spell('assistance.identified', where, slotOf(from), slotOf(until), persons),
    },
    {
      ...spell('jzqsrq', 'jzzzrq'),
      sums: ['SUM(jtrks)', total('jtrks', "jzlb = '0110'")],
      read(tally, [, where, from, until, persons, minLiving]) {
        tally.spell('assistance.aided', where, slotOf(from), slotOf(until), persons);
        tally.spell('assistance.minLiving', where, slotOf(from), slotOf(until), minLiving);
      },
    },
    {
      keys: [month('rdrq', form)],
      where: `jzlb = '0110' AND ${inMonths('rdrq', form)}`,
      sums: [count(`${real('shqx', form)} OR ${none('shqx')}`), count(`rdrq <= shqx AND ${real('shqx', form)}`)],
      read: addAll(slotOf, 'assistance.decided', 'assistance.onTime'),
    },
  ],
};

const relief: Table = {
  from: 'mz_lsjz',
  town,
  where: 'delFlag = 0',
  slices: [
    {
      keys: [month('spRq', form)],
      where: inMonths('spRq', form),
      sums: [count(`${real('blqx', form)} OR ${none('blqx')}`), count(`spRq <= blqx AND ${real('blqx', form)}`)],
      read: addAll(slotOf, 'relief.decided', 'relief.onTime'),
    },
  ],
};

const payments: Table = {
  from: 'mz_ffpc',
  town,
  slices: [
    {
      keys: ['yfRq'],
      where: "yfRq >= '2023-10-01' AND yfRq < '2026-10-01'",
      sums: ['SUM(yfRs)', 'SUM(asFfRs)'],
      read: addAll(day => slotOf(String(day).slice(0, 7)), 'payment.due', 'payment.onTime'),
    },
  ],
};

const facilities: Table = {
  from: 'mz_yljg',
  town,
  slices: [
    {
      keys: ['kyRq', 'tyRq'],
      sums: ['SUM(cwSl)'],
      read(tally, [, where, opened, closed, beds]) {
        const [from, to] = [dayOf(opened), dayOf(closed)];
        if (from === null || from === undefined || to === undefined) return;
        tally.spell('facility.beds', where, slotOfDay(from), to === null ? null : slotOfDay(to), beds);
      },
    },
  ],
};

export const civilAffairs: readonly Table[] = [assistance, relief, payments, facilities];
