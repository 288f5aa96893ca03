import { afterData, dayOf, inMonths, month, none, real, slotOf, slotOfDay } from './days.ts';
import { addAll, count, type Table } from './statement.ts';

const form = 'yyyyMMdd';
const never = '00000000';
const by = (column: string) => ({ keys: [month(column, form)] as const, where: inMonths(column, form) });
const readable = (column: string) => `(${real(column, form)} OR ${none(column, never)})`;

const cases: Table = {
  from: 'T_AJ_JBXX',
  town: 'XZDM',
  where: "SCBZ = '0'",
  slices: [
    {
      keys: ['LARQ', 'JARQ'],
      sums: ['COUNT(*)', count("AJLB IN ('01', '03')"), count("AJLB = '02'")],
      read(tally, [, town, filed, closed, rows, civil, criminal]) {
        const [from, to] = [dayOf(filed), dayOf(closed)];
        if (from === null || from === undefined) return;
        const slot = slotOfDay(from);
        tally.add('case.filed', town, slot, rows);
        tally.add('case.filedCivil', town, slot, civil);
        if (to === undefined) return;
        tally.spell('case.pending', town, slot, to === null ? null : slotOfDay(to), rows);
        tally.ages('case.age', town, from, to, Number(rows));
        tally.days('case.days', town, slot, from, to, null, Number(rows));
        if (criminal !== 0) tally.days('case.criminalDays', town, slot, from, to, null, Number(criminal));
      },
    },
    {
      ...by('JARQ'),
      sums: [
        'COUNT(*)',
        count(`${real('SXJMRQ', form)} OR ${none('SXJMRQ')}`),
        count(`JARQ <= SXJMRQ AND ${real('SXJMRQ', form)}`),
        count("AJLB = '01' AND (JAFS IS NULL OR JAFS IN ('', '01', '02', '03', '04'))"),
        count("AJLB = '01' AND JAFS IN ('03', '04')"),
        count(`JAFS IN ('01', '02') AND ${readable('SSRQ')}`),
        count(`JAFS IN ('01', '02') AND SSRQ < ${afterData(form)} AND ${real('SSRQ', form)}`),
        'SUM(HXCXJS)',
      ],
      read: addAll(
        slotOf,
        'case.closed',
        'case.closedWithLimit',
        'case.closedInLimit',
        'case.civilClosed',
        'case.civilSettled',
        'case.appealable',
        'case.appealed',
        'case.further',
      ),
    },
    {
      ...by('ESJARQ'),
      sums: [count("ESJG IS NULL OR ESJG IN ('', '1', '2', '3')"), count("ESJG = '2'"), count("ESJG = '3'")],
      read: addAll(slotOf, 'case.appealsClosed', 'case.revised', 'case.remanded'),
    },
  ],
};

const confirmations: Table = {
  from: 'T_SFQR',
  town: 'XZDM',
  slices: [
    {
      keys: [month('XYRQ', form)],
      where: `${inMonths('XYRQ', form)} AND QRRQ < ${afterData(form)} AND ${real('QRRQ', form)}`,
      sums: ['COUNT(*)'],
      read: addAll(slotOf, 'confirmation.confirmed'),
    },
  ],
};

const enforcements: Table = {
  from: 'T_ZX_JBXX',
  town: 'XZDM',
  where: "SCBZ = '0'",
  slices: [
    {
      ...by('JARQ'),
      sums: [
        count("ZXJAFS IS NULL OR ZXJAFS IN ('', '11', '12', '13', '21', '31')"),
        count("ZXJAFS IN ('11', '12', '13')"),
        'SUM(SQZXJE)',
        'SUM(DWJE)',
      ],
      read: addAll(slotOf, 'enforcement.closed', 'enforcement.enforced', 'enforcement.applied', 'enforcement.received'),
    },
  ],
};

const hearings: Table = {
  from: 'T_XZ_KT',
  town: 'XZDM',
  where: "YDCT = '1'",
  slices: [
    {
      ...by('KTRQ'),
      sums: ['COUNT(*)', count("SJCT = '1'")],
      read: addAll(slotOf, 'hearing.required', 'hearing.appeared'),
    },
  ],
};

const preFiling: Table = {
  from: 'T_SQ_TJ',
  town: 'XZDM',
  where: "SCBZ = '0'",
  slices: [
    {
      ...by('JSRQ'),
      sums: [count("TJJG IS NULL OR TJJG IN ('', '1', '2')"), count("TJJG = '1'")],
      read: addAll(slotOf, 'preFiling.ended', 'preFiling.settled'),
    },
  ],
};

export const court: readonly Table[] = [cases, confirmations, enforcements, hearings, preFiling];
