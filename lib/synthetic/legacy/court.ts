import {
  areaPart,
  code,
  column,
  dateText,
  deletion,
  personName,
  personNumber,
  laterPhone,
  text,
} from '../legacy-table.ts';
import { codeTable } from './code-table.ts';
import type { LegacyDatabase } from './index.ts';

const kinds = { CIVIL: '01', CRIMINAL: '02', ADMINISTRATIVE: '03' };
const procedures = { ORDINARY: '1', SUMMARY: '2', FAST_TRACK: '3' };

/** Upper-case pinyin initials, one dictionary table for all codes, dates as eight digits, amounts printed as text. */
export const court: LegacyDatabase<'CourtCase' | 'JudicialConfirmation' | 'Enforcement' | 'JudicialAuction'> = {
  tables: {
    CourtCase: {
      name: 'T_AJ_JBXX',
      columns: {
        AH: text(40, item => item.id),
        AJLB: code('kind', kinds),
        SYCX: code('procedure', procedures),
        LARQ: dateText('yyyyMMdd', 'filedOn'),
        JARQ: dateText('yyyyMMdd', 'closedOn', '00000000'),
        KCSXTS: column('int', item => item.excludedDays),
        SQBDJE: text(24, item => printAmount(item.claimAmount)),
        XZDM: areaPart(0, 9),
        CWHDM: areaPart(9, 12),
        WGH: areaPart(12, 15),
        SQTJAH: text(24, item => item.dispute),
        GSAH: text(24, item => item.prosecutionCase),
        YGXM: personName(),
        BGXM: personName(),
        YGSFZH: personNumber(),
        YGDH: laterPhone(),
        SCBZ: deletion({ text: 1 }, '0', '1'),
      },
      key: ['AH'],
      indexes: ['SQTJAH', 'GSAH', 'XZDM'],
      marksDeleted: true,
    },
    JudicialConfirmation: {
      name: 'T_SFQR',
      columns: {
        QRAH: text(40, item => item.id),
        SQRQ: dateText('yyyyMMdd', 'appliedOn'),
        QRRQ: dateText('yyyyMMdd', 'confirmedOn', '00000000'),
        TJAH: text(24, item => item.dispute),
        XZDM: areaPart(0, 9),
        CWHDM: areaPart(9, 12),
        WGH: areaPart(12, 15),
      },
      key: ['QRAH'],
    },
    Enforcement: {
      name: 'T_ZX_JBXX',
      columns: {
        ZXAH: text(40, item => item.id),
        LARQ: dateText('yyyyMMdd', 'filedOn'),
        JARQ: dateText('yyyyMMdd', 'closedOn', '00000000'),
        SQZXJE: column('decimal', item => item.appliedAmount),
        DWJE: column('decimal', item => item.receivedAmount),
        YSAH: text(40, item => item.courtCase),
        XZDM: areaPart(0, 9),
        CWHDM: areaPart(9, 12),
        WGH: areaPart(12, 15),
        BZXRXM: personName(),
        SCBZ: deletion({ text: 1 }, '0', '1'),
      },
      key: ['ZXAH'],
      indexes: ['YSAH'],
      marksDeleted: true,
    },
    JudicialAuction: {
      name: 'T_ZX_SFPM',
      columns: {
        PMBH: text(24, item => item.id),
        PMRQ: dateText('yyyyMMdd', 'heldOn'),
        CJJ: column('decimal', item => item.price),
        ZXAH: text(40, item => item.enforcement),
      },
      key: ['PMBH'],
    },
  },
  codeTables: [
    codeTable(
      'T_DM',
      ['LB', 'DM', 'MC'],
      [
        ['AJLB', '01', '民事'],
        ['AJLB', '02', '刑事'],
        ['AJLB', '03', '行政'],
        ['SYCX', '1', '普通程序'],
        ['SYCX', '2', '简易程序'],
        ['SYCX', '3', '速裁'],
      ],
    ),
  ],
};

/** `12,345.00元` */
function printAmount(yuan: number | null): string | null {
  if (yuan === null) return null;
  const [whole = '', cents = ''] = yuan.toFixed(2).split('.');
  return `${whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')}.${cents}元`;
}
