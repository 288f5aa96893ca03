import {
  area,
  areaPart,
  code,
  column,
  dateText,
  deletion,
  epochSeconds,
  nativeDate,
  personName,
  personNumber,
  laterPhone,
  text,
} from '../legacy-table.ts';
import { codeTable } from './code-table.ts';
import type { LegacyDatabase } from './index.ts';

const kinds = { MIN_LIVING: '0110', DESTITUTE: '0120', NEAR_POOR: '0130' };

const programmes = { MIN_LIVING: 'DB', DESTITUTE: 'TK', TEMPORARY: 'LS' };

/** Camel case, codes in a tree, dates with slashes, -1 for removed rows, seconds since 1970. */
export const civilAffairs: LegacyDatabase<
  'AssistanceCase' | 'CareFacility' | 'SocialOrganisation' | 'TemporaryRelief' | 'ReliefPayment'
> = {
  tables: {
    AssistanceCase: {
      name: 'mz_jzdx',
      columns: {
        jzdxId: text(24, item => item.id),
        jzlb: code('kind', kinds),
        sqrq: dateText('yyyy/MM/dd', 'appliedOn'),
        shqx: dateText('yyyy/MM/dd', 'decisionLimitOn'),
        jtrks: column('int', item => item.persons),
        rdrq: dateText('yyyy/MM/dd', 'identifiedOn'),
        tcrq: dateText('yyyy/MM/dd', 'leftOn'),
        jzqsrq: dateText('yyyy/MM/dd', 'aidFrom'),
        jzzzrq: dateText('yyyy/MM/dd', 'aidUntil', ''),
        xzDm: areaPart(0, 9),
        cwDm: areaPart(9, 12),
        wgDm: areaPart(12, 15),
        hzXm: personName(),
        hzSfzh: personNumber(),
        hzDh: laterPhone(),
        delFlag: deletion('int', 0, -1),
      },
      key: ['jzdxId'],
      indexes: ['xzDm'],
      marksDeleted: true,
    },
    TemporaryRelief: {
      name: 'mz_lsjz',
      columns: {
        lsjzId: text(24, item => item.id),
        jnbz: text(1, item => (item.urgent ? 'Y' : 'N')),
        sqrq: dateText('yyyy/MM/dd', 'appliedOn'),
        spRq: dateText('yyyy/MM/dd', 'decidedOn'),
        blqx: dateText('yyyy/MM/dd', 'limitOn'),
        jzje: column('decimal', item => item.amount),
        qhDm: area(),
        delFlag: deletion('int', 0, -1),
      },
      key: ['lsjzId'],
      marksDeleted: true,
    },
    ReliefPayment: {
      name: 'mz_ffpc',
      columns: {
        pcId: text(24, item => item.id),
        xmlb: code('programme', programmes),
        yfRq: nativeDate('dueOn'),
        yfRs: column('int', item => item.due),
        asFfRs: column('int', item => item.paidOnTime),
        qhDm: area(),
      },
      key: ['pcId'],
    },
    CareFacility: {
      name: 'mz_yljg',
      columns: {
        jgId: text(24, item => item.id),
        jgMc: text(60, item => item.name),
        cwSl: column('int', item => item.beds),
        kyRq: nativeDate('openedOn'),
        tyRq: nativeDate('closedOn'),
        qhDm: area(),
      },
      key: ['jgId'],
    },
    SocialOrganisation: {
      name: 'mz_shzz',
      columns: {
        zzId: text(24, item => item.id),
        zzMc: text(60, item => item.name),
        djSj: epochSeconds('registeredOn'),
        qhDm: area(),
      },
      key: ['zzId'],
    },
  },
  codeTables: [
    codeTable(
      'mz_dm_tree',
      ['dm', 'sjDm', 'mc'],
      [
        ['01', null, '救助对象类别'],
        ['0110', '01', '最低生活保障对象'],
        ['0120', '01', '特困人员'],
        ['0130', '01', '低保边缘家庭'],
      ],
    ),
  ],
};
