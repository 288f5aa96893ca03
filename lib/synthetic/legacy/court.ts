import {
  areaPart,
  changeStamp,
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

const closings = { JUDGMENT: '01', RULING: '02', MEDIATION: '03', WITHDRAWAL: '04' };
const appeals = { UPHELD: '1', REVISED: '2', REMANDED: '3' };
const enforcementClosings = { FORCED: '11', PERFORMED: '12', SETTLED: '13', SUSPENDED: '21', DISMISSED: '31' };
const agencies = { POLICE: 'GA', LAND: 'ZR', HOUSING: 'ZJ', TOWNSHIP: 'XZ', OTHER: 'QT' };
const organisations = { PEOPLES_MEDIATION: '1', TRADE_MEDIATION: '2', COURT_INVITED: '3' };
const preFilingOutcomes = { SETTLED: '1', FAILED: '2' };

/** Upper-case pinyin initials, one dictionary table for all codes, dates as eight digits, amounts printed as text. */
export const court: LegacyDatabase<
  | 'CourtCase'
  | 'JudicialConfirmation'
  | 'Enforcement'
  | 'JudicialAuction'
  | 'AdministrativeHearing'
  | 'PreFilingMediation'
> = {
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
        SXJMRQ: dateText('yyyyMMdd', 'limitOn'),
        JAFS: code('closingMode', closings),
        SSRQ: dateText('yyyyMMdd', 'appealedOn', '00000000'),
        ESJARQ: dateText('yyyyMMdd', 'appealClosedOn', '00000000'),
        ESJG: code('appealOutcome', appeals),
        HXCXJS: column('int', item => item.furtherProcedures),
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
        GXSJ: changeStamp('yyyyMMddHHmmss', 'modifiedOn'),
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
        XYRQ: dateText('yyyyMMdd', 'agreedOn'),
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
        ZXJAFS: code('closingMode', enforcementClosings),
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
    AdministrativeHearing: {
      name: 'T_XZ_KT',
      columns: {
        KTBH: text(24, item => item.id),
        KTRQ: dateText('yyyyMMdd', 'heldOn'),
        BSJGLB: code('agency', agencies),
        YDCT: text(1, item => (item.headRequired ? '1' : '0')),
        SJCT: text(1, item => (item.headAppeared ? '1' : '0')),
        AH: text(40, item => item.courtCase),
        XZDM: areaPart(0, 9),
        CWHDM: areaPart(9, 12),
        WGH: areaPart(12, 15),
      },
      key: ['KTBH'],
    },
    PreFilingMediation: {
      name: 'T_SQ_TJ',
      columns: {
        SQAH: text(24, item => item.id),
        TJZZ: code('organisation', organisations),
        WPRQ: dateText('yyyyMMdd', 'referredOn'),
        JSRQ: dateText('yyyyMMdd', 'endedOn', '00000000'),
        TJJG: code('outcome', preFilingOutcomes),
        JFBH: text(24, item => item.dispute),
        XZDM: areaPart(0, 9),
        CWHDM: areaPart(9, 12),
        WGH: areaPart(12, 15),
        SCBZ: deletion({ text: 1 }, '0', '1'),
      },
      key: ['SQAH'],
      indexes: ['JFBH'],
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
        ['JAFS', '01', '判决'],
        ['JAFS', '02', '裁定'],
        ['JAFS', '03', '调解'],
        ['JAFS', '04', '撤诉'],
        ['ESJG', '1', '维持'],
        ['ESJG', '2', '改判'],
        ['ESJG', '3', '发回重审'],
        ['ZXJAFS', '11', '强制执行'],
        ['ZXJAFS', '12', '自动履行'],
        ['ZXJAFS', '13', '执行和解'],
        ['ZXJAFS', '21', '终结本次执行'],
        ['ZXJAFS', '31', '驳回申请'],
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
